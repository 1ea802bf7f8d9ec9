"""Ranges of days, months and years that run backwards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.patterns import Pattern, holds
from reportlint.rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.rule import Rule

_FROM = Pattern(r"\b(?:từ|kể từ)\s(?:ngày\s)?\Z", re.IGNORECASE)
_TO = Pattern(r"\s*(?:đến|tới|[-–])\s*(?:hết\s)?(?:ngày\s)?", re.IGNORECASE)
_YEARS = Pattern(r"(\d{4})\s?(?:[-–]|đến|tới)\s?(?:hết )?(?:năm )?(\d{4})(?![\d/])")
_PERIOD = Pattern(
    r"\b(?:giai đoạn|thời kỳ|nhiệm kỳ|năm học|niên khóa|từ năm)(?:\s[IVX]+)?\s*\(?(?:từ\s)?(?:năm\s)?\Z",
    re.IGNORECASE,
)
_NAMED = ("iai đoạn", "IAI ĐOẠN", "hời kỳ", "HỜI KỲ", "hiệm kỳ", "HIỆM KỲ", "ăm học", "iên khóa", "ừ năm")
_MONTHS = Pattern(
    r"\btừ\stháng\s(?P<range>(?P<m1>\d{1,2})(?:/|\snăm\s)(?P<y1>\d{4})\s*(?:đến|tới|[-–])\s*(?:hết\s)?(?:tháng\s)?"
    r"(?P<m2>\d{1,2})(?:/|\snăm\s)(?P<y2>\d{4}))(?![\d/])",
    re.IGNORECASE,
)


def reversed_range(block: BlockFacts, _rule: Rule) -> Iterable[Hit]:
    """Report ranges whose end lies before their beginning."""
    text = block.text
    for one, two in zip(block.dates, block.dates[1:], strict=False):
        if not (one.value and two.value and two.value < one.value):
            continue
        if _TO.fullmatch(text, one.end, two.start) and _FROM.search(text, max(0, one.start - 16), one.start):
            yield Hit(one.start, two.end, {"from": one.text, "to": two.text}, cause="date")
    named = holds(text, _NAMED)
    for match in _YEARS.finditer(text) if named else ():
        if match[2] < match[1] and _PERIOD.search(text, max(0, match.start() - 30), match.start()):
            yield Hit(match.start(), match.end(), {"from": match[1], "to": match[2]})
    if "ừ tháng" in text:
        for match in _MONTHS.finditer(text):
            if (int(match["y2"]), int(match["m2"])) < (int(match["y1"]), int(match["m1"])):
                args = {"from": f"{match['m1']}/{match['y1']}", "to": f"{match['m2']}/{match['y2']}"}
                yield Hit(match.start("range"), match.end("range"), args)
