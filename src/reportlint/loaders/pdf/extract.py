"""What pdfium tells of a page: stretches of a line, with box, font and place among the page's characters."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

import pypdfium2.raw as pdfium

from reportlint.layout import RunLayout

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2

    from reportlint.loaders.pdf.drawing import Drawings

Handle: TypeAlias = Any
"""A pointer of pdfium's, which ships no types."""

GAP_IN_SIZES = 1.9
"""A blank wider than this many times the letter size parts two columns; justified lines stay under 1.2."""
LINE_DROP = 0.7
"""A word lower than its line by this share of the letter size begins another line."""
SMALL = 0.76
"""A superscript is set smaller than this share of the letters before it."""
_LABEL = re.compile(r"(?:[-–+•*]|\d{1,2}[.)]|[a-zđ][.)]|[IVX]+\.|\d{1,2}(?:\.\d{1,2})+\.?)")
_WORD = re.compile(r"[^\s\ufffe\x02]+[\ufffe\x02]?|[\ufffe\x02]")
"""A word; pdfium gives U+FFFE for a hyphen at the end of a line and joins the next line to it."""
_ITALIC_FLAG = 1 << 6
_FORCE_BOLD_FLAG = 1 << 18


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


class Fonts:
    """Formats by text object: pdfium is asked once for each object."""

    def __init__(self) -> None:
        """Start with no font known."""
        self._formats: dict[tuple[str, float, bool, bool], RunLayout] = {}
        self._fonts: dict[int, tuple[str, bool, bool]] = {}

    def format(self, page: Handle, index: int, known: dict[int, RunLayout]) -> RunLayout:
        """Return the format of a character; `known` are the text objects of this page met so far."""
        obj = pdfium.FPDFText_GetTextObject(page, index)
        address = ctypes.addressof(obj.contents) if obj else 0
        if address not in known:
            font = pdfium.FPDFTextObj_GetFont(obj)
            size = round(pdfium.FPDFText_GetFontSize(page, index) * 2) / 2
            name, bold, italic = self._font(font)
            key = (name, self._scaled(page, index, size), bold, italic)
            known[address] = self._formats.setdefault(key, RunLayout(name, key[1], bold=bold, italic=italic))
        return known[address]

    @staticmethod
    def _scaled(page: Handle, index: int, size: float) -> float:
        """Return the size on the paper: a font of size 1 may be enlarged by its matrix."""
        matrix = pdfium.FS_MATRIX()
        if not pdfium.FPDFText_GetMatrix(page, index, matrix):
            return size
        return round(size * abs(matrix.d or 1.0) * 2) / 2 if abs(matrix.d) not in {0.0, 1.0} else size

    def _font(self, font: Handle) -> tuple[str, bool, bool]:
        address = ctypes.cast(font, ctypes.c_void_p).value or 0
        if address not in self._fonts:
            buffer = ctypes.create_string_buffer(128)
            pdfium.FPDFFont_GetBaseFontName(font, buffer, 128)
            flags = pdfium.FPDFFont_GetFlags(font)
            name = buffer.value.decode("utf-8", "replace")
            bold = "bold" in name.lower() or bool(flags & _FORCE_BOLD_FLAG)
            italic = "italic" in name.lower() or "oblique" in name.lower() or bool(flags & _ITALIC_FLAG)
            self._fonts[address] = (family(name), bold, italic)
        return self._fonts[address]


def family(name: str) -> str:
    """Return a typeface as people name it: "ABCDEF+TimesNewRomanPS-BoldMT" → "Times New Roman"."""
    bare = re.sub(r"^[A-Z]{6}\+", "", name)
    bare = re.sub(r"(?i)[,-]?(?:bold|italic|oblique|regular)+.*$", "", bare.replace(" ", ""))
    bare = re.sub(r"(?:PS)?(?:MT)?$", "", bare.rstrip(",-"))
    return re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", " ", bare)


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
        for word in _WORD.finditer(self.text, start, end):
            first, last = word.start(), word.end() - 1
            left, bottom, right, top = self._box(first)
            right = self._box(last)[2] if last > first else right
            pieces = self._pieces(first, last)
            size = pieces[0][2].size or 12.0
            apart = current is not None and _parts(current, left, bottom, size)
            if current is not None and (apart or self._walled(current, left, bottom, top)):
                yield current
                current = None
            if current is None:
                current = Segment(word[0], first, left, bottom, right, top)
            else:
                current.text = self.text[current.start : last + 1]
                current.right = max(current.right, right)
                current.bottom, current.top = min(current.bottom, bottom), max(current.top, top)
            _append(current.pieces, [(a - current.start, b - current.start, f) for a, b, f in pieces])
        if current is not None:
            yield current

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
