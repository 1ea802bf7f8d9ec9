"""Runs reportlint and its peers on the same files in one go: start, speed, memory, planted defects found, false alarms.

    python benchmarks/peers/run.py [--copies 40] [--write docs/peers.md]

CPU time is that of the process and its children, the best of several runs; memory is the largest resident set of any of
them. Defects are those planted in examples/bao-cao-ubnd-huyen.md and listed in examples/README.md; a finding that
touches the text of one counts as found. False alarms are findings on examples/bao-cao-mau.md, where nothing is wrong.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from tools import ROOT, Place, Tool, tools

FAULTY, CLEAN = ROOT / "examples" / "bao-cao-ubnd-huyen.md", ROOT / "examples" / "bao-cao-mau.md"
_PLANTED = re.compile(r"^\| (?P<line>\d+) \| `(?P<text>[^|]+)` \|", re.MULTILINE)


class Run(NamedTuple):
    """What one run cost and printed."""

    cpu: float
    """Seconds."""
    memory: float
    """MiB."""
    output: str


def measured(command: Sequence[str | Path], folder: Path) -> Run:
    """Run a command once."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as printed:
        process = subprocess.Popen(
            command, cwd=folder, stdout=printed, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL
        )
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
        printed.seek(0)
        return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, printed.read())


def best(command: Sequence[str | Path], folder: Path, times: int) -> Run:
    """Return the run of least CPU time."""
    return min((measured(command, folder) for _ in range(times)), key=lambda run: run.cpu)


def found(places: Iterable[Place], text: str) -> int:
    """Count the planted defects that a finding touches; one column of grace, for what stands beside a mark."""
    lines = text.splitlines()
    planted = [
        (int(m["line"]), m["text"])
        for m in _PLANTED.finditer((ROOT / "examples" / "README.md").read_text("utf-8"))
    ]
    seen = set(places)
    hits = 0
    for number, wrong in planted:
        spans = [m.span() for m in re.finditer(re.escape(wrong), lines[number - 1])]
        hits += any(
            line == number and any(start <= column <= end + 1 for start, end in spans)
            for line, column in seen
        )
    return hits


def row(tool: Tool, folder: Path, copies: list[str], size: int) -> str:
    """Measure one tool and return its line of the table."""
    if not tool.installed:
        return f"| {tool.name} | not installed | | | | | |"
    start = best(tool.start, folder, 5)
    one = best([*tool.command, FAULTY.name], folder, 3)
    many = best([*tool.command, *copies], folder, 1)
    alarms = len(
        list(tool.read(measured([*tool.command, CLEAN.name], folder).output, CLEAN.read_text("utf-8")))
    )
    defects = found(tool.read(one.output, FAULTY.read_text("utf-8")), FAULTY.read_text("utf-8"))
    speed = size / max(many.cpu - start.cpu, 1e-3) / 1e6
    return (
        f"| {tool.name} | {start.cpu * 1000:.0f} | {one.cpu * 1000:.0f} | {speed:.2f} | {max(one.memory, many.memory):.0f}"
        f" | {defects} | {alarms} |"
    )


def main() -> int:
    """Run everything and print or write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copies", type=int, default=40)
    parser.add_argument("--write")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path in (FAULTY, CLEAN):
            (folder / path.name).write_text(path.read_text("utf-8"), "utf-8")
        copies = [f"{i}.md" for i in range(options.copies)]
        for copy in copies:
            (folder / copy).write_text(FAULTY.read_text("utf-8"), "utf-8")
        size = FAULTY.stat().st_size * options.copies
        planted = len(_PLANTED.findall((ROOT / "examples" / "README.md").read_text("utf-8")))
        table = [row(tool, folder, copies, size) for tool in tools(folder)]
    page = "\n".join(_page(table, planted, options.copies, size))
    if options.write:
        Path(options.write).write_text(page + "\n", "utf-8")
    print(page)
    return 0


def _page(table: list[str], planted: int, copies: int, size: int) -> Iterable[str]:
    yield "# Beside its peers\n"
    yield "<!-- Made by benchmarks/peers/run.py: do not edit. -->\n"
    yield (
        f"One run on one machine ({os.cpu_count()} cores, Python {sys.version.split()[0]}): the example report with {planted} planted"
        f" defects, {copies} copies of it ({size / 1e6:.1f} MB) for the speed, and the clean example for false alarms. One process each.\n"
    )
    yield f"| | start, CPU ms | one report, CPU ms | MB/s of CPU | memory, MiB | planted defects found (of {planted}) | findings on the clean report |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    yield from table
    yield (
        "\nThe others are made for other things, and get the word lists and patterns of reportlint where they can use them"
        " ([how](../benchmarks/peers/README.md)). A spell checker that knows English or single syllables marks most of a"
        " Vietnamese text; what it “finds” it finds by marking everything, as the last column shows."
    )


if __name__ == "__main__":
    raise SystemExit(main())
