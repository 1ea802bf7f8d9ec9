"""Linters of prose and spelling to measure beside ours: installed into a throw-away folder, never into the project.

Each is run as its makers ship it, in its plainest form: none knows Vietnamese, so the time says what a reader waits for,
not what is found. Programs that only download from GitHub (Vale, LanguageTool) are not measured.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

PYTHON_PACKAGES = ("proselint", "codespell", "typos")
NODE_PACKAGES = ("markdownlint-cli2", "cspell", "textlint", "textlint-rule-no-todo")


class Cost(NamedTuple):
    """What a run took, in ms of CPU time (children too) and of the clock."""

    cpu: float
    wall: float


class Peer(NamedTuple):
    """A program to measure: its command in front of the files, and where it reads a folder by itself."""

    name: str
    command: tuple[str, ...]
    takes_folder: bool


def install(folder: Path) -> None:
    """Install the peers below `folder`."""
    subprocess.run([sys.executable, "-m", "venv", str(folder / "py")], check=True)
    subprocess.run([str(folder / "py/bin/pip"), "install", "--quiet", *PYTHON_PACKAGES], check=True)
    npm = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder / "js")]
    subprocess.run([*npm, *NODE_PACKAGES], check=True)


def installed(folder: Path) -> list[Peer]:
    """Return the peers that are there."""
    py, js = folder / "py/bin", folder / "js/node_modules/.bin"
    known = (
        Peer("typos", (str(py / "typos"),), takes_folder=True),
        Peer("codespell", (str(py / "codespell"),), takes_folder=True),
        Peer("proselint", (str(py / "proselint"), "check"), takes_folder=True),
        Peer("markdownlint-cli2", (str(js / "markdownlint-cli2"),), takes_folder=False),
        Peer("cspell", (str(js / "cspell"), "--no-progress", "--no-cache"), takes_folder=False),
        Peer("textlint, 1 rule", (str(js / "textlint"), "--rule", "no-todo"), takes_folder=False),
    )
    return [peer for peer in known if Path(peer.command[0]).exists()]


def version(peer: Peer) -> str:
    """Return the version that a peer gives, the last word of its first line."""
    command = peer.command[0]
    for option in ("--version", "version", "--help"):
        done = subprocess.run([command, option], capture_output=True, text=True, check=False)
        for word in (done.stdout + done.stderr).replace(",", " ").split()[:6]:
            if word.lstrip("v")[:1].isdigit():
                return word.lstrip("v")
    return "?"


def run(command: tuple[str, ...], cwd: Path, env: dict[str, str] | None = None) -> Cost:
    """Run a command once; findings and exit code do not count."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(
        command, cwd=cwd, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(1e3 * cpu, 1e3 * wall)


WARM_NODE = r"""
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
const [, , which, file, base] = process.argv;
const require = createRequire(base + "/");
const load = async (name) => import(pathToFileURL(require.resolve(name)).href);
const text = readFileSync(file, "utf8");
let call;
if (which === "markdownlint-cli2") {
  const { lint } = await import(pathToFileURL(base + "/node_modules/markdownlint/lib/exports-sync.mjs").href);
  call = async () => lint({ strings: { report: text } });
} else if (which === "cspell") {
  const lib = await import(pathToFileURL(base + "/node_modules/cspell-lib/dist/index.js").href);
  const settings = await lib.getDefaultSettings();
  call = async () => lib.spellCheckDocument({ uri: "file:///report.md", text, languageId: "markdown" }, { noConfigSearch: true }, settings);
} else {
  const { createLinter } = await load("textlint");
  const { TextlintKernelDescriptor } = await load("@textlint/kernel");
  const markdown = await load("@textlint/textlint-plugin-markdown"), rule = await load("textlint-rule-no-todo");
  const plain = (m) => m.default?.default ?? m.default ?? m;
  const descriptor = new TextlintKernelDescriptor({
    plugins: [{ pluginId: "markdown", plugin: plain(markdown), options: {} }],
    rules: [{ ruleId: "no-todo", rule: plain(rule), options: {} }], filterRules: [],
  });
  const linter = createLinter({ descriptor });
  call = async () => linter.lintText(text, "report.md");
}
const took = [];
for (let i = 0; i < 25; i++) {
  const start = process.cpuUsage();
  await call();
  const used = process.cpuUsage(start);
  took.push((used.user + used.system) / 1000);
}
console.log(JSON.stringify(took.slice(5)));
"""
WARM_PYTHON = r"""
import json, sys, time
from proselint.checks import __register__
from proselint.registry import CheckRegistry
from proselint.tools import LintFile
CheckRegistry().register_many(__register__)
text = open(sys.argv[1], encoding="utf-8").read()
took = []
for _ in range(12):
    start = time.process_time()
    LintFile("report.md", text).lint()
    took.append(1e3 * (time.process_time() - start))
print(json.dumps(took[2:]))
"""


def warm(peer: Peer, file: Path, folder: Path) -> list[float]:
    """Return ms of CPU time of calls in one process, the first ones left out; empty where the peer has no library."""
    name = peer.name.partition(",")[0]
    if name == "proselint":
        command = [str(folder / "py/bin/python"), "-c", WARM_PYTHON, str(file)]
    elif name in {"markdownlint-cli2", "cspell", "textlint"}:
        script = folder / "warm.mjs"
        script.write_text(WARM_NODE, "utf-8")
        command = ["node", str(script), name, str(file), str((folder / "js").resolve())]
    else:
        return []
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=dict(os.environ))
    if done.returncode:
        print(f"{name}, warm: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
        return []
    took: list[float] = json.loads(done.stdout.splitlines()[-1])
    return took
