"""Markdown and plain text: blocks, joins, and a map that markup never shifts."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint import Settings, lint
from reportlint.document import Document
from reportlint.errors import UnreadableError
from reportlint.loaders import load_bytes


def md(text: str) -> Document:
    """Load Markdown."""
    return load_bytes(text.encode(), "a.md")


def txt(text: str) -> Document:
    """Load plain text."""
    return load_bytes(text.encode(), "a.txt")


def texts(document: Document) -> list[str]:
    """Text of each block."""
    return [document.block_text(b) for b in document.blocks]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**I. KẾT QUẢ**\n", "I. KẾT QUẢ"),
        ("#### **IV. Nhiệm vụ**\n", "IV. Nhiệm vụ"),
        ("chính<sup>1</sup>. Căn cứ\n", "chính. Căn cứ"),
        ("số 5\\*7\\ và a\\_b\n", "số 5*7 và a_b"),
        ("m<sup>2</sup>\n", "m"),
        ("*a) Việc* tổ chức\n", "a) Việc tổ chức"),
        ("5 * 3 = 15\n", "5 * 3 = 15"),
    ],
)
def test_markup_leaves_the_text(source: str, text: str) -> None:
    """Marks of emphasis, escapes and footnote references are no text."""
    assert texts(md(source)) == [text]


def test_every_character_knows_its_line_and_column() -> None:
    """Markup before a character does not shift it."""
    document = md("Dòng một\n\n**Kế hoạch** số *95/KH-UBND*<sup>2</sup> ngày\n")
    at = document.text.index("95/KH")
    assert document.place(at)[:2] == (3, 18)
    assert document.place(at + 10, end=True)[:2] == (3, 28)
    assert document.marks[0].label == "2"


def test_paragraph_torn_by_a_page_break_is_joined_across_a_footnote() -> None:
    """The lower part starts in lower case; the footnote goes behind."""
    document = md(
        "Huyện ủy đã tăng cường kiểm tra việc chấp hành kỷ luật, kỷ cương\n\n---\n\n<sup>1</sup> Kế hoạch số 33/KH-UBND\n\ntại các cơ quan, đơn vị.\n"
    )
    assert texts(document)[0].endswith("kỷ cương tại các cơ quan, đơn vị.")
    assert document.blocks[1].kind == "footnote"
    assert document.blocks[1].note == "1"


def test_percentage_is_not_the_number_a_line_breaks_off_before() -> None:
    document = load_bytes(
        "6. Xây dựng và phát triển chính quyền điện tử, chính quyền số\n100% văn bản được ký số.".encode(),
        "x.txt",
    )
    assert len(document.blocks) == 2


def test_wrapped_lines_make_paragraphs_and_symbols_are_whole() -> None:
    """OCR text of full lines: joined by blanks, torn symbols without."""
    line = "điều chỉnh dự toán ngân sách của một số đơn vị theo Công văn số 4039/STC-\nHCSN ngày 20/11/2024 của Sở Tài chính về việc điều chỉnh dự toán chi ngân\n"
    document = txt((line + "sách nhà nước năm 2024 đối với các đơn vị.\n\n") * 6)
    assert "4039/STC-HCSN ngày" in texts(document)[0]
    assert len(document.blocks) == 6


@pytest.mark.parametrize("bar", [" | ", "\t"])
def test_rows_between_bars_or_tabs_are_a_table(bar: str) -> None:
    rows = [["Vụ việc", "2021", "2022"], ["Phá rừng", "102", ""], ["Cộng", "", "84"]]
    source = "Kết quả như sau:\n" + "\n".join(bar.join(row) for row in rows) + "\nHết."
    document = txt(source)
    cells = [(b.cell.row, b.cell.column, document.block_text(b)) for b in document.blocks if b.cell]
    assert cells == [(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    assert [document.block_text(b) for b in document.blocks if not b.cell] == ["Kết quả như sau:", "Hết."]
    at = document.text.index("102")
    assert document.place(at).line == 3


def test_two_halves_of_a_head_and_rows_without_numbers_are_no_table() -> None:
    assert not any(b.cell for b in txt("UBND XÃ | CỘNG HÒA\nSố: 5 | 2024\nA | B").blocks)
    assert not any(b.cell for b in txt("A | B | C\nD | E | F\nG | H | I").blocks)


def test_decomposed_letters_are_composed_and_mapped() -> None:
    """NFD gives the same text as NFC, and columns of the file as it stands."""
    source = "Ủy ban nhân dân huyện, số 95/KH-UBND"
    document = txt(unicodedata.normalize("NFD", source))
    assert document.text == source
    assert document.decomposed > 0
    at = document.text.index("95")
    assert document.source_text[document.source.anchor(at).offset :].startswith("95/KH")


@given(
    st.text(
        st.characters(codec="utf-8", exclude_characters="\r\x00\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"),
        min_size=1,
    )
)
def test_plain_text_maps_back_to_itself(source: str) -> None:
    """Every character of the document stands in the source where the map says."""
    if not source.strip():
        return
    document = txt("x " + source)
    for offset, char in enumerate(document.text):
        node, at = document.source.anchor(offset)
        if node == 0:
            width = document.source.end_anchor(offset + 1).offset - at
            assert (
                unicodedata.normalize("NFC", document.source_text[at : at + width])
                in {char, unicodedata.normalize("NFC", char)}
                or width == 1
            )


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "rỗng"),
        (b"  \n\n", "rỗng"),
        (b"BC\x00\x01\x02", "nhị phân"),
        ("ñy ban nh©n d©n tØnh B×nh §Þnh b¸o c¸o kÕt qu¶".encode("latin-1"), "TCVN3"),
        (b"PK\x03\x04rest of an archive", "nén"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_cause(data: bytes, cause: str) -> None:
    """The error names the file and the cause."""
    with pytest.raises(UnreadableError, match=cause) as caught:
        load_bytes(data, "bao-cao.txt")
    assert "bao-cao.txt" in str(caught.value)


def test_windows_line_ends_do_not_count_as_text() -> None:
    """A carriage return is no character of a paragraph."""
    assert texts(md("Một\r\n\r\nHai\r\n")) == ["Một", "Hai"]


def test_front_matter_declares_identity() -> None:
    """Keys between two rules at the very top."""
    assert md("---\nlevel: district\nplace: Tuy Phước\n---\nBÁO CÁO\n").declared == (
        ("level", "district"),
        ("place", "Tuy Phước"),
    )


FENCED = "Các xã đã họp.\n\n```\nlệnh  sai ,chính tả\n```\n\nCác xã đã  báo cáo.\n"


def test_code_between_fences_is_no_prose() -> None:
    """What stands around it keeps its place."""
    document = md(FENCED)
    assert texts(document) == ["Các xã đã họp.", "Các xã đã  báo cáo."]
    place = document.place(document.blocks[1].start)
    assert (place.line, place.column) == (7, 1)


@pytest.mark.parametrize("text", ["```\nCác xã đã họp.\n", "```markdown\nCác xã đã họp.\n```\n"])
def test_a_lone_fence_and_fences_around_all_hide_nothing(text: str) -> None:
    assert "Các xã đã họp." in "\n".join(texts(md(text)))


def test_a_remark_inside_a_fence_is_an_example() -> None:
    assert md("~~~\n<!-- reportlint: bỏ qua VD003: vì -->\n~~~\n\nCác xã đã họp.\n").directives == ()


def test_nothing_is_found_at_what_is_set_as_code() -> None:
    """Names of files, commands and keys are no prose; the words around them are."""
    found = lint(
        "Các xã gửi tệp `van-ban.csv,du-thao.md` ,rồi báo cáo.\n", Settings(select=("DC",)), name="a.md"
    ).findings
    assert [(f.code, f.quote) for f in found] == []
    plain = lint("Các xã gửi tệp van-ban ,rồi báo cáo.\n", Settings(select=("DC",)), name="a.md").findings
    assert {f.code for f in plain} == {"DC001"}


def test_words_that_begin_with_tr_are_no_trace_of_ocr() -> None:
    """`truy` looks like an m read as rn."""
    assert not txt("Lượt truy cập tăng; truy thu thuế; truy tố 02 bị can; công tác truy nã.").ocr
    assert txt("Đã đạt crun tại huyện; các xã grun theo; đơn vị brun nhau.").ocr
