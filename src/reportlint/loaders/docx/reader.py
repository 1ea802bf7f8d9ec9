"""The blocks of a Word file: body, tables, text boxes, notes, headers and footers, in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from reportlint.document import Cell
from reportlint.loaders.builder import DocumentBuilder
from reportlint.loaders.docx.inline import Inline, Mark, is_deleted_mark
from reportlint.loaders.docx.names import PPR, SECTPR, TBL, VAL, P, number, w
from reportlint.loaders.docx.numbering import LEVELS, Numbering
from reportlint.loaders.docx.paragraphs import Emitter
from reportlint.loaders.docx.properties import Properties, paragraph_properties
from reportlint.loaders.docx.styles import Styles
from reportlint.loaders.docx.tables import rows_of
from reportlint.said import Said

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportlint.document import BlockKind
    from reportlint.layout import Page
    from reportlint.loaders.docx.inline import Piece
    from reportlint.loaders.docx.package import Package
    from reportlint.loaders.docx.styles import Style

_THROUGH = frozenset(w(n) for n in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_SKIPPED = frozenset({w("del"), w("moveFrom")})
_ALT_CHUNK = w("altChunk")
_TBL_STYLE = f"{w('tblPr')}/{w('tblStyle')}"


@dataclass(frozen=True)
class Where:
    """What surrounds a paragraph."""

    kind: BlockKind = "paragraph"
    cell: Cell | None = None
    note: str = ""
    table: Style | None = None


@dataclass
class Reader:
    """Walks the parts of a package and fills a `DocumentBuilder`."""

    package: Package
    builder: DocumentBuilder
    original: bool = False
    part_starts: list[tuple[int, str]] = field(default_factory=list)
    """(first node, part name) of every part read, in order."""
    sections: list[tuple[int, _Element]] = field(default_factory=list)
    """(first block, `w:sectPr`) of every section of the body."""
    pages: list[Page] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Read what all parts share."""
        self.styles = Styles(self.package)
        self.numbering = Numbering(self.package)
        self.inline = Inline(self.styles, original=self.original)
        self.emitter = Emitter(self.builder)
        self._tables = 0
        self._section_start = 0
        self._carried: list[Piece] = []
        """Pieces of a paragraph whose end is struck out: they go before the next one's."""

    def read_part(self, name: str, root: _Element, where: Where) -> None:
        """Read all blocks of a part."""
        self.part_starts.append((len(self.inline.nodes), name))
        self.read_blocks(root, where)
        self.inline.end_part()
        self.emitter.end_part()
        self._carried = []

    def read_blocks(self, parent: _Element, where: Where) -> None:
        """Read paragraphs and tables among the children of an element."""
        for child in parent:
            tag = child.tag
            if tag == P:
                self.read_paragraph(child, where)
            elif tag == TBL:
                self.read_table(child, where)
            elif tag in _THROUGH:
                self.read_blocks(child, where)
            elif tag == SECTPR:
                self.end_section(child)
            elif tag in _SKIPPED:
                self.inline.changes += 1
            elif tag == _ALT_CHUNK:
                self.emitter.unread(
                    Said("văn bản nhúng", "an embedded document"),
                    Said(
                        "phần nhúng nguyên tệp khác (altChunk) chưa được đọc",
                        "a whole file set into this one (altChunk) is not read",
                    ),
                )

    def read_paragraph(self, element: _Element, where: Where) -> None:
        """Read one paragraph, then the text boxes anchored in it."""
        properties = element.find(PPR)
        direct = paragraph_properties(properties)
        style = self.styles.paragraph_style(direct)
        pieces = self._carried + self.inline.read(element, style, where.table)
        self._carried = []
        if is_deleted_mark(properties, original=self.original):
            self._carried = pieces
            return
        num, level = self._list_of(direct, style)
        found = self.numbering.level(num, level) if num else None
        layout = self.styles.paragraph(direct, found.paragraph if found else {}, where.table)
        label = self.numbering.label(num, level) if found else ""
        kind, heading = self._kind(where, direct, style, label)
        if direct.get("break_before") or style.paragraph.get("break_before"):
            self.emitter.break_page()
        facts: dict[str, object] = {"level": heading, "cell": where.cell, "note": where.note}
        self.emitter.emit(pieces, kind, facts, layout, label)
        for piece in pieces:
            if piece.mark is Mark.BOX and piece.element is not None:
                self.read_blocks(piece.element, where)
        section = None if properties is None else properties.find(SECTPR)
        if section is not None:
            self.end_section(section)

    def read_table(self, table: _Element, where: Where) -> None:
        """Read the cells of a table row by row; a table inside a cell counts as one of its own."""
        named = table.find(_TBL_STYLE)
        style = self.styles.style(self.styles.default_table if named is None else named.get(VAL))
        index, self._tables = self._tables, self._tables + 1
        kind: BlockKind = "table-cell" if where.kind in {"paragraph", "table-cell"} else where.kind
        rows, refused = rows_of(table, original=self.original)
        self.inline.changes += refused
        for row in rows:
            for placed in row:
                cell = Cell(index, placed.row, placed.column, placed.rows, placed.columns)
                self.read_blocks(placed.element, replace(where, kind=kind, cell=cell, table=style))
                self.emitter.end_cell()

    def end_section(self, element: _Element) -> None:
        """Note a section that ends here."""
        self.sections.append((self._section_start, element))
        self._section_start = self.builder.block_count

    def _list_of(self, direct: Properties, style: Style) -> tuple[str, int]:
        """Return the list and level a paragraph is numbered by; "" for none."""
        inherited = cast("str | None", style.paragraph.get("num"))
        num = cast("str | None", direct.get("num")) or inherited
        if not num or num == "0":
            return "", 0
        level = direct.get("level", style.paragraph.get("level"))
        if level is None and "num" not in direct:
            level = self.numbering.level_of_style(num, cast("str", direct.get("style", "")))
        return num, max(0, min(cast("int", level or 0), LEVELS - 1))

    def _kind(self, where: Where, direct: Properties, style: Style, label: str) -> tuple[BlockKind, int]:
        """Return the kind of a block and the level the markup claims for it."""
        if where.kind != "paragraph":
            return where.kind, 0
        outline = cast("int", direct.get("outline", style.paragraph.get("outline", 9)))
        name = style.name.lower()
        if name.startswith("heading ") and name[8:].isdigit():
            return "heading", number(name[8:], 1)
        if outline < 9:
            return "heading", outline + 1
        return ("list-item", 0) if label else ("paragraph", 0)
