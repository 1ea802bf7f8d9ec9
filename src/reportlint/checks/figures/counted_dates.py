"""Counts of occasions against the days listed behind them: `04 lần vào ngày 01/3/2025, ngày 08/3/2025, …`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from reportlint.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.block import BlockFacts
    from reportlint.facts.dates import DateMention
    from reportlint.facts.numbers import Figure

OCCASIONS = frozenset(("lần", "đợt", "buổi", "cuộc", "phiên", "kỳ"))
_OPENER = Pattern(
    r"(?:\s[^\W\d_]+){1,3}(?:\svào(?: các)?|\s?\((?:vào )?(?:các )?|\s?:|\sgồm(?: các)?:?)\s?ngày\s"
)
_NEXT = Pattern(r"\s?(?:[,;]|[,;]?\svà)?\s(?:ngày\s)?")
_CLOSED = Pattern(r"\s?(?:[.;)]|\Z)")
MIN_LISTED = 2
"""One day alone is no list: `04 lần, ngày 15/3/2025 xong`."""


def listed_days(block: BlockFacts) -> Iterator[tuple[Figure, tuple[DateMention, ...]]]:
    """Yield counts of occasions with the days listed behind them, where these are not as many; an open list is none."""
    for figure in block.figures:
        if figure.unit not in OCCASIONS or figure.style != "plain" or figure.ratio or figure.ranged:
            continue
        behind = [d for d in block.dates if d.start >= figure.end]
        if not behind or not _OPENER.fullmatch(block.text, figure.end, behind[0].start):
            continue
        count = 1 + next(
            (
                i
                for i, (a, b) in enumerate(pairwise(behind))
                if not _NEXT.fullmatch(block.text, a.end, b.start)
            ),
            len(behind) - 1,
        )
        listed = tuple(behind[:count])
        if count >= MIN_LISTED and count != figure.value and _CLOSED.match(block.text, listed[-1].end):
            yield figure, listed
