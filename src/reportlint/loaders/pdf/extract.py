"""What pdfium tells of a page: stretches of a line, with box, font and place among the page's characters."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias
from unicodedata import combining

import pypdfium2.raw as pdfium

from reportlint.layout import RunLayout
from reportlint.loaders.pdf.quality import is_syllable

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2

    from reportlint.loaders.pdf.drawing import Drawings
    from reportlint.loaders.pdf.fonts import Fonts, Handle

GAP_IN_SIZES = 1.9
"""A blank wider than this many times the letter size parts two columns; justified lines stay under 1.2."""
LINE_DROP = 0.7
"""A word lower than its line by this share of the letter size begins another line."""
LOST_BLANK = 0.1
"""A gap within a word of more than this share of the height of a letter's box is a blank that was not written: such
gaps are wider than 0.12, letters of one word stand closer than 0.07."""
SMALL = 0.76
"""A superscript is set smaller than this share of the letters before it."""
_LABEL = re.compile(r"(?:[-–+•*]|\d{1,2}[.)]|[a-zđ][.)]|[IVX]+\.|\d{1,2}(?:\.\d{1,2})+\.?)")
_MARKS = ".,;:()“”"
_WORD = re.compile(r"[^\s\ufffe\x02]+[\ufffe\x02]?|[\ufffe\x02]")
"""A word; pdfium gives U+FFFE for a hyphen at the end of a line and joins the next line to it."""


Piece: TypeAlias = tuple[int, int, RunLayout]
"""(start, end, format) of a stretch in one format."""


@dataclass(slots=True)
class Segment:
    """A stretch of one line without a wide gap. The box is in pt, y growing upwards."""

    text: str
    start: int
    """Number of its first character on the page."""
    left: float
    bottom: float
    right: float
    top: float
    pieces: list[Piece] = field(default_factory=list)
    """(start, end, format) within the text."""

    @property
    def size(self) -> float:
        """Letter size of the first piece, in pt."""
        return (self.pieces[0][2].size if self.pieces else None) or 12.0

    @property
    def middle(self) -> float:
        """Height of the middle of the line."""
        return (self.bottom + self.top) / 2


@dataclass
class PageText:
    """The segments of one page, as they come, and its size in pt."""

    width: float
    height: float
    segments: list[Segment]
    text: str
    drawings: Drawings


def read_page(page: pypdfium2.PdfPage, fonts: Fonts, drawings: Drawings) -> PageText:
    """Read the text of one page; upright lines drawn on it part what stands beside them."""
    width, height = page.get_size()
    textpage = page.get_textpage()
    try:
        text = _characters(textpage.raw, textpage.count_chars())
        reader = _LineReader(textpage.raw, text, fonts, drawings)
        lines = [line for line in re.finditer(r"[^\r\n]+", text) if not line[0].isspace()]
        segments = [segment for line in lines for segment in reader.segments(line.start(), line.end())]
        return PageText(width, height, segments, text, drawings)
    finally:
        textpage.close()


def _characters(raw: Handle, count: int) -> str:
    """Return the characters of a page, one for each of pdfium's, so that places agree."""
    if count <= 0:
        return ""
    buffer = ctypes.create_string_buffer((count + 1) * 2)
    pdfium.FPDFText_GetText(raw, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    text = buffer.raw[: count * 2].decode("utf-16-le", "replace")
    if "\x00" not in text and len(text) == count:
        return text
    return "".join(_character(pdfium.FPDFText_GetUnicode(raw, at)) for at in range(count))


def _character(code: int) -> str:
    """Return a character by its code; a blank for codes that are none."""
    try:
        char = chr(code)
    except (ValueError, OverflowError):
        return " "
    return " " if code == 0 or "\ud800" <= char <= "\udfff" else char


@dataclass
class _LineReader:
    """Parts the lines of one page."""

    raw: Handle
    text: str
    fonts: Fonts
    drawings: Drawings
    known: dict[int, RunLayout] = field(default_factory=dict)

    def segments(self, start: int, end: int) -> Iterator[Segment]:
        """Part a line at wide gaps; behind a list label a gap is only a tab."""
        current: Segment | None = None
        for first, last, gap in self._words(start, end):
            left, bottom, right, top = self._box(first)
            right = self._box(last)[2] if last > first else right
            pieces = self._pieces(first, last)
            size = pieces[0][2].size or 12.0
            apart = gap or (current is not None and _parts(current, left, bottom, size))
            if current is not None and (apart or self._walled(current, left, bottom, top)):
                yield current
                current = None
            if current is None:
                current = Segment(self.text[first : last + 1], first, left, bottom, right, top)
            else:
                current.text = self.text[current.start : last + 1]
                current.right = max(current.right, right)
                current.bottom, current.top = min(current.bottom, bottom), max(current.top, top)
            _append(current.pieces, [(a - current.start, b - current.start, f) for a, b, f in pieces])
        if current is not None:
            yield current

    def _words(self, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        """Yield first and last character of each word, and whether a gap without a blank parts it from the one before."""
        for word in _WORD.finditer(self.text, start, end):
            first = word.start()
            for at in () if is_syllable(word[0].strip(_MARKS)) else self._gaps(first, word.end()):
                yield first, at - 1, first > word.start()
                first = at
            yield first, word.end() - 1, first > word.start()

    def _gaps(self, start: int, end: int) -> list[int]:
        """Return the characters of a word that stand apart from the one before them; none when the word is spaced out."""
        boxes = [self._box(at) for at in range(start, end)]
        found = [
            start + at
            for at, (before, box) in enumerate(pairwise(boxes), 1)
            if box[0] - before[2] > LOST_BLANK * (box[3] - box[1]) and not combining(self.text[start + at])
        ]
        return found if len(found) <= len(boxes) / 3 else []

    def _walled(self, current: Segment, left: float, bottom: float, top: float) -> bool:
        """Tell whether an upright line stands between a segment and the next word."""
        return bool(self.drawings.upright) and self.drawings.wall(current.right, left, (bottom + top) / 2)

    def _box(self, index: int) -> tuple[float, float, float, float]:
        """Return left, bottom, right, top of a character, the whole height of its font."""
        rect = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self.raw, index, rect)
        return rect.left, rect.bottom, rect.right, rect.top

    def _pieces(self, first: int, last: int) -> list[Piece]:
        """Return the formats within a word; the letters in between are asked only when its ends differ."""
        head = self.fonts.format(self.raw, first, self.known)
        if first == last or self.fonts.format(self.raw, last, self.known) is head:
            return [(first, last + 1, head)]
        pieces: list[Piece] = []
        asked = [(at, at + 1, self.fonts.format(self.raw, at, self.known)) for at in range(first, last + 1)]
        _append(pieces, asked)
        return pieces


def _parts(current: Segment, left: float, bottom: float, size: float) -> bool:
    """Tell whether a word stands apart: behind a wide gap, or lower (pdfium joins lines at a hyphen)."""
    if current.bottom - bottom > LINE_DROP * size:
        return True
    return left - current.right > GAP_IN_SIZES * size and not _LABEL.fullmatch(current.text)


def _append(pieces: list[Piece], more: list[Piece]) -> None:
    for start, end, layout in more:
        if pieces and pieces[-1][2] is layout:
            pieces[-1] = (pieces[-1][0], end, layout)
        else:
            pieces.append((start, end, layout))
