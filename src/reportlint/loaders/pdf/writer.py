"""Writes paragraphs of a PDF into a document: joins lines, marks footnotes, keeps formats."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reportlint.document import Emphasis, NoteMark
from reportlint.layout import MM_PER_INCH, PT_PER_INCH, ParagraphLayout, Run, RunLayout
from reportlint.loaders.docx.symbols import PRIVATE, symbol
from reportlint.loaders.pdf.extract import SMALL, Segment

if TYPE_CHECKING:
    from reportlint.loaders.builder import DocumentBuilder
    from reportlint.loaders.pdf.paragraphs import Draft

_STAYS_TOGETHER = re.compile(r"[\w)]/$|[\dA-ZĐ]-$|/[\w-]*-$")
"""A line that ends inside a symbol or a date: 80/KH- | UBND, 20/9/ | 2023."""
_BREAK_MARKS = ("\xad", "\ufffe", "\x02")
"""What pdfium gives for a hyphen at the end of a line."""
_SHOWN = str.maketrans({"\ufffe": "-", "\x02": "-", "\r": " ", "\n": " "})
ABUT = 1.5
"""Segments closer than this, in pt, stand without a blank."""


@dataclass
class Writer:
    """Fills a `DocumentBuilder`."""

    builder: DocumentBuilder
    paragraphs: list[ParagraphLayout | None] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    notes: dict[int, set[str]] = field(default_factory=dict)
    """Page → labels of the footnotes printed on it."""

    def write(self, draft: Draft) -> None:
        """Write one paragraph as a block."""
        builder = self.builder
        page = draft.lines[0][0].page
        builder.open(draft.kind, cell=draft.cell, note=draft.note, page=page + 1)
        start = builder.at
        label = draft.note
        last: Segment | None = None
        for row, chunk in draft.lines:
            for at, segment in enumerate(chunk.segments):
                self._between(last, segment, same_line=at > 0, empty=builder.at == start)
                self._segment(segment, row.page, row.size, label)
                label = ""
                last = segment
        builder.close()
        indent = None if draft.first_line is None else round(draft.first_line * MM_PER_INCH / PT_PER_INCH, 1)
        known = draft.alignment is not None
        self.paragraphs.append(
            ParagraphLayout(alignment=draft.alignment, first_line=indent) if known else None
        )

    def _between(self, last: Segment | None, segment: Segment, *, same_line: bool, empty: bool) -> None:
        """Put a blank between two segments, unless they abut or a symbol goes on over the line."""
        if last is None or empty:
            return
        if same_line:
            if segment.left - last.right > ABUT:
                self.builder.add(" ")
        elif last.text.endswith(_BREAK_MARKS):
            if last.text[-2:-1].isspace() or len(last.text) == 1:
                self.builder.add(" ")
        elif not (_STAYS_TOGETHER.search(last.text) and re.match(r"[\dA-ZĐ]", segment.text)):
            self.builder.add(" ")

    def _segment(self, segment: Segment, page: int, size: float, label: str) -> None:
        """Write a segment; a raised figure that has a footnote on the page becomes its mark."""
        done = 0
        for start, end, layout in segment.pieces:
            text = segment.text[start:end]
            raised = (layout.size or size) < SMALL * size
            if raised and label and text.strip() == label:
                done = len(segment.text[:end]) + (segment.text[end : end + 1] == " ")
                continue
            if raised and text.strip() in self.notes.get(page, ()) and (start > 0 or self.builder.at):
                self._text(segment.text[done:start].rstrip(), segment.start + done, page, None)
                self.builder.marks.append(NoteMark(self.builder.at, text.strip()))
                done = end
                continue
            shown = replace(layout, superscript=True) if raised else layout
            self._text(segment.text[done:end], segment.start + done, page, shown)
            done = end

    def _text(self, text: str, at: int, page: int, layout: RunLayout | None) -> None:
        start = self.builder.at
        shown = text.removesuffix("\xad").translate(_SHOWN)
        if PRIVATE.search(shown):
            shown = "".join(symbol((layout and layout.font) or "", char) for char in shown)
        self.builder.add(shown, page, at)
        if layout is None or self.builder.at == start:
            return
        self._format(start, layout)

    def _format(self, start: int, layout: RunLayout) -> None:
        end = self.builder.at
        if self.runs and self.runs[-1].format == layout and start - self.runs[-1].end <= 1:
            self.runs[-1] = Run(self.runs[-1].start, end, layout)
        else:
            self.runs.append(Run(start, end, layout))
        for style, on in (
            ("bold", layout.bold),
            ("italic", layout.italic),
            ("superscript", layout.superscript),
        ):
            found = self.builder.emphasis
            if on:
                same = [i for i in range(max(0, len(found) - 3), len(found)) if found[i].style == style]
                if same and start - found[same[-1]].end <= 1:
                    found[same[-1]] = Emphasis(found[same[-1]].start, end, found[same[-1]].style)
                else:
                    found.append(Emphasis(start, end, style))  # type: ignore[arg-type]
