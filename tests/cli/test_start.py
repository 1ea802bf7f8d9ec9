"""What is imported: each command loads itself alone, and what is slow only where it is used."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = "import sys; from reportlint.cli.main import main; main(sys.argv[1:]); print(sorted(sys.modules), file=sys.stderr)"
SLOW = {
    "pydantic",
    "rich",
    "lxml",
    "dateutil",
    "regex",
    "importlib.metadata",
    "hashlib",
    "pygls",
    "watchfiles",
}


def loaded(folder: Path, *argv: str) -> set[str]:
    """Return the names of the modules that a run of the command has loaded."""
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", PROGRAM, *argv], capture_output=True, text=True, check=True, cwd=folder
    )
    names: set[str] = set(eval(done.stderr.splitlines()[-1]))  # noqa: S307 - a list we printed
    return names


@pytest.mark.parametrize("argv", [["--version"], ["--help"]])
def test_version_and_help_load_next_to_nothing(folder: Path, argv: list[str]) -> None:
    names = loaded(folder, *argv)
    assert not names & (SLOW | {"argparse", "json", "pathlib", "dataclasses"})


def test_help_of_check_loads_no_linter(folder: Path) -> None:
    assert "reportlint.pipeline" not in loaded(folder, "check", "--help")


def test_check_loads_nothing_slow(folder: Path, faulty: Path) -> None:
    names = loaded(folder, "check", faulty.name, "--format", "json")
    assert not names & SLOW
    assert {name for name in names if name.startswith("reportlint.cli.")} <= {
        f"reportlint.cli.{name}"
        for name in (
            "main",
            "kept_code",
            "kept_modules",
            "commands",
            "parser",
            "check",
            "check_options",
            "options",
            "checking",
            "files",
            "run_settings",
            "output",
        )
    }
