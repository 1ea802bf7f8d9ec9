"""Names of WordprocessingML elements and attributes, in Clark notation, and the units Word counts in."""

from __future__ import annotations

from typing import Final

from reportlint.layout import MM_PER_INCH

W_NS: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC_NS: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
A_NS: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
V_NS: Final = "urn:schemas-microsoft-com:vml"
M_NS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"
WPS_NS: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
WP_NS: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

STRICT: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W_NS.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R_NS.encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A_NS.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M_NS.encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", WP_NS.encode()),
)
"""ISO "strict" names and the usual ones they are read as."""


def w(name: str) -> str:
    """Return the name of a WordprocessingML element or attribute."""
    return f"{{{W_NS}}}{name}"


VAL: Final = w("val")
P: Final = w("p")
R: Final = w("r")
T: Final = w("t")
TBL: Final = w("tbl")
TR: Final = w("tr")
TC: Final = w("tc")
PPR: Final = w("pPr")
RPR: Final = w("rPr")
SECTPR: Final = w("sectPr")

EMU_PER_MM: Final = 36000
TWIPS_PER_MM: Final = 1440 / MM_PER_INCH
_UNITS: Final = {
    "mm": 1.0,
    "cm": 10.0,
    "in": MM_PER_INCH,
    "pt": MM_PER_INCH / 72,
    "pc": MM_PER_INCH / 6,
    "pi": MM_PER_INCH / 6,
}
_OFF: Final = frozenset({"0", "false", "off"})


def millimetres(value: str | None) -> float | None:
    """Read a measure (twips, or a number with its unit) as mm; None when absent or not a number."""
    if not value:
        return None
    try:
        if value[-2:] in _UNITS:
            return float(value[:-2]) * _UNITS[value[-2:]]
        return float(value) / TWIPS_PER_MM
    except ValueError:
        return None


def points(value: str | None) -> float | None:
    """Read a measure (twips, or a number with its unit) as pt; None when absent or not a number."""
    mm = millimetres(value)
    return None if mm is None else round(mm * 72 / MM_PER_INCH, 2)


def number(value: str | None, default: int = 0) -> int:
    """Read a whole number; `default` when absent or not a number."""
    try:
        return int(value) if value else default
    except ValueError:
        return default


def is_on(value: str | None) -> bool:
    """Read an on/off value; an attribute that is absent means on."""
    return value not in _OFF
