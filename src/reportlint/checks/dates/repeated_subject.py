"""A closing that repeats the words of the subject with another period behind them: `giai đoạn 2018 - 2021` for `2019 - 2021`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.patterns import Pattern
from reportlint.rule import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.report import Report

_PERIOD = Pattern(
    r"(?:quý|tháng|giai đoạn|nhiệm kỳ|năm học)\s+(?P<value>[IVX]+\b|\d{1,2}\b(?!/)|20\d\d\s*[-–]\s*20\d\d)",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s*[-–]\s*")
LEAD_WORDS = 3
"""How many words before the period must be those of the subject."""


def other_period(report: Report) -> Iterator[Hit]:
    """Yield the periods of the closing that stand behind the same words as another one in the subject."""
    subject, closing = report.outline.parts.get("subject"), report.outline.parts.get("closing")
    if subject is None or closing is None:
        return
    text = report.document.text
    own = {_lead(text, subject.start, m): m for m in _PERIOD.finditer(text, subject.start, subject.end)}
    named = {_plain(m) for m in own.values()}
    for match in _PERIOD.finditer(text, closing.start, closing.end):
        model = own.get(_lead(text, closing.start, match))
        if model and _plain(match) not in named:
            related = Related(*model.span(), model.group())
            yield Hit(*match.span(), {"found": match.group(), "subject": model.group()}, (), (related,))


def _lead(text: str, low: int, match: re.Match[str]) -> tuple[str, ...]:
    """Return the words before a period and the word that names its kind."""
    words = text[max(low, match.start() - 60) : match.start("value")].lower().split()
    return tuple(words[-LEAD_WORDS - 1 :])


def _plain(match: re.Match[str]) -> str:
    return _DASH.sub("-", match["value"]).lower().lstrip("0")
