/** The findings of a file that has no lines, such as .docx, as Markdown to be read beside it; and the status line. */
import { Lang, say } from "./strings";

interface Finding {
  code: string;
  severity: "error" | "warning" | "info";
  message: string;
  quote: string;
  context: { before: string; after: string };
  section: string | null;
  page: number | null;
  paragraph: number | null;
  fix?: { title: string };
}

export interface FileResult {
  path: string;
  findings: Finding[];
  unchecked: { code: string; why: string }[];
}

const SIGNS = { error: "✖", warning: "▲", info: "·" };

/** Write the findings of one file as Markdown. */
export function asMarkdown(result: FileResult, lang: Lang): string {
  const name = result.path.split(/[\\/]/).pop() ?? result.path;
  const lines = [`# ${name}`, ""];
  lines.push(result.findings.length ? say(lang, "found", result.findings.length) : say(lang, "clean"), "");
  for (const finding of result.findings) {
    lines.push(`## ${SIGNS[finding.severity]} ${finding.code} · ${where(finding, lang)}`, "");
    lines.push(escape(finding.message), "");
    const { before, after } = finding.context;
    lines.push(`> …${escape(before)}**${escape(finding.quote) || "▯"}**${escape(after)}…`, "");
    if (finding.fix) {
      lines.push(`${say(lang, "fix")}: ${escape(finding.fix.title)}`, "");
    }
  }
  if (result.unchecked.length) {
    lines.push(`## ${say(lang, "unchecked")}`, "", ...result.unchecked.map((u) => `- ${u.code}: ${escape(u.why)}`), "");
  }
  return lines.join("\n");
}

function where(finding: Finding, lang: Lang): string {
  const parts = [finding.section ?? ""];
  parts.push(finding.paragraph ? say(lang, "paragraph", finding.paragraph) : "");
  parts.push(finding.page ? say(lang, "page", finding.page) : "");
  return parts.filter(Boolean).join(", ");
}

function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, "\\$&").replace(/\s+/g, " ");
}

/** Write the status line for so many findings by severity (0 error, 1 warning, 2 information, as VS Code counts). */
export function statusOf(severities: number[], lang: Lang): string {
  const count = (wanted: number) => severities.filter((s) => s === wanted).length;
  return severities.length ? say(lang, "statusFound", count(0), count(1), count(2)) : say(lang, "statusClean");
}
