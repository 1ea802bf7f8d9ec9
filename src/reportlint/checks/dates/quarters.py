"""NT015: a quarter in Arabic figures where the report writes Roman ones: `quý 3/2025` among `quý III/2025`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.patterns import Pattern
from reportlint.rule import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report
    from reportlint.rule import Rule

_QUARTER = Pattern(
    r"(?<!\w)[Qq]uý (?P<number>(?P<arabic>[1-4])|IV|I{1,3})(?= ?/ ?\d{4}| năm | đầu |[.,;)\s]|\Z)(?!,\d)"
)
_ROMAN = ("I", "II", "III", "IV")


def arabic(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report quarters in Arabic figures where at least as many are in Roman ones."""
    roman = 0
    hits: list[Hit] = []
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        if "uý " not in facts.text:
            continue
        for match in _QUARTER.finditer(facts.text):
            if not match["arabic"]:
                roman += 1
            elif not facts.quoted(*match.span()):
                start, end = block.start + match.start("number"), block.start + match.end("number")
                expected = _ROMAN[int(match["arabic"]) - 1]
                args = {"found": match.group(), "expected": f"{match.group()[:-1]}{expected}"}
                hits.append(Hit(block.start + match.start(), end, args, (Edit(start, end, expected),)))
    if roman >= len(hits):
        yield from hits
