"""How a single date is written: is there such a day, is it padded as the decree pads its own."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from reportlint.checks.dates.months import unlike
from reportlint.facts.dates import proper
from reportlint.rule import Edit, Hit, Related, only_where
from reportlint.said import Said

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from reportlint.facts.block import BlockFacts
    from reportlint.facts.dates import DateMention
    from reportlint.report import Report
    from reportlint.rule import Rule

SMALL_MONTHS = range(3, 10)
"""Months that the decree writes without a zero (nd30, PL I, II.4.b)."""
MIN_KEPT = 2
"""Dates written as the decree does that make it the report's own way, where they are the fewer …"""
MAX_ODDS = 3
"""… unless those written otherwise are more than so many times as frequent."""

_HOUR = re.compile(r"(?:giờ|\dh)\d{0,2}[^.;\n]*\Z")
"""The hour of a meeting, which is announced in a form of its own: `19h30 ngày 24 tháng 01 năm 2026`."""


@only_where(fact="dates")
def impossible(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """There is no such day."""
    for date in block.dates:
        if date.form in {"numeric", "words"} and date.value is None and 1900 < date.year < 2100:
            yield Hit(date.start, date.end, {"found": date.text}, cause="date")


def padding(report: Report, rule: Rule) -> Iterable[Hit]:
    """Days below 10 and months 1, 2 carry a zero, always; months 3 to 9 none where the report itself keeps that way."""
    yield from unlike(report)
    dates = [d for d in report.facts.dates if d.form == "numeric" and d.value and " " not in d.text]
    right_values = {d.value for d in dates if not _misses(d)}
    habits = _habits(dates)
    for date in dates:
        broken = [kind for kind, kept in _zeros(date) if not kept]
        if not broken or date.value is None or report.facts.quoted(date.start, date.end):
            continue
        if date.value in right_values or any(kind in habits for kind in broken):
            expected = proper(date.value)
            edits = (Edit(date.start, date.end, expected),)
            yield Hit(date.start, date.end, {"found": date.text, "expected": expected}, edits, cause="date")
        elif expected := _with_zeros(date, broken):
            edits = (Edit(date.start, date.end, expected),)
            args = {"found": date.text, "expected": expected}
            yield Hit(date.start, date.end, args, edits, certainty="heuristic", variant="zero", cause="date")


def _with_zeros(date: DateMention, broken: list[str]) -> str:
    """Return a date with the zeros that it lacks, empty when it lacks none; a zero too many before the month stays."""
    day, month = (
        text.zfill(2) if kind in broken else text
        for kind, text in (("day", date.day_text), ("early month", date.month_text))
    )
    expected = date.text.replace(f"{date.day_text}/{date.month_text}/", f"{day}/{month}/", 1)
    return expected if expected != date.text else ""


def _zeros(date: DateMention) -> Iterator[tuple[str, bool]]:
    """Yield each place of a date that may carry a zero, and whether it is written as the decree writes it."""
    if date.day < 10:
        yield "day", date.day_text.startswith("0")
    if date.month < SMALL_MONTHS.start:
        yield "early month", date.month_text.startswith("0")
    elif date.month in SMALL_MONTHS:
        yield "later month", not date.month_text.startswith("0")


def _habits(dates: list[DateMention]) -> frozenset[str]:
    """Return the places that the report mostly, or at least often, writes as the decree does."""
    kept: Counter[str] = Counter()
    broken: Counter[str] = Counter()
    for date in dates:
        for kind, right in _zeros(date):
            (kept if right else broken)[kind] += 1
    return frozenset(
        k
        for k in kept
        if kept[k] >= max(broken[k], 1) or (kept[k] >= MIN_KEPT and kept[k] * MAX_ODDS >= broken[k])
    )


def _misses(date: DateMention) -> bool:
    return any(not kept for _, kept in _zeros(date))


def mixed(report: Report, rule: Rule) -> Iterable[Hit]:
    """One day is written in one form throughout the body: numeric or in words; the form rarer in the report is marked (habit)."""
    forms: dict[dt.date, dict[str, list[DateMention]]] = {}
    for date in report.facts.dates:
        if (
            date.value
            and date.form in {"numeric", "words"}
            and report.in_body(date.start)
            and not _HOUR.search(
                report.document.text, max(0, date.start - len("19 giờ 30 phút, ngày ")), date.start
            )
        ):
            forms.setdefault(date.value, {}).setdefault(date.form, []).append(date)
    totals = Counter(form for both in forms.values() for form, dates in both.items() for _ in dates)
    for both in forms.values():
        if len(both) < 2:
            continue
        rare, usual = sorted(both, key=lambda form: totals[form])
        model = both[usual][0]
        for date in both[rare]:
            args = {"found": date.text, "other": model.text, "where": report.where(model.start)}
            yield Hit(
                date.start,
                date.end,
                args,
                (),
                (Related(model.start, model.end, Said("cách ghi kia", "the other form")),),
            )
