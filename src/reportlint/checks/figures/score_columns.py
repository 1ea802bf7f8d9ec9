"""SL022: scores of tables against the most their heading allows, and against the rate they are taken from.

`Điểm đạt (tối đa 20 điểm)` beside `Tỷ lệ (%)`: a score above 20 is wrong, and so is one that is not 20% of its rate where
the other rows are.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from reportlint.facts.numbers import render
from reportlint.facts.tables import tables
from reportlint.patterns import Pattern
from reportlint.rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.facts.tables import Number, Table
    from reportlint.report import Report
    from reportlint.rule import Rule

_MOST = Pattern(r"tối đa:?\s(?P<most>\d+(?:,\d+)?)\sđiểm", re.IGNORECASE)
_RATE = Pattern(r"%|tỷ lệ|tỉ lệ", re.IGNORECASE)
_SCORE = Pattern(r"điểm", re.IGNORECASE)
MIN_ROWS = 3
"""So many rows whose scores follow from a rate, and three times as many as do not, show that all should."""


class ScoreColumn(NamedTuple):
    """A column of scores and the most its heading allows."""

    column: int
    most: Decimal


def scores(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report scores that are above the most, or that the rate beside them does not give."""
    for table in tables(report.document):
        rates = [c for c in range(1, table.width) if _RATE.search(table.above(c, table.head))]
        for score in _score_columns(table):
            above = list(_above(table, score))
            yield from above
            if not above:
                yield from next((hits for r in rates if (hits := _astray(table, score, r))), ())


def _score_columns(table: Table) -> Iterator[ScoreColumn]:
    """Yield the columns whose headings say `điểm` and `tối đa 20 điểm`, once, and are no rates."""
    for column in range(1, table.width):
        heading = table.above(column, table.head)
        most = [m["most"] for m in _MOST.finditer(heading)]
        if len(most) == 1 and _SCORE.search(heading) and not _RATE.search(heading):
            yield ScoreColumn(column, Decimal(most[0].replace(",", ".")))


def _above(table: Table, score: ScoreColumn) -> Iterator[Hit]:
    for row in range(table.head, table.height):
        number = _number(table, row, score.column)
        if number and number.value > score.most:
            yield Hit(number.start, number.end, {"found": number.text, "most": render(score.most)})


def _astray(table: Table, score: ScoreColumn, rate: int) -> list[Hit]:
    """Return the scores that do not follow from a column of rates, where enough others do."""
    fitting = 0
    hits: list[Hit] = []
    for row in range(table.head, table.height):
        number, share = _number(table, row, score.column), _number(table, row, rate)
        if number is None or share is None or not share.value:
            continue
        exact = share.value * score.most / 100
        if abs(exact - number.value) <= Decimal(1).scaleb(-number.decimals):
            fitting += 1
            continue
        args = {
            "found": number.text,
            "rate": f"{share.text}%",
            "most": render(score.most),
            "expected": render(round(exact, max(number.decimals, 2)).normalize()),
        }
        hits.append(Hit(number.start, number.end, args, variant="rate"))
    return hits if fitting >= max(MIN_ROWS, 3 * len(hits)) else []


def _number(table: Table, row: int, column: int) -> Number | None:
    cell = table.cells.get((row, column))
    return cell.number if cell else None
