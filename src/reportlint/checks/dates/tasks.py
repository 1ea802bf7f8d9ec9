"""NT017: a heading of tasks ahead with a period that is over when the one reported is: `NHIỆM VỤ NĂM 2023` in the report for 2023."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.checks.dates.periods import periods
from reportlint.patterns import Pattern
from reportlint.rule import Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.checks.dates.periods import Period
    from reportlint.outline.sections import Section
    from reportlint.report import Report
    from reportlint.rule import Rule

_AHEAD = Pattern(r"(?:phương hướng|nhiệm vụ|kế hoạch (?:công tác|hoạt động))\b", re.IGNORECASE)
_DONE = Pattern(r"kết quả|tình hình|được giao|\bđã\b|học kỳ|học kì", re.IGNORECASE)
"""What makes it a heading of what was to be done, or of half a school year."""
_TASKS = Pattern(
    r"(?:[,;]|\bvà)\s+(?:dự kiến |một số )?(?:phương hướng|nhiệm vụ|kế hoạch|giải pháp)\b", re.IGNORECASE
)
_NOT_OWN = Pattern(
    r"(?:đến|tầm nhìn|từ|so với|cùng kỳ|dự toán|kế hoạch|nghị quyết|chỉ thị|ngày|học kỳ\s+\w+)\s+\Z",
    re.IGNORECASE,
)


def of_past(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report headings of tasks, behind those of results, all periods of which are over with the period reported."""
    reported = reported_periods(report)
    if not reported:
        return
    year = max(p.year for p in reported) or report.identity.year or 0
    last = max(reported, key=lambda p: p.last_month(year))
    text = report.document.text
    for section in [s for s in report.outline.sections if s.level == 1 and s.heading][1:]:
        if not is_ahead(report, section):
            continue
        title = text[section.title_start : section.title_end]
        ahead = list(periods(title, section.title_start))
        end = max((p.last_month(year) for p in ahead), default=None)
        if end is None or end > last.last_month(year) or not _over(report, end):
            continue
        found, own = text[ahead[-1].start : ahead[-1].end], text[last.start : last.end]
        related = Related(last.start, last.end, Said("kỳ báo cáo", "the period reported"))
        yield Hit(ahead[-1].start, ahead[-1].end, {"found": found, "own": own}, (), (related,))


def _over(report: Report, end: tuple[int, int]) -> bool:
    """Tell whether a period is over, or all but over, when the report is issued; in July the rest of the year is ahead."""
    if report.identity.month is None:
        return True
    year, month = report.identity.month
    return 12 * end[0] + end[1] <= 12 * year + month + 1


def is_ahead(report: Report, section: Section) -> bool:
    """Tell whether a section is headed as that of the tasks ahead."""
    title = report.document.text[section.title_start : section.title_end]
    return section.heading and _AHEAD.match(title) is not None and not _DONE.search(title)


def reported_periods(report: Report) -> list[Period]:
    """Return the periods of which the subject says that they are reported, not planned."""
    span = report.outline.parts.get("subject")
    if span is None or report.identity.kind != "BC":
        return []
    subject = report.outline.text("subject")
    tasks = _TASKS.search(subject)
    own = subject[: tasks.start()] if tasks else subject
    return [p for p in periods(own, span.start) if not _NOT_OWN.search(own, 0, p.start - span.start)]
