"""Dates that lack a member, a slash or a dash: `ngày 7/2025`, `13/112024`, `tháng 12/3/2025`, `giai đoạn 20252035`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.outline.head import PLACE_DATE
from reportlint.patterns import Pattern
from reportlint.rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.report import Report
    from reportlint.rule import Rule

_WORD = Pattern(r"\b(ngày|tháng)\s+\Z", re.IGNORECASE)
_MONTH = Pattern(r"0?[1-9]/\d{4}|1[0-2]/\d{4}")
_YEAR = Pattern(r"/(?:\d{3}|\d{5,6})(?![\d/])")
_DAY = Pattern(r"\bngày\s+(\d{1,2}/\d{1,2})\Z", re.IGNORECASE)
_YEARS = Pattern(
    r"(?:giai đoạn|nhiệm kỳ) (?:năm )?(?P<one>(?:19|20)\d\d)(?P<two>(?:19|20)\d\d)(?!\d)",
    needs=("giai đoạn", "nhiệm kỳ"),
)
_BLANK = Pattern(r"[\s.…_\-–/]*|\s*[xX]+\s*|\s*\[.*\]\s*|\s*\d{1,2}\s*")


def incomplete(block: BlockFacts, _rule: Rule) -> Iterable[Hit]:
    """Report dates that cannot be read as written."""
    text = block.text
    for date in block.dates:
        if date.form not in {"malformed", "numeric"}:
            continue
        word = _WORD.search(text, max(0, date.start - 8), date.start)
        month = word is not None and word[1].lower() == "tháng"
        if date.form == "malformed":
            if month and _MONTH.fullmatch(date.text):
                continue
            variant = "" if month or not _MONTH.fullmatch(date.text) else "day"
            yield Hit(date.start, date.end, {"found": date.text}, variant=variant, cause="date")
        elif month and word:
            found = text[word.start() : date.end]
            yield Hit(
                word.start(),
                date.end,
                {"found": found, "expected": f"ngày {date.text}"},
                variant="word",
                cause="date",
            )
    if "ngày" in text:
        for match in _YEAR.finditer(text):
            if day := _DAY.search(text, max(0, match.start() - 12), match.start()):
                yield Hit(
                    day.start(1), match.end(), {"found": text[day.start(1) : match.end()]}, cause="date"
                )
    for match in _YEARS.finditer(text):
        start, end = match.start("one"), match.end()
        expected = f"{match['one']}-{match['two']}"
        yield Hit(start, end, {"found": text[start:end], "expected": expected}, variant="years", cause="date")


def unreadable_day(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report a day of issue that is neither a number nor left open: what a scan makes of handwriting."""
    span = report.outline.parts.get("place_date")
    match = PLACE_DATE.match(report.outline.text("place_date")) if span else None
    if span and match and not _BLANK.fullmatch(match["day"]):
        day = match["day"].strip()
        start = span.start + match.start("day") + match["day"].index(day)
        yield Hit(start, start + len(day), {"found": day}, cause="date")
