"""Rows side by side: the two columns of the head and of the signature, and tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from reportlint.loaders.pdf.drawing import TOUCH, Grid
from reportlint.loaders.pdf.rows import Chunk, Frame, Row, is_centred

_HEAD = re.compile(r"(?i)c[ộo]ng\s+h[oòóọõỏôồộơà]+|độc lập|đảng cộng sản")
_SIGNATURE = re.compile(r"(?i)nơi\s*nhận")
_ADDRESSEE = re.compile(r"(?i)kính\s*(?:g[ửở]i|trình)")
_MARKER = re.compile(r"(?:[-–+*•]\s|\d{1,2}[.)]\s|[a-zđ]\)\s)")
HEAD_ROWS = 9
"""The head of the first page is looked for among this many rows."""


@dataclass
class CellText:
    """A cell or a line of a column: chunks that belong to one paragraph, in reading order."""

    row: int
    column: int
    chunks: list[tuple[Row, Chunk]] = field(default_factory=list)


@dataclass
class Region:
    """Rows `first` to `last` (exclusive) that are read by columns."""

    first: int
    last: int
    cells: list[CellText]
    grid: Grid | None = None

    def continues(self, above: Region) -> bool:
        """Tell whether a table goes on from the page before: the same columns, nothing in between."""
        if self.grid is None or above.grid is None or above.last != self.first:
            return False
        edges = (self.grid.columns, above.grid.columns)
        return len(edges[0]) == len(edges[1]) and all(abs(a - b) < TOUCH for a, b in zip(*edges, strict=True))


def regions_of(rows: list[Row], frame: Frame, grids: dict[int, list[Grid]]) -> list[Region]:
    """Return the regions of a document's body, in order, without overlap; `grids` are the ruled tables by page."""
    found: list[Region] = []
    at = 0
    while at < len(rows):
        grid = _grid_of(rows[at], grids)
        if grid is not None:
            last = at + 1
            while last < len(rows) and _grid_of(rows[last], grids) is grid:
                last += 1
            found.append(Region(at, last, _ruled(rows[at:last], grid), grid))
            at = last
        elif len(rows[at].chunks) > 1:
            first, last = _extent(rows, at, found[-1].last if found else 0, frame)
            found.append(Region(first, last, _cells(rows[first:last])))
            at = last
        else:
            at += 1
    return found


def _grid_of(row: Row, grids: dict[int, list[Grid]]) -> Grid | None:
    """Return the ruled table a row stands in."""
    middle = (row.bottom + row.top) / 2
    return next((grid for grid in grids.get(row.page, ()) if grid.holds(row.left, row.right, middle)), None)


def _ruled(rows: list[Row], grid: Grid) -> list[CellText]:
    """Read a ruled table cell by cell."""
    cells: dict[tuple[int, int], CellText] = {}
    for row in rows:
        for chunk in row.chunks:
            middle = sum(segment.middle for segment in chunk.segments) / len(chunk.segments)
            key = grid.place((chunk.left + chunk.right) / 2, middle)
            cells.setdefault(key, CellText(*key)).chunks.append((row, chunk))
    return [cells[key] for key in sorted(cells)]


def _extent(rows: list[Row], at: int, floor: int, frame: Frame) -> tuple[int, int]:
    """Return the first and last row (exclusive) around `at` that keep clear of the gap between columns."""
    split = _split(rows[at])
    last = at + 1
    while last < len(rows) and _keeps_clear(rows[last], split, frame):
        last += 1
    first = at
    while first > floor and rows[first - 1].page == rows[at].page and _leads(rows, first - 1, split):
        first -= 1
    return first, last


def _leads(rows: list[Row], at: int, split: float) -> bool:
    """Tell whether a row above belongs to the columns, as the start of the head or the signature."""
    row = rows[at]
    if row.left < split < row.right:
        return False
    text = row.text
    top_of_file = at < HEAD_ROWS and row.page == 0 and text.isupper()
    return top_of_file or bool(_SIGNATURE.match(text)) or (text.isupper() and row.left > split)


def _keeps_clear(row: Row, split: float, frame: Frame) -> bool:
    if _ADDRESSEE.match(row.text):
        return False
    if len(row.chunks) > 1:
        return True
    if is_centred(row, frame):
        return False
    crosses = row.left < split - 2 and row.right > split + 2
    body_line = row.left < frame.left + 4 * row.size and row.right > split
    return not crosses and not body_line


def _split(row: Row) -> float:
    """Return a place in the widest gap of a row, close to the right column: the left one may grow below."""
    gaps = [(b.left - a.right, b.left - 0.15 * (b.left - a.right)) for a, b in pairwise(row.chunks)]
    return max(gaps)[1]


def _cells(rows: list[Row]) -> list[CellText]:
    text = " ".join(row.text for row in rows)
    if _HEAD.search(text) or _SIGNATURE.search(text):
        widest = max((row for row in rows if len(row.chunks) > 1), key=lambda row: row.right - row.left)
        return _two_columns(rows, _split(widest))
    return _table(rows)


def _two_columns(rows: list[Row], split: float) -> list[CellText]:
    """Read the left column, then the right one; lines that go on are joined."""
    cells: list[CellText] = []
    for column in (0, 1):
        lines: list[CellText] = []
        for row in rows:
            chunks = [
                chunk for chunk in row.chunks if ((chunk.left + chunk.right) / 2 > split) == bool(column)
            ]
            if not chunks:
                continue
            if not (lines and _goes_on(lines[-1], chunks[0])):
                lines.append(CellText(0, column))
            lines[-1].chunks += [(row, chunk) for chunk in chunks]
        cells += lines
    return cells


def _goes_on(line: CellText, chunk: Chunk) -> bool:
    """Tell whether a line of a column continues the one above: it begins small, and that one did not end."""
    above, below = line.chunks[-1][1].text, chunk.text
    return below[:1].islower() and not _MARKER.match(below) and not above.endswith((";", "."))


def _table(rows: list[Row]) -> list[CellText]:
    """Read a table by its rows; a line without anything in the first column continues the row above."""
    edges = _column_edges(rows)
    cells: dict[tuple[int, int], CellText] = {}
    number = -1
    for row in rows:
        placed = [(_column(chunk, edges), chunk) for chunk in row.chunks]
        if number < 0 or placed[0][0] == 0:
            number += 1
        for column, chunk in placed:
            cells.setdefault((number, column), CellText(number, column)).chunks.append((row, chunk))
    return [cells[key] for key in sorted(cells)]


def _column_edges(rows: list[Row]) -> list[tuple[float, float]]:
    """Return the columns as stretches of the width: chunks that overlap belong to one."""
    edges: list[tuple[float, float]] = []
    for left, right in sorted((c.left, c.right) for row in rows if len(row.chunks) > 1 for c in row.chunks):
        if edges and left < edges[-1][1]:
            edges[-1] = (edges[-1][0], max(edges[-1][1], right))
        else:
            edges.append((left, right))
    return edges


def _column(chunk: Chunk, edges: list[tuple[float, float]]) -> int:
    overlaps = [min(chunk.right, right) - max(chunk.left, left) for left, right in edges]
    return overlaps.index(max(overlaps)) if overlaps else 0
