"""HTML files: text as a browser shows it, led back to the source."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reportlint.document import SYNTHETIC, Document, NoteMark
from reportlint.errors import UnreadableError
from reportlint.loaders.html import load


def read(source: str) -> Document:
    return load(source.encode("utf-8"), "a.html")


def lines(document: Document) -> list[str]:
    return [document.block_text(block) for block in document.blocks]


def test_folds_blanks_and_reads_character_references() -> None:
    document = read("<p>  Báo\n  cáo&nbsp;th&#7921;c hi&#x1ec7;n &amp; kết quả</p>")
    assert document.text == "Báo cáo thực hiện & kết quả"
    assert document.source_text[document.source.anchor(10).offset :].startswith("&#7921;")
    assert document.source.end_anchor(11).offset - document.source.anchor(10).offset == len("&#7921;")


def test_leaves_out_what_is_not_shown() -> None:
    document = read(
        "<html><head><title>x</title><style>p{}</style></head><body><script>1</script><p>chữ</p></body>"
    )
    assert document.text == "chữ"


def test_reads_lists_tables_and_headings() -> None:
    document = read(
        '<h2>I. Mục</h2><ol type="a"><li>một<li>hai</ol><ul><li>ba</ul>'
        "<table><tr><td rowspan=2>A<td>B<tr><td>C</table>"
    )
    assert lines(document) == ["I. Mục", "a) một", "b) hai", "- ba", "A", "B", "C"]
    assert (document.blocks[0].kind, document.blocks[0].level) == ("heading", 2)
    assert [(b.cell.row, b.cell.column, b.cell.rows) for b in document.blocks if b.cell] == [
        (0, 0, 2), (0, 1, 1), (1, 0, 1),
    ]  # fmt: skip


def test_reads_footnotes_styles_and_suppressions() -> None:
    document = read(
        '<!-- reportlint: bỏ qua VD003: đã soát --><p><b>Luật</b> số 10<a href="#_ftn1"><sup>[1]</sup></a></p>'
        '<![if !supportFootnotes]><div id="ftn1"><p><a href="#_ftnref1">[1]</a> Công báo</p></div>'
    )
    assert lines(document) == ["Luật số 10", "Công báo"]
    assert document.marks == (NoteMark(10, "1"),)
    assert (document.blocks[1].kind, document.blocks[1].note) == ("footnote", "1")
    assert document.styled("bold", 0, 4)
    assert document.directives[0].text.startswith("reportlint: bỏ qua VD003")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<b>", "&amp;", "&", "<![x", "<!--", "-->", "chữ ", "<td>", "\n", "<"]
        )
    )
)
def test_no_source_breaks_it(parts: list[str]) -> None:
    source = "<html>" + "".join(parts)
    try:
        document = read(source)
    except UnreadableError:
        return
    for offset in range(len(document.text)):
        node, at = document.source.anchor(offset)
        assert node == SYNTHETIC or 0 <= at < len(source)
