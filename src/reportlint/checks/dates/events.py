"""Days against the report's own day and against their weekday."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from reportlint.knowledge.calendar import is_weekend, last_day, weekday
from reportlint.patterns import Pattern
from reportlint.rule import Hit, only_where

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.report import Report
    from reportlint.rule import Rule

_SENTENCE = Pattern(r"[.;](?=\s)")
_DONE = Pattern(r"\bđã\b")
_OPENS = Pattern(r"[\s+*-]*(?:(?:Vào|Sáng|Chiều|Trong) )?(?:[Nn]gày )?")
_DONE_NEXT = Pattern(r",?\s(?:[^.;\W]|[ ,]){0,60}\bđã\b")
_PLANNED = Pattern(
    r"\b(?:sẽ|dự kiến|kế hoạch|phấn đấu|trước|đến hết|chậm nhất|hiệu lực|kể từ|từ|đến|thời hạn|hết hạn|áp dụng|"
    r"thi hành|hoàn thành trong|gia hạn|chưa|tiếp tục|hạn)\b",
    re.IGNORECASE,
)
_NAMES = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4, "bảy": 5, "bẩy": 5, "7": 5,
}  # fmt: skip
_WEEKDAY = r"(?P<day>thứ\s+(?P<name>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s*nhật)"
_BEFORE = Pattern(rf"(?<![\w-]){_WEEKDAY}\s*[,(]?\s*(?:ngày\s*)?\Z", re.IGNORECASE)
_BEHIND = Pattern(rf"\s*\(\s*{_WEEKDAY}\s*\)", re.IGNORECASE)
ORDINAL = Pattern(
    r"(?:lần|kỳ|họp|phiên|khóa|khoá|hội nghị|đợt|quý|người|nhóm|hạng|tuần|quyển|bậc|loại)\s*\Z", re.IGNORECASE
)
"""What stands before an ordinal: `kỳ họp thứ ba` is no Tuesday."""
_LISTED = Pattern(r"(?:.*[.;:])?[\s+*-]*", re.DOTALL)
REACH = 60
"""How far before a day the words that say it is to come may stand (code points)."""


def after_report(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report things done on a day after the report's own; documents cited are another rule's."""
    last = _last_day(report)
    if last is None:
        return
    taken = [(c.start, c.end) for c in report.facts.citations]
    for date in report.facts.dates:
        if date.value is None or date.value <= last or any(s <= date.start < e for s, e in taken):
            continue
        block = report.document.block_at(date.start)
        text = report.document.block_text(block)
        at = date.start - block.start
        low = max((m.end() for m in _SENTENCE.finditer(text, 0, at)), default=0)
        done = _DONE.search(text, low, at) or (
            _OPENS.fullmatch(text, low, at) and _DONE_NEXT.match(text, date.end - block.start)
        )
        if (
            done
            and not _PLANNED.search(text, max(low, at - REACH), at)
            and not report.facts.quoted(date.start, date.end)
        ):
            day = f"{last.day:02d}/{last.month}/{last.year}"
            yield Hit(date.start, date.end, {"found": date.text, "day": day}, cause="date")


def _last_day(report: Report) -> dt.date | None:
    """Return the day of issue, or the last day of its month while the day is open."""
    identity = report.identity
    if identity.date or identity.month is None:
        return identity.date
    year, month = identity.month
    return last_day(year, month)


@only_where("thứ ", "Thứ ", "THỨ ", "nhật", "Nhật", "NHẬT", fact="dates")
def wrong_weekday(block: BlockFacts, _rule: Rule) -> Iterable[Hit]:
    """Report weekdays that the day beside them is not."""
    for date in block.dates:
        if date.value is None:
            continue
        match = _BEHIND.match(block.text, date.end) or _BEFORE.search(
            block.text, max(0, date.start - 24), date.start
        )
        if match is None or ORDINAL.search(block.text, max(0, match.start() - 12), match.start()):
            continue
        if match["name"] and match["name"].islower() and _LISTED.fullmatch(block.text, 0, match.start()):
            continue  # “Thứ hai, ngày … Sở họp”: the second point of several
        named = _NAMES[match["name"].lower()] if match["name"] else 6
        if named != date.value.weekday():
            args = {"found": match["day"], "date": date.text, "expected": weekday(date.value)}
            start, end = min(date.start, match.start("day")), max(date.end, match.end("day"))
            yield Hit(start, end, args)  # either of the two may be the wrong one


def weekend(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report documents dated on a Saturday or Sunday."""
    for citation in report.facts.citations:
        date = citation.date
        if date and date.value and is_weekend(date.value):
            yield Hit(
                date.start,
                date.end,
                {"found": date.text.removeprefix("ngày "), "weekday": weekday(date.value)},
            )
