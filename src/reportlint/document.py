"""The document: what a loader makes of a file.

One NFC string holds the whole text, its blocks joined by a newline. Every place in the program is a pair
of offsets into that string, counted in code points, the end exclusive. `SourceMap` leads from an offset back to
the source: a line and column of a text file, or a text node of a Word, ODT or PDF file.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.layout import Layout

Format = Literal["md", "txt", "html", "docx", "odt", "pdf", "doc", "rtf"]
BlockKind = Literal[
    "paragraph", "heading", "list-item", "table-cell", "footnote", "endnote", "header", "footer", "stamp"
]
Style = Literal["bold", "italic", "underline", "highlight", "superscript", "code"]

OUTSIDE = frozenset({"header", "footer", "stamp"})
"""Kinds of blocks outside the text: what is printed on every page, and the stamp of a digital signature."""
SYNTHETIC = -1
"""Node number of text that stands in no source: list labels, separators."""


class Span(NamedTuple):
    """A half-open range of offsets into `Document.text`, in code points."""

    start: int
    end: int


class Place(NamedTuple):
    """Where a person finds an offset. Lines, columns, pages and paragraphs count from 1; None where unknown."""

    line: int | None
    column: int | None
    page: int | None
    paragraph: int | None


class Anchor(NamedTuple):
    """A place in the source: the text node (0 is the whole file for text formats) and an offset in it."""

    node: int
    offset: int


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a table cell stands: table, row and column count from 0 in reading order."""

    table: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    """How many rows and columns the cell spans."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of any kind. `start` and `end` are offsets into `Document.text`."""

    index: int
    kind: BlockKind
    start: int
    end: int
    level: int = 0
    """Level that the markup claims for a heading, from 1; 0 for none. Not to be trusted."""
    cell: Cell | None = None
    note: str = ""
    """The mark of the footnote or endnote this block belongs to."""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Emphasis:
    """A stretch of text in one style."""

    start: int
    end: int
    style: Style


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The reference to a footnote, standing at `offset` (before that character); it takes no room in the text."""

    offset: int
    label: str


@dataclass(frozen=True, slots=True)
class Directive:
    """A remark of the user to the linter, or a comment left in the file, on a stretch of text."""

    start: int
    end: int
    text: str
    author: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """A piece of the file that could not be read, and why (a plain text is the same in both languages)."""

    what: Said | str
    why: Said | str


@dataclass(frozen=True)
class SourceMap:
    """Piecewise linear map from text offsets to anchors.

    Segment i covers text from `starts[i]` up to the next start. It is linear (one character of text per code point of
    the source) unless it is one character long and `widths` gives how many code points of the source it stands for.
    """

    starts: Sequence[int]
    nodes: Sequence[int]
    offsets: Sequence[int]
    widths: dict[int, int] = field(default_factory=dict)
    """Segment number → code points in the source, for characters composed from several (NFD)."""

    def anchor(self, offset: int) -> Anchor:
        """Return where the character at `offset` stands; node `SYNTHETIC` when it stands nowhere."""
        i = bisect_right(self.starts, offset) - 1
        if i < 0:
            return Anchor(SYNTHETIC, 0)
        node = self.nodes[i]
        return Anchor(node, self.offsets[i] + (offset - self.starts[i] if node != SYNTHETIC else 0))

    def end_anchor(self, offset: int) -> Anchor:
        """Return the place just behind the character at `offset - 1`."""
        i = bisect_right(self.starts, offset - 1) - 1
        node, at = self.anchor(offset - 1)
        return Anchor(node, at + self.widths.get(i, 1) if node != SYNTHETIC else at)


@dataclass(frozen=True)
class Document:
    """A file as read: text, blocks, emphasis, marks, layout, and the way back to the source."""

    path: str
    format: Format
    text: str
    blocks: tuple[Block, ...]
    source: SourceMap
    source_text: str = ""
    """The decoded source of a text format, as it stands in the file; empty for others."""
    emphasis: tuple[Emphasis, ...] = ()
    marks: tuple[NoteMark, ...] = ()
    directives: tuple[Directive, ...] = ()
    layout: Layout | None = None
    unread: tuple[Unread, ...] = ()
    ocr: bool = False
    legacy: tuple[tuple[int, int, str], ...] = ()
    """(start, end, encoding) of text that was read from a font older than Unicode ("tcvn3" or "vni")."""
    decomposed: int = 0
    """How many characters of the source were in decomposed form (NFD)."""
    pages: int | None = None
    changes: int = 0
    """How many tracked changes the file carries; the text is as if all were accepted."""
    line_starts: tuple[int, ...] = ()
    declared: tuple[tuple[str, str], ...] = ()
    """What the file says of itself in front matter: (key, value), such as ("level", "district")."""

    def block_text(self, block: Block) -> str:
        """Return the text of one block."""
        return self.text[block.start : block.end]

    def block_at(self, offset: int) -> Block:
        """Return the block that holds `offset`, the one before it for a separator. Raises IndexError when empty."""
        i = bisect_right(self.block_starts, offset) - 1
        return self.blocks[max(i, 0)]

    @cached_property
    def block_starts(self) -> tuple[int, ...]:
        """Start of every block, ascending."""
        return tuple(b.start for b in self.blocks)

    def place(self, offset: int, *, end: bool = False) -> Place:
        """Return line, column, page and paragraph of an offset; with `end`, of the place behind `offset - 1`."""
        block = self.block_at(offset - 1 if end and offset else offset) if self.blocks else None
        paragraph = block.index + 1 if block else None
        page = block.page if block else None
        if not self.line_starts:
            return Place(None, None, page, paragraph)
        node, at = self.source.end_anchor(offset) if end and offset else self.source.anchor(offset)
        if node == SYNTHETIC:
            at = 0
        line = bisect_right(self.line_starts, at)
        return Place(line, at - self.line_starts[line - 1] + 1, page, paragraph)

    def styled(self, style: Style, start: int, end: int) -> bool:
        """Tell whether the whole stretch is in `style` (blanks do not count)."""
        covered = start
        for e in self.emphasis:
            if e.style == style and e.start <= covered < e.end:
                covered = e.end
            while covered < end and self.text[covered].isspace():
                covered += 1
            if covered >= end:
                return True
        return covered >= end


def line_starts(text: str) -> tuple[int, ...]:
    r"""Return the offset of the first character of each line; lines end at `\n` only (`\r` belongs to the line)."""
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return tuple(starts)
