"""PDF files: lines become paragraphs, and text that must not be linted is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.loaders.conftest import HIDDEN, PICTURE

from reportlint.document import Document, NoteMark
from reportlint.errors import UnreadableError
from reportlint.loaders import load_bytes
from reportlint.loaders.pdf import load
from reportlint.loaders.pdf.fonts import family, mac_style
from reportlint.loaders.pdf.quality import is_syllable, measure

MakePdf = Callable[..., bytes]
LEFT, INDENT, FULL = 85.0, 121.0, 63
"""Left edge and first-line indent in pt; letters of a full line."""
WORDS = "thực hiện kế hoạch công tác cải cách hành chính của tỉnh và của huyện trong năm nay "


def full(start: str, width: int = FULL) -> str:
    """Return a line of running text that fills the width."""
    return (start + " " + WORDS * 3)[: width - 1] + "n"


def lines(document: Document) -> list[str]:
    return [document.block_text(block) for block in document.blocks]


def first_page() -> list[tuple[float, float, str]]:
    return [
        (110, 780, "UBND HUYỆN TUY"), (300, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (110, 762, "PHÒNG NỘI VỤ"), (330, 762, "Độc lập - Tự do - Hạnh phúc"),
        (110, 744, "Số: 05/BC-PNV"), (330, 744, "Tuy Phước, ngày 05 tháng 7 năm 2023"),
        (280, 715, "BÁO CÁO"), (230, 697, "Kết quả công tác quý II"),
        (INDENT, 660, full("Thực hiện", FULL - 5)), (LEFT, 640, full("theo")), (LEFT, 620, "như sau:"),
        (INDENT, 592, full("1. Công tác", FULL - 5)), (LEFT, 572, full("và số 80/KH")[:-1] + "-"), (LEFT, 552, "UBND ngày."),
        (INDENT, 525, full("2. Việc", FULL - 5)),
    ]  # fmt: skip


def second_page() -> list[tuple[float, float, str] | tuple[float, float, str, float]]:
    return [
        (310, 805, "2"), (LEFT, 770, full("tiếp tục")), (LEFT, 750, "trong quý tới"), (176, 756, "1", 9.0),
        (LEFT, 95, "1", 6.0), (91, 92, "Theo số liệu của Phòng", 10.0),
    ]  # fmt: skip


def test_joins_lines_into_paragraphs(make_pdf: MakePdf) -> None:
    document = load(make_pdf([first_page(), second_page()]), "a.pdf")
    shown = lines(document)
    assert shown[:7] == [
        "UBND HUYỆN TUY", "PHÒNG NỘI VỤ", "Số: 05/BC-PNV", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc", "Tuy Phước, ngày 05 tháng 7 năm 2023", "BÁO CÁO",
    ]  # fmt: skip
    assert [b.cell.column for b in document.blocks if b.cell] == [0, 0, 0, 1, 1, 1]
    assert shown[8].startswith("Thực hiện thực hiện")
    assert shown[8].endswith("như sau:")
    assert "-UBND ngày." in shown[9]
    assert shown[10].startswith("2. Việc")
    assert "tiếp tục" in shown[10]
    assert [(b.kind, document.block_text(b)) for b in document.blocks[11:]] == [
        ("footnote", "Theo số liệu của Phòng"), ("header", "2"),
    ]  # fmt: skip
    assert document.marks == (NoteMark(document.blocks[10].end, "1"),)
    assert (document.pages, document.blocks[11].page) == (2, 2)


def test_measures_the_layout(make_pdf: MakePdf) -> None:
    layout = load(make_pdf([first_page(), second_page()]), "a.pdf").layout
    assert layout is not None
    assert layout.measured
    page = layout.pages[0]
    assert (page.width, page.height, page.left) == (209.9, 297.0, 30.0)
    assert page.number is not None
    assert (page.number.place, page.number.alignment, page.number.size) == ("header", "center", 14.0)
    assert not page.number_on_first
    title, body = layout.paragraph(6), layout.paragraph(8)
    assert title is not None
    assert title.alignment == "center"
    assert body is not None
    assert body.first_line == pytest.approx(12.7, abs=0.2)
    assert layout.runs[0].format.font == "Times New Roman"


def test_tells_text_from_ocr(make_pdf: MakePdf) -> None:
    assert load(make_pdf([first_page()], ground=PICTURE + HIDDEN), "a.pdf").ocr
    assert not load(make_pdf([first_page()]), "a.pdf").ocr
    assert not load(make_pdf([first_page()], ground=PICTURE), "a.pdf").ocr, "letters printed over a ground"


def test_ties_lines_to_the_column_they_are_drawn_in(make_pdf: MakePdf) -> None:
    drawn = b"0.5 w 125 757 m 165 758 l S 340 757 m 500 757 l S\n"
    document = load(make_pdf([first_page()], ground=drawn), "a.pdf")
    assert document.layout is not None
    above = [document.block_text(document.blocks[line.block]) for line in document.layout.lines]
    assert above == ["PHÒNG NỘI VỤ", "Độc lập - Tự do - Hạnh phúc"]


def test_a_made_up_font_name_is_none(make_pdf: MakePdf) -> None:
    layout = load(make_pdf([first_page()], font=b"CIDFont+F1"), "a.pdf").layout
    assert layout is not None
    assert not any("CID" in (run.format.font or "") for run in layout.runs)


def test_reads_weight_and_slope_from_the_embedded_font() -> None:
    head = b"head" + bytes(4) + (28).to_bytes(4, "big") + bytes(4)
    font = b"\x00\x01\x00\x00" + b"\x00\x01" + bytes(6) + head + bytes(44) + b"\x00\x03"
    assert mac_style(font) == 3
    assert mac_style(b"\x01\x00\x04\x02") == mac_style(font[:12]) == 0


def test_a_gap_without_a_blank_parts_words(make_pdf: MakePdf) -> None:
    gap = b"".join(
        b"BT /F1 14 Tf %g 500 Td <%s> Tj ET\n" % (left, text.encode("utf-16-be").hex().encode())
        for left, text in ((121, "b)"), (136.65, "Đối với"))
    )
    document = load(make_pdf([first_page()], ground=gap), "a.pdf")
    assert "b) Đối với" in document.text


def test_title_and_typed_line_stand_alone(make_pdf: MakePdf) -> None:
    head = [
        (270, 715, "BÁO CÁO"),
        (235, 699, "TỔNG KẾT NĂM 2023"),
        (250, 683, "------------"),
        (240, 667, "MỞ ĐẦU CHUNG"),
    ]
    shown = lines(load(make_pdf([first_page()[:6] + head + [(LEFT, 640.0, full("Thực hiện"))]]), "a.pdf"))
    assert shown[6:10] == [text for _, _, text in head]


def test_notes_pages_without_text(make_pdf: MakePdf) -> None:
    document = load(make_pdf([first_page(), []]), "a.pdf")
    assert [piece.what for piece in document.unread] == [("trang 2", "page 2")]


def test_refuses_a_scan(make_pdf: MakePdf) -> None:
    with pytest.raises(UnreadableError, match="OCR"):
        load(make_pdf([[], []]), "scan.pdf")


def test_refuses_text_without_vietnamese_letters(make_pdf: MakePdf) -> None:
    garbage = [
        (LEFT, 780.0 - 20 * i, "Thuc hi6n k6 hoach c6ng t6c c6i c6ch hdnh chinh cria tinh") for i in range(12)
    ]
    with pytest.raises(UnreadableError, match="lớp chữ không đọc được"):
        load(make_pdf([garbage]), "a.pdf")


def test_refuses_letters_out_of_order(make_pdf: MakePdf) -> None:
    mixed = "".join(word[::-1] + " " for word in (WORDS * 9).split())
    scrambled = [(LEFT, 780.0 - 20 * i, mixed[60 * i : 60 * i + 60]) for i in range(9)]
    with pytest.raises(UnreadableError, match="lớp chữ không đọc được"):
        load(make_pdf([scrambled]), "a.pdf")


def test_refuses_missing_letter_maps(make_pdf: MakePdf) -> None:
    strange = [(LEFT, 780.0 - 20 * i, "KӃ hoҥch công tác YӅ viӋc thӵc hiӋn các nhiӋm vө") for i in range(12)]
    with pytest.raises(UnreadableError, match="Unicode"):
        load(make_pdf([strange]), "a.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4 junk" * 50])
def test_damage_is_an_error_in_words(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="hỏng"):
        load_bytes(data, "a.pdf")


def test_every_character_leads_back_to_its_page(make_pdf: MakePdf) -> None:
    document = load(make_pdf([first_page(), second_page()]), "a.pdf")
    at = document.text.index("trong quý tới")
    assert document.source.anchor(at).node == 1


def test_tells_syllables() -> None:
    assert all(
        map(is_syllable, ["nghiêng", "khuỷu", "quyết", "giếng", "được", "Yên", "ủy", "hoà", "oan", "ưu"])
    )
    assert not any(map(is_syllable, ["ph6t", "nghxx", "tltl", "hànhh"]))
    assert measure("Báo cáo").readable


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("ABCDEF+TimesNewRomanPS-BoldMT", "Times New Roman"), ("TimesNewRomanPSMT", "Times New Roman"),
        ("TimesNewRoman,Bold", "Times New Roman"), ("Arial-BoldItalicMT", "Arial"), ("Times New Roman", "Times New Roman"),
    ],
)  # fmt: skip
def test_names_typefaces(name: str, shown: str) -> None:
    assert family(name) == shown


def test_real_files_are_read_or_refused(shared_reports: Path) -> None:
    scans, garbage = (
        {"152.pdf", "163.pdf", "182.pdf"},
        set((shared_reports / "real" / "unreadable").glob("*.pdf")),
    )
    for path in (*(shared_reports / "real").glob("*.pdf"), *garbage):
        if path.name in scans or path in garbage:
            with pytest.raises(UnreadableError, match="OCR"):
                load(path.read_bytes(), str(path))
        else:
            document = load(path.read_bytes(), str(path))
            assert "Độc lập - Tự do - Hạnh phúc" in document.text
            assert "Nơi nhận:" in document.text


@pytest.mark.parametrize("name", ["bao-cao-mau", "bao-cao-ubnd-huyen"])
def test_reads_ruled_tables_cell_by_cell(name: str) -> None:
    folder = Path(__file__).parents[2] / "examples"

    def cells(suffix: str) -> list[tuple[int, int, str]]:
        path = folder / f"{name}.{suffix}"
        document = load_bytes(path.read_bytes(), str(path))
        blocks = [block for block in document.blocks if block.cell and block.page != 1]
        ruled = [(b.cell.row, b.cell.column, document.block_text(b)) for b in blocks if b.cell]
        return [cell for cell in ruled if cell[2].replace(".", "").isdecimal()]

    assert cells("pdf") == cells("md") != []
