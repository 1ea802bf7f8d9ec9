"""The fonts of a PDF: typeface, size, weight and slope of each text object."""

from __future__ import annotations

import ctypes
import re
from typing import TYPE_CHECKING, Any, TypeAlias

import pypdfium2.raw as pdfium

from reportlint.layout import RunLayout

if TYPE_CHECKING:
    from collections.abc import Callable

Handle: TypeAlias = Any
"""A pointer of pdfium's, which ships no types."""

_MADE_UP = re.compile(r"(?i)(?:[A-Z]{6}\+)?CIDFont\+F\d+")
"""Names that a printer driver gives in place of the real ones."""
_ITALIC_FLAG = 1 << 6
_FORCE_BOLD_FLAG = 1 << 18
_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_MAC_STYLE = 44
"""Place of the style bits in the table `head` of a TrueType file: 1 for bold, 2 for italic."""


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
            self._fonts[address] = _read(font)
        return self._fonts[address]


def _read(font: Handle) -> tuple[str, bool, bool]:
    """Return typeface, weight and slope; behind a made-up name the embedded font itself is asked."""
    name = _name(font, pdfium.FPDFFont_GetBaseFontName)
    if _MADE_UP.fullmatch(name):
        style = mac_style(_embedded(font))
        return family(_name(font, pdfium.FPDFFont_GetFamilyName)), bool(style & 1), bool(style & 2)
    flags = pdfium.FPDFFont_GetFlags(font)
    bold = "bold" in name.lower() or bool(flags & _FORCE_BOLD_FLAG)
    italic = "italic" in name.lower() or "oblique" in name.lower() or bool(flags & _ITALIC_FLAG)
    return family(name), bold, italic


def _name(font: Handle, ask: Callable[..., int]) -> str:
    buffer = ctypes.create_string_buffer(128)
    ask(font, buffer, 128)
    return buffer.value.decode("utf-8", "replace")


def _embedded(font: Handle) -> bytes:
    """Return the font file a PDF carries; pdfium gives its own substitute when there is none."""
    length = ctypes.c_size_t()
    pdfium.FPDFFont_GetFontData(font, None, 0, length)
    data = (ctypes.c_uint8 * length.value)()
    pdfium.FPDFFont_GetFontData(font, data, length.value, length)
    return bytes(data)


def mac_style(data: bytes) -> int:
    """Return the style bits of a TrueType file, 1 for bold and 2 for italic; 0 where they cannot be read."""
    if not data.startswith(_TRUETYPE):
        return 0
    for at in range(12, 12 + 16 * int.from_bytes(data[4:6], "big"), 16):
        if data[at : at + 4] == b"head":
            start = int.from_bytes(data[at + 8 : at + 12], "big") + _MAC_STYLE
            return int.from_bytes(data[start : start + 2], "big")
    return 0


def family(name: str) -> str:
    """Return a typeface as people name it: "ABCDEF+TimesNewRomanPS-BoldMT" → "Times New Roman"; "" for a made-up name."""
    if _MADE_UP.fullmatch(name):
        return ""
    bare = re.sub(r"^[A-Z]{6}\+", "", name)
    bare = re.sub(r"(?i)[,-]?(?:bold|italic|oblique|regular)+.*$", "", bare.replace(" ", ""))
    bare = re.sub(r"(?:PS)?(?:MT)?$", "", bare.rstrip(",-"))
    return re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", " ", bare)
