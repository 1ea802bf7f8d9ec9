"""Percentages of tables against the columns they are taken from.

Which columns these are, and how the percentage comes of them, is told by the rows themselves: where most rows fit, the odd
one is a fault.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from reportlint.checks.figures.table_totals import is_total
from reportlint.facts.numbers import render
from reportlint.facts.tables import tables
from reportlint.patterns import Pattern
from reportlint.rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.facts.tables import Number, Table
    from reportlint.report import Report
    from reportlint.rule import Rule

_SHARE = Pattern(r"%|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng", re.IGNORECASE)
_CHANGE = Pattern(r"tăng|giảm|so sánh|tốc độ", re.IGNORECASE)
MIN_ROWS = 3
MAX_COLUMNS = 14


class Row(NamedTuple):
    """A percentage and the two values it may be taken from, as they are shown."""

    percent: Number
    fraction: str
    exact: Decimal
    change: bool = False
    """Told as what one value is more or less than the other."""

    @property
    def fits(self) -> bool:
        """Tell whether the percentage is right, rounded or cut off; all hundreds prove nothing but are right."""
        return abs(self.exact - self.percent.value) < Decimal(1).scaleb(-self.percent.decimals)


def shares(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report percentages that the columns before them do not give."""
    for table in tables(report.document):
        if table.height - table.head <= MIN_ROWS or table.width > MAX_COLUMNS:
            continue
        for column in range(2, table.width):
            heading = table.above(column, table.head)
            if _SHARE.search(heading):
                changes = _CHANGE.search(heading) is not None
                yield from _odd(_candidates(table, column, changes=changes))


def _odd(candidates: Iterable[list[Row]]) -> Iterator[Hit]:
    """Yield the rows that do not fit where all others do."""
    best = max(candidates, key=lambda rows: sum(row.fits for row in rows), default=[])
    wrong = [row for row in best if not row.fits]
    if len(best) - len(wrong) < max(MIN_ROWS, 3 * len(wrong)):
        return
    for row in wrong:
        expected = f"{render(round(row.exact, row.percent.decimals))}%"
        args = {"found": f"{row.percent.text}%", "fraction": row.fraction, "expected": expected}
        yield Hit(row.percent.start, row.percent.end, args, variant="change" if row.change else "")


def _candidates(table: Table, column: int, *, changes: bool) -> Iterator[list[Row]]:
    """Yield the rows as every two columns would explain them, then as shares of what one column adds up to."""
    columns = [c for c in range(1, table.width) if c != column]
    for part in columns:
        for whole in columns:
            if whole != part:
                rows = list(_of_two(table, part, whole, column))
                yield rows
                if changes:
                    yield [row._replace(exact=abs(row.exact - 100), change=True) for row in rows]
        yield list(_of_sum(table, part, column))


def _of_two(table: Table, part: int, whole: int, share: int) -> Iterator[Row]:
    for row in range(table.head, table.height):
        one, two, percent = (table.number(row, c) for c in (part, whole, share))
        if one and two and percent and two.value and one.value and not one.percent and not two.percent:
            yield Row(percent, f"{one.text}/{two.text}", 100 * one.value / two.value)


def _of_sum(table: Table, part: int, share: int) -> Iterator[Row]:
    rows = [row for row in range(table.head, table.height) if not is_total(table.row(row))]
    found = [(table.number(row, part), table.number(row, share)) for row in rows]
    total = sum((one.value for one, _ in found if one), Decimal(0))
    for one, percent in found if total else ():
        if one and percent and one.value and not one.percent:
            yield Row(percent, f"{one.text}/{render(total)}", 100 * one.value / total)
