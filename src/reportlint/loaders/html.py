"""HTML files, also those Word saves: text as a browser shows it, every character led back to the source."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from reportlint.document import Cell, Emphasis, NoteMark, line_starts
from reportlint.errors import UnreadableError
from reportlint.loaders.builder import DocumentBuilder
from reportlint.loaders.decoding import decode
from reportlint.loaders.directives import add_comment_directives
from reportlint.loaders.docx.numbering import count_as

if TYPE_CHECKING:
    from reportlint.document import BlockKind, Document, Style

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "li", "main",
    "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_SKIPPED = frozenset(
    {"script", "style", "head", "template", "noscript", "title", "svg", "select", "textarea"}
)
_VOID = frozenset(
    {"br", "hr", "img", "input", "meta", "link", "col", "wbr", "base", "area", "source", "track"}
)
_STYLED: dict[str, Style] = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "mark": "highlight",
    "sup": "superscript", "code": "code", "kbd": "code", "samp": "code", "pre": "code",
}  # fmt: skip
_CSS: tuple[tuple[re.Pattern[str], Style], ...] = (
    (re.compile(r"font-weight:\s*(?:bold|[6-9]00)"), "bold"),
    (re.compile(r"font-style:\s*italic"), "italic"),
    (re.compile(r"background(?:-color)?:\s*(?:yellow|#ff0|#ffff00)"), "highlight"),
)
_NOTE_ID = re.compile(r"(?i)_?(?:ftn|fn|footnote)[-_:]?(\d{1,3})")
_BACK = re.compile(r"(?i)_?(?:ftn|fn|footnote)[-_:]?ref[-_:]?\d{1,3}")
_NOTE_MARK = re.compile(r"\[?(\d{1,3})\]?")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LIST_SHAPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
MAX_DEPTH = 2000


def load(data: bytes, path: str) -> Document:
    """Read an HTML file. Raises `UnreadableError` when it is not text or nests absurdly."""
    text = decode(data, path)
    reader = _Reader(text, path)
    try:
        reader.feed(text)
        reader.close()
    except AssertionError as error:  # html.parser gives up so on some broken declarations
        raise UnreadableError(path, f"tệp HTML bị hỏng ({error})", f"the HTML is broken ({error})") from error
    reader.end_block()
    add_comment_directives(text, _COMMENT, reader.builder)
    return reader.builder.build()


@dataclass
class _Element:
    """An open element and what it lends to the text inside."""

    tag: str
    styles: tuple[Style, ...] = ()
    note: str = ""
    refers: bool = False


@dataclass
class _Table:
    """Where the next cell stands."""

    index: int
    row: int = -1
    column: int = -1


@dataclass
class _Text:
    """The block being read: characters with offset, width in the source and styles."""

    parts: list[tuple[str, int, int, tuple[Style, ...]]] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)
    """(number of the part before which it stands, label)."""


class _Reader(HTMLParser):
    """Fills a `DocumentBuilder` while the source goes by."""

    def __init__(self, text: str, path: str) -> None:
        super().__init__(convert_charrefs=False)
        self.builder = DocumentBuilder(path, "html", text)
        self._starts = line_starts(text)
        self._open: list[_Element] = []
        self._tables: list[_Table] = []
        self._lists: list[tuple[str, int]] = []
        self._table_count = 0
        self._text = _Text()
        self._label = ""
        self._cell: Cell | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        values = {name: value or "" for name, value in attrs}
        if tag in _BLOCKS:
            self.end_block()
            self._begin(tag, values)
        if tag in _VOID:
            return
        if len(self._open) > MAX_DEPTH:
            raise UnreadableError(
                self.builder.path,
                "tệp HTML có quá nhiều tầng lồng nhau, không phải văn bản thường",
                "the HTML nests too deeply for an ordinary document",
            )
        css = values.get("style", "").lower()
        styles = [style for pattern, style in _CSS if pattern.search(css)]
        if tag in _STYLED:
            styles.append(_STYLED[tag])
        note = _NOTE_ID.fullmatch(values.get("id", ""))
        target = values.get("href", "").lstrip("#") if tag == "a" else ""
        refers = _NOTE_ID.fullmatch(target) is not None or _BACK.fullmatch(target) is not None
        self._open.append(_Element(tag, tuple(styles), note[1] if note else "", refers))

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and those left open inside it."""
        if tag in _BLOCKS:
            self.end_block()
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at].tag == tag:
                del self._open[at:]
                break
        if tag == "table" and self._tables:
            self._tables.pop()
            self._cell = None
        elif tag in {"ol", "ul"} and self._lists:
            self._lists.pop()
        elif tag in {"td", "th"}:
            self._cell = None

    def handle_data(self, data: str) -> None:
        """Take text as it stands; a run of blanks counts as one."""
        line, column = self.getpos()
        self._take(data, self._starts[line - 1] + column, 0)

    def handle_entityref(self, name: str) -> None:
        """Take a named character."""
        self._take_reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        """Take a numbered character."""
        self._take_reference(f"&#{name}")

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Skip `<![if …]>` and the like, which Word writes."""
        del report
        end = self.rawdata.find(">", i)
        return end + 1 if end >= 0 else -1

    def _take_reference(self, shown: str) -> None:
        line, column = self.getpos()
        at = self._starts[line - 1] + column
        width = len(shown) + (self.rawdata[at + len(shown) : at + len(shown) + 1] == ";")
        self._take(unescape(shown + ";"), at, width)

    def _take(self, text: str, offset: int, width: int) -> None:
        """Add text to the block; `width` is that of a character reference in the source, 0 for plain text."""
        if any(element.tag in _SKIPPED for element in self._open):
            return
        if any(element.refers for element in self._open):
            label = _NOTE_MARK.fullmatch(text.strip())
            if label and not any(element.note for element in self._open):
                self._text.marks.append((len(self._text.parts), label[1]))
            return
        styles = tuple(style for element in self._open for style in element.styles)
        if width:
            self._text.parts.append((text.replace("\xa0", " "), offset, width, styles))
            return
        for match in re.finditer(r"[ \t\r\n\f]+|[^ \t\r\n\f]+", text):
            blank = match[0].isspace()
            self._text.parts.append((" " if blank else match[0], offset + match.start(), 0, styles))

    def _begin(self, tag: str, values: dict[str, str]) -> None:
        """Note what a block element changes: lists count, tables and cells take their place."""
        if tag == "table":
            self._tables.append(_Table(self._table_count))
            self._table_count += 1
        elif tag == "tr" and self._tables:
            self._tables[-1].row += 1
            self._tables[-1].column = -1
        elif tag in {"td", "th"} and self._tables:
            table = self._tables[-1]
            table.column += 1
            rows, columns = (
                int(v) if (v := values.get(n, "")).isdecimal() else 1 for n in ("rowspan", "colspan")
            )
            self._cell = Cell(table.index, max(table.row, 0), table.column, rows, columns)
            table.column += min(columns, 1000) - 1
        elif tag in {"ol", "ul"}:
            start = values.get("start", "1")
            shape = "bullet" if tag == "ul" else _LIST_SHAPES.get(values.get("type", ""), "decimal")
            self._lists.append((shape, int(start) - 1 if start.isdecimal() else 0))
        elif tag == "li" and self._lists:
            shape, count = self._lists[-1]
            self._lists[-1] = (shape, count + 1)
            mark = ")" if shape == "lowerLetter" else "."
            self._label = "- " if shape == "bullet" else f"{count_as(shape, count + 1)}{mark} "

    def end_block(self) -> None:
        """Write the block that was being read, if it holds text."""
        text, self._text = self._text, _Text()
        if not any(part.strip() for part, *_ in text.parts):
            return
        kind, level, note = self._kind()
        self.builder.open(kind, level=level, cell=self._cell if kind == "table-cell" else None, note=note)
        self.builder.add(self._label)
        self._label = ""
        self._write(text)
        self.builder.close()

    def _kind(self) -> tuple[BlockKind, int, str]:
        note = next((element.note for element in self._open if element.note), "")
        if note:
            return "footnote", 0, note
        if self._cell is not None:
            return "table-cell", 0, ""
        tags = [element.tag for element in self._open]
        heading = next((tag for tag in tags if re.fullmatch(r"h[1-6]", tag)), "")
        if heading:
            return "heading", int(heading[1]), ""
        return ("list-item" if "li" in tags else "paragraph"), 0, ""

    def _write(self, text: _Text) -> None:
        builder, marks = self.builder, dict(text.marks)
        last = max(i for i, part in enumerate(text.parts) if part[0].strip())
        blank = True
        for at, (part, offset, width, styles) in enumerate(text.parts):
            if at in marks:
                builder.marks.append(NoteMark(builder.at, marks[at]))
            if at > last or (blank and part == " "):
                continue
            blank = part == " "
            start = builder.at
            if width and len(part) == 1:
                builder.add_cluster(part, 0, offset, width)
            else:
                builder.add(part, 0, offset)
            for style in styles:
                self._emphasize(start, style)
        builder.marks += [NoteMark(builder.at, label) for at, label in text.marks if at >= len(text.parts)]

    def _emphasize(self, start: int, style: Style) -> None:
        found = self.builder.emphasis
        for at in range(len(found) - 1, max(-1, len(found) - 8), -1):
            if found[at].style == style and found[at].end == start:
                found[at] = Emphasis(found[at].start, self.builder.at, style)
                return
        found.append(Emphasis(start, self.builder.at, style))
