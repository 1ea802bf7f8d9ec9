"""SL018: a number that touches its unit where others stand apart: `80m` among `25,76 m`; `60.000 đ` among `65.000đ`."""

from __future__ import annotations

from itertools import chain
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
    """Report numbers whose distance to the unit is not the report's own; those without a blank once for each paragraph."""
    glued, spaced = _odd(report, _MEASURE, "")
    few = sum(map(len, glued))
    if spaced >= max(LEAST, 2 * few) or (spaced >= MANY and 5 * spaced >= 3 * few):
        yield from map(_in_one, glued)
    apart, touching = _odd(report, _DONG, "apart")
    if touching >= max(LEAST, TOUCHING * sum(map(len, apart))):
        yield from chain.from_iterable(apart)


def _odd(report: Report, pattern: Pattern, variant: str) -> tuple[list[list[Hit]], int]:
    """Return the numbers with a unit written one way, by paragraph, and how many are written the other way.

    The way of the hits is without a blank, or with one for the variant `apart`.
    """
    blank = "" if variant else " "
    paragraphs: list[list[Hit]] = []
    others = 0
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        if not facts.figures:
            continue
        hits: list[Hit] = []
        for match in pattern.finditer(facts.text):
            if bool(match["gap"]) != bool(variant):
                others += 1
            elif not facts.quoted(*match.span()):
                low, high = match.start("gap"), match.start("unit")
                right = f"{facts.text[match.start() : low]}{blank}{match['unit']}"
                args = {"found": match.group(), "right": right}
                hit = Hit(*match.span(), args, (Edit(low, high, blank),), variant=variant)
                hits.append(hit.shifted(block.start))
        if hits:
            paragraphs.append(hits)
    return paragraphs, others


def _in_one(hits: list[Hit]) -> Hit:
    """Return the first hit of a paragraph with the edits of all; the others are its related places."""
    first = hits[0]
    related = tuple(Related(h.start, h.end, str(h.args["found"])) for h in hits[1:])
    return Hit(first.start, first.end, first.args, tuple(e for h in hits for e in h.edits), related)
