"""What is drawn on a page: pictures that cover it, lines below parts of the head, the rules of tables."""

from __future__ import annotations

from ctypes import c_float
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pypdfium2 import raw

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pypdfium2

SCAN_SHARE = 0.7
"""A picture that covers this share of a page is the scan itself, and the text over it comes from OCR."""
THIN = 2.5
"""A path thinner than this, in pt, is a line, which may lean a little when drawn by hand."""
SEEN_SHARE = 0.5
"""With more than this share of its text plain to see over the picture, a page is no scan: the picture is its ground."""
MIN_LINE = 8.0
TOUCH = 3.0
"""Lines closer than this, in pt, are one."""


@dataclass
class Grid:
    """The rules of a table: edges of its columns from the left and of its rows from above, in pt."""

    columns: list[float]
    rows: list[float]

    def holds(self, left: float, right: float, middle: float) -> bool:
        """Tell whether a stretch of a line stands inside."""
        inside = self.rows[-1] - TOUCH <= middle <= self.rows[0] + TOUCH
        return inside and self.columns[0] - TOUCH <= left and right <= self.columns[-1] + TOUCH

    def place(self, centre: float, middle: float) -> tuple[int, int]:
        """Return row and column of a point."""
        row = sum(edge > middle for edge in self.rows) - 1
        column = sum(edge < centre for edge in self.columns) - 1
        return max(row, 0), max(column, 0)


@dataclass
class Drawings:
    """What is drawn on one page."""

    scanned: bool = False
    flat: list[tuple[float, float, float]] = field(default_factory=list)
    """(height, left, right) of each level line."""
    upright: list[tuple[float, float, float]] = field(default_factory=list)
    """(place from the left, low end, high end) of each upright line."""
    grids: list[Grid] = field(default_factory=list)

    def wall(self, left: float, right: float, middle: float) -> bool:
        """Tell whether an upright line stands between two places of a text line."""
        return any(left - 1 <= x <= right + 1 and low <= middle <= high for x, low, high in self.upright)


def read_drawings(page: pypdfium2.PdfPage) -> Drawings:
    """Read the drawings of a page."""
    width, height = page.get_size()
    found = Drawings()
    texts = shown = 0
    left, bottom, right, top = (c_float() for _ in range(4))
    for at in range(raw.FPDFPage_CountObjects(page.raw)):
        obj = raw.FPDFPage_GetObject(page.raw, at)
        kind = raw.FPDFPageObj_GetType(obj)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            texts += 1
            hidden = raw.FPDFTextObj_GetTextRenderMode(obj) == raw.FPDF_TEXTRENDERMODE_INVISIBLE
            shown += found.scanned and not hidden
            continue
        if kind not in {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH}:
            continue
        if not raw.FPDFPageObj_GetBounds(obj, left, bottom, right, top):
            continue
        wide, high = right.value - left.value, top.value - bottom.value
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            found.scanned = found.scanned or wide * high > SCAN_SHARE * width * height
        elif high < THIN and wide > MIN_LINE:
            found.flat.append(((top.value + bottom.value) / 2, left.value, right.value))
        elif wide < THIN and high > MIN_LINE:
            found.upright.append(((left.value + right.value) / 2, bottom.value, top.value))
    found.scanned = found.scanned and shown <= SEEN_SHARE * texts
    found.grids = list(_grids(found))
    return found


def _grids(drawings: Drawings) -> Iterable[Grid]:
    """Yield the tables: upright lines that reach from one height to another, with the level lines among them."""
    bands: list[list[tuple[float, float, float]]] = []
    for line in sorted(drawings.upright, key=lambda each: -each[2]):
        if bands and line[2] > min(low for _, low, _ in bands[-1]) - TOUCH:
            bands[-1].append(line)
        else:
            bands.append([line])
    for band in bands:
        columns = _edges(x for x, _, _ in band)
        low, high = min(each[1] for each in band), max(each[2] for each in band)
        levels = (
            y for y, left, right in drawings.flat if low - TOUCH <= y <= high + TOUCH and left < columns[-1]
        )
        rows = _edges([low, high, *levels])[::-1]
        if len(columns) > 2 and len(rows) > 1:
            yield Grid(columns, rows)


def _edges(values: Iterable[float]) -> list[float]:
    """Return places in order, those that touch taken as one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > TOUCH:
            found.append(value)
    return found
