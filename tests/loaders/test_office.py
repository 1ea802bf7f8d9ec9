"""Old Word and RTF files: read through LibreOffice, or refused in words a user can act on."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.errors import UnreadableError
from reportlint.loaders import load_bytes, office

RTF = rb"{\rtf1\ansi{\fonttbl{\f0 Times New Roman;}}\f0\fs28 B\u225\'e1o c\u225\'e1o\par Hai}"
needs_office = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")


def test_names_libreoffice_when_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "program", lambda: None)
    with pytest.raises(UnreadableError, match="cài LibreOffice"):
        load_bytes(RTF, "a.rtf")


def test_gives_up_after_its_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    slow = tmp_path / "soffice"
    slow.write_text("#!/bin/sh\nsleep 60\n", "utf-8")
    slow.chmod(0o755)
    monkeypatch.setattr(office, "program", lambda: str(slow))
    monkeypatch.setattr(office, "START_SECONDS", 0.2)
    monkeypatch.setattr(office, "FILE_SECONDS", 0.0)
    with pytest.raises(UnreadableError, match="quá lâu"):
        load_bytes(RTF, "a.rtf")


def test_a_program_that_makes_nothing_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "program", lambda: "/bin/true")
    with pytest.raises(UnreadableError, match="không chuyển được"):
        load_bytes(RTF, "a.rtf")


@needs_office
def test_reads_many_in_one_run(shared_reports: Path) -> None:
    files = {str(path): path.read_bytes() for path in sorted((shared_reports / "real").glob("*.doc"))}
    files["a.rtf"] = RTF
    office.prepare(files)
    for path, data in files.items():
        document = load_bytes(data, path)
        assert document.format == ("rtf" if path == "a.rtf" else "doc")
        assert path == "a.rtf" or "Nơi nhận:" in document.text
