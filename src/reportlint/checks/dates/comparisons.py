"""Periods that do not go with the one reported: NT018 compares it with itself, NT019 speaks of a week in the report for a month."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.checks.dates.periods import periods
from reportlint.checks.dates.tasks import is_ahead, reported_periods
from reportlint.patterns import Pattern
from reportlint.rule import Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report
    from reportlint.rule import Rule

_AGAINST = Pattern(r"[Ss]o (?:sánh )?với (?=tháng |quý |\d{1,2} tháng )", needs=("o với ", "o sánh với "))
_OF_BEFORE = Pattern(r"[ ,(]*(?:của )?(?:cùng kỳ|(?:năm )?(?:trước|ngoái)|năm \d|/)", re.IGNORECASE)
_SHORT = frozenset({"month", "quarter", "months"})
"""Kinds of period that a report of results compares; a year reported is what the goals for the next are held against."""
_WEEK = Pattern(
    r"[Tt]rong tuần(?= ghi nhận\b| qua\b)|(?:phát hiện|ghi nhận|[Tt]hực hiện) (?P<late>trong tuần)(?=\s*(?:[.,;:]|\Z))"
    r"|[Ss]o (?:sánh )?với tuần (?:trước|qua)\b",
    needs=("tuần",),
)


def with_itself(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report `giảm so với tháng 6` among the results for June: the month before, or the year before, is meant."""
    own = [p for p in reported_periods(report) if p.kind in _SHORT]
    if not own:
        return
    text = report.document.text
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        for match in _AGAINST.finditer(facts.text) if report.in_body(block.start) else ():
            named = next(periods(facts.text[match.end() : match.end() + 40]), None)
            if named is None or named.start or named.year:
                continue
            start, end = match.end(), match.end() + named.end
            same = next((p for p in own if (p.kind, p.number) == (named.kind, named.number)), None)
            if same is None or _OF_BEFORE.match(facts.text, end) or _planned(report, block.start):
                continue
            args = {"found": facts.text[start:end], "own": text[same.start : same.end]}
            related = Related(same.start, same.end, Said("kỳ báo cáo", "the period reported"))
            yield Hit(block.start + match.start(), block.start + end, args, (), (related,))


def _planned(report: Report, offset: int) -> bool:
    """Tell whether a place is among the tasks ahead, which are held against the period reported."""
    section = report.outline.section_at(offset)
    top = section.path.split("/")[0] if section else ""
    return any(s.path == top and is_ahead(report, s) for s in report.outline.sections)


def weekly(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report words of a weekly report in one for a month or longer, once a paragraph."""
    own = reported_periods(report)
    if (
        not own
        or re.search(r"\btuần\b", report.outline.text("subject"))
        or "tuần" not in report.document.text
    ):
        return
    shown = report.document.text[own[0].start : own[0].end]
    for block in report.outline.body_blocks:
        if block.kind == "table-cell":
            continue
        if match := _WEEK.search(report.document.block_text(block)):
            start, end = match.span("late") if match["late"] else match.span()
            yield Hit(
                block.start + start, block.start + end, {"found": match.string[start:end], "own": shown}
            )
