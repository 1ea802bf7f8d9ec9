"""Percentages whose whole does not stand in a fraction with the part: behind it in brackets, or before what is done of it.

`trồng 5.120 ha, đạt 102,4% kế hoạch (5.000 ha)`; `giao 2.150 tỷ đồng, đã giải ngân 688 tỷ đồng, đạt 32,0%`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reportlint.checks.figures.units import same_kind, same_unit
from reportlint.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.block import BlockFacts
    from reportlint.facts.numbers import Figure

_OF_PART = Pattern(r"[^.;:\d()]{0,80}[\s(](?:đạt|bằng|chiếm)(?: tỷ lệ| tỉ lệ)?\s")
_IN_BRACKETS = Pattern(r"\s[^.;:,()\d]{2,40}\((?:là )?")
_CLOSED = Pattern(r"[^()\d]{0,40}\)")
_DONE = Pattern(r"[^.]*[,;]\s(?:đã|ước)\s[^.;,]{0,60}")
"""What leads from a whole to the part that is done of it."""


class Base(NamedTuple):
    """A part, the whole that its percentage is taken of, and the percentage."""

    part: Figure
    whole: Figure
    percent: Figure
    told: bool
    """The whole is named behind the percentage; otherwise it only stands before the part."""


def percent_bases(block: BlockFacts) -> Iterator[Base]:
    """Yield percentages right behind a part, with their whole."""
    text, figures = block.text, block.figures
    for at, (part, percent) in enumerate(pairwise(figures)):
        if (
            percent.unit != "%"
            or percent.ranged
            or not part.unit
            or part.unit == "%"
            or part.ratio
            or part.ranged
        ):
            continue
        if not _OF_PART.fullmatch(text, part.end, percent.start):
            continue
        behind = figures[at + 2] if at + 2 < len(figures) else None
        if behind and _IN_BRACKETS.fullmatch(text, percent.unit_end, behind.start):
            if same_unit(part, behind) and _CLOSED.match(text, behind.end) and not behind.ratio:
                yield Base(part, behind, percent, told=True)
            continue
        before = figures[at - 1] if at else None
        if before and _larger(before, part) and _DONE.fullmatch(text, before.end, part.start):
            yield Base(part, before, percent, told=False)


def _larger(whole: Figure, part: Figure) -> bool:
    return same_kind(whole, part) and not whole.ratio and whole.amount > part.amount
