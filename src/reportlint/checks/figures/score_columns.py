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

    from reportlint.facts.tables import Table
    from reportlint.report import Report
    from reportlint.rule import Rule

_MOST = Pattern(r"tối đa:?\s(?P<most>\d+(?:,\d+)?)\sđiểm", re.IGNORECASE)
_RATE = Pattern(r"%|tỷ lệ|tỉ lệ", re.IGNORECASE)
MIN_ROWS = 3
"""So many rows whose scores follow from a rate, and three times as many as do not, show that all should."""


class ScoreColumn(NamedTuple):
    """A column of scores and the most its heading allows."""

    column: int
    most: Decimal


def scores(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report scores that are above the most, or that the rate beside them does not give."""
    for table in tables(report.document):
        headings = {c: table.above(c, table.head) for c in range(1, table.width)}
        rates = [c for c, heading in headings.items() if _RATE.search(heading)]
        for column, heading in headings.items():
            if column not in rates and (score := _score_column(column, heading)):
                yield from list(_above(table, score)) or _unlike_rates(table, score, rates)


def _score_column(column: int, heading: str) -> ScoreColumn | None:
    """Read a column whose heading says, once, `tối đa 20 điểm`."""
    most = [m["most"] for m in _MOST.finditer(heading)]
    return ScoreColumn(column, Decimal(most[0].replace(",", "."))) if len(most) == 1 else None


def _above(table: Table, score: ScoreColumn) -> Iterator[Hit]:
    for row in range(table.head, table.height):
        number = table.number(row, score.column)
        if number and number.value > score.most:
            yield Hit(number.start, number.end, {"found": number.text, "most": render(score.most)})


def _unlike_rates(table: Table, score: ScoreColumn, rates: list[int]) -> list[Hit]:
    """Return the scores that do not follow from the first column of rates that the others follow from."""
    for rate in rates:
        if hits := _astray(table, score, rate):
            return hits
    return []


def _astray(table: Table, score: ScoreColumn, rate: int) -> list[Hit]:
    """Return the scores that do not follow from a column of rates, where enough others do."""
    fitting = 0
    hits: list[Hit] = []
    for row in range(table.head, table.height):
        number, share = table.number(row, score.column), table.number(row, rate)
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
