"""The period a report is about, in its subject, its headings, its opening and its closing words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportlint.checks.dates.repeated_subject import other_period
from reportlint.patterns import Pattern
from reportlint.rule import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.report import Report
    from reportlint.rule import Rule

_PERIOD = Pattern(
    r"(?:(?P<months>\b(?:0?[2-9]|1[01]|hai|ba|sáu|chín))\s+tháng\b(?!\s+\d)(?:\s+(?P<half>đầu|cuối))?(?:\s+năm)?"
    r"|quý\s+(?P<quarter>IV|I{1,3}|[1-4])\b|(?<!ngày )(?<!\d )tháng\s+(?P<month>1[0-2]|0?[1-9])\b(?!/\d{1,2}/))"
    r"(?:[\s,/]*(?:năm\s+)?(?P<year>20\d\d)\b)?|\bnăm\s+(?P<whole>20\d\d)\b"
    r"|\bnăm\s+học\s+20\d\d\s*[-–]\s*(?P<school>20\d\d)\b",
    re.IGNORECASE,
)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_WORDS = {"hai": 2, "ba": 3, "sáu": 6, "chín": 9}
_OTHER = Pattern(
    r"(?:giai đoạn|đến|tầm nhìn|từ|hướng|nhiệm vụ|kế hoạch|giải pháp|dự toán|so với|cùng kỳ|luật|nghị|số|ngày|ban hành|"
    r"chương trình|đề án|mục tiêu|chiến lược|dự kiến|ước|và|theo|chỉ tiêu)[^,;.]{0,50}\Z",
    re.IGNORECASE,
)
_RESULTS = Pattern(r"(?:kết quả|tình hình|đánh giá|công tác|tổ chức thực hiện|kiểm điểm)\b", re.IGNORECASE)
_CLOSING = Pattern(r"[Tt]rên đây là (?:báo cáo|Báo cáo)[^,;.]*")
_OPENING = Pattern(
    r"báo cáo (?:kết quả|tình hình|công tác)(?P<what>[^,;.:]*),? (?:cụ thể )?như sau", re.IGNORECASE
)


SCHOOL_ENDS = 5
"""The month in which a school year ends."""


class Period(NamedTuple):
    """A period named: `kind` is months, quarter, month, year or school; `number` within the year; `year` 0 when not said."""

    kind: str
    number: int
    year: int
    start: int
    end: int

    def last_month(self, year: int) -> tuple[int, int]:
        """Return the year and month it ends with, `year` where it says none; the last months of a year end with it."""
        if self.kind == "school":
            return self.year, SCHOOL_ENDS
        months = {"quarter": 3 * self.number, "month": self.number, "months": max(self.number, 0)}
        return self.year or year, months.get(self.kind) or 12


def periods(text: str, shift: int = 0) -> Iterator[Period]:
    """Yield the periods that a text names, with offsets moved by `shift`."""
    for match in _PERIOD.finditer(text):
        start, end = match.start() + shift, match.end() + shift
        year = int(match["year"] or match["whole"] or match["school"] or 0)
        if match["months"]:
            count = _WORDS.get(match["months"].lower()) or int(match["months"])
            yield Period(
                "months", -count if (match["half"] or "").lower() == "cuối" else count, year, start, end
            )
        elif match["quarter"]:
            quarter = _ROMAN.get(match["quarter"].upper()) or int(match["quarter"])
            yield Period("quarter", quarter, year, start, end)
        elif match["month"]:
            yield Period("month", int(match["month"]), year, start, end)
        else:
            yield Period("school" if match["school"] else "year", 0, year, start, end)


def mismatch(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a period in a heading of results, the opening or the closing that the subject does not name."""
    yield from other_period(report)
    span = report.outline.parts.get("subject")
    subject = report.outline.text("subject")
    own = [
        p
        for p in periods(subject, span.start if span else 0)
        if not _other(subject, p, span.start if span else 0)
    ]
    if not own or span is None:
        return
    every = {(p.kind, p.number) for p in periods(subject)}
    years = {p.year for p in periods(subject) if p.year}
    years |= {p.year - 1 for p in periods(subject) if p.kind == "school"}
    for start, end in _places(report):
        text = report.document.text[start:end]
        for period in periods(text, start):
            if _other(text, period, start) or report.facts.quoted(period.start, period.end):
                continue
            kinds = {k for k, _ in every}
            wrong = (period.year and years and period.year not in years) or (
                period.kind != "year" and period.kind in kinds and (period.kind, period.number) not in every
            )
            if wrong:
                found, title = report.document.text[period.start : period.end], own[0]
                shown = report.document.text[title.start : title.end]
                args = {"found": found, "subject": shown}
                yield Hit(period.start, period.end, args, related=(Related(title.start, title.end, shown),))
            break


def _other(text: str, period: Period, shift: int) -> bool:
    """Tell whether the words before make it the period of something else (kế hoạch năm …)."""
    return _OTHER.search(text, max(0, period.start - shift - 60), period.start - shift) is not None


def _places(report: Report) -> Iterator[tuple[int, int]]:
    """Yield the stretches that speak of the report's own period."""
    for section in report.outline.sections:
        if section.level == 1 and section.heading:
            title = report.document.text[section.title_start : section.title_end]
            if _RESULTS.match(title):
                yield section.title_start, section.title_end
    for block in report.outline.body_blocks:
        text = report.document.block_text(block)
        if "rên đây" in text:
            for match in _CLOSING.finditer(text):
                yield block.start + match.start(), block.start + match.end()
        elif "như sau" in text:
            for match in _OPENING.finditer(text):
                yield block.start + match.start("what"), block.start + match.end("what")
