"""`fix`, `annotate` and `cites` on the command line."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reportlint.loaders import load_bytes

if TYPE_CHECKING:
    from tests.cli.conftest import Outcome

Run = Callable[..., "Outcome"]
SOURCE = "Các xã đã đã tổ chức hội nghị , có quy định tại Khoản 2 Điều 8 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "bao-cao.md"
    path.write_text(SOURCE, "utf-8")
    return path


def test_without_asking_nothing_is_written(run: Run, report: Path) -> None:
    done = run("fix", report)
    assert done.code == 0
    assert "“đã đã” → “đã”" in done.out
    assert "Chưa ghi gì" in done.out
    assert report.read_text("utf-8") == SOURCE


def test_in_place_with_backup_then_nothing_more(run: Run, report: Path) -> None:
    assert run("fix", report, "--in-place").code == 0
    assert report.read_text("utf-8").startswith("Các xã đã tổ chức hội nghị, có quy định tại khoản 2 Điều 8")
    assert report.with_name("bao-cao.md.bak").read_text("utf-8") == SOURCE
    again = report.read_bytes()
    run("fix", report, "--in-place")
    assert report.read_bytes() == again
    assert not report.with_name("bao-cao.md.bak2").exists()


def test_difference_goes_to_output_and_words_to_errors(run: Run, report: Path) -> None:
    done = run("fix", report, "--diff")
    assert done.out.startswith(f"--- {report}\n+++ {report}\n@@ -1 +1 @@\n-Các xã đã đã")
    assert "sửa" in done.err


def test_standard_input_to_standard_output(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SOURCE.encode())))
    assert run("fix", "-", "--stdin-filename", "a.md").out.startswith("Các xã đã tổ chức")


def test_asking(run: Run, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("gì\nk\nq\n"))
    out = report.with_name("moi.md")
    done = run("fix", report, "--ask", "--select", "CT001,DC001", "--output", out)
    assert done.err.count("Sửa?") == 3
    assert out.read_text("utf-8") == SOURCE


def test_accept_all_of_a_rule(run: Run, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report.write_text("Các xã đã đã làm, các phường đang đang làm.\n", "utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO("t\n"))
    run("fix", report, "--ask", "--in-place", "--no-backup", "--select", "CT001")
    assert report.read_text("utf-8") == "Các xã đã làm, các phường đang làm.\n"


def test_open_in_word_is_refused(run: Run, report: Path) -> None:
    report.with_name("~$bao-cao.md").touch()
    done = run("fix", report, "--in-place")
    assert done.code == 2
    assert "đang được mở" in done.err
    assert report.read_text("utf-8") == SOURCE


def test_contradictory_options(run: Run, report: Path) -> None:
    assert run("fix", report, "--diff", "--in-place").code == 2
    assert run("fix", report, report.with_name("b.md"), "--output", report.with_name("c.md")).code == 2


def test_annotate_markdown_says_what_to_do_instead(run: Run, report: Path) -> None:
    done = run("annotate", report)
    assert done.code == 2
    assert "--format html" in done.err


def test_annotate_word(run: Run, report: Path) -> None:
    from reportlint.renderers import cites_docx

    path = report.with_name("bảng.docx")
    path.write_bytes(cites_docx.document([(SOURCE, ())]))
    done = run("annotate", path, "--date", "2025-01-02T03:04:05", "--select", "CT001")
    assert done.code == 0
    made = path.with_name("bảng.ra-soat.docx").read_bytes()
    assert [d.author for d in load_bytes(made, "a.docx").directives] == ["reportlint"]
    run(
        "annotate",
        path,
        "--date",
        "2025-01-02T03:04:05",
        "--select",
        "CT001",
        "-o",
        report.with_name("hai.docx"),
    )
    assert report.with_name("hai.docx").read_bytes() == made
    assert run("annotate", path, "-o", path).code == 2  # never over the original


@pytest.mark.parametrize("name", ["a.csv", "a.json", "a.md", "a.html", "a.docx", "a.txt"])
def test_cites(run: Run, report: Path, name: str) -> None:
    target = report.with_name(name)
    assert run("cites", report, "-o", target).code == 0
    data = target.read_bytes()
    text = load_bytes(data, name).text if name.endswith("docx") else data.decode("utf-8-sig")
    assert "30/2020/NĐ-CP" in text
    if name == "a.json":
        assert json.loads(text)["files"][0]["documents"][0]["register"]["status"] == "known"


def test_cites_of_a_missing_file(run: Run, tmp_path: Path) -> None:
    assert run("cites", tmp_path / "khong-co.md").code == 2
