"""Word files: nothing of the text is lost, and every character leads back to its place."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from reportlint.document import SYNTHETIC, Block, Document, NoteMark
from reportlint.loaders import load_bytes
from reportlint.loaders.docx import load, text_nodes
from reportlint.loaders.docx.package import open_package

MakeDocx = Callable[..., bytes]
FIELD = '<w:fldChar w:fldCharType="{}"/>'


def par(text: str, properties: str = "", run: str = "") -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def lines(document: Document) -> list[str]:
    return [document.block_text(block) for block in document.blocks]


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("<w:smartTag><w:r><w:t>VIỆT</w:t></w:r></w:smartTag><w:r><w:t> NAM</w:t></w:r>", "VIỆTNAM"),
        (
            '<w:smartTag><w:r><w:t>VIỆT</w:t></w:r></w:smartTag><w:r><w:t xml:space="preserve"> NAM</w:t></w:r>',
            "VIỆT NAM",
        ),
        ("<w:hyperlink><w:r><w:t>liên kết</w:t></w:r></w:hyperlink>", "liên kết"),
        ("<w:sdt><w:sdtContent><w:r><w:t>ô nhập</w:t></w:r></w:sdtContent></w:sdt>", "ô nhập"),
        ('<w:fldSimple w:instr=" DATE "><w:r><w:t>10/11/2023</w:t></w:r></w:fldSimple>', "10/11/2023"),
        (
            (
                f"<w:r>{FIELD.format('begin')}<w:instrText>REF a</w:instrText></w:r>"
                f"<w:r>{FIELD.format('separate')}<w:t>Bảng 1</w:t>{FIELD.format('end')}</w:r>"
            ),
            "Bảng 1",
        ),
        ("<w:r><w:t>15</w:t><w:noBreakHyphen/><w:t>KH/TW</w:t></w:r>", "15-KH/TW"),
        ("<w:r><w:t>tổ</w:t><w:softHyphen/><w:t>chức</w:t></w:r>", "tổchức"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a b"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "≥"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>đọc</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>gốc</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "gốc",
        ),
        (
            "<w:ins><w:r><w:t>thêm</w:t></w:r></w:ins><w:del><w:r><w:delText>bớt</w:delText></w:r></w:del>",
            "thêm",
        ),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:t>hiện</w:t></w:r>", "hiện"),
    ],
)
def test_reads_what_word_shows(make_docx: MakeDocx, inside: str, shown: str) -> None:
    document = load(make_docx(f"<w:p>{inside}</w:p>"), "a.docx")
    assert document.text == shown


def test_reads_tracked_changes_both_ways(make_docx: MakeDocx) -> None:
    data = make_docx(
        '<w:p><w:r><w:t xml:space="preserve">Có </w:t></w:r><w:ins><w:r><w:t>12</w:t></w:r></w:ins>'
        "<w:del><w:r><w:delText>11</w:delText></w:r></w:del></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>xã </w:t></w:r></w:p>" + par("phường")
    )
    accepted, original = load(data, "a.docx"), load(data, "a.docx", original=True)
    assert (accepted.text, accepted.changes) == ("Có 12\nxãphường", 2)
    assert original.text == "Có 11\nxã\nphường"


def test_reads_a_text_box_once(make_docx: MakeDocx) -> None:
    box = f"<w:txbxContent>{par('Trong khung')}</w:txbxContent>"
    data = make_docx(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>"
        f"{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Ngoài khung</w:t></w:r></w:p>"
    )
    assert lines(load(data, "a.docx")) == ["Ngoài khung", "Trong khung"]


def test_places_table_cells(make_docx: MakeDocx) -> None:
    def cell(text: str, facts: str = "") -> str:
        return f"<w:tc><w:tcPr>{facts}</w:tcPr>{par(text)}</w:tc>"

    data = make_docx(
        "<w:tbl><w:tr>"
        + cell("a", '<w:gridSpan w:val="2"/>')
        + cell("b", '<w:vMerge w:val="restart"/>')
        + "</w:tr>"
        "<w:tr>" + cell("c") + cell("d") + cell("", "<w:vMerge/>") + "</w:tr></w:tbl>"
    )
    cells = {document_text: block.cell for document_text, block in _by_text(load(data, "a.docx"))}
    assert [(c.table, c.row, c.column, c.rows, c.columns) for c in cells.values() if c] == [
        (0, 0, 0, 1, 2), (0, 0, 2, 2, 1), (0, 1, 0, 1, 1), (0, 1, 1, 1, 1),
    ]  # fmt: skip


def _by_text(document: Document) -> list[tuple[str, Block]]:
    return [(document.block_text(block), block) for block in document.blocks]


def test_shows_automatic_numbers(make_docx: MakeDocx) -> None:
    def level(at: int, shape: str, text: str) -> str:
        return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/><w:lvlText w:val="{text}"/></w:lvl>'

    def item(text: str, at: int, num: int = 1) -> str:
        return par(text, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{num}"/></w:numPr>')

    numbering = (
        '<w:abstractNum w:abstractNumId="0">'
        + level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") + level(2, "lowerLetter", "%3)")
        + '</w:abstractNum><w:abstractNum w:abstractNumId="1">' + level(0, "bullet", "\uf0b7")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/>'
        '</w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
    )  # fmt: skip
    body = "".join([
        item("A", 0), item("B", 1), item("C", 2), item("D", 2), item("E", 1), item("F", 2), item("G", 0), item("H", 1),
        item("K", 0, 2), item("L", 0, 3),
    ])  # fmt: skip
    document = load(make_docx(body, numbering=numbering), "a.docx")
    assert lines(document) == [
        "I. A", "1. B", "a) C", "b) D", "2. E", "a) F", "II. G", "1. H", "IV. K", "• L",
    ]  # fmt: skip
    assert document.source.anchor(0).node == SYNTHETIC
    assert document.source.anchor(3) == (0, 0)


def test_reads_notes_headers_and_comments(make_docx: MakeDocx) -> None:
    data = make_docx(
        '<w:p><w:r><w:t>Theo Luật</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r><w:commentRangeStart w:id="0"/>'
        '<w:r><w:t xml:space="preserve"> này</w:t></w:r><w:commentRangeEnd w:id="0"/></w:p>'
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:pgSz w:w="11907" w:h="16840"/>'
        '<w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="1134"/><w:titlePg/></w:sectPr>',
        footnotes=f'<w:footnote w:id="7">{par("Luật số 10")}</w:footnote>',
        comments=f'<w:comment w:id="0" w:author="An">{par("reportlint: bỏ qua VD003: đã soát")}</w:comment>',
        header1='<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr="PAGE"><w:r><w:rPr><w:sz w:val="28"/>'
        "</w:rPr><w:t>2</w:t></w:r></w:fldSimple></w:p>",
    )
    document = load(data, "a.docx")
    assert [(b.kind, b.note) for b in document.blocks] == [
        ("paragraph", ""),
        ("footnote", "1"),
        ("header", ""),
    ]
    assert document.marks == (NoteMark(9, "1"),)
    directive = document.directives[0]
    assert (document.text[directive.start : directive.end], directive.author) == (" này", "An")
    assert directive.text == "reportlint: bỏ qua VD003: đã soát"
    assert document.layout is not None
    page = document.layout.pages[0]
    assert (page.width, page.height, page.top, page.left) == (210.0, 297.0, 20.0, 30.0)
    assert page.number is not None
    assert (page.number.place, page.number.alignment, page.number.size) == ("header", "center", 14.0)
    assert not page.number_on_first


def test_formats_come_from_the_whole_cascade(make_docx: MakeDocx) -> None:
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="22"/></w:rPr>'
        "</w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/><w:pPr><w:jc w:val="both"/>'
        '<w:spacing w:before="120" w:line="360" w:lineRule="auto"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Body"/><w:basedOn w:val="N"/>'
        '<w:pPr><w:ind w:firstLine="720"/></w:pPr><w:rPr><w:sz w:val="28"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    body = par("Một", '<w:pStyle w:val="B"/>') + par(
        "Hai", '<w:jc w:val="right"/>', '<w:rStyle w:val="S"/><w:i/>'
    )
    document = load(make_docx(body, styles=styles), "a.docx")
    layout = document.layout
    assert layout is not None
    one, two = layout.paragraph(0), layout.paragraph(1)
    assert one is not None
    assert (one.style, one.alignment, one.first_line, one.before, one.line) == (
        "Body",
        "justify",
        12.7,
        6.0,
        1.5,
    )
    assert two is not None
    assert (two.alignment, set(two.direct)) == ("right", {"alignment"})
    first, second = (run.format for run in layout.runs)
    assert (first.font, first.size, first.bold) == ("Arial", 14.0, True)
    assert (second.size, second.bold, second.italic) == (11.0, False, True)  # bold twice over is not bold


def test_every_character_leads_back(make_docx: MakeDocx) -> None:
    data = make_docx(
        "<w:p><w:r><w:t>Ba\u0301o</w:t><w:tab/><w:t>cáo nă</w:t></w:r><w:r><w:t>m</w:t></w:r></w:p>"
    )
    document, nodes = load(data, "a.docx"), text_nodes(open_package(data, "a.docx"))
    assert document.decomposed == 1
    for offset, letter in enumerate(document.text):
        node, at = document.source.anchor(offset)
        element = nodes[node].element
        assert (element.text or "\t")[at] in {letter, "a"}
    assert document.source.end_anchor(2) == (0, 3)
    assert document.source.anchor(document.text.index("m")) == (3, 0)
    assert nodes[0].part == "word/document.xml"
    assert nodes[0].run is nodes[1].run is not nodes[3].run


def test_composes_letters_over_runs(make_docx: MakeDocx) -> None:
    data = make_docx(
        "<w:p><w:r><w:t>Ba</w:t></w:r><w:r><w:t>\u0301</w:t></w:r><w:r><w:t>o ca\u0301o</w:t></w:r></w:p>"
    )
    document = load(data, "a.docx")
    assert (document.text, document.decomposed) == ("Báo cáo", 2)
    assert document.source.anchor(2) == (2, 0)


def test_a_comment_at_a_place_is_on_its_paragraph(make_docx: MakeDocx) -> None:
    data = make_docx(
        par("Một") + '<w:p><w:r><w:t>Hai ba</w:t></w:r><w:r><w:commentReference w:id="4"/></w:r></w:p>',
        comments=f'<w:comment w:id="4">{par("xem lại")}</w:comment>',
    )
    document = load(data, "a.docx")
    assert [(document.text[d.start : d.end], d.text) for d in document.directives] == [("Hai ba", "xem lại")]


def test_reads_legacy_fonts_only_when_the_text_agrees(make_docx: MakeDocx) -> None:
    def run(text: str, font: str) -> str:
        return par(text, "", f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')

    data = make_docx(
        run("céng hßa x· héi", ".VnTimeH") + run("B¸o c¸o", ".VnTime") + run("Baùo caùo", "VNI-Times")
        + run("Báo cáo năm", ".VnTimeH") + run("Coäng hoøa ñöôïc", "VNI-Times")
    )  # fmt: skip
    document = load(data, "a.docx")
    assert lines(document) == ["CỘNG HÒA XÃ HỘI", "Báo cáo", "Báo cáo", "Báo cáo năm", "Cộng hòa được"]
    assert {encoding for _, _, encoding in document.legacy} == {"tcvn3", "vni"}
    at = document.text.rindex("ộ")
    assert document.source.end_anchor(at + 1).offset - document.source.anchor(at).offset == 2


def test_strict_files_are_read(make_docx: MakeDocx) -> None:
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(make_docx(par("Báo cáo")))) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(
                name, old.read(name).replace(usual, b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            )
    assert load_bytes(buffer.getvalue(), "a.docx").text == "Báo cáo"


def test_counts_pages_by_the_breaks_word_left(make_docx: MakeDocx) -> None:
    shown = "<w:lastRenderedPageBreak/>"
    data = make_docx(
        f"<w:p><w:r><w:t>một</w:t></w:r></w:p><w:p><w:r>{shown}<w:t>hai</w:t></w:r></w:p>"
        f"<w:p><w:r><w:t>ba</w:t>{shown}<w:t>và</w:t></w:r></w:p><w:p><w:r><w:t>bốn</w:t></w:r></w:p>"
    )
    assert [block.page for block in load(data, "a.docx").blocks] == [1, 2, 2, 3]
    assert load(make_docx(par("một")), "a.docx").blocks[0].page is None


def test_parts_lines_that_stand_for_paragraphs(make_docx: MakeDocx) -> None:
    def broken(first: str, second: str, properties: str = "") -> str:
        run = f"<w:r><w:t>{first}</w:t><w:br/><w:t>{second}</w:t></w:r>"
        return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"

    data = make_docx(
        broken("BÁO CÁO", "Kết quả", '<w:jc w:val="center"/>')
        + broken("- Như trên;", "- Lưu: VT.")
        + broken("một", "hai")
    )
    assert lines(load(data, "a.docx")) == ["BÁO CÁO", "Kết quả", "- Như trên;", "- Lưu: VT.", "một hai"]


def test_shows_numbers_that_stand_alone_in_a_cell(make_docx: MakeDocx) -> None:
    numbered = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
    row = f"<w:tr><w:tc>{numbered}</w:tc><w:tc>{par('xã')}</w:tc></w:tr>"
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    document = load(make_docx(f"<w:tbl>{row}{row}</w:tbl>", numbering=numbering), "a.docx")
    assert lines(document) == ["1.", "xã", "2.", "xã"]


def test_lines_drawn_below_parts_are_seen(make_docx: MakeDocx) -> None:
    shape = '<wps:wsp><wps:spPr><a:xfrm><a:ext cx="2160000" cy="0"/></a:xfrm><a:prstGeom prst="line"/></wps:spPr></wps:wsp>'
    old = '<w:pict><v:line from="10pt,2pt" to="110pt,2pt"/></w:pict>'
    data = make_docx(
        f"<w:p><w:r><w:t>Tiêu ngữ</w:t><w:drawing>{shape}</w:drawing></w:r></w:p>"
        f"<w:p><w:r><w:t>Trích yếu</w:t></w:r></w:p><w:p><w:r>{old}</w:r></w:p>"
    )
    layout = load(data, "a.docx").layout
    assert layout is not None
    assert [(line.block, line.width) for line in layout.lines] == [(0, 60.0), (1, 35.3)]


def test_text_equals_the_text_version(shared_reports: Path) -> None:
    for path in sorted(shared_reports.glob("*/report.docx")):
        document = load(path.read_bytes(), str(path))
        body = "\n".join(
            document.block_text(b) for b in document.blocks if b.kind not in {"header", "footer"}
        )
        text = path.with_name("report.txt").read_text("utf-8")
        assert re.sub(r"\s+", " ", body).strip() == re.sub(r"\s+", " ", text).strip(), path.parent.name


def test_all_real_files_are_read_and_mapped(shared_reports: Path) -> None:
    for path in sorted((shared_reports / "real").glob("*.docx")):
        data = path.read_bytes()
        document, nodes = load(data, str(path)), text_nodes(open_package(data, str(path)))
        assert len(document.text) > 1000, path.name
        for offset, letter in enumerate(document.text):
            node, at = document.source.anchor(offset)
            element = nodes[node].element if node != SYNTHETIC else None
            if element is not None and element.tag.endswith("}t"):
                assert (element.text or "")[at].isspace() if letter.isspace() else letter, (path.name, offset)
