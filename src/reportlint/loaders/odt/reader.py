"""The blocks of an ODT file: paragraphs, headings, lists, tables, text boxes, notes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reportlint.document import Cell
from reportlint.loaders.docx.inline import Mark
from reportlint.loaders.docx.paragraphs import Emitter
from reportlint.loaders.legacy import may_hold_legacy
from reportlint.loaders.odt.inline import Inline
from reportlint.loaders.odt.lists import Lists
from reportlint.loaders.odt.names import q
from reportlint.loaders.odt.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportlint.document import BlockKind
    from reportlint.layout import Page
    from reportlint.loaders.builder import DocumentBuilder

_P, _H, _LIST, _TABLE = q("text:p"), q("text:h"), q("text:list"), q("table:table")
_ROW, _CELL, _COVERED = q("table:table-row"), q("table:table-cell"), q("table:covered-table-cell")
_THROUGH = frozenset(
    q(n)
    for n in (
        "text:section", "text:index-body", "text:table-of-content", "text:index-title",
        "table:table-header-rows",
        "table:table-rows", "table:table-row-group", "text:list-header", "text:numbered-paragraph",
    )
)  # fmt: skip
MAX_REPEAT = 1000


@dataclass(frozen=True)
class Where:
    """What surrounds a paragraph."""

    kind: BlockKind = "paragraph"
    cell: Cell | None = None
    note: str = ""
    list_style: str = ""
    level: int = 0
    """How many lists it stands in."""


@dataclass
class Reader:
    """Walks the content and fills a `DocumentBuilder`."""

    builder: DocumentBuilder
    roots: list[_Element]
    pages: list[Page] = field(default_factory=list)
    changes: int = 0
    masters: list[tuple[int, str]] = field(default_factory=list)
    """(first block, page style) where a paragraph begins pages of another shape."""

    def __post_init__(self) -> None:
        """Read the styles."""
        self.styles = Styles(self.roots)
        self.lists = Lists(self.roots)
        self.inline = Inline(self.styles)
        self.emitter = Emitter(self.builder)
        self.emitter.note_labels = self.inline.note_labels
        self.emitter.comments = self.inline.comments
        self._tables = 0
        self._label = ""

    def read_blocks(self, parent: _Element, where: Where) -> None:
        """Read paragraphs, lists and tables among the children of an element."""
        for child in parent:
            tag = child.tag
            if tag in {_P, _H}:
                self.read_paragraph(child, where)
            elif tag == _LIST:
                self.read_list(child, where)
            elif tag == _TABLE:
                self.read_table(child, where)
            elif tag in _THROUGH:
                self.read_blocks(child, where)

    def read_paragraph(self, element: _Element, where: Where) -> None:
        """Read one paragraph, then the text boxes anchored in it."""
        name = element.get(q("text:style-name"), "")
        self._note_page_style("paragraph", name, where)
        pieces = self.inline.read(element)
        shown = any(piece.mark is Mark.TEXT and not piece.text.isspace() for piece in pieces)
        label, kind, level = self._label if shown or where.cell else "", where.kind, 0
        if label:
            self._label = ""
        if kind == "paragraph":
            outline = element.get(q("text:outline-level"), "1")
            level = (int(outline) if outline.isdecimal() else 1) if element.tag == _H else 0
            kind = "heading" if level else ("list-item" if label else "paragraph")
        facts: dict[str, object] = {"level": level, "cell": where.cell, "note": where.note}
        self.emitter.emit(pieces, kind, facts, self.styles.paragraph(name), label)
        for piece in pieces:
            if piece.mark is Mark.BOX and piece.element is not None:
                self.read_blocks(piece.element, replace(where, list_style="", level=0))

    def read_list(self, element: _Element, where: Where) -> None:
        """Read a list, each item with its label before its first paragraph."""
        style = element.get(q("text:style-name")) or where.list_style or self._style_of_items(element)
        goes_on = element.get(q("text:continue-numbering")) == "true" or element.get(q("text:continue-list"))
        if where.level == 0:
            self.lists.begin(style, goes_on=bool(goes_on))
        inside = replace(where, list_style=style, level=where.level + 1)
        for item in element:
            if item.tag == q("text:list-item"):
                first = next(iter(item), None)
                if first is not None and first.tag != _LIST:
                    start = item.get(q("text:start-value"), "")
                    number = int(start) if start.isdecimal() else None
                    self._label = self.lists.label(style, inside.level, number)
                self.read_blocks(item, inside)
            elif item.tag == q("text:list-header"):
                self.read_blocks(item, inside)
        self._label = ""

    def read_table(self, table: _Element, where: Where) -> None:
        """Read the cells of a table row by row; a table inside a cell counts as one of its own."""
        index, self._tables = self._tables, self._tables + 1
        self._note_page_style("table", table.get(q("table:style-name"), ""), where)
        kind: BlockKind = "table-cell" if where.kind in {"paragraph", "table-cell"} else where.kind
        row_number = 0
        for row in table.iter(_ROW):
            if next(row.iterancestors(_TABLE), None) is not table:
                continue
            column = 0
            for cell in row:
                repeat = min(_whole(cell.get(q("table:number-columns-repeated")), 1), MAX_REPEAT)
                if cell.tag == _CELL:
                    rows = _whole(cell.get(q("table:number-rows-spanned")), 1)
                    columns = _whole(cell.get(q("table:number-columns-spanned")), 1)
                    place = Cell(index, row_number, column, rows, columns)
                    self.read_blocks(cell, Where(kind, place, where.note))
                    self.emitter.end_cell()
                column += repeat if cell.tag in {_CELL, _COVERED} else 0
            row_number += 1

    def read_notes(self) -> None:
        """Read the notes in the order of their references."""
        for mark, identity in list(self.emitter.notes):
            body = self.inline.notes.get(identity)
            if body is not None:
                label = self.inline.note_labels.get((mark, identity), identity)
                self.read_blocks(body, Where("footnote" if mark is Mark.FOOTNOTE else "endnote", note=label))
                self.emitter.end_part()

    def look_for_legacy(self, body: _Element) -> None:
        """Find out whether the file holds text of fonts older than Unicode, before any of it is converted."""
        if not may_hold_legacy("".join(str(text) for text in body.itertext())):
            return
        for paragraph in body.iter(_P, _H):
            name = paragraph.get(q("text:style-name"), "")
            for element in paragraph.iter():
                span = element.get(q("text:style-name"), "") if element is not paragraph else ""
                layout = self.styles.run(name, (span,) if span else ())
                self.emitter.evidence.add(element.text or "", layout.font)

    def _note_page_style(self, family: str, name: str, where: Where) -> None:
        """Note that a paragraph or table of the body begins pages of another shape."""
        style = self.styles.element(family, name) if where.kind == "paragraph" else None
        master = None if style is None else style.get(q("style:master-page-name"))
        if master:
            self.masters.append((self.builder.block_count, master))

    def _style_of_items(self, element: _Element) -> str:
        """Return the list style that the paragraphs of a list name in their own style."""
        paragraph = next(element.iter(_P, _H), None)
        name = None if paragraph is None else paragraph.get(q("text:style-name"))
        return self.styles.inherited(name, q("style:list-style-name")) or ""


def _whole(value: str | None, default: int) -> int:
    return int(value) if value and value.isdecimal() else default
