"""Percentages of tables against the two columns they are taken from.

Which columns these are is told by the rows themselves: where most rows fit, the odd one is a fault.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from reportlint.facts.numbers import render
from reportlint.facts.tables import tables
from reportlint.patterns import Pattern
from reportlint.rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.facts.tables import Number, Table
    from reportlint.report import Report
    from reportlint.rule import Rule

_SHARE = Pattern(r"%|tỷ lệ|tỉ lệ", re.IGNORECASE)
MIN_ROWS = 3
MAX_COLUMNS = 14
Rows = list[tuple["Number", "Number", "Number"]]


def shares(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report percentages that the columns before them do not give."""
    for table in tables(report.document):
        if table.height - table.head <= MIN_ROWS or table.width > MAX_COLUMNS:
            continue
        for column in range(2, table.width):
            if _SHARE.search(table.above(column, table.head)):
                yield from _odd(table, column)


def _odd(table: Table, column: int) -> Iterator[Hit]:
    """Yield the rows that do not fit where all others do."""
    best: Rows = []
    fitting = 0
    for part in range(1, table.width):
        for whole in range(1, table.width):
            if column in {part, whole} or part == whole:
                continue
            rows = list(_rows(table, part, whole, column))
            fits = sum(_fits(*row) for row in rows)
            if fits > fitting:
                best, fitting = rows, fits
    wrong = [row for row in best if not _fits(*row)]
    if fitting < max(MIN_ROWS, 3 * len(wrong)):
        return
    for part_, whole_, percent in wrong:
        right = render(round(100 * part_.value / whole_.value, percent.decimals))
        args = {
            "found": f"{percent.text}%",
            "fraction": f"{part_.text}/{whole_.text}",
            "expected": f"{right}%",
        }
        yield Hit(percent.start, percent.end, args)


def _rows(table: Table, part: int, whole: int, share: int) -> Iterator[tuple[Number, Number, Number]]:
    for row in range(table.head, table.height):
        cells = [table.cells.get((row, c)) for c in (part, whole, share)]
        one, two, three = (c.number if c else None for c in cells)
        if one and two and three and two.value and one.value and not one.percent and not two.percent:
            yield one, two, three


def _fits(part: Number, whole: Number, percent: Number) -> bool:
    """Tell whether the share is right, rounded or cut off; all hundreds prove nothing but are right."""
    exact = 100 * part.value / whole.value
    return abs(exact - percent.value) < Decimal(1).scaleb(-percent.decimals)
