"""SL023: figures of the text that are the total of a table with two digits swapped: `tiêu hủy 6.412 con` beside 6.421.

Only totals that their column adds up to are taken, and only figures whose neighbours are words of the column's heading.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reportlint.checks.figures.swapped_digits import swaps
from reportlint.checks.figures.table_totals import confirmed_totals
from reportlint.facts.tables import tables
from reportlint.patterns import Pattern
from reportlint.rule import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from reportlint.facts.block import BlockFacts
    from reportlint.facts.numbers import Figure
    from reportlint.facts.tables import Number, Table
    from reportlint.report import Report
    from reportlint.rule import Rule

MIN_VALUE = 1000
"""Smaller numbers meet by chance."""
NEIGHBOURHOOD = 40
"""How far from a figure the words of a heading are looked for (code points)."""
_WORD = Pattern(r"[^\W\d_]+")


class _Total(NamedTuple):
    number: Number
    heading: str
    pairs: frozenset[tuple[str, str]]
    cells: frozenset[Decimal]


def mentions(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report figures that a swap of two digits makes the total of a table, where they stand for it by their words."""
    totals: dict[Decimal, _Total] = {}
    for table in tables(report.document):
        totals |= {total.number.value: total for total in _totals(table)}
    if not totals:
        return
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        if block.cell is None:
            for figure in facts.figures:
                if total := _meant(facts, figure, totals):
                    start, end = block.start + figure.start, block.start + figure.end
                    args = {"found": figure.text, "total": total.number.text, "column": total.heading}
                    place = Related(total.number.start, total.number.end, total.number.text)
                    yield Hit(start, end, args, related=(place,))


def _totals(table: Table) -> Iterator[_Total]:
    cells = frozenset(c.number.value for c in table.cells.values() if c.number)
    for column, number in confirmed_totals(table):
        if number.value >= MIN_VALUE:
            heading = " ".join(table.above(column, table.head).split())
            yield _Total(number, heading, _pairs(heading), cells)


def _meant(facts: BlockFacts, figure: Figure, totals: dict[Decimal, _Total]) -> _Total | None:
    """Return the total that a figure of the text swaps two digits of."""
    if figure.value < MIN_VALUE or figure.ratio or not figure.unit:
        return None
    for _, value in swaps(figure.text):
        total = totals.get(value)
        if total and figure.value not in total.cells:
            around = facts.text[max(0, figure.start - NEIGHBOURHOOD) : figure.end + NEIGHBOURHOOD]
            if total.pairs & _pairs(around):
                return total
    return None


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    """Return the pairs of neighbouring syllables of a text, scales and units of money aside."""
    words = [m.group().lower() for m in _WORD.finditer(text)]
    return frozenset(pair for pair in pairwise(words) if "đồng" not in pair)
