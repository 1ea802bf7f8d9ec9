"""Code kept between runs: found again, equal to what Python compiles, and never in the way."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from reportlint.cli import kept_code

PROGRAM = """
import sys
from reportlint.cli import kept_code
kept_code._path = lambda: sys.argv[1]
kept_code.keep()
import re
for pattern, text in ((r"(?P<year>(?:19|20)\\d\\d)[À-Ỹ]*", "năm 2024ẬB"), (r"(?i:ỦY) ban", "Ủy ban"), (rb"\\d+", b"a12")):
    print(re.compile(pattern).search(text))
from dataclasses import dataclass
from typing import NamedTuple
@dataclass(frozen=True, slots=True)
class Place:
    line: int
    column: int = 1
class Pair(NamedTuple):
    one: int
    two: int = 2
from pathlib import Path
print("urllib.parse" in sys.modules, Path("/a b").as_uri())
print(Place(3), Place(3) == Place(3, 1), hash(Place(3)) == hash(Place(3, 1)), Pair(1), Place.__doc__, "inspect" in sys.modules)
print(len(kept_code._missed))
sys.dont_write_bytecode = False
kept_code.write()
"""


METHODS = 6
"""At least so many methods are compiled for a dataclass and a named tuple."""


def run(file: Path) -> list[str]:
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-B", "-c", PROGRAM, str(file)],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env={"PYTHONUTF8": "1"},
    )
    assert not done.stderr
    return done.stdout.splitlines()


def test_a_second_run_finds_what_the_first_compiled(tmp_path: Path) -> None:
    first, second = run(tmp_path / "kept"), run(tmp_path / "kept")
    assert first[:-1] == second[:-1]
    assert int(first[-1]) >= 2 + METHODS
    assert second[-1] == "0"
    assert first[-3] == "False file:///a%20b"
    doc = "Place(line: int, column: int = 1)"
    assert first[-2] == f"Place(line=3, column=1) True True Pair(one=1, two=2) {doc} True"


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\xe9\x00\x00\x00\x00"])
def test_a_damaged_file_is_as_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "kept").write_bytes(content)
    assert int(run(tmp_path / "kept")[-1]) >= 2


def test_nothing_is_written_where_it_may_not_be(tmp_path: Path) -> None:
    assert int(run(tmp_path / "no" / "such" / "folder" / "kept")[-1]) >= 2


def test_what_is_kept_makes_the_same_expression() -> None:
    pattern = r"(?P<a>[^\W\d_]+) (?P<b>\d{1,3})"
    flags, code, groups, names, by_number = kept_code._thawed(*kept_code._code(pattern, 0))
    plain = re.compile(pattern)
    assert (flags, groups, names) == (plain.flags, plain.groups, dict(plain.groupindex))
    assert by_number == (None, "a", "b")
    assert code
