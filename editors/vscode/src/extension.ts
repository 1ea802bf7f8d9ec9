/** The extension: starts the language server and adds what the protocol does not carry. */
import * as vscode from "vscode";
import { ExecuteCommandRequest, LanguageClient, LanguageClientOptions } from "vscode-languageclient/node";
import { findCommand } from "./command";
import { initializationOptions, ruleOf, SUPPRESS } from "./options";
import { asMarkdown, FileResult, statusOf } from "./result";
import { Lang, say } from "./strings";

const SCHEME = "reportlint-page";
const LANGUAGES = ["markdown", "plaintext"];
let client: LanguageClient | undefined;
const pages = new Map<string, string>();
const changed = new vscode.EventEmitter<vscode.Uri>();

function lang(): Lang {
  return vscode.workspace.getConfiguration("reportlint").get<Lang>("lang", "vi");
}

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel("reportlint");
  const status = vscode.window.createStatusBarItem(vscode.StatusBarAlignment.Right, 50);
  status.command = "workbench.actions.view.problems";
  const register = vscode.commands.registerCommand;
  context.subscriptions.push(
    log,
    status,
    changed,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => pages.get(uri.path) ?? "",
    }),
    vscode.window.registerUriHandler({ handleUri: (uri) => void explain(ruleOf(uri.path)) }),
    vscode.languages.onDidChangeDiagnostics(() => showStatus(status)),
    vscode.window.onDidChangeActiveTextEditor(() => showStatus(status)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("reportlint.command")) void start(context, log);
    }),
    register("reportlint.fixAllHere", fixAll),
    register("reportlint.showCites", showCites),
    register("reportlint.explainRule", (code?: string) => explain(code, true)),
    register("reportlint.checkWordFile", checkFile),
    register("reportlint.restart", () => start(context, log)),
    register("reportlint.showLog", () => log.show()),
    register(SUPPRESS, suppress),
  );
  await start(context, log);
  showStatus(status);
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

async function start(context: vscode.ExtensionContext, log: vscode.OutputChannel): Promise<void> {
  await client?.stop();
  client = undefined;
  const settings = vscode.workspace.getConfiguration("reportlint");
  const folders = vscode.workspace.isTrusted ? (vscode.workspace.workspaceFolders ?? []).map((f) => f.uri.fsPath) : [];
  const server = findCommand(settings.get<string[]>("command", []), folders);
  if (!server) {
    const open = say(lang(), "openSettings");
    if ((await vscode.window.showErrorMessage(say(lang(), "missing"), open)) === open) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "reportlint.command");
    }
    return;
  }
  log.appendLine(`${server.command} ${server.args.join(" ")}`);
  const options: LanguageClientOptions = {
    documentSelector: LANGUAGES.flatMap((language) => ["file", "untitled"].map((scheme) => ({ scheme, language }))),
    initializationOptions: initializationOptions((key) => settings.get(key), vscode.env.uriScheme, context.extension.id),
    outputChannel: log,
    middleware: {
      executeCommand: (command, args, next) => (command === "reportlint.rulePage" ? explain(args[0]) : next(command, args)),
    },
  };
  client = new LanguageClient("reportlint", "reportlint", server, options);
  await client.start();
}

async function run<T>(command: string, ...args: unknown[]): Promise<T | undefined> {
  if (!client?.isRunning()) {
    void vscode.window.showWarningMessage(say(lang(), "notRunning"));
    return undefined;
  }
  try {
    return await client.sendRequest(ExecuteCommandRequest.type, { command, arguments: args });
  } catch (error) {
    void vscode.window.showErrorMessage(`reportlint: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

function activeUri(): string | undefined {
  return vscode.window.activeTextEditor?.document.uri.toString();
}

async function fixAll(): Promise<void> {
  const done = await run<{ edits: number }>("reportlint.fixAll", activeUri());
  if (done) vscode.window.setStatusBarMessage(say(lang(), "fixed", done.edits), 5000);
}

interface Cited {
  document: string;
  date: string | null;
  mentions: { range: { start: { line: number; character: number } } }[];
}

async function showCites(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const cited = (editor && (await run<Cited[]>("reportlint.cites", activeUri()))) ?? [];
  if (!editor || cited.length === 0) {
    void vscode.window.showInformationMessage(say(lang(), "nothingCited"));
    return;
  }
  const items = cited.map((one) => ({
    label: one.document,
    description: one.date ?? "",
    detail: say(lang(), "times", one.mentions.length),
    place: one.mentions[0].range.start,
  }));
  const chosen = await vscode.window.showQuickPick(items, { title: say(lang(), "citesTitle"), matchOnDescription: true });
  if (chosen) {
    const place = new vscode.Position(chosen.place.line, chosen.place.character);
    editor.selection = new vscode.Selection(place, place);
    editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenter);
  }
}

async function suppress(uri: string, code: string, position: unknown): Promise<void> {
  const reason = await vscode.window.showInputBox({
    prompt: say(lang(), "reason", code),
    validateInput: (value) => (value.trim() ? undefined : say(lang(), "reasonNeeded")),
  });
  if (reason?.trim()) await run("reportlint.suppress", uri, code, position, reason);
}

async function explain(code: string | undefined, ask = false): Promise<void> {
  const wanted = code ?? (ask ? await vscode.window.showInputBox({ prompt: say(lang(), "ruleCode") }) : undefined);
  const page = wanted && (await run<{ markdown: string }>("reportlint.rulePage", wanted.trim().toUpperCase(), false));
  if (page) await showPage(`/${wanted.trim().toUpperCase()}.md`, page.markdown);
}

async function checkFile(uri?: vscode.Uri): Promise<void> {
  const filters = { "Word, ODT, PDF": ["docx", "docm", "odt", "pdf", "doc", "rtf"] };
  const file = uri ?? (await vscode.window.showOpenDialog({ filters, openLabel: say(lang(), "pickFile") }))?.[0];
  if (!file) return;
  const name = file.path.split("/").pop() ?? "";
  const progress = { location: vscode.ProgressLocation.Notification, title: say(lang(), "checking", name) };
  const result = await vscode.window.withProgress(progress, () => run<FileResult>("reportlint.checkFile", file.toString()));
  if (result) await showPage(`/${name}.md`, asMarkdown(result, lang()));
}

/** Show Markdown of ours beside what is open, as a preview. */
async function showPage(path: string, text: string): Promise<void> {
  const uri = vscode.Uri.from({ scheme: SCHEME, path });
  pages.set(path, text);
  changed.fire(uri);
  await vscode.commands.executeCommand("markdown.showPreviewToSide", uri);
}

function showStatus(status: vscode.StatusBarItem): void {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || !LANGUAGES.includes(document.languageId) || !client?.isRunning()) {
    status.hide();
    return;
  }
  const found = vscode.languages.getDiagnostics(document.uri).filter((d) => d.source === "reportlint");
  status.text = `$(law) ${found.length}`;
  status.tooltip = statusOf(found.map((d) => d.severity), lang());
  status.accessibilityInformation = { label: status.tooltip };
  status.show();
}
