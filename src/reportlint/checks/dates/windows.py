"""NT020: a stretch of days a year longer than the period reported: `từ ngày 15/12/2024 đến ngày 14/6/2026` for half a year."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from reportlint.checks.dates.tasks import reported_periods
from reportlint.patterns import Pattern
from reportlint.rule import Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.checks.dates.periods import Period
    from reportlint.report import Report
    from reportlint.rule import Rule

_TO = Pattern(r"\s*(?:đến|tới|[-–])\s*(?:hết )?(?:ngày )?")
_MONTHS = {"year": 12, "school": 10, "quarter": 3, "month": 1}
DAYS_A_MONTH = 30.4
LEEWAY = 45
"""How much the stretch may differ from the period once the year is set right (days)."""


def year_too_long(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report the first day of such a stretch: with the year after it, the stretch is as long as the period."""
    own = reported_periods(report)
    if not own:
        return
    longest = max(own, key=_months)
    text = report.document.text
    shown = Related(longest.start, longest.end, Said("kỳ báo cáo", "the period reported"))
    dates = [d for d in report.facts.dates if d.value and d.form == "numeric" and report.in_body(d.start)]
    for first, last in pairwise(dates):
        if not first.value or not last.value or not _TO.fullmatch(text, first.end, last.start):
            continue
        days = (last.value - first.value).days
        if abs(days - 365 - _months(longest) * DAYS_A_MONTH) > LEEWAY:
            continue
        args = {
            "found": text[first.start : last.end],
            "own": text[longest.start : longest.end],
            "months": round(days / DAYS_A_MONTH),
        }
        yield Hit(first.start, first.end, args, (), (shown,))


def _months(period: Period) -> int:
    return abs(period.number) if period.kind == "months" else _MONTHS[period.kind]
