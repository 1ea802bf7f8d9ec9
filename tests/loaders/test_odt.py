"""ODT files: text, places, lists, notes and layout, as in Word files."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportlint.document import Document, NoteMark
from reportlint.loaders import load_bytes
from reportlint.loaders.archive import Archive
from reportlint.loaders.odt import load, text_nodes

MakeOdt = Callable[..., bytes]


def lines(document: Document) -> list[str]:
    return [document.block_text(block) for block in document.blocks]


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("Báo  cáo\n kết quả", "Báo cáo kết quả"),
        ("  a<text:span>b </text:span> c", "ab c"),
        ('a<text:s text:c="3"/>b', "a   b"),
        ("a<text:tab/>b", "a\tb"),
        ("a<text:line-break/>b", "a b"),
        ("a<text:bookmark/>b", "ab"),
        ("<text:a>liên kết</text:a>", "liên kết"),
        (
            "<text:ruby><text:ruby-base>gốc</text:ruby-base><text:ruby-text>đọc</text:ruby-text></text:ruby>",
            "gốc",
        ),
    ],
)
def test_reads_what_writer_shows(make_odt: MakeOdt, inside: str, shown: str) -> None:
    document = load_bytes(make_odt(f"<text:p>{inside}</text:p>"), "a.odt")
    assert (document.format, document.text) == ("odt", shown)


def test_reads_blocks_of_all_kinds(make_odt: MakeOdt) -> None:
    note = (
        '<text:note text:id="f1" text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>Chú thích</text:p></text:note-body></text:note>"
    )
    data = make_odt(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>đã xóa</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        f'<text:h text:outline-level="2">Mục</text:h><text:p>Nội dung{note}.</text:p>'
        '<table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>ô</text:p>'
        "</table:table-cell><table:covered-table-cell/><table:table-cell><text:p>bên</text:p></table:table-cell>"
        "</table:table-row></table:table>"
        "<text:p><draw:frame><draw:text-box><text:p>khung</text:p></draw:text-box></draw:frame>ngoài</text:p>"
    )
    document = load(data, "a.odt")
    assert [(b.kind, document.block_text(b)) for b in document.blocks] == [
        ("heading", "Mục"), ("paragraph", "Nội dung."), ("table-cell", "ô"), ("table-cell", "bên"),
        ("paragraph", "ngoài"), ("paragraph", "khung"), ("footnote", "Chú thích"),
    ]  # fmt: skip
    assert document.marks == (NoteMark(12, "1"),)
    assert [(b.cell.column, b.cell.columns) for b in document.blocks if b.cell] == [(0, 2), (2, 1)]
    assert document.changes == 1


def test_shows_list_labels(make_odt: MakeOdt) -> None:
    style = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="I" '
        'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>'
        "</text:list-style>"
    )

    def item(text: str, inner: str = "") -> str:
        return f"<text:list-item><text:p>{text}</text:p>{inner}</text:list-item>"

    inner = f"<text:list>{item('B')}{item('C')}</text:list>"
    body = (
        f'<text:list text:style-name="L">{item("A", inner)}</text:list>'
        f'<text:list text:style-name="L" text:continue-numbering="true">{item("D")}</text:list>'
        f'<text:list text:style-name="L">{item("E")}</text:list>'
    )
    assert lines(load(make_odt(body, style), "a.odt")) == ["I. A", "a) B", "b) C", "II. D", "I. E"]


def test_formats_come_from_the_whole_cascade(make_odt: MakeOdt) -> None:
    styles = (
        '<office:styles><style:default-style style:family="paragraph"><style:text-properties fo:font-size="12pt"/>'
        '</style:default-style><style:style style:name="Body" style:display-name="Thân bài" style:family="paragraph">'
        '<style:paragraph-properties fo:text-align="justify" fo:text-indent="1.27cm" fo:margin-top="6pt" '
        'fo:line-height="150%"/><style:text-properties fo:font-weight="bold" fo:font-family="Arial"/></style:style>'
        '</office:styles><office:automatic-styles><style:page-layout style:name="p"><style:page-layout-properties '
        'fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="1cm" fo:margin-left="3cm"/><style:header-style>'
        '<style:header-footer-properties fo:min-height="1cm"/></style:header-style></style:page-layout>'
        '</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" '
        'style:page-layout-name="p"><style:header><text:p><text:page-number>2</text:page-number></text:p></style:header>'
        "</style:master-page></office:master-styles>"
    )
    automatic = (
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Body">'
        '<style:paragraph-properties fo:text-align="center"/></style:style>'
        '<style:style style:name="T1" style:family="text"><style:text-properties fo:color="#ff0000"/></style:style>'
    )
    body = '<text:p text:style-name="P1">Một <text:span text:style-name="T1">hai</text:span></text:p>'
    layout = load(make_odt(body, automatic, styles), "a.odt").layout
    assert layout is not None
    paragraph = layout.paragraph(0)
    assert paragraph is not None
    assert (paragraph.style, paragraph.alignment, paragraph.first_line) == ("Thân bài", "center", 12.7)
    assert (paragraph.before, paragraph.line, set(paragraph.direct)) == (6.0, 1.5, {"alignment"})
    assert [(run.format.font, run.format.bold, run.format.color) for run in layout.runs[:2]] == [
        ("Arial", True, None), ("Arial", True, "FF0000"),
    ]  # fmt: skip
    page = layout.pages[0]
    assert (page.width, page.height, page.top, page.left) == (210.0, 297.0, 20.0, 30.0)
    assert page.number is not None
    assert page.number_on_first


def test_every_character_leads_back(make_odt: MakeOdt) -> None:
    data = make_odt("<text:p>Ba\u0301o  <text:span>cáo</text:span> năm</text:p>")
    document, nodes = load(data, "a.odt"), text_nodes(Archive(data, "a.odt"))
    assert document.text == "Báo cáo năm"
    for offset, letter in enumerate(document.text):
        node, at = document.source.anchor(offset)
        source = (nodes[node].element.tail if nodes[node].tail else nodes[node].element.text) or ""
        assert source[at] in {letter, "a"}
