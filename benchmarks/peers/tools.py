"""The peers: how each is configured and called, and how its output is read."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "reportlint"
PEERS = ROOT / "build" / "peers"
NODE = PEERS / "node_modules" / ".bin"
PYTHON = PEERS / "venv" / "bin"
_PLACE = re.compile(r"^(?P<path>[^\s:]+):(?P<line>\d+):(?P<column>\d+)", re.MULTILINE)
_CODESPELL = re.compile(r"^(?P<path>[^\s:]+):(?P<line>\d+): (?P<word>\S+) ==>", re.MULTILINE)

Place = tuple[int, int]
"""Line and column of a finding, from 1."""


class Tool(NamedTuple):
    """One program."""

    name: str
    command: Sequence[str | Path]
    """Files are appended."""
    start: Sequence[str | Path]
    """What starts it and does nothing."""
    read: Callable[[str, str], Iterable[Place]]
    """Output and the text linted → places."""

    @property
    def installed(self) -> bool:
        """Whether it can be run here."""
        return shutil.which(str(self.command[0])) is not None


def _syllables() -> Iterator[str]:
    for line in (PACKAGE / "knowledge" / "data" / "syllables.tsv").read_text("utf-8").splitlines():
        beginnings, _, rhymes = line.partition("\t")
        yield from (first + rhyme for first in beginnings.split(" ") for rhyme in rhymes.split(" "))


def tools(folder: Path) -> list[Tool]:
    """Write the configurations into a folder and return the tools."""
    words = _misspellings()
    single = {wrong: right for wrong, right in words.items() if " " not in wrong}
    (folder / "prh.yml").write_text(_prh(words), "utf-8")
    (folder / "textlintrc.json").write_text('{"rules": {"prh": {"rulePaths": ["prh.yml"]}}}', "utf-8")
    (folder / "codespell.txt").write_text(
        "".join(f"{wrong}->{right}\n" for wrong, right in single.items()), "utf-8"
    )
    (folder / "typos.toml").write_text(
        "[default.extend-words]\n" + "".join(f'"{w}" = "{r}"\n' for w, r in single.items()), "utf-8"
    )
    (folder / "vi.txt").write_text("\n".join(_syllables()), "utf-8")
    (folder / "cspell.json").write_text(
        '{"language": "vi", "dictionaryDefinitions": [{"name": "vi", "path": "vi.txt"}], "dictionaries": ["vi"], "minWordLength": 2}',
        "utf-8",
    )
    ours = [sys.executable, "-m", "reportlint"]
    flags = ["--isolated", "--format", "jsonl", "--jobs", "1"]
    return [
        Tool("reportlint", [*ours, "check", *flags], [*ours, "--version"], _ours),
        Tool(
            "reportlint, CT and DC only",
            [*ours, "check", *flags, "--select", "CT,DC"],
            [*ours, "--version"],
            _ours,
        ),
        Tool(
            "textlint + prh",
            [NODE / "textlint", "--config", folder / "textlintrc.json", "--format", "unix"],
            [NODE / "textlint", "--version"],
            _places,
        ),
        Tool(
            "cspell",
            [NODE / "cspell", "-c", folder / "cspell.json", "--no-progress", "--no-summary"],
            [NODE / "cspell", "--version"],
            _places,
        ),
        Tool("proselint", [PYTHON / "proselint", "check"], [PYTHON / "proselint", "version"], _places),
        Tool(
            "codespell",
            [PYTHON / "codespell", "-D", folder / "codespell.txt"],
            [PYTHON / "codespell", "--version"],
            _codespell,
        ),
        Tool(
            "typos",
            [PYTHON / "typos", "-c", folder / "typos.toml", "--format", "brief"],
            [PYTHON / "typos", "--version"],
            _places,
        ),
        Tool("hunspell vi", ["hunspell", "-d", "vi_VN", "-l"], ["hunspell", "--version"], _words),
    ]


def _misspellings() -> dict[str, str]:
    """Return what reportlint knows as plain confusions: wrong → right."""
    lines = (PACKAGE / "checks" / "spelling" / "confusions.txt").read_text("utf-8").splitlines()
    rows = (line.partition(" ! ")[0].partition(" > ") for line in lines if " > " in line and line[0] != "#")
    return {wrong: right for wrong, _, right in rows}


def _prh(words: dict[str, str]) -> str:
    rules = [
        f"  - expected: {right}\n    pattern: /(?<!\\p{{L}}){wrong}(?!\\p{{L}})/i\n"
        for wrong, right in words.items()
    ]
    rules += [
        "  - expected: $1\n    pattern: / +([,;])/\n",
        "  - expected: …\n    pattern: /\\.{4,}/\n",
        "  - expected: $1\n    pattern: /(?<!\\p{L})(\\p{L}+) \\1(?!\\p{L})/i\n",
    ]
    return "version: 1\nrules:\n" + "".join(rules)


def _places(output: str, text: str) -> Iterable[Place]:  # noqa: ARG001 - the shape of a reader
    return [(int(m["line"]), int(m["column"])) for m in _PLACE.finditer(output)]


def _ours(output: str, text: str) -> Iterable[Place]:  # noqa: ARG001 - the same
    for line in output.splitlines():
        yield from ((f["start"]["line"], f["start"]["column"]) for f in json.loads(line)["findings"])


def _codespell(output: str, text: str) -> Iterable[Place]:
    lines = text.splitlines()
    for match in _CODESPELL.finditer(output):
        yield int(match["line"]), lines[int(match["line"]) - 1].find(match["word"]) + 1


def _words(output: str, text: str) -> Iterable[Place]:
    """Find again each word that was listed; the list has no places."""
    for word in sorted(set(output.split())):
        pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
        for number, line in enumerate(text.splitlines(), 1):
            yield from ((number, match.start() + 1) for match in pattern.finditer(line))
