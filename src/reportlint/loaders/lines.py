"""What the two loaders of line-based text share: raw blocks, joining of what a page break tore apart, emission."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportlint.document import SYNTHETIC, Emphasis, NoteMark

if TYPE_CHECKING:
    from reportlint.document import BlockKind, Cell, Style
    from reportlint.loaders.builder import DocumentBuilder

_SENTENCE_OPEN = re.compile(r"[^.;:!?…/\s][ \t*_]*$")
_WANTS_NUMBER = re.compile(r"\b(?:ngày|tháng|năm|số|khoản|Điều)$")
_PERCENTAGE = re.compile(r"\d[\d.,]* ?%")
"""Begins a paragraph of its own: `chính quyền số` ends a title, and no number of a document follows."""
_TORN_SYMBOL = re.compile(r"[0-9A-ZĐa-z]-$")
MIN_TORN = 40
"""A shorter line is a title, a cell or a label, not the upper part of a torn paragraph (code points)."""


@dataclass(slots=True)
class Piece:
    """Text with the source offset of its first character; -1 for text that stands nowhere."""

    text: str
    offset: int
    styles: tuple[Style, ...] = ()
    note: str = ""
    """The label of a footnote mark that stands here instead of text."""


@dataclass(slots=True)
class RawBlock:
    """A block before joining."""

    kind: BlockKind
    pieces: list[Piece] = field(default_factory=list)
    level: int = 0
    cell: Cell | None = None
    note: str = ""

    @property
    def text(self) -> str:
        """The text without its map."""
        return "".join(p.text for p in self.pieces)


def join_torn(blocks: list[RawBlock]) -> list[RawBlock]:
    """Join paragraphs that a page break tore apart, also across footnotes, which are put behind the paragraph.

    The upper part ends without a final mark, the lower one starts in lower case.
    """
    joined: list[RawBlock] = []
    open_block: RawBlock | None = None
    held: list[RawBlock] = []
    for block in blocks:
        if block.kind == "footnote":
            held.append(block)
            continue
        if open_block is not None and _continues(open_block, block):
            _append(open_block, block)
            continue
        joined += held
        held = []
        joined.append(block)
        open_block = block if block.kind in {"paragraph", "list-item"} else None
    return joined + held


def _continues(upper: RawBlock, lower: RawBlock) -> bool:
    if lower.kind != "paragraph" or lower.cell or upper.cell:
        return False
    text = upper.text.rstrip()
    if len(text) < MIN_TORN or not _SENTENCE_OPEN.search(text[-8:]):
        return False
    below = lower.text.lstrip()
    if below[:1].isdigit():
        return bool(_WANTS_NUMBER.search(text[-8:])) and not _PERCENTAGE.match(below)
    return below[:1].islower() and below[1:2] != ")"


def _append(upper: RawBlock, lower: RawBlock) -> None:
    """Join with one blank, with none inside a torn symbol (`4039/STC-` + `HCSN`)."""
    last = upper.pieces[-1]
    last.text = last.text.rstrip()
    if not _TORN_SYMBOL.search(last.text):
        upper.pieces.append(Piece(" ", -1))
    upper.pieces += lower.pieces


def emit(builder: DocumentBuilder, blocks: list[RawBlock]) -> None:
    """Write the blocks into the builder."""
    for block in blocks:
        builder.open(block.kind, level=block.level, cell=block.cell, note=block.note)
        for piece in block.pieces:
            if piece.note:
                builder.marks.append(NoteMark(builder.at, piece.note))
                continue
            start = builder.at
            builder.add(piece.text, SYNTHETIC if piece.offset < 0 else 0, max(piece.offset, 0))
            builder.emphasis += [Emphasis(start, builder.at, style) for style in piece.styles]
        builder.close()
