"""Totals in running text against the parts enumerated behind them: `25 văn bản (10 quyết định, 15 kế hoạch)`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from reportlint.checks.figures.enumerations import enumerations
from reportlint.checks.figures.paired_sums import paired
from reportlint.checks.figures.sum_doubts import doubtful
from reportlint.checks.figures.swapped_digits import swapped
from reportlint.checks.figures.units import shown
from reportlint.facts.numbers import render
from reportlint.rule import Hit, Related, only_where
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.checks.figures.enumerations import Enumeration
    from reportlint.facts.block import BlockFacts
    from reportlint.facts.numbers import Figure
    from reportlint.rule import Rule


@only_where(fact="figures")
def total(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Report a total that its parts do not make, rounding of every member allowed for."""
    if len(block.figures) < 3:
        return
    for found in enumerations(block):
        members = (found.total, *found.parts)
        if any(f.style in {"point", "malformed"} for f in members):
            continue
        got = sum((p.amount for p in found.parts), Decimal(0))
        off = abs(got - found.total.amount)
        most, likely = _slack(members)
        if off <= likely or (doubt := doubtful(found, got)) is None:
            continue
        if slip := swapped(found.total, found.parts):
            yield _swapped(block, found, *slip)
        else:
            yield _hit(block, found.total, found.parts, doubtful=doubt or off <= most)
    for wrong in paired(block):
        yield _hit(block, wrong.total, wrong.parts, doubtful=False)


def _slack(members: tuple[Figure, ...]) -> tuple[Decimal, Decimal]:
    """Return how far rounding may bring a sum off its total at most, and in all but very few cases; counts are exact.

    Errors of rounding mostly cancel out: three standard deviations of n of them are √(3n) halves of the last digit.
    """
    rounded = [Decimal(1).scaleb(f.scale - f.decimals) for f in members if f.decimals or f.scale]
    half = max(rounded) / 2 if rounded else Decimal(0)
    count = Decimal(len(members))
    return half * count, half * min(count, (3 * count).sqrt())


def _swapped(block: BlockFacts, found: Enumeration, part: Figure, right: str) -> Hit:
    sum_ = " + ".join(right if p is part else p.text for p in found.parts)
    args = {"found": part.text, "right": right, "sum": sum_, "total": shown(block.text, found.total)}
    related = (Related(found.total.start, found.total.end, found.total.text),)
    return Hit(
        part.start,
        part.end,
        args,
        related=related,
        variant="swapped",
        severity="warning",
        certainty="heuristic",
    )


def _hit(block: BlockFacts, whole: Figure, parts: tuple[Figure, ...], *, doubtful: bool) -> Hit:
    got = sum((p.amount for p in parts), Decimal(0))
    sum_ = (
        " + ".join(p.text for p in parts)
        if len({p.scale for p in parts}) == 1
        else Said("các số thành phần", "its parts")
    )
    got_text = render(got.scaleb(-whole.scale).normalize() if got else got)
    return Hit(
        whole.start,
        whole.end,
        {"total": shown(block.text, whole), "sum": sum_, "got": got_text},
        related=tuple(Related(p.start, p.end, block.text[p.start : p.unit_end or p.end]) for p in parts),
        variant="doubtful" if doubtful else "",
        severity="warning" if doubtful else None,
        certainty="heuristic" if doubtful else None,
    )
