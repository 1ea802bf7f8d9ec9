"""Parts that need no introduction, since their shares in brackets make 100%.

`khảo sát 1.500 doanh nghiệp, có 1.290 doanh nghiệp (86,0%) đánh giá tốt, 165 doanh nghiệp (11,0%) bình thường, 45 …  (3,0%)`
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from reportlint.checks.figures.units import same_unit
from reportlint.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.block import BlockFacts
    from reportlint.facts.numbers import Figure

ALL = (Decimal("99.8"), Decimal("100.2"))
"""Shares of this sum, rounded as they are, say that the parts are all there."""
_TO_SHARE = Pattern(r"[^.;:,\d()]{1,90}\((?:chiếm )?")


class Run(NamedTuple):
    """A total and all its parts."""

    total: Figure
    parts: tuple[Figure, ...]


def shared_runs(block: BlockFacts) -> Iterator[Run]:
    """Yield runs of figures of one unit, each with its share behind it, with the figure of that unit before them."""
    if "%)" not in block.text:
        return
    figures = block.figures
    at = 0
    while at < len(figures):
        first, parts, shares = at, [], Decimal(0)
        while at + 1 < len(figures) and _has_share(block.text, figures[at], figures[at + 1]):
            parts.append(figures[at])
            shares += figures[at + 1].value
            at += 2
            if ALL[0] <= shares <= ALL[1]:
                break
        if len(parts) > 1 and ALL[0] <= shares <= ALL[1]:
            total = next((f for f in reversed(figures[:first]) if same_unit(f, parts[0])), None)
            if (
                total
                and not total.ratio
                and all(same_unit(p, total) and p.amount < total.amount for p in parts)
            ):
                yield Run(total, tuple(parts))
        at = max(at, first + 1)


def _has_share(text: str, figure: Figure, share: Figure) -> bool:
    if share.unit != "%" or figure.ratio or figure.ranged or not text.startswith(")", share.unit_end):
        return False
    return _TO_SHARE.fullmatch(text, figure.end, share.start) is not None
