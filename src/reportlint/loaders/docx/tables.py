"""Tables of a Word file: which cells are shown, and where in the grid they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlint.loaders.docx.names import TC, TR, VAL, number, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_THROUGH = frozenset(w(n) for n in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_TRPR, _TCPR = w("trPr"), w("tcPr")
_GRID_BEFORE, _GRID_SPAN, _VMERGE = w("gridBefore"), w("gridSpan"), w("vMerge")
_MAX_SPAN = 63
"""Word's limit on columns; a larger number comes from a damaged file."""


@dataclass
class PlacedCell:
    """A cell and its place in the grid, counted from 0."""

    element: _Element
    row: int
    column: int
    columns: int = 1
    rows: int = 1
    continues: bool = False
    """Whether it is the lower part of a cell that began above."""


def rows_of(table: _Element, *, original: bool) -> tuple[list[list[PlacedCell]], int]:
    """Return the rows of a table, and how many tracked insertions and deletions of rows it carries."""
    rows: list[list[PlacedCell]] = []
    changes = 0
    above: dict[int, PlacedCell] = {}
    for element in _children(table, TR):
        properties = element.find(_TRPR)
        inserted = properties is not None and properties.find(w("ins")) is not None
        deleted = properties is not None and properties.find(w("del")) is not None
        changes += inserted or deleted
        if inserted if original else deleted:
            continue
        row = _row(element, properties, len(rows))
        above = _merge(row, above)
        rows.append(row)
    return rows, changes


def _row(element: _Element, properties: _Element | None, index: int) -> list[PlacedCell]:
    before = None if properties is None else properties.find(_GRID_BEFORE)
    column = 0 if before is None else min(number(before.get(VAL)), _MAX_SPAN)
    cells = []
    for cell in _children(element, TC):
        facts = cell.find(_TCPR)
        span = None if facts is None else facts.find(_GRID_SPAN)
        merge = None if facts is None else facts.find(_VMERGE)
        columns = 1 if span is None else max(1, min(number(span.get(VAL), 1), _MAX_SPAN))
        continues = merge is not None and merge.get(VAL) != "restart"
        cells.append(PlacedCell(cell, index, column, columns, continues=continues))
        column += columns
    return cells


def _merge(row: list[PlacedCell], above: dict[int, PlacedCell]) -> dict[int, PlacedCell]:
    """Lengthen the cells above that go on in this row; return the cells the next row may continue."""
    tops = {}
    for cell in row:
        top = above.get(cell.column) if cell.continues else None
        if top is not None:
            top.rows += 1
        tops[cell.column] = top or cell
    return tops


def _children(parent: _Element, wanted: str) -> Iterator[_Element]:
    """Yield rows or cells, also those inside content controls."""
    for child in parent:
        if child.tag == wanted:
            yield child
        elif child.tag in _THROUGH:
            yield from _children(child, wanted)
