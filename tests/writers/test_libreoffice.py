"""The annotated example opened in LibreOffice: its comments and changes are counted, refused, and the text is the old one."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.writers.word_files import finding, make_docx, result_with

from reportlint import writers
from reportlint.loaders import load_bytes
from reportlint.rule import Edit
from reportlint.writers.marking import Marking

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "libreoffice_round_trip.py"
PYTHON = "/usr/bin/python3"
"""The interpreter that a distribution gives LibreOffice's `uno` module to."""


def missing() -> bool:
    if not shutil.which("soffice") or not Path(PYTHON).exists():
        return True
    return subprocess.run([PYTHON, "-c", "import uno"], check=False, capture_output=True).returncode != 0  # noqa: S603


@pytest.mark.skipif(missing(), reason="LibreOffice with its Python module is not installed")
def test_word_file_in_libreoffice(tmp_path: Path) -> None:
    runs = "".join(
        f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{word} </w:t></w:r>'
        for word in ("Các", "các", "xã", "đã", "làm")
    )
    data = make_docx(f"<w:p>{runs}</w:p>" * 3)
    text = load_bytes(data, "a.docx").text
    findings = [finding(text, at, at + 7, Edit(at + 3, at + 7, "")) for at in (0, text.index("\n") + 1)]
    findings.append(finding(text, len(text) - 4, len(text) - 1, Edit(len(text) - 4, len(text) - 1, "xong")))
    made = writers.annotate(data, result_with(data, "a.docx", findings), Marking())
    (tmp_path / "a.docx").write_bytes(data)
    (tmp_path / "b.docx").write_bytes(made.data)
    run = subprocess.run(  # noqa: S603
        [PYTHON, SCRIPT, tmp_path / "a.docx", tmp_path / "b.docx"],
        check=False,
        capture_output=True,
        timeout=120,
    )
    row = json.loads(run.stdout)
    assert row["comments"] == 3
    assert row["changes"] == {"Delete": 3, "Insert": 1}
    assert row["equal"]
