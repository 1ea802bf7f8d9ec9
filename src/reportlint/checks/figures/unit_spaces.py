"""SL018: a number that touches its unit where others stand apart: `80m` among `25,76 m`; `60.000 đ` among `65.000đ`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.patterns import Pattern
from reportlint.rule import Edit, Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report
    from reportlint.rule import Rule

_NUMBER = r"(?<![\w.,/+-])[0-9]+(?:[.,][0-9]+)*"
_MEASURE = Pattern(
    _NUMBER + r"(?P<gap>[ \u00a0]?)(?P<unit>m|km|cm|mm|kg|ha|m[23²³]|kV|kVA|kW|kWh|MW|tấn|lít)(?![\w/])"
)
_DONG = Pattern(r"(?<![\w.,/+])[0-9]+(?:[.,][0-9]+)*(?P<gap>[ \u00a0]?)(?P<unit>đ)(?![\w.])")
LEAST = 3
"""How many numbers must stand apart from their unit, and twice as many as do not, before those are slips …"""
MANY = 8
"""… or so many, and three to five that touch theirs: a blank is what the symbols of units take."""
TOUCHING = 4
"""How many times as many must touch `đ`, which is written both ways, before those that do not are slips."""


def spacing(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report numbers whose distance to the unit is not the report's own, once for each paragraph."""
    glued, spaced = _odd(report, _MEASURE, "")
    few = sum(1 + len(h.related) for h in glued)
    if spaced >= max(LEAST, 2 * few) or (spaced >= MANY and 5 * spaced >= 3 * few):
        yield from glued
    apart, touching = _odd(report, _DONG, "apart")
    if touching >= max(LEAST, TOUCHING * sum(1 + len(h.related) for h in apart)):
        yield from apart


def _odd(report: Report, pattern: Pattern, variant: str) -> tuple[list[Hit], int]:
    """Return numbers with their unit written one way, a hit for each paragraph, and how many are written the other way.

    The way of the hits is without a blank, or with one for the variant `apart`.
    """
    hits: list[Hit] = []
    others = 0
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        if not facts.figures:
            continue
        found: list[Related] = []
        edits: list[Edit] = []
        args: dict[str, object] = {}
        for match in pattern.finditer(facts.text):
            if bool(match["gap"]) != bool(variant):
                others += 1
            elif not facts.quoted(*match.span()):
                low, high = block.start + match.start("gap"), block.start + match.start("unit")
                blank = "" if variant else " "
                number = facts.text[match.start() : match.start("gap")]
                args = args or {"found": match.group(), "right": f"{number}{blank}{match['unit']}"}
                edits.append(Edit(low, high, blank))
                found.append(Related(block.start + match.start(), block.start + match.end(), match.group()))
        if found:
            hits.append(
                Hit(found[0].start, found[0].end, args, tuple(edits), tuple(found[1:]), variant=variant)
            )
    return hits, others
