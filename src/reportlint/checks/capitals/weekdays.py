"""VH010: the name of a weekday in words, `thứ Hai` (nd30, PL II, V.8)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.checks.dates.events import ORDINAL
from reportlint.patterns import Pattern
from reportlint.rule import Edit, Hit, only_where

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.rule import Rule

_WEEKDAY = Pattern(r"(?<!\w)thứ (?:hai|ba|tư|năm|sáu|bảy)(?!\w)", re.IGNORECASE)
_DATE_BEFORE = Pattern(r"\d{4} ?(?:\(|, )\Z")
_DATE_BEHIND = Pattern(r",? (?:ngày )?\d{1,2}/\d{1,2}|,? ngày \d{1,2} tháng| h[ằà]ng tuần")
_HOUR_BEFORE = Pattern(r"(?:sáng|chiều|tối|trưa) \Z")
_BEGINS = Pattern(r"(?:.*[.:;]\s+)?[\s+*-]*", re.DOTALL)


@only_where("hứ ", "HỨ ")
def weekdays(block: BlockFacts, _rule: Rule) -> Iterable[Hit]:
    """Report `thứ hai` for `thứ Hai` and, inside a sentence, `Thứ Hai`; only where a date or an hour says that a day is meant."""
    text = block.text
    for match in _WEEKDAY.finditer(text):
        start, end = match.span()
        found = match.group()
        if found.isupper() or block.quoted(start, end) or ORDINAL.search(text, max(0, start - 12), start):
            continue
        day = (
            _DATE_BEFORE.search(text, max(0, start - 8), start)
            or _DATE_BEHIND.match(text, end)
            or _HOUR_BEFORE.search(text, max(0, start - 6), start)
        )
        kind, name = found.split(" ")
        begins = _BEGINS.fullmatch(text, 0, start) is not None
        listed = begins and name.islower()  # “Thứ hai, …”: the second point of several
        right = f"{kind if begins else kind.lower()} {name.capitalize()}"
        if day and not listed and right != found:
            yield Hit(start, end, {"found": found, "right": right}, (Edit(start, end, right),))
