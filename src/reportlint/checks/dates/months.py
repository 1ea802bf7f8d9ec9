"""Months with and without a zero in one report: `tháng 03/2024` beside `tháng 3/2024`; days are `forms`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportlint.patterns import Pattern
from reportlint.rule import Edit, Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.report import Report

_MONTH = Pattern(
    r"(?<!\w)[Tt]háng (?P<number>0?[1-9])(?=/\d{4}|\snăm\s\d{4}|\sso với\s|\svà\s|[,.;)](?:\s|\Z)|\Z)"
)
_EVERY = Pattern(r"(?:[Mm]ỗi|[Hh]àng|[Hh]ằng|ngày\s+\d{1,2})\s+\Z")
"""What makes the number no month's (`mỗi tháng 03 …`), or the month part of a full date."""
PADDED = frozenset("12")
"""Months that take a zero (nd30, PL I, II.4.b)."""


class Month(NamedTuple):
    """A month as written; offsets are the document's, those of `tháng 03`."""

    start: int
    end: int
    text: str


def unlike(report: Report) -> Iterator[Hit]:
    """Yield months written against the decree where the report writes the same month as the decree does."""
    right: dict[str, Month] = {}
    wrong: list[Month] = []
    for month in _months(report):
        digit = month.text[-1]
        if (month.text[-2] == "0") == (digit in PADDED):
            right.setdefault(digit, month)
        else:
            wrong.append(month)
    for month in wrong:
        if model := right.get(month.text[-1]):
            number = model.text.split()[1]
            old = month.text.split()[1]
            start = month.end - len(old)
            args = {
                "found": month.text,
                "expected": month.text.removesuffix(old) + number,
                "where": report.where(model.start),
            }
            related = Related(model.start, model.end, Said("cách ghi kia", "the other form"))
            edit = Edit(start, month.end, number)
            yield Hit(
                month.start, month.end, args, (edit,), (related,), "month", severity="info", cause="date"
            )


def _months(report: Report) -> Iterator[Month]:
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        if "háng " not in facts.text:
            continue
        for match in _MONTH.finditer(facts.text):
            before = _EVERY.search(facts.text, max(0, match.start() - 12), match.start())
            if before is None and not facts.quoted(*match.span()):
                yield Month(block.start + match.start(), block.start + match.end(), match.group())
