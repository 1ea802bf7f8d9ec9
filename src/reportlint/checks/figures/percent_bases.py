"""Percentages whose whole does not stand in a fraction with the part: behind it in brackets, or earlier in the sentence.

`trồng 5.120 ha, đạt 102,4% kế hoạch (5.000 ha)`; `tiếp nhận 132 ý kiến, đã trả lời 126 ý kiến (95,5%)`.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reportlint.checks.figures.swapped_digits import swaps
from reportlint.checks.figures.units import same_unit, sentence_start
from reportlint.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.block import BlockFacts
    from reportlint.facts.numbers import Figure

_OF_PART = Pattern(r"[^.;:\d()]{0,80}[\s(](?:đạt|bằng|chiếm)(?: tỷ lệ| tỉ lệ)?\s")
_BRACKETED = Pattern(r"[^.;:,\d()]{1,90}\(")
_IN_BRACKETS = Pattern(r"\s[^.;:,()\d]{2,40}\((?:là )?")
_CLOSED = Pattern(r"[^()\d]{0,40}\)")
_MOVED = Pattern(r"(?:tăng|giảm|vượt|còn|hơn|thêm|thấp|cao)\s(?:\w+\s)?\Z")
_OF_PLAN = Pattern(r"\s(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|định mức|nhu cầu|công suất)")
_PLAN = Pattern(r"giao|kế hoạch|dự toán|chỉ tiêu|mục tiêu|nhu cầu|vốn")
"""A share of a plan is taken of what is told to be one: `năm 2023 thu 95 tỷ đồng, năm 2024 thu 92 tỷ đồng, đạt 94% dự toán`."""
NEIGHBOURS = 40
"""How many figures before and behind may explain a percentage."""
NEAR = Decimal(10)
"""Points by which a share may miss the one told and still be meant …"""
ALIKE = (Decimal(2) / 3, Decimal(3) / 2)
"""… if it is not a quite different one: 5% is not 12%."""


class Base(NamedTuple):
    """A part, the whole that its percentage is taken of, and the percentage."""

    part: Figure
    whole: Figure
    percent: Figure
    told: bool
    """The whole is named behind the percentage; otherwise it only stands before the part."""
    around: tuple[Figure, ...]
    """The figures of the same unit around the part."""


def percent_bases(block: BlockFacts) -> Iterator[Base]:
    """Yield percentages right behind a part, with their whole."""
    text, figures = block.text, block.figures
    for at, (part, percent) in enumerate(pairwise(figures)):
        if percent.unit != "%" or percent.ranged or not _is_part(text, part):
            continue
        closed = text.startswith(")", percent.unit_end)
        bracketed = closed and _BRACKETED.fullmatch(text, part.end, percent.start) is not None
        if not bracketed and not _OF_PART.fullmatch(text, part.end, percent.start):
            continue
        behind = figures[at + 2] if at + 2 < len(figures) and not bracketed else None
        if behind and _IN_BRACKETS.fullmatch(text, percent.unit_end, behind.start):
            if same_unit(part, behind) and _CLOSED.match(text, behind.end) and not behind.ratio:
                yield Base(part, behind, percent, told=True, around=())
        elif whole := _before(block, at, part, percent):
            around = figures[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]
            alike = tuple(f for f in around if f is not part and f.amount and same_unit(f, part))
            yield Base(part, whole, percent, told=False, around=alike)


def _is_part(text: str, figure: Figure) -> bool:
    counted = figure.unit not in {"", "%"} and not figure.ratio and not figure.ranged and figure.amount > 0
    return counted and not _MOVED.search(text, max(0, figure.start - 14), figure.start)


def _before(block: BlockFacts, at: int, part: Figure, percent: Figure) -> Figure | None:
    """Return the figure earlier in the sentence that a percentage is most likely taken of, if one is likely at all.

    Figures with a percentage of their own are parts as well.
    """
    low = sentence_start(block.text, part.start)
    wholes = [
        figure
        for figure, following in pairwise(block.figures[max(0, at - NEIGHBOURS) : at + 1])
        if figure.start >= low and following.unit != "%" and not figure.ratio and same_unit(figure, part)
    ]
    larger = [w for w in wholes if w.amount > part.amount]
    if _OF_PLAN.match(block.text, percent.unit_end):
        larger = [w for w in larger if _PLAN.search(block.text, max(low, w.start - 60), w.start)]
    if not larger:
        return None
    nearest = min(larger, key=lambda w: abs(100 * part.amount / w.amount - percent.value))
    return nearest if _likely(part, nearest, percent) else None


def _likely(part: Figure, whole: Figure, percent: Figure) -> bool:
    """Tell whether a share is near the one told, or is that one with two digits of it or of the part swapped."""
    exact = 100 * part.amount / whole.amount
    if percent.value and abs(exact - percent.value) <= NEAR and ALIKE[0] <= exact / percent.value <= ALIKE[1]:
        return True
    half = Decimal(1).scaleb(-percent.decimals) / 2
    return any(abs(exact - value) <= half for _, value in swaps(percent.text)) or any(
        abs(100 * value.scaleb(part.scale) / whole.amount - percent.value) <= half
        for _, value in swaps(part.text)
    )
