"""Whatever a Word file is made of and wherever a finding falls: refusing all changes gives the file back."""

from __future__ import annotations

import datetime as dt

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.writers.word_files import assert_only_marks_added, finding, make_docx, result_with

from reportlint import writers
from reportlint.fixes import Repair, apply_edits, choose
from reportlint.fixes.choosing import all_applicable, edits_of
from reportlint.loaders import docx, load_bytes
from reportlint.rule import Edit
from reportlint.writers.marking import Marking

AT = Marking(date=dt.datetime(2025, 1, 2, 3, 4, 5, tzinfo=dt.UTC))
MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BY = 'w:author="An" w:date="2024-01-01T00:00:00Z"'
PIECES = (
    '<w:r><w:t xml:space="preserve">xã đã đã làm </w:t></w:r>', "<w:r><w:rPr><w:b/></w:rPr><w:t>  UBND  </w:t></w:r>",
    '<w:r><w:t>a</w:t><w:tab/><w:t>b c</w:t><w:br/><w:t xml:space="preserve"> d</w:t></w:r>', "<w:r><w:t>đề nghị</w:t></w:r>",
    MARK.format("begin") + "<w:r><w:instrText> REF x </w:instrText></w:r>" + MARK.format("separate") + "<w:r><w:t>mục 3</w:t></w:r>" + MARK.format("end"),
    '<w:fldSimple w:instr="DATE"><w:r><w:t>1/1/2025</w:t></w:r></w:fldSimple>', '<w:bookmarkStart w:id="1" w:name="b"/>', '<w:bookmarkEnd w:id="1"/>',
    f'<w:ins w:id="5" {BY}><w:r><w:t>thêm vào</w:t></w:r></w:ins>', f'<w:del w:id="6" {BY}><w:r><w:delText>bỏ đi</w:delText></w:r></w:del>',
    '<w:r><w:t>chú</w:t><w:footnoteReference w:id="2"/><w:t>thích</w:t></w:r>', "<w:hyperlink><w:r><w:t>liên kết</w:t></w:r></w:hyperlink>",
    "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>ô nhập</w:t></w:r></w:sdtContent></w:sdt>", "<w:smartTag><w:r><w:t>Hà Nội</w:t></w:r></w:smartTag>",
    "<w:r><w:t>tách</w:t><w:lastRenderedPageBreak/><w:t>trang</w:t></w:r>", "<w:r><w:noBreakHyphen/></w:r>",
    '<w:r><w:rPr><w:rPrChange w:id="7" w:author="An"><w:rPr/></w:rPrChange></w:rPr><w:t>đổi kiểu</w:t></w:r>',
    "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>trong hộp</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
)  # fmt: skip
NOTE = (
    '<w:footnote w:id="2"><w:p><w:r><w:t xml:space="preserve">theo theo luật </w:t></w:r></w:p></w:footnote>'
)
PARAGRAPH = st.lists(st.sampled_from(PIECES), max_size=6).map(lambda pieces: f"<w:p>{''.join(pieces)}</w:p>")
CELL = st.lists(PARAGRAPH, min_size=1, max_size=2).map(lambda inside: f"<w:tc>{''.join(inside)}</w:tc>")
TABLE = st.lists(CELL, min_size=1, max_size=3).map(
    lambda cells: f"<w:tbl><w:tr>{''.join(cells)}</w:tr></w:tbl>"
)
HEAD = "<w:p><w:r><w:t>Phần đầu của báo cáo, đủ dài để không bị sửa hết.</w:t></w:r></w:p>"
BODY = st.lists(st.one_of(PARAGRAPH, PARAGRAPH, TABLE), min_size=1, max_size=4).map(
    lambda parts: HEAD + "".join(parts)
)
PLACES = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from((0, 1, 2, 4, 9, 30)), st.sampled_from(("", " ", "X", "hai từ", None))), min_size=1, max_size=8
)  # fmt: skip
QUIET = settings(deadline=None, max_examples=80, suppress_health_check=list(HealthCheck))


def found_in(text: str, places: list[tuple[float, int, str | None]]) -> list[object]:
    findings: list[object] = []
    for number, (where, length, new) in enumerate(places):
        start = int(where * len(text))
        end = min(len(text), start + length)
        edits = () if new is None else (Edit(start, end, new),)
        findings.append(finding(text, start, end, *edits, code=f"CT90{number}", fix="ask"))
    return findings


def shown(text: str) -> list[str]:
    """Return the paragraphs that are more than blanks: no others are read."""
    return [line for line in text.split("\n") if line.strip()]


@QUIET
@given(BODY, PLACES)
def test_refusing_everything_gives_the_file_back(
    body: str, places: list[tuple[float, int, str | None]]
) -> None:
    data = make_docx(body, footnotes=NOTE)
    text = load_bytes(data, "a.docx").text
    result = result_with(data, "a.docx", found_in(text, places))  # type: ignore[arg-type]
    made = writers.annotate(data, result, AT)
    assert made.comments == len(places)
    assert_only_marks_added(data, made.data)
    unchanged = docx.load(data, "a.docx", original=True).text
    assert docx.load(made.data, "a.docx", original=True).text == unchanged
    refused = {id(entry.finding) for entry in made.left}
    effective = [f for f in result.findings if any(text[e.start : e.end] != e.text for e in f.edits)]
    accepted = [f for f in effective if id(f) not in refused]
    wanted = apply_edits(text, edits_of(Repair(f, f.edits, "ask") for f in accepted))
    assert shown(load_bytes(made.data, "a.docx").text) == shown(wanted)


@QUIET
@given(BODY, PLACES)
def test_fixing_in_place_changes_the_edits_alone(
    body: str, places: list[tuple[float, int, str | None]]
) -> None:
    data = make_docx(body, footnotes=NOTE)
    document = load_bytes(data, "a.docx")
    result = result_with(data, "a.docx", found_in(document.text, places))  # type: ignore[arg-type]
    plan = choose(result.report, result.findings, all_applicable)
    made = writers.fix(data, document, plan.repairs)
    assert shown(load_bytes(made.data, "a.docx").text) == shown(
        apply_edits(document.text, edits_of(made.repairs))
    )
    assert len(made.repairs) + len(made.refused) == len(plan.repairs)
