"""Speed: the library by stage and family, the command from a cold start, and both beside other linters.

    python benchmarks/speed.py [--file REPORT] [--rounds 25] [--peers DIR [--install]] [--copies 200] [--write docs/benchmarks.md]

CPU time throughout, the least of the rounds and their median: on a machine that does other work besides, the least says
most. --peers measures the programs installed below DIR, --install installs them there first (see peers.py).
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

import peers
from peers import Cost, Peer

from reportlint import loaders
from reportlint.findings import settle
from reportlint.pipeline import DEFAULT, lint_file, read_report
from reportlint.report import Report
from reportlint.rule import Hit, Rule, needs_of
from reportlint.running import applies, resolve, selected

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ("../shared/reports/tuy-phuoc-2023/report.md", "examples/bao-cao-mau.md")
FACTS = ("words", "low", "folded", "dates", "citations", "figures", "bodies", "definitions", "capital_runs")
COMMAND = (sys.executable, "-c", "from reportlint.cli.main import command; command()")
OURS = "**reportlint**"


class Clock:
    """Collects what named pieces of work take, in ms of CPU time."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.took: dict[str, list[float]] = defaultdict(list)

    def run(self, name: str, work: Callable[[], object]) -> None:
        """Do a piece of work and note its time."""
        start = time.process_time()
        work()
        self.took[name].append(1e3 * (time.process_time() - start))

    def least(self, name: str) -> float:
        """Return the least time of a piece of work."""
        return min(self.took[name], default=0.0)


def stages(file: Path, rounds: int) -> tuple[Clock, dict[str, str]]:
    """Measure the library on one file, warm: the whole, each stage, each rule. Return the family of each rule too."""
    clock, families = Clock(), {}
    lint_file(file)
    for _ in range(rounds):
        clock.run("whole", lambda: lint_file(file))
    for _ in range(rounds):
        clock.run("load", lambda: loaders.load(file))
        document = loaders.load(file)
        clock.run("outline, identity", lambda d=document: read_report(d))  # type: ignore[misc]
        report = read_report(document)
        clock.run("facts", lambda r=report: [getattr(b, name) for name in FACTS for b in r.facts.blocks])  # type: ignore[misc]
        hits: list[tuple[Rule, Hit]] = []
        for rule in _rules_for(report):
            families[rule.code] = rule.family
            clock.run(rule.code, lambda r=rule, p=report, h=hits: h.extend(_hits(r, p)))  # type: ignore[misc]
        clock.run("findings", lambda h=hits, r=report: settle(h, r))  # type: ignore[misc]
    return clock, families


def _rules_for(report: Report) -> list[Rule]:
    return [
        rule
        for rule in selected(DEFAULT)
        if applies(rule, report.identity) and (not rule.formats or report.document.format in rule.formats)
    ]


def _hits(rule: Rule, report: Report) -> Iterable[tuple[Rule, Hit]]:
    check = resolve(rule.check)
    if rule.scope == "report":
        return [(rule, hit) for hit in check(report, rule)]
    pairs = zip(report.document.blocks, report.facts.blocks, strict=True)
    needs = needs_of(check)
    return [
        (rule, hit.shifted(block.start))
        for block, facts in pairs
        if needs.met(facts)
        for hit in check(facts, rule)
    ]


def stage_tables(clock: Clock, families: dict[str, str]) -> list[str]:
    """Return the tables of stages and families."""
    of_family: dict[str, list[str]] = defaultdict(list)
    for code, family in families.items():
        of_family[family].append(code)
    whole = clock.took["whole"]
    lines = [
        "## The library, warm",
        "",
        f"One report again and again in one process, all {len(families)} rules that apply: **{min(whole):.1f} ms** (median {statistics.median(whole):.1f}). The parts, each by itself:",
        "",
        "| stage | ms |",
        "|---|---:|",
    ]
    lines += [f"| {stage} | {clock.least(stage):.1f} |" for stage in ("load", "outline, identity", "facts")]
    for family, codes in sorted(of_family.items(), key=lambda item: -sum(map(clock.least, item[1]))):
        slowest = max(codes, key=clock.least)
        total = sum(map(clock.least, codes))
        lines.append(
            f"| {family}, {len(codes)} rules (most: {slowest}, {clock.least(slowest):.1f}) | {total:.1f} |"
        )
    return [*lines, f"| findings | {clock.least('findings'):.1f} |", ""]


def costs(command: tuple[str, ...], folder: Path, rounds: int) -> list[Cost]:
    """Run a command several times, once more for the disk cache."""
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    peers.run(command, folder, env)
    return [peers.run(command, folder, env) for _ in range(rounds)]


def cold_table(found: list[Peer], report: Path, rounds: int, library: list[float], folder: Path) -> list[str]:
    """Return the table of whole processes on one file, and of the libraries behind them."""
    lines = [
        "## One report, side by side",
        "",
        "Whole process, and a call of the library in a process that runs already; ms of CPU time, least (median).",
        "",
        "| program | process, CPU | process, clock | library, CPU |",
        "|---|---:|---:|---:|",
    ]
    for name, argv in (("--version", ["--version"]), ("--help", ["--help"])):
        lines.append(_row(f"reportlint {name}", costs((*COMMAND, *argv), report.parent, rounds), []))
    lines.append(_row(OURS, costs((*COMMAND, "check", report.name), report.parent, rounds), library))
    for peer in found:
        took = costs((*peer.command, report.name), report.parent, max(3, rounds // 3))
        warm = peers.warm(peer, report, folder)
        lines.append(_row(f"{peer.name} ({peers.version(peer)})", took, warm))
    return [*lines, ""]


def _row(name: str, took: list[Cost], warm: list[float]) -> str:
    cells = [[c.cpu for c in took], [c.wall for c in took], warm]
    return f"| {name} | " + " | ".join(_cell(cell) for cell in cells) + " |"


def _cell(values: list[float]) -> str:
    return f"{min(values):.0f} ({statistics.median(values):.0f})" if values else "–"


def folder_table(found: list[Peer], report: Path, copies: int) -> list[str]:
    """Return the table of many files at once; each copy differs by a line, so that none is taken from a cache."""
    lines = [
        f"## {copies} reports at once",
        "",
        "| program | files per second | CPU s |",
        "|---|---:|---:|",
    ]
    with tempfile.TemporaryDirectory() as scratch:
        folder, text = Path(scratch), report.read_text("utf-8")
        for i in range(copies):
            (folder / f"bao-cao-{i}{report.suffix}").write_text(f"{text}\n\nBản số {i + 1}.\n", "utf-8")
        files = tuple(sorted(path.name for path in folder.iterdir()))
        commands = [
            (
                f"{OURS}, {jobs} {'job' if jobs == 1 else 'jobs'}",
                (*COMMAND, "check", "--jobs", str(jobs), "."),
            )
            for jobs in (1, 2)
        ]
        commands += [(p.name, (*p.command, *((".",) if p.takes_folder else files))) for p in found]
        for name, command in commands:
            took = costs(command, folder, 1)[0]
            lines.append(f"| {name} | {1e3 * copies / took.wall:.1f} | {took.cpu / 1e3:.1f} |")
    return [*lines, ""]


def head(report: Path) -> list[str]:
    """Return the beginning of the page: what was measured, when, on how big a machine."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    size = len(report.read_bytes()) / 1024
    python = ".".join(map(str, sys.version_info[:3]))
    return [
        "# Benchmarks",
        "",
        "Generated by `python benchmarks/speed.py --peers DIR --install --write docs/benchmarks.md`; do not edit.",
        "",
        f"{dt.datetime.now(dt.UTC).date()}, {os.cpu_count()} cores, {memory:.0f} GiB of memory, Python {python}; one report of {size:.0f} kB in Markdown.",
        f"Load of the machine meanwhile: {os.getloadavg()[1]:.1f}; with other work than ours on it, clock times and files per second say little.",
        "",
        "The other programs are run as they come, with no rule and no word list for Vietnamese: what they find is beside the",
        "point here (accuracy.md is about that), only how long one waits. typos is written in Rust, codespell and proselint in",
        "Python, the rest in JavaScript; textlint runs one rule. All read one report again and again or near copies of it, so",
        "what reportlint remembers of the syllables it has met counts in its favour in the library and the folder, not in a",
        "process of its own.",
        "",
    ]


def main() -> int:
    """Measure what is asked for and print the page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--file", type=Path, help="the report; by default the sample")
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument(
        "--peers", type=Path, help="folder of the peers; without it only reportlint is measured"
    )
    parser.add_argument("--install", action="store_true", help="install the peers there first")
    parser.add_argument("--copies", type=int, default=200, help="how many files at once; 0 for none")
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    report = (options.file or next(p for name in SAMPLES if (p := ROOT / name).exists())).resolve()
    folder = options.peers or Path()
    if options.install:
        peers.install(folder)
    found = peers.installed(folder.resolve()) if options.peers else []
    clock, families = stages(report, options.rounds)
    page = [*head(report), *stage_tables(clock, families)]
    page += cold_table(found, report, options.rounds, clock.took["whole"], folder)
    if options.copies:
        page += folder_table(found, report, options.copies)
    print("\n".join(page))
    if options.write:
        options.write.write_text("\n".join(page).rstrip() + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
