"""The text for people: what a reader sees, not how it is made."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reportlint import Settings, lint, lint_file
from reportlint.renderers import Look, renderer
from reportlint.renderers.cells import width, window, wrap
from reportlint.renderers.folding import folded

EXAMPLES = Path(__file__).parents[2] / "examples"


def rendered(entries: list[dict[str, Any]], **look: int | bool) -> str:
    """Return the whole text."""
    return "".join(renderer("text")(entries, Look(**look)))  # type: ignore[arg-type]


def test_a_finding_is_shown_with_its_place_its_line_and_its_remedy(entries: list[dict[str, Any]]) -> None:
    lines = rendered(entries[:1]).splitlines()
    assert lines[0].startswith("bao cáo.md · Báo cáo")
    assert lines[1].startswith("đã đọc 4 đoạn, 2 mục, 3 viện dẫn")
    at = next(i for i, line in enumerate(lines) if "✖ VD003" in line)
    assert any("Mục I › 1" in line for line in lines[:at])
    source = next(
        i for i, line in enumerate(lines) if "22/9/2022" in line and "Kết luận số" in line and i > at
    )
    mark = lines[source + 1]
    assert lines[source][mark.index("─") : mark.index("─") + mark.count("─")] == "22/9/2022"
    assert any("↳ dòng 5, cột" in line and "22/9/2021" in line for line in lines)
    assert any("reportlint rule VD003" in line for line in lines)
    assert "Phải sửa" in lines[-2] + lines[-1] + lines[-3]


@pytest.mark.parametrize(
    ("lang", "remedy"), [("vi", "Đối chiếu và sửa ngày"), ("en", "Compare the source and correct the date")]
)
def test_the_remedy_is_told_in_the_language_asked_for(lang: str, remedy: str) -> None:
    entry = lint("Họp ngày 31/4/2023.\n", Settings(select=("NT001",))).to_dict(lang=lang)
    assert remedy in "".join(renderer("text")([entry], Look(lang=lang)))


def test_the_same_fault_is_shown_once(entries: list[dict[str, Any]]) -> None:
    text = rendered(entries[:1])
    assert text.count("✖ NT001") == 1
    assert "và 1 chỗ nữa: 7:75" in text


def test_a_clean_report_gets_one_line(entries: list[dict[str, Any]]) -> None:
    text = rendered([{**entries[1], "unchecked": []}])
    assert len(text.splitlines()) == 1
    assert text.startswith("✔ sạch.md · không có chỗ nào phải sửa · đã đọc 1 đoạn; kiểm tra theo 2 quy tắc")


def test_several_files_are_summed_up(entries: list[dict[str, Any]]) -> None:
    last = rendered(entries).splitlines()[-1]
    assert last.startswith("Tổng cộng 3 tệp: phải sửa ")
    assert last.endswith("1 tệp không đọc được · 1 tệp không có gì phải sửa")


@pytest.mark.parametrize("columns", [40, 60, 100])
def test_lines_fit(entries: list[dict[str, Any]], columns: int) -> None:
    for line in rendered(entries, width=columns).splitlines()[2:-1]:
        assert width(line) <= columns or "·" in line


def test_plain_unless_asked(entries: list[dict[str, Any]]) -> None:
    assert "\x1b" not in rendered(entries)
    coloured = rendered(entries, color=True)
    assert "\x1b[31;1m✖ VD003\x1b[0m" in coloured


def test_quiet_says_of_which_file_it_speaks(entries: list[dict[str, Any]]) -> None:
    lines = rendered(entries, quiet=True).splitlines()
    assert lines[0] == "bao cáo.md"
    assert not any("đã đọc" in line or "✔" in line for line in lines)


def test_errors_come_last() -> None:
    findings = [
        {"code": "B", "severity": "error", "message": "b", "section": ""},
        {"code": "A", "severity": "info", "message": "a", "section": ""},
        {"code": "C", "severity": "warning", "message": "c", "section": ""},
    ]
    assert [group[0]["severity"] for group in folded(findings)] == ["info", "warning", "error"]


def test_errors_with_other_words_are_not_folded_away() -> None:
    many = [{"code": "A", "severity": "error", "message": f"m{i}", "section": ""} for i in range(9)]
    assert len(folded(many)) == 9
    assert len(folded([{**finding, "severity": "warning"} for finding in many])) == 1


@pytest.mark.parametrize(
    ("text", "cells"),
    [("abc", 3), ("Đảng ủy", 7), ("Đa\u0309ng", 4), ("報告", 4), ("a\u200bb", 2), ("x₫", 2)],
)
def test_cells(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize(
    ("before", "quote", "after"),
    [
        ("Thực hiện Kết luận số 14-KL/TW ngày ", "22/9/2022", " của Bộ Chính trị, Kế hoạch số 15-KH/TU"),
        ("", "22/9/2022", ""),
        ("x" * 40, "q", "y" * 40),
        ("報告報告報告報告報告報告報告 ", "錯", " 報告報告報告報告報告報告"),
        ("De\u0302\u0300 nghi\u0323 ", "xa\u0303", " ba\u0301o ca\u0301o"),
        ("a", "dài " * 60, "b"),
        ("a\tb ", "c\x07d", " e"),
    ],
)
@pytest.mark.parametrize("columns", [40, 80])
def test_window_fits_and_underlines_the_quote(before: str, quote: str, after: str, columns: int) -> None:
    line, mark = window(before, quote, after, columns)
    assert width(line) <= columns
    assert line.isprintable() or "\u0302" in line
    start, length = mark.index("─"), mark.count("─")
    shown, at = "", 0
    for char in line:
        if start <= at < start + length:
            shown += char
        at += width(char)
    assert shown.rstrip("\u0301\u0303\u0323")[:3] == "".join(c if c.isprintable() else " " for c in quote)[
        : len(shown)
    ][:3].rstrip("\u0303")


def test_wrap_keeps_every_word() -> None:
    text = "Kết luận số 14-KL/TW ghi hai ngày khác nhau: 22/9/2022 ở đây, 22/9/2021 ở dòng trên."
    lines = wrap(text, 30, "    ").split("\n")
    assert " ".join(line.strip() for line in lines) == text
    assert all(width(line) <= 30 for line in lines)


OLD = """UBND HUYỆN BA VÌ
PHÒNG NỘI VỤ

Số: 5/BC-NV

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Ba Vì, ngày 05 tháng 6 năm 2019

BÁO CÁO
Kết quả công tác văn thư năm 2019

Thực hiện Chỉ thị số 17/CT-BCT, phòng đã triển khai công tác văn thư.
"""


def test_a_report_older_than_the_decree_is_not_said_to_break_it() -> None:
    text = rendered([lint(OLD, Settings(select=("VD010",)), name="a.md").to_dict()])
    assert "trước khi có NĐ 30/2020/NĐ-CP" in text.splitlines()[0]
    assert "nay theo NĐ 30/2020/NĐ-CP, PL I, II.6.b" in " ".join(text.split())
    newer = rendered([lint(OLD.replace("2019", "2021"), Settings(select=("VD010",)), name="a.md").to_dict()])
    assert "trước khi có" not in newer
    assert "nay theo" not in newer


def test_repairs_are_not_offered_where_they_cannot_be_made() -> None:
    text = rendered([lint_file(EXAMPLES / "bao-cao-ubnd-huyen.pdf").to_dict()])
    assert "sửa bằng tay" in text
    assert "reportlint fix" not in text
