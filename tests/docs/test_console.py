"""The commands that the documentation shows are run, and print what it shows.

A block ```console holds commands behind `$ ` and pieces of what they print; `…` stands for what is left out.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)
PAGES = [page for page in sorted((ROOT / "docs").rglob("*.md")) if BLOCK.search(page.read_text("utf-8"))]


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_commands_print_what_is_shown(page: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples", ignore=shutil.ignore_patterns("plugin"))
    for name, text in re.findall(
        r"^<!-- file: (\S+) -->\n+```\w*\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    for block in BLOCK.findall(page.read_text("utf-8")):
        for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            printed = _plain(_run(command, tmp_path))
            at = 0
            for piece in filter(None, map(_plain, shown.split("…"))):
                assert piece in printed[at:], f"{command}: {piece!r} is not in\n{printed}"
                at = printed.index(piece, at) + len(piece)


def _plain(text: str) -> str:
    """One line, without the marks of what is left out: they stand in what is printed too."""
    return " ".join(text.replace("…", " ").split())


def _run(command: str, folder: Path) -> str:
    words = shlex.split(command)
    assert words[0] == "reportlint", command
    done = subprocess.run(  # noqa: S603 - the commands of our own pages
        [sys.executable, "-m", "reportlint", *words[1:]],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1"},
    )
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout + done.stderr
