"""What the tests of the command share: a small report with known faults, and a way to run the command."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from reportlint.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# An excerpt: no head is asked of it. One certain error (a date that does not exist), one thing only to consider.
FAULTY = """Hội nghị tổng kết ngày 31/4/2023 có các xã,  phường tham dự.
"""
CLEAN = """Các xã đã tổ chức hội nghị tổng kết trong quý.
"""


@dataclass(frozen=True)
class Outcome:
    """What a run of the command did."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Return a function that runs the command with arguments."""

    def call(*argv: object) -> Outcome:
        code = main([str(word) for word in argv])
        shown = capsys.readouterr()
        return Outcome(code, shown.out, shown.err)

    return call


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that is the working directory."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("REPORTLINT_LANG", raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)
    return tmp_path


@pytest.fixture
def faulty(folder: Path) -> Path:
    """Return a report with a certain error."""
    path = folder / "sai.md"
    path.write_text(FAULTY, "utf-8")
    return path


@pytest.fixture
def clean(folder: Path) -> Path:
    """Return a report in which nothing is found."""
    path = folder / "dung.md"
    path.write_text(CLEAN, "utf-8")
    return path
