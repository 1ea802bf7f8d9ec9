/** Finding the program: the setting, the PATH, an environment in the workspace, or Python with the module. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

export interface Command {
  command: string;
  args: string[];
}

/** Return how to start the server; undefined when it is nowhere. Only `configured` may name a program by itself. */
export function findCommand(configured: string[], folders: string[], runs: (c: Command) => boolean = answers): Command | undefined {
  if (configured.length > 0) {
    return { command: configured[0], args: configured.slice(1) };
  }
  return candidates(folders).find(runs);
}

/** The places where the program may be, the likeliest first. */
export function candidates(folders: string[], windows = process.platform === "win32"): Command[] {
  const inFolder = folders
    .flatMap((folder) => [".venv", "venv"].map((venv) => join(folder, venv, windows ? "Scripts/reportlint.exe" : "bin/reportlint")))
    .filter((path) => existsSync(path));
  const pythons = windows ? ["py", "python"] : ["python3", "python"];
  return [
    { command: "reportlint", args: ["lsp"] },
    ...pythons.map((python) => ({ command: python, args: ["-m", "reportlint", "lsp"] })),
    ...inFolder.map((path) => ({ command: path, args: ["lsp"] })),
  ];
}

function answers({ command, args }: Command): boolean {
  const asked = [...args.slice(0, -1), "--version"];
  const answer = spawnSync(command, asked, { timeout: 10_000, encoding: "utf8", windowsHide: true });
  return answer.status === 0 && answer.stdout.startsWith("reportlint");
}
