"""Rows of a printed page, the frame of the body; page numbers, running heads and footnotes apart."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from reportlint.loaders.pdf.extract import GAP_IN_SIZES, SMALL, PageText, Segment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.loaders.pdf.drawing import Drawings

INDENT = 8.0
"""A first line stands in by more than this, in pt."""
CENTRE_SLACK = 14.0
"""How far, in pt, the middle of a centred line may be from the middle of the body."""
MARKER = re.compile(
    r"(?:[-–+*•]\s*\S|\d{1,2}(?:\.\d{1,2})*[.)]\s|[a-zđ]\)\s|[IVX]+\.\s|Điều\s\d|Kính g[ửở]i)"
)
"""What a numbered or listed paragraph begins with."""
MARGIN_SHARE = 0.1
"""Page numbers and running heads stand in the uppermost or lowest tenth of the page."""
WIDE_SHARE = 0.55
"""Rows wider than this share of the page tell where the body's edges are."""
USUAL_SHARE = 0.3
NOTE_SIZE = 0.88
"""Footnotes are set smaller than this share of the body."""
_PAGE_NUMBER = re.compile(r"(?i)(?:trang\s*)?[-–]?\s*(\d{1,4})\s*[-–]?(?:\s*(?:/|trên)\s*\d{1,4})?\.?")
_NOTE_LABEL = re.compile(r"\d{1,3}")


@dataclass
class Chunk:
    """Segments of one row without a wide gap between them."""

    segments: list[Segment]

    @property
    def left(self) -> float:
        """Left edge in pt."""
        return self.segments[0].left

    @property
    def right(self) -> float:
        """Right edge in pt."""
        return self.segments[-1].right

    @property
    def text(self) -> str:
        """What it shows."""
        return " ".join(segment.text for segment in self.segments)


@dataclass
class Row:
    """All that stands at one height of a page."""

    page: int
    chunks: list[Chunk]
    bottom: float
    top: float
    note: str = ""
    """The label, when a footnote begins here."""

    @property
    def left(self) -> float:
        """Left edge in pt."""
        return self.chunks[0].left

    @property
    def right(self) -> float:
        """Right edge in pt."""
        return self.chunks[-1].right

    @property
    def size(self) -> float:
        """The largest letter size of the row, in pt."""
        return (
            max(f.size or 0.0 for chunk in self.chunks for s in chunk.segments for _, _, f in s.pieces)
            or 12.0
        )

    @property
    def text(self) -> str:
        """What the row shows."""
        return " ".join(chunk.text for chunk in self.chunks)


@dataclass
class Frame:
    """Where the body stands on a page, in pt."""

    left: float
    right: float
    size: float
    """The usual letter size."""
    pitch: float
    """The usual distance from line to line."""


@dataclass
class SortedPage:
    """A page taken apart."""

    page: PageText
    body: list[Row]
    notes: list[Row] = field(default_factory=list)
    head: list[Row] = field(default_factory=list)
    foot: list[Row] = field(default_factory=list)
    number: Row | None = None


def rows_of(page: PageText, index: int) -> list[Row]:
    """Return the rows of a page from top to bottom."""
    rows: list[list[Segment]] = []
    for segment in sorted(page.segments, key=lambda s: (-s.middle, s.left)):
        if rows and _same_row(rows[-1], segment):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [_row(sorted(row, key=lambda s: s.left), index, page.drawings) for row in rows]


def _same_row(row: list[Segment], segment: Segment) -> bool:
    """Tell whether a segment stands beside those of a row; a raised figure does, a line below does not."""
    first = row[0]
    if segment.size < SMALL * first.size or first.size < SMALL * segment.size:
        low, high = sorted((first, segment), key=lambda s: s.size)
        return high.bottom - 1 <= low.middle <= high.top + 1
    return abs(first.middle - segment.middle) < 0.4 * min(first.size, segment.size)


def _row(segments: list[Segment], page: int, drawings: Drawings) -> Row:
    chunks = [Chunk([segments[0]])]
    for segment in segments[1:]:
        gap = segment.left - chunks[-1].right
        walled = bool(drawings.upright) and drawings.wall(chunks[-1].right, segment.left, segment.middle)
        if walled or gap > GAP_IN_SIZES * max(segment.size, chunks[-1].segments[-1].size):
            chunks.append(Chunk([segment]))
        else:
            chunks[-1].segments.append(segment)
    return Row(page, chunks, min(s.bottom for s in segments), max(s.top for s in segments))


def frame_of(rows: Iterable[Row], width: float) -> Frame:
    """Return the frame that most wide rows of the document share; `width` is the page's."""
    rows = list(rows)
    wide = [row for row in rows if len(row.chunks) == 1 and row.right - row.left > WIDE_SHARE * width]
    sizes = Counter[float]()
    for row in rows:
        sizes[row.size] += len(row.text)
    pitches = Counter(
        round(above.bottom - below.bottom)
        for above, below in pairwise(wide)
        if above.page == below.page and 0 < above.bottom - below.bottom < 3 * above.size
    )
    size = sizes.most_common(1)[0][0] if sizes else 14.0
    return Frame(
        left=min(_usual((row.left for row in wide), width * 0.14)),
        right=max(_usual((row.right for row in wide), width * 0.91)),
        size=size,
        pitch=float(pitches.most_common(1)[0][0]) if pitches else size * 1.2,
    )


def _usual(values: Iterable[float], default: float) -> list[float]:
    """Return the values that occur nearly as often as the commonest: edges of lines and of first lines."""
    counted = Counter(round(value) for value in values)
    most = max(counted.values(), default=0)
    return [float(value) for value, times in counted.items() if times >= USUAL_SHARE * most] or [default]


def sort_pages(pages: list[PageText]) -> list[SortedPage]:
    """Part the rows of every page into body, footnotes, running heads and page numbers."""
    found = [SortedPage(page, rows_of(page, index)) for index, page in enumerate(pages)]
    repeated = _repeated(found)
    for each in found:
        _take_margins(each, repeated)
    frame = frame_of((row for each in found for row in each.body), pages[0].width if pages else 595.0)
    for each in found:
        _take_notes(each, frame)
    return found


def _repeated(pages: list[SortedPage]) -> set[str]:
    """Return the texts that stand in the margins of at least three pages and of half of them."""
    seen = Counter[str]()
    for each in pages:
        seen.update({row.text for row in each.body if _in_margin(row, each.page)})
    return {text for text, times in seen.items() if times >= max(3, len(pages) / 2)}


def _in_margin(row: Row, page: PageText) -> bool:
    return row.bottom > page.height * (1 - MARGIN_SHARE) or row.top < page.height * MARGIN_SHARE


def _take_margins(each: SortedPage, repeated: set[str]) -> None:
    kept = []
    for row in each.body:
        numbered = _PAGE_NUMBER.fullmatch(row.text.strip())
        if _in_margin(row, each.page) and (numbered or row.text in repeated):
            if numbered and each.number is None:
                each.number = row
            (each.head if row.bottom > each.page.height / 2 else each.foot).append(row)
        else:
            kept.append(row)
    each.body = kept


def _take_notes(each: SortedPage, frame: Frame) -> None:
    """Move the footnotes at the bottom of the page, each beginning with a raised figure, out of the body."""
    first = len(each.body)
    for at in range(len(each.body) - 1, -1, -1):
        row = each.body[at]
        if row.size > NOTE_SIZE * frame.size:
            break
        label = _note_label(row)
        if label:
            row.note = label
            first = at
    each.notes, each.body = each.body[first:], each.body[:first]


def _note_label(row: Row) -> str:
    """Return the raised figure a row begins with; "" when there is none."""
    segment = row.chunks[0].segments[0]
    start, end, layout = segment.pieces[0]
    label = segment.text[start:end].strip()
    small = (layout.size or 0.0) < SMALL * row.size
    return label if small and _NOTE_LABEL.fullmatch(label) else ""


def is_centred(row: Row, frame: Frame) -> bool:
    """Tell whether a row stands in the middle, clear of both edges."""
    middle = (frame.left + frame.right) / 2
    clear = row.left > frame.left + 3 * INDENT and row.right < frame.right - INDENT
    listed = row.left < frame.left + 6 * INDENT and MARKER.match(row.text) is not None
    return clear and not listed and abs((row.left + row.right) / 2 - middle) < CENTRE_SLACK
