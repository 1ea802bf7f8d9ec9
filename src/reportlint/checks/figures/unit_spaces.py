"""SL018: a number that touches its unit where the report otherwise parts them: `80m` among `25,76 m`, `50 kg`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.patterns import Pattern
from reportlint.rule import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report
    from reportlint.rule import Rule

_MEASURE = Pattern(
    r"(?<![\w.,/+-])[0-9]+(?:[.,][0-9]+)*(?P<gap>[ \u00a0]?)(?P<unit>m|km|cm|mm|kg|ha|m[23²³]|kV|kVA|kW|kWh|MW|tấn|lít)(?![\w/])"
)
LEAST = 3
"""How many numbers must stand apart from their unit, twice as many as do not, before those are slips."""


def glued(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report numbers without the blank before the unit, where twice as many have it."""
    spaced, hits = 0, []
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        if not facts.figures:
            continue
        for match in _MEASURE.finditer(facts.text):
            if match["gap"]:
                spaced += 1
            elif not facts.quoted(*match.span()):
                start, at, end = match.start(), match.start("unit"), match.end()
                args = {"found": match.group(), "right": f"{facts.text[start:at]} {match['unit']}"}
                hits.append(Hit(start, end, args, (Edit(at, at, " "),)).shifted(block.start))
    if spaced >= max(LEAST, 2 * len(hits)):
        yield from hits
