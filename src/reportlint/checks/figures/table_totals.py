"""Totals of tables: the row Tổng cộng against its columns, the column Tổng số against its rows.

A table is believed to add up where it does so in most places; only the odd place is then a fault. Where rows are of
several ranks, or nothing adds up, the structure was not understood and nothing is said.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from reportlint.facts.numbers import render
from reportlint.facts.tables import tables
from reportlint.patterns import Pattern
from reportlint.rule import Hit
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.facts.tables import GridCell, Number, Table
    from reportlint.report import Report
    from reportlint.rule import Rule

_TOTAL = Pattern(
    r"\s*(?:tổng(?: cộng| số| toàn \w+)?|cộng|toàn (?:trường|xã|phường|huyện|tỉnh|thành phố|ngành|viện)|cả (?:năm|tỉnh|huyện|xã))\b.{0,40}",
    re.IGNORECASE | re.DOTALL,
)
_NO_SUM = Pattern(
    r"%|tỷ lệ|tỉ lệ|bình quân|trung bình|đơn giá|năng suất|tốc độ|so sánh|so với|điểm|xếp|hệ số|ghi chú"
    r"|\btt\b|\bstt\b|số tt|thời gian|ngày|\bnăm (?:sinh|xây|ban hành)|số quyết định",
    re.IGNORECASE,
)
_RANKED = Pattern(r"\s*(?:[-+*•]|trong đó|gồm|bao gồm)", re.IGNORECASE)
_PLAUSIBLE = (Decimal("0.5"), Decimal(2))
MIN_ROWS = 3
"""From how many rows that add up a column is taken for the total of others."""


BELOW = Said("các dòng phía dưới", "the rows below")
ABOVE = Said("các dòng phía trên", "the rows above")


class Verdict(NamedTuple):
    """One place where a total was tried; `line` is the row or the column that was added up, `parts` where in it."""

    total: Number
    got: Decimal
    fits: bool
    what: Said
    line: int
    parts: tuple[int, ...]

    @property
    def excess(self) -> Decimal:
        """By how much the parts exceed the total."""
        return self.got - self.total.value


def totals(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report totals of tables that the table does not give, and numbers that spoil both their row and their column."""
    for table in tables(report.document):
        if table.height - table.head < MIN_ROWS:
            continue
        down, across = list(_down(table)), list(_across(table))
        crossing, explained = _crossings(table, down, across)
        yield from crossing
        for verdict in (*down, *across):
            if verdict.total.start not in explained:
                explained.add(verdict.total.start)
                args = {"total": verdict.total.text, "got": render(verdict.got), "what": verdict.what}
                yield Hit(verdict.total.start, verdict.total.end, args)


def _crossings(table: Table, down: list[Verdict], across: list[Verdict]) -> tuple[list[Hit], set[int]]:
    """Return the numbers that spoil both their row and their column, and where the totals stand that are right without them."""
    hits: list[Hit] = []
    explained: set[int] = set()
    for column, row in product(down, across):
        number = table.number(row.line, column.line)
        if number is None or row.total == column.total:
            continue
        if row.line in column.parts and column.line in row.parts and row.excess == column.excess:
            args = {"found": number.text, "wanted": render(number.value - row.excess)}
            hits.append(Hit(number.start, number.end, args, variant="crossing"))
            explained |= {row.total.start, column.total.start}
        elif row.excess == -column.excess and number == column.total:  # a total that is a part of the other
            explained.add(row.total.start)
        elif row.excess == -column.excess and number == row.total:
            explained.add(column.total.start)
    return hits, explained


def confirmed_totals(table: Table) -> Iterator[tuple[int, Number]]:
    """Yield the totals of the row of totals, with their columns, that the rows add up to."""
    rows = _summed_rows(table)
    if not rows:
        return
    for column in range(1, table.width):
        verdict = _column(table, column, *rows)
        if verdict and verdict.fits:
            yield column, verdict.total


def _down(table: Table) -> Iterator[Verdict]:
    """Yield the wrong members of the row of totals."""
    rows = _summed_rows(table)
    if not rows:
        return
    verdicts = [v for c in range(1, table.width) if (v := _column(table, c, *rows))]
    wrong = [v for v in verdicts if not v.fits]
    if len(wrong) < len(verdicts) or (len(verdicts) == 1 and _numbered(table, rows[0])):
        yield from (v for v in wrong if len(wrong) * 2 <= len(verdicts) or len(verdicts) == 1)


def _summed_rows(table: Table) -> tuple[list[int], int] | None:
    """Return the rows that make a row of totals, and this row, the first or the last; None when that is not clear."""
    rows = [index for index in range(table.head, table.height) if _counts(table.row(index))]
    named = [index for index in rows if is_total(table.row(index))]
    if len(named) != 1 or named[0] not in {rows[0], rows[-1]}:
        return None
    parts = [index for index in rows if index != named[0]]
    return (parts, named[0]) if _flat(table, parts) else None


def _across(table: Table) -> Iterator[Verdict]:
    """Yield the wrong members of a column of totals."""
    for total, parts in _total_columns(table):
        verdicts = []
        for index in range(table.head, table.height):
            cells = [table.cells.get((index, c)) for c in (total, *parts)]
            number = cells[0].number if cells[0] else None
            values = [_value(c) for c in cells[1:]]
            if number is None or any(v is None for v in values) or not any(values):
                continue
            got = sum((v for v in values if v is not None), Decimal(0))
            members = [c.number for c in cells if c and c.number]
            verdicts.append(
                Verdict(
                    number,
                    got,
                    abs(got - number.value) <= _slack(members),
                    Said("các cột thành phần", "the columns of its parts"),
                    index,
                    parts,
                )
            )
        wrong = [v for v in verdicts if not v.fits]
        if len(verdicts) - len(wrong) >= max(MIN_ROWS, 3 * len(wrong)):
            yield from wrong


def _total_columns(table: Table) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield columns that may be totals, with those that may be their parts."""
    numeric = [c for c in range(1, table.width) if _numeric(table, c)]
    for spanning in table.cells.values():
        place = spanning.cell
        if place.row < table.head and place.columns > 1 and place.column - 1 in numeric:
            parts = tuple(range(place.column, place.column + place.columns))
            if all(p in numeric for p in parts):
                yield place.column - 1, parts
    for column in numeric:
        heading = table.above(column, table.head)
        rest = tuple(c for c in numeric if c != column)
        if _TOTAL.match(heading) and len(rest) > 1 and column in {numeric[0], numeric[-1]}:
            yield column, rest


def _numeric(table: Table, column: int) -> bool:
    cells = [table.cells.get((row, column)) for row in range(table.head, table.height)]
    if _NO_SUM.search(table.above(column, table.head)):
        return False
    held = [c for c in cells if c is not None and not c.blank]
    return bool(held) and all(
        c.number and not c.number.percent and c.cell.columns == 1 == c.cell.rows for c in held
    )


def _column(table: Table, column: int, parts: list[int], total: int) -> Verdict | None:
    """Try one column of the row of totals; None where it is not summed."""
    cell = table.cells.get((total, column))
    if (
        cell is None
        or cell.number is None
        or cell.number.percent
        or cell.cell.columns > 1
        or _NO_SUM.search(table.above(column, table.head))
    ):
        return None
    cells = [table.cells.get((row, column)) for row in parts]
    if any(c is not None and (c.cell.rows > 1 or c.cell.columns > 1 or _value(c) is None) for c in cells):
        return None
    numbers = [c.number for c in cells if c is not None and c.number]
    if len(numbers) < 2 or any(n.percent for n in numbers):
        return None
    got = sum((n.value for n in numbers), Decimal(0))
    fits = abs(got - cell.number.value) <= _slack([cell.number, *numbers])
    if not fits and not (got and _PLAUSIBLE[0] <= cell.number.value / got <= _PLAUSIBLE[1]):
        return None
    return Verdict(cell.number, got, fits, BELOW if total < parts[0] else ABOVE, column, tuple(parts))


def _slack(members: list[Number]) -> Decimal:
    """Half the last digit of every rounded member; whole numbers are exact."""
    decimals = [n.decimals for n in members if n.decimals]
    return Decimal(1).scaleb(-min(decimals)) * len(members) / 2 if decimals else Decimal(0)


def _value(cell: GridCell | None) -> Decimal | None:
    if cell is None or cell.blank:
        return Decimal(0)
    return cell.number.value if cell.number else None


def _counts(cells: list[GridCell]) -> bool:
    return any(c.number and c.cell.column for c in cells)


def is_total(cells: list[GridCell]) -> bool:
    """Tell whether a row is named as a total."""
    return any(_TOTAL.fullmatch(c.text) for c in cells[:3])


def _numbered(table: Table, rows: list[int]) -> bool:
    firsts = [table.cells.get((row, 0)) for row in rows]
    numbers = [c.text.strip(" .") if c else "" for c in firsts]
    return (
        bool(numbers)
        and numbers[0].isdigit()
        and numbers == [str(int(numbers[0]) + i) for i in range(len(rows))]
    )


def _flat(table: Table, rows: list[int]) -> bool:
    """Tell whether all rows are of one rank: numbered 1, 2, 3 through, or not numbered and not subdivided."""
    if _numbered(table, rows):
        return True
    cells = [cell for row in rows for cell in table.row(row)[:2]]
    return not any(c.number and c.cell.column == 0 for c in cells) and not any(
        _RANKED.match(c.text)
        or re.fullmatch(r"\s*(?:[IVXivx]+|[a-zđ]|\d{1,2}(?:\.\d{1,2})+)[.)]?\s*", c.text)
        for c in cells
    )
