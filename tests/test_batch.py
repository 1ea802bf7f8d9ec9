"""Many files at once: old Word files go through one run of LibreOffice; a broken register is told plainly."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint import batch, lint
from reportlint.loaders import office
from reportlint.settings import Settings


def test_old_word_files_are_turned_in_one_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[set[str]] = []
    monkeypatch.setattr(office, "prepare", lambda files: runs.append(set(files)))
    paths = [tmp_path / name for name in ("a.doc", "b.rtf", "c.txt")]
    for path in paths:
        path.write_bytes(b"{\\rtf1 BC}" if path.suffix != ".txt" else "BÁO CÁO".encode())
    entries = list(batch.lint_entries([batch.Job(str(p)) for p in paths], workers=2))
    assert runs == [{str(paths[0]), str(paths[1])}]
    assert [entry["path"] for entry in entries] == [str(p) for p in paths]


def test_a_broken_register_is_no_error_of_the_program(tmp_path: Path) -> None:
    register = tmp_path / "so.csv"
    register.write_text("name,date\nQuyết định,2023-06-05\n", "utf-8")
    report = tmp_path / "bao-cao.txt"
    report.write_text("Quyết định số 12/QĐ-UBND ngày 05/6/2023 của UBND huyện về phân công.", "utf-8")
    settings = Settings(registries=(str(register),), select=("VD027",))
    (entry,) = batch.lint_entries([batch.Job(str(report), settings)])
    assert entry["error"]["code"] == "settings"
    assert "so.csv" in entry["error"]["cause"]
    assert "symbol" in entry["error"]["cause"]


@pytest.mark.parametrize(
    ("cited", "found"),
    [
        ("ngày 06/6/2023 của UBND huyện Ba Vì", ["VD019"]),
        ("ngày 05/6/2023 của UBND huyện Ba Vì", []),
        ("ngày 06/6/2022 của UBND huyện Ba Vì", []),  # numbers begin anew every year
        ("ngày 06/6/2023 của UBND huyện Sơn Tây", []),  # another committee's number 12
        ("ngày 06/6/2023", []),
    ],
)
def test_a_register_of_ones_own_knows_papers_of_committees(
    tmp_path: Path, cited: str, found: list[str]
) -> None:
    register = tmp_path / "so.csv"
    register.write_text("symbol,issuer,date\n12/QĐ-UBND,Ủy ban nhân dân huyện Ba Vì,2023-06-05\n", "utf-8")
    settings = Settings(registries=(str(register),), select=("VD019",))
    result = lint(f"Thực hiện Quyết định số 12/QĐ-UBND {cited} về phân công nhiệm vụ.", settings)
    assert [finding.code for finding in result.findings] == found
