"""How a single date is written: is there such a day, is it padded as the decree pads its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.facts.dates import proper
from reportlint.rule import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.facts.dates import DateMention
    from reportlint.report import Report
    from reportlint.rule import Rule

SMALL_MONTHS = range(3, 10)
"""Months that the decree writes without a zero (nd30, PL I, II.4.b)."""


def impossible(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """There is no such day."""
    for date in block.dates:
        if date.form in {"numeric", "words"} and date.value is None and 1900 < date.year < 2100:
            yield Hit(date.start, date.end, {"found": date.text}, cause="date")


def padding(report: Report, rule: Rule) -> Iterable[Hit]:
    """Days below 10 and months 1, 2 carry a zero, months 3 to 9 none: dates that break the report's own habit of this are marked."""
    dates = [d for d in report.facts.dates if d.form == "numeric" and d.value and " " not in d.text]
    wrong = [d for d in dates if _misses(d)]
    right = [d for d in dates if not _misses(d) and (d.month in SMALL_MONTHS or d.day < 10 or d.month < 3)]
    if len(right) < rule.params.get("times", 3) * len(wrong):
        wrong = _in_two_ways(wrong, dates)
    for date in wrong:
        if date.value and not report.facts.quoted(date.start, date.end):
            expected = proper(date.value)
            yield Hit(
                date.start,
                date.end,
                {"found": date.text, "expected": expected},
                (Edit(date.start, date.end, expected),),
                cause="date",
            )


def _misses(date: DateMention) -> bool:
    value = date.value
    if value is None:
        return False
    day, month, _ = proper(value).split("/")
    return date.day_text != day or date.month_text != month


def _in_two_ways(wrong: list[DateMention], dates: list[DateMention]) -> list[DateMention]:
    """Keep those that stand in the report with the right padding too."""
    right = {d.value for d in dates if not _misses(d)}
    return [d for d in wrong if d.value in right]
