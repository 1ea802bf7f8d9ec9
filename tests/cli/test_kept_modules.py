"""Modules kept between runs: the same as from their own files, and never in the way of a changed one."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from reportlint.cli import kept_modules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PROGRAM = """
import sys
from reportlint.cli import kept_code
kept_code._path = lambda: sys.argv[1]
kept_code.keep()
import reportlint.checks.dates.forms as module, reportlint.checks as package
for m in (module, package):
    print(m.__name__, m.__file__, m.__cached__, m.__package__, getattr(m, "__path__", None), m.__doc__, m.__spec__.parent)
print(module.Hit.__module__, module.Hit.shifted.__code__.co_filename)
from importlib import resources
print(resources.files("reportlint").joinpath("catalogue.json").is_file())
print(kept_code._missed_modules)
sys.dont_write_bytecode = False
kept_code.write()
"""


def run(file: Path) -> list[str]:
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-B", "-c", PROGRAM, str(file)], capture_output=True, encoding="utf-8", check=True
    )
    assert not done.stderr
    return done.stdout.splitlines()


def test_a_second_run_has_the_same_modules_without_their_files(tmp_path: Path) -> None:
    first, second = run(tmp_path / "kept"), run(tmp_path / "kept")
    assert first[:-1] == second[:-1]
    assert "reportlint.checks.dates.forms" in first[-1]
    assert second[-1] == "[]"


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A module of this package that lies elsewhere."""
    source = tmp_path / "kept_for_trial.py"
    source.write_text("ANSWER = 1\n", "utf-8")
    package = importlib.import_module("reportlint.cli")
    monkeypatch.setattr(package, "__path__", [str(tmp_path)])
    importlib.import_module("reportlint.cli.kept_for_trial")
    monkeypatch.delattr(package, "kept_for_trial")
    yield source
    del sys.modules["reportlint.cli.kept_for_trial"]


def found(source: Path, kept: kept_modules.Kept) -> tuple[bool, list[str]]:
    """Return whether the module is found, and what is noted as missed."""
    missed: list[str] = []
    spec = kept_modules.Finder(kept, missed).find_spec("reportlint.cli.kept_for_trial", [str(source.parent)])
    return spec is not None, missed


def test_a_changed_source_is_read_anew(module: Path) -> None:
    name = "reportlint.cli.kept_for_trial"
    kept = kept_modules.entry_of(name)
    assert found(module, kept) == (True, [])
    module.write_text("ANSWER = 2\n", "utf-8")
    os.utime(module, ns=(1, 1))
    assert found(module, kept) == (False, [name])
    module.unlink()
    assert found(module, kept) == (False, [name])


def test_modules_of_others_are_not_looked_at() -> None:
    missed: list[str] = []
    finder = kept_modules.Finder({}, missed)
    assert finder.find_spec("json.decoder", ["/lib/json"]) is None
    assert finder.find_spec("reportlint", None) is None
    assert not missed
    assert kept_modules.entry_of("json.no_such_module") == {}
