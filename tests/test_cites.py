"""The table of cited documents."""

from __future__ import annotations

import csv
import io
import json

import reportlint
from reportlint.cites import Cited, cited_table, contradictions_first
from reportlint.loaders import load_bytes
from reportlint.renderers import cites, cites_docx
from reportlint.renderers.html_cites import html

REPORT = (
    "I. KẾT QUẢ\n"
    "Thực hiện Kế hoạch số 12/KH-UBND ngày 18/5/2023 của UBND tỉnh về việc rà soát thủ tục, hồ sơ; Nghị định số 30/2020/NĐ-CP"
    " ngày 05/3/2020 của Chính phủ về công tác văn thư.\n"
    "Theo Kế hoạch số 12 /KH-UBND ngày 19/5/2023 của UBND tỉnh và Luật Đất đai năm 2013, Công văn số     /SNV ngày 20/5/2023 của Sở Nội vụ.\n"
)


def table(source: str = REPORT) -> tuple[Cited, ...]:
    return cited_table(reportlint.lint(source, format="txt"))


def test_each_document_once_with_its_forms_and_places() -> None:
    rows = table()
    plan = rows[0]
    assert (plan.type, plan.symbol, plan.iso, plan.issuer) == (
        "Kế hoạch",
        "12/KH-UBND",
        "2023-05-18",
        "UBND tỉnh",
    )
    assert plan.subject == "về việc rà soát thủ tục, hồ sơ"
    assert [form for form, _ in plan.forms] == ["Kế hoạch số 12/KH-UBND", "Kế hoạch số 12 /KH-UBND"]
    assert [(place.line, place.section) for place in plan.places] == [(2, "I"), (3, "I")]
    decree = next(row for row in rows if row.symbol == "30/2020/NĐ-CP")
    assert (decree.known, decree.subject) == ("known", "về công tác văn thư")
    law = next(row for row in rows if not row.symbol)
    assert (law.type, law.subject) == ("Luật", "Luật Đất đai")
    assert len(rows) == 4


def test_contradictions_come_first() -> None:
    rows = contradictions_first(
        table(REPORT.replace("Thực hiện Kế hoạch", "Theo Quyết định số 9/QĐ-UBND ngày 01/02/2023; Kế hoạch"))
    )
    assert rows[0].symbol == "12/KH-UBND"
    assert "VD003" in {fault.code for fault in rows[0].contradictions}
    assert not rows[0].understood or rows[-1].understood


def test_blank_numbers_are_not_understood() -> None:
    [blank] = [row for row in table() if not row.understood]
    assert blank.type == "Công văn"


def test_csv_is_one_table_and_runs_no_formula() -> None:
    evil = Cited("=cmd|'/c calc'!A1", "12/KH-UBND", "", "", "@x", "", (("+1", 1),), (), (), "not-central")
    lines = list(csv.reader(io.StringIO(cites.csv_text([("a.md", [evil]), ("b.md", table())]))))
    assert lines[0][0] == "Tệp"
    assert lines[1][2] == "'=cmd|'/c calc'!A1"
    assert all(not cell.startswith(("=", "+", "@")) for line in lines[1:] for cell in line)
    assert {len(line) for line in lines} == {11}


def test_json_markdown_html_word() -> None:
    tables = [("a|b.md", table())]
    data = json.loads(cites.json_text(tables))
    assert data["files"][0]["documents"][0]["mentions"][1]["line"] == 3
    markdown = cites.markdown(*tables[0])
    assert markdown.count("\n|") == len(tables[0][1]) + 2
    assert "<td>12/KH-UBND</td>" in html(tables)
    word = load_bytes(cites_docx.document(tables), "c.docx")
    assert "12/KH-UBND" in word.text
    assert len([b for b in word.blocks if b.cell and b.cell.row == 0]) == 10


def test_text_for_a_terminal() -> None:
    text = cites.text("a.md", table())
    assert text.startswith("a.md: 4 văn bản được viện dẫn")
    assert "▲ Kế hoạch 12/KH-UBND ngày 18/5/2023 · UBND tỉnh" in text
