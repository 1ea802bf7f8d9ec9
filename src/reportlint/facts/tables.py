"""Tables of the document as grids: cells with their place, text and, where they hold one number, its value."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reportlint.facts.numbers import NUMBER, parse
from reportlint.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.document import Cell, Document

_VALUE = Pattern(rf"\s*({NUMBER})\s*(%?)\s*")
_NOTHING = Pattern(r"[\s\-–—_./xX]*")
MAX_NUMERIC = 24
"""Longer texts of a cell are no single number."""


class Number(NamedTuple):
    """The one number a cell holds. Offsets are the document's."""

    start: int
    end: int
    text: str
    value: Decimal
    decimals: int
    percent: bool


class GridCell:
    """A cell: its place in the table, its paragraphs joined, the offsets of the first and behind the last."""

    def __init__(self, cell: Cell, start: int, end: int, text: str) -> None:
        """Take place, offsets in the document and text."""
        self.cell, self.start, self.end, self.text = cell, start, end, text

    @cached_property
    def number(self) -> Number | None:
        """The number, when the cell holds nothing else but perhaps a percent sign."""
        if len(self.text) > MAX_NUMERIC:
            return None
        match = _VALUE.fullmatch(self.text)
        if match is None:
            return None
        style, value, decimals = parse(match[1])
        if style == "malformed":
            return None
        at = self.start + match.start(1)
        return Number(at, at + len(match[1]), match[1], value, decimals, bool(match[2]))

    @cached_property
    def blank(self) -> bool:
        """Holds nothing, or a dash for nothing."""
        return _NOTHING.fullmatch(self.text) is not None


class Table:
    """One table, rows and columns from 0."""

    def __init__(self) -> None:
        """Begin a table without cells; they are filled in by (row, column)."""
        self.cells: dict[tuple[int, int], GridCell] = {}

    @cached_property
    def height(self) -> int:
        """How many rows."""
        return max((row for row, _ in self.cells), default=-1) + 1

    @cached_property
    def width(self) -> int:
        """How many columns, spans counted."""
        return max((c.cell.column + c.cell.columns for c in self.cells.values()), default=0)

    def row(self, index: int) -> list[GridCell]:
        """Return the cells that begin in a row, from the left."""
        return [self.cells[key] for key in sorted(self.cells) if key[0] == index]

    def number(self, row: int, column: int) -> Number | None:
        """Return the number of the cell that begins at a place; None where no cell does or it holds none."""
        cell = self.cells.get((row, column))
        return cell.number if cell else None

    def above(self, column: int, below: int) -> str:
        """Return the headings of a column: the texts of the cells over it in the rows before `below`, joined."""
        found = [
            c.text
            for key, c in sorted(self.cells.items())
            if key[0] < below and c.cell.column <= column < c.cell.column + c.cell.columns
        ]
        return " ".join(found)

    @cached_property
    def head(self) -> int:
        """How many rows at the top are headings: those before the first that holds numbers and no column numbers."""
        for index in range(self.height):
            cells = self.row(index)
            numbers = [c for c in cells if c.number is not None and c.cell.column]
            if numbers and not column_numbers(cells):
                return index
        return self.height


def column_numbers(cells: list[GridCell]) -> bool:
    """Tell whether a row only counts the columns: 1, 2, 3 or A, B, 1, 2, (3)=(1)+(2)."""
    texts = [c.text.strip().strip("()") for c in cells if c.text.strip()]
    counted = [int(t) for t in texts if t.isdigit()]
    steps = all(b == a + 1 for a, b in pairwise(counted))
    longest = max((len(t.split("=")[0]) for t in texts), default=0)
    return len(counted) > 1 and steps and counted[0] <= 2 and longest <= 3


def tables(document: Document) -> Iterator[Table]:
    """Yield the tables of a document in order."""
    found: dict[int, Table] = {}
    for block in document.blocks:
        if block.cell is None:
            continue
        table = found.setdefault(block.cell.table, Table())
        key = (block.cell.row, block.cell.column)
        text = document.text[block.start : block.end]
        if key in table.cells:
            before = table.cells[key]
            start = block.start if before.blank else before.start
            text = text if before.blank else f"{before.text}\n{text}"
            table.cells[key] = GridCell(block.cell, start, block.end, text)
        else:
            table.cells[key] = GridCell(block.cell, block.start, block.end, text)
    yield from found.values()
