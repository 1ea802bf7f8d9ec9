"""`reportlint watch`: a copy for what is saved, none for what lies there, and nothing ends it but the user."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

WATCH = [sys.executable, "-m", "reportlint", "watch", "--select", "DC001"]


@pytest.fixture
def word_file(tmp_path: Path) -> Path:
    """A small .docx outside the watched folder."""
    import zipfile

    document = (
        '<?xml version="1.0" encoding="UTF-8"?><w:document '
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
        "Ủy ban nhân dân huyện đã thực hiện , các xã báo cáo đầy đủ.</w:t></w:r></w:p></w:body></w:document>"
    )
    types = (
        '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    relations = (
        '<?xml version="1.0" encoding="UTF-8"?><Relationships '
        'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Target="word/document.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
    )
    path = tmp_path / "outside" / "bao-cao.docx"
    path.parent.mkdir()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", relations)
        archive.writestr("word/document.xml", document)
    return path


def test_once_for_all(tmp_path: Path, word_file: Path) -> None:
    folder = tmp_path / "báo cáo"
    folder.mkdir()
    shutil.copy(word_file, folder / "a.docx")
    (folder / "~$a.docx").write_bytes(b"lock")
    (folder / "hỏng.docx").write_bytes(b"PK\x03\x04 broken")
    done = subprocess.run(  # noqa: S603 - ours
        [*WATCH, str(folder), "--all", "--once"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "hỏng.docx" in done.stdout
    assert sorted(p.name for p in folder.iterdir()) == ["a.docx", "a.ra-soat.docx", "hỏng.docx", "~$a.docx"]
    again = subprocess.run([*WATCH, str(folder), "--once"], capture_output=True, text=True, check=False)  # noqa: S603 - ours
    assert again.stdout == ""


@pytest.mark.skipif(os.name == "nt", reason="signals are Unix's")
def test_a_saved_file_gets_its_copy(tmp_path: Path, word_file: Path) -> None:
    folder = tmp_path / "watched"
    folder.mkdir()
    watcher = subprocess.Popen([*WATCH, str(folder)], stdout=subprocess.PIPE, text=True)  # noqa: S603 - ours
    assert watcher.stdout
    try:
        assert "watched" in watcher.stdout.readline()
        shutil.copy(word_file, folder / "a.docx")
        assert "a.ra-soat.docx" in watcher.stdout.readline()
        time.sleep(0.05)
        (folder / "a.docx").touch()
        assert "a.ra-soat.docx" in watcher.stdout.readline()
        watcher.send_signal(signal.SIGINT)
        assert watcher.wait(10) == 0
    finally:
        watcher.kill()
        watcher.communicate()
