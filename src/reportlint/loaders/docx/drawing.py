"""Drawings in a paragraph: the text boxes and the straight lines among their shapes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.layout import MM_PER_INCH
from reportlint.loaders.docx.names import A_NS, EMU_PER_MM, MC_NS, V_NS, WP_NS, WPS_NS, number, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

LINE_SHAPES = frozenset({"line", "straightConnector1", "lineInv"})
FLAT_MM = 1.0
"""A shape lower than this and much wider is a line, whatever it is called."""
MIN_LINE_MM = 5.0

_BOX, _FALLBACK = w("txbxContent"), f"{{{MC_NS}}}Fallback"
_SHAPE, _GEOMETRY, _EXTENT = f"{{{WPS_NS}}}wsp", f"{{{A_NS}}}prstGeom", f"{{{A_NS}}}ext"
_ANCHOR_EXTENT = f"{{{WP_NS}}}extent"
_V_LINE, _V_SHAPE = f"{{{V_NS}}}line", f"{{{V_NS}}}shape"
_TO_MM = {
    "pt": MM_PER_INCH / 72,
    "in": MM_PER_INCH,
    "cm": 10.0,
    "mm": 1.0,
    "px": MM_PER_INCH / 96,
    "": MM_PER_INCH / 96,
}
_LENGTH = re.compile(r"(-?[\d.]+)(pt|in|cm|mm|px|)")
_CONNECTOR = "#_x0000_t32"


def text_boxes(drawing: _Element) -> Iterator[_Element]:
    """Yield the contents of text boxes, the outermost only: an inner box comes when the outer one is read."""
    for box in drawing.iter(_BOX):
        parents = box.iterancestors()
        inside = False
        for parent in parents:
            if parent is drawing:
                break
            inside = inside or parent.tag in {_BOX, _FALLBACK}
        if not inside:
            yield box


def drawn_lines(drawing: _Element) -> Iterator[float | None]:
    """Yield the length in mm of each horizontal line of a drawing; None where it is not told."""
    for shape in drawing.iter(_SHAPE):
        width, height = _size(shape, drawing)
        geometry = shape.find(f".//{_GEOMETRY}")
        named = geometry is not None and geometry.get("prst") in LINE_SHAPES
        if (named or shape.find(f".//{_BOX}") is None) and height <= FLAT_MM and width >= MIN_LINE_MM:
            yield round(width, 1)
    for line in drawing.iter(_V_LINE):
        yield _vml_length(line.get("from", ""), line.get("to", ""))
    for shape in drawing.iter(_V_SHAPE):
        if shape.get("type") == _CONNECTOR:
            match = re.search(r"(?:^|;)width:([^;]+)", shape.get("style", ""))
            yield _length(match[1]) if match else None


def _size(shape: _Element, drawing: _Element) -> tuple[float, float]:
    """Return width and height of a shape in mm."""
    extent = shape.find(f".//{_EXTENT}[@cx]")
    if extent is None:
        extent = drawing.find(f".//{_ANCHOR_EXTENT}")
    if extent is None:
        return 0.0, 0.0
    return number(extent.get("cx")) / EMU_PER_MM, number(extent.get("cy")) / EMU_PER_MM


def _vml_length(start: str, end: str) -> float | None:
    ends = [_length(point.split(",")[0]) for point in (start, end)]
    if ends[0] is None or ends[1] is None:
        return None
    return round(abs(ends[1] - ends[0]), 1)


def _length(text: str) -> float | None:
    match = _LENGTH.fullmatch(text.strip())
    return None if match is None else float(match[1]) * _TO_MM[match[2]]
