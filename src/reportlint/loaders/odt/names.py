"""Names of OpenDocument elements and attributes, in Clark notation, and its measures."""

from __future__ import annotations

import re
from typing import Final

from reportlint.layout import MM_PER_INCH, PT_PER_INCH

_OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES: Final = {
    "office": f"{_OASIS}office:1.0", "text": f"{_OASIS}text:1.0", "table": f"{_OASIS}table:1.0",
    "style": f"{_OASIS}style:1.0", "fo": f"{_OASIS}xsl-fo-compatible:1.0", "draw": f"{_OASIS}drawing:1.0",
    "svg": f"{_OASIS}svg-compatible:1.0", "dc": "http://purl.org/dc/elements/1.1/",
    "manifest": f"{_OASIS}manifest:1.0",
}  # fmt: skip
_TO_MM: Final = {
    "mm": 1.0, "cm": 10.0, "in": MM_PER_INCH, "pt": MM_PER_INCH / PT_PER_INCH, "pc": MM_PER_INCH / 6,
    "px": MM_PER_INCH / 96,
}  # fmt: skip
_LENGTH: Final = re.compile(r"(-?\d*\.?\d+)(mm|cm|in|pt|pc|px)")


def q(name: str) -> str:
    """Return the full name of "prefix:local"."""
    prefix, local = name.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def millimetres(value: str | None) -> float | None:
    """Read a length with its unit as mm; None when absent, relative or not a length."""
    match = _LENGTH.fullmatch(value or "")
    return None if match is None else float(match[1]) * _TO_MM[match[2]]


def points(value: str | None) -> float | None:
    """Read a length with its unit as pt, to a tenth; None when absent, relative or not a length."""
    mm = millimetres(value)
    return None if mm is None else round(mm * PT_PER_INCH / MM_PER_INCH, 1)
