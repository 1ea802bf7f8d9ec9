"""Text formats: nothing but the edits changes, to the byte; the difference is one that patch takes."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.writers.word_files import finding

from reportlint import writers
from reportlint.fixes import Repair
from reportlint.loaders import load_bytes
from reportlint.rule import Edit
from reportlint.writers import UnwritableError
from reportlint.writers.diff import unified
from reportlint.writers.outcome import Applied


def fixed(data: bytes, name: str, old: str, new: str) -> Applied:
    document = load_bytes(data, name)
    start = document.text.index(old)
    wrong = finding(document.text, start, start + len(old), Edit(start, start + len(old), new))
    return writers.fix(data, document, [Repair(wrong, wrong.edits, "safe")])


@pytest.mark.parametrize("mark", ["utf-8", "utf-8-sig", "utf-16"])
def test_encoding_and_line_ends_stay(mark: str) -> None:
    source = "# BÁO CÁO\r\n\r\nCác các xã  \r\nđã làm.\r\n"
    made = fixed(source.encode(mark), "a.md", "Các các", "Các")
    assert made.data == source.replace("Các các", "Các").encode(mark)


def test_decomposed_source_is_changed_at_its_letters() -> None:
    data = "của của tỉnh".encode().replace("ủ".encode(), "ủ".encode())
    assert fixed(data, "a.txt", "của của", "của").data.decode() == "của tỉnh"


@pytest.mark.parametrize(
    ("source", "old", "new", "made"),
    [
        ("các **các** xã", "các các", "các", None),  # the marks would be left alone
        ("**Tồn tại** , hạn chế", "Tồn tại ,", "Tồn tại,", "**Tồn tại**, hạn chế"),
        ("a &amp; b b", "b b", "b", "a &amp; b"),
        ("a **rất** b", "rất", " ất", None),  # no emphasis any more
        ("a **rất** b", "rất", "rấ ", None),
        ("a **rất tốt** b", "rất", "", None),
        ("a **rất tốt** b", "tốt", "", None),
        ("a **rất tốt** b", "rất ", "", "a **tốt** b"),
        ("| một một | hai |\n|---|---|\n", "một một", "một", "| một | hai |\n|---|---|\n"),
        ("xã\nxã, thị trấn", "xã xã", "xã", None),
    ],
)
def test_markup_is_respected(source: str, old: str, new: str, made: str | None) -> None:
    applied = fixed(source.encode(), "a.md", old, new)
    if made is None:
        assert applied.data.decode() == source
        assert applied.refused
    else:
        assert applied.data.decode() == made


def test_pdf_cannot_be_fixed() -> None:
    document = load_bytes(b"a b", "a.txt")
    object.__setattr__(document, "format", "pdf")
    with pytest.raises(UnwritableError, match=r"\.pdf"):
        writers.fix(b"", document, [])


@pytest.mark.skipif(shutil.which("patch") is None, reason="patch is not installed")
@pytest.mark.parametrize("tail", ["\n", "", "\r\n", "\n\x0cghi chú  \u2028 hết\n"])
@pytest.mark.parametrize("name", ["a.txt", "báo cáo quý.txt"])
def test_patch_accepts_the_difference(tmp_path: Path, tail: str, name: str) -> None:
    source = f"Dòng một một.{tail or ' '}Dòng hai hai.{tail}"
    made = fixed(source.encode(), str(tmp_path / name), "hai hai", "hai")
    (tmp_path / name).write_bytes(source.encode())
    old, new = (load_bytes(data, str(tmp_path / name)) for data in (source.encode(), made.data))
    run = subprocess.run(
        ["patch", "-p0", "--binary", "-d", "/"],  # noqa: S607
        input=unified(old, new).encode(),
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout
    assert (tmp_path / name).read_bytes() == made.data


def test_no_change_no_difference() -> None:
    document = load_bytes(b"a b", "a.txt")
    assert unified(document, document) == ""
