"""SL020: sums of money from … to … whose lower end has lost its thousands: `500 - 1.500.000 đồng`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from reportlint.facts.numbers import render
from reportlint.patterns import Pattern
from reportlint.rule import Hit, only_where

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.facts.numbers import Figure
    from reportlint.rule import Rule

_DASH = Pattern(r"\s?[-–]\s?|\sđến\s")
_MONEY = frozenset(("đồng", "đ", "vnđ", "vnd"))
THOUSAND = 1000
"""No price is a thousand times another of the same thing."""


@only_where("đồng", "đ/", "đ", "VNĐ", fact="figures")
def lost_thousands(block: BlockFacts, _rule: Rule) -> Iterable[Hit]:
    """Report a lower end without thousands before an upper end that has them."""
    for low, high in pairwise(block.figures):
        if not _DASH.fullmatch(block.text, low.end, high.start) or high.unit not in _MONEY or high.scale:
            continue
        if low.style != "plain" or high.style != "dotted" or not 0 < low.value * THOUSAND <= high.value:
            continue
        yield Hit(
            low.start,
            high.unit_end,
            {"found": block.text[low.start : high.unit_end], "expected": _fitting(low, high)},
        )


def _fitting(low: Figure, high: Figure) -> str:
    """Return the lower end with as many thousands as leave it below the upper one."""
    value = low.value
    while value * THOUSAND < high.value:
        value *= THOUSAND
    return render(value)
