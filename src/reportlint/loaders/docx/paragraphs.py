"""From pieces to blocks: line breaks, labels, emphasis, runs, marks, comments, page counting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.document import Directive, Emphasis, NoteMark, Unread
from reportlint.layout import RuleLine, Run, RunLayout
from reportlint.loaders import legacy
from reportlint.loaders.docx.inline import Mark, Piece
from reportlint.loaders.docx.symbols import PRIVATE, symbol
from reportlint.said import Said

if TYPE_CHECKING:
    from reportlint.document import BlockKind, Style
    from reportlint.layout import ParagraphLayout
    from reportlint.loaders.builder import DocumentBuilder

_STARTS_ITEM = re.compile(r"\s*(?:[-–—+*•]\s|\d{1,2}[.)]\s|[a-zđ]\)\s|[IVX]+\.\s)")
_ENDS_ITEM = re.compile(r"[.;:]\s*$")
_STYLES: tuple[tuple[Style, str], ...] = (
    ("bold", "bold"), ("italic", "italic"), ("underline", "underline"), ("highlight", "highlight"),
    ("superscript", "superscript"),
)  # fmt: skip


class Emitter:
    """Writes paragraphs into a `DocumentBuilder` and keeps what a paragraph alone does not know."""

    def __init__(self, builder: DocumentBuilder) -> None:
        """Start with nothing written."""
        self.builder = builder
        self.paragraphs: list[ParagraphLayout | None] = []
        self.runs: list[Run] = []
        self.lines: list[RuleLine] = []
        self.blanks: dict[int, int] = {}
        self.notes: list[tuple[Mark, str]] = []
        """References to notes, in the order of the text."""
        self.page_fields: list[tuple[int, RunLayout | None, ParagraphLayout]] = []
        """(block, format, paragraph) of each page number field."""
        self.evidence = legacy.Evidence()
        self.comments: dict[str, tuple[str, str]] = {}
        """Comment id → (text, author)."""
        self.note_labels: dict[tuple[Mark, str], str] = {}
        self.page: int | None = None
        self.typed_breaks_count = False
        """Whether pages are counted by the author's breaks, for want of Word's own."""
        self._blank = 0
        self._block_start = 0
        self._open_comments: dict[str, int] = {}

    def unread(self, what: Said, why: Said) -> None:
        """Note a piece of the file that was not read."""
        self.builder.unread.append(Unread(what, why))

    def break_page(self) -> None:
        """Count a page break set by the author."""
        if self.typed_breaks_count:
            self._next_page()

    def end_cell(self) -> None:
        """Forget blank paragraphs at the end of a table cell."""
        self._blank = 0

    def end_part(self) -> None:
        """Close comments that were left open; forget blank paragraphs."""
        for identity in list(self._open_comments):
            self._comment_end(identity)
        self._blank = 0

    def emit(
        self,
        pieces: list[Piece],
        kind: BlockKind,
        facts: dict[str, object],
        layout: ParagraphLayout,
        label: str,
    ) -> None:
        """Write a paragraph as one block, or as several when its line breaks part what belongs apart."""
        segments = _split(pieces, layout)
        for at, segment in enumerate(segments):
            self._segment(segment, kind, facts, layout, label if at == 0 else "")

    def _segment(
        self,
        pieces: list[Piece],
        kind: BlockKind,
        facts: dict[str, object],
        layout: ParagraphLayout,
        label: str,
    ) -> None:
        first = next((i for i, p in enumerate(pieces) if p.mark is Mark.TEXT and not p.text.isspace()), None)
        if first is None:
            for piece in pieces:
                if piece.mark is not Mark.TEXT:
                    self._mark(piece, layout, max(self.builder.block_count - 1, 0), self.builder.at)
            if label and facts.get("cell") is not None:  # an automatic number alone in its cell
                self.builder.open(kind, page=self.page, **facts)
                self.builder.add(label.rstrip())
                self.builder.close()
                self.paragraphs.append(layout)
            else:
                self._blank += 1
            return
        for piece in pieces[:first]:
            if piece.mark in {Mark.PAGE_BREAK, Mark.RENDERED_BREAK}:
                self._mark(piece, layout, 0, 0)
        if self._blank:
            self.blanks[self.builder.block_count] = self._blank
            self._blank = 0
        self.builder.open(kind, page=self.page, **facts)
        self._block_start = self.builder.at
        self.builder.add(label)
        self._fill(pieces, first, layout)
        self.builder.close()
        self.paragraphs.append(layout)

    def _fill(self, pieces: list[Piece], first: int, layout: ParagraphLayout) -> None:
        """Add the pieces of the open block; page breaks before its first letter are already counted."""
        builder, block = self.builder, self.builder.block_count
        runs: list[Run] = []
        for at, piece in enumerate(pieces):
            start = builder.at
            if piece.mark is Mark.TEXT:
                self._text(piece)
                if piece.format is not None:
                    if runs and runs[-1].format is piece.format and runs[-1].end == start:
                        runs[-1] = Run(runs[-1].start, builder.at, piece.format)
                    else:
                        runs.append(Run(start, builder.at, piece.format))
            elif piece.mark is Mark.LINE_BREAK:
                builder.add(" ")
            elif at > first or piece.mark not in {Mark.PAGE_BREAK, Mark.RENDERED_BREAK}:
                self._mark(piece, layout, block, start)
        self.runs += runs
        for style, name in _STYLES:
            self._emphasis(runs, style, name)

    def _text(self, piece: Piece) -> None:
        """Add text, converted when it is in a legacy font and reads like it."""
        builder, font = self.builder, piece.format.font if piece.format else None
        if PRIVATE.search(piece.text):
            shown = "".join(symbol(font or "", char) for char in piece.text)
            piece = piece._replace(text=shown)
        converted = None
        if font and legacy.encoding_of(font):
            converted = legacy.convert(piece.text, font, proven=self.evidence.proven(font))
        if converted is None:
            builder.add(piece.text, piece.node, piece.offset)
            return
        start = builder.at
        for part in converted:
            builder.add_cluster(part.text, piece.node, piece.offset + part.offset, part.width)
        builder.legacy.append((start, builder.at, legacy.encoding_of(font) or ""))

    def _emphasis(self, runs: list[Run], style: Style, name: str) -> None:
        found = self.builder.emphasis
        begun = len(found)
        for run in runs:
            if getattr(run.format, name):
                if len(found) > begun and found[-1].end == run.start:
                    found[-1] = Emphasis(found[-1].start, run.end, style)
                else:
                    found.append(Emphasis(run.start, run.end, style))

    def _mark(self, piece: Piece, layout: ParagraphLayout, block: int, at: int) -> None:
        """Take note of a piece that is not text, standing at an offset of a block."""
        mark = piece.mark
        if mark is Mark.RENDERED_BREAK or (mark is Mark.PAGE_BREAK and self.typed_breaks_count):
            self._next_page()
        elif mark in {Mark.FOOTNOTE, Mark.ENDNOTE}:
            self.notes.append((mark, piece.text))
            self.builder.marks.append(NoteMark(at, self.note_labels.get((mark, piece.text), piece.text)))
        elif mark is Mark.COMMENT_START:
            self._open_comments[piece.text] = at
        elif mark is Mark.COMMENT_END:
            self._comment_end(piece.text)
        elif mark is Mark.LINE:
            self.lines.append(RuleLine(block, piece.width))
        elif mark is Mark.PAGE_FIELD:
            self.page_fields.append((block, piece.format, layout))

    def _comment_end(self, identity: str) -> None:
        start = self._open_comments.pop(identity, None)
        text, author = self.comments.get(identity, ("", ""))
        if start is not None:
            start = (
                self._block_start if start >= self.builder.at else start
            )  # a comment at a place: its paragraph
            self.builder.directives.append(Directive(start, max(start, self.builder.at), text, author))

    def _next_page(self) -> None:
        if self.page is not None:
            self.page += 1


def _split(pieces: list[Piece], layout: ParagraphLayout) -> list[list[Piece]]:
    """Part a paragraph at line breaks that stand for its end: in centred lines and between list items."""
    if not any(piece.mark is Mark.LINE_BREAK for piece in pieces):
        return [pieces]
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.mark is Mark.LINE_BREAK:
            lines.append([])
        else:
            lines[-1].append(piece)
    parted = [lines[0]]
    for line in lines[1:]:
        above, below = _shown(parted[-1]), _shown(line)
        apart = layout.alignment == "center" or _ENDS_ITEM.search(above) or _STARTS_ITEM.match(below)
        if above.strip() and below.strip() and apart:
            parted.append(line)
        else:
            parted[-1] = [*parted[-1], Piece(Mark.LINE_BREAK), *line]
    return parted


def _shown(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces if piece.mark is Mark.TEXT)
