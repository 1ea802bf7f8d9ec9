"""Two totals at once, and parts that each give both: `25 vụ, 40 đối tượng, gồm: 10 vụ, 15 đối tượng …; 14 vụ, 25 đối tượng …`.

Where one of the two adds up, the parts are all there; when the other does not, one of its figures is wrong.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reportlint.checks.figures.units import PHYSICAL, same_unit
from reportlint.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.block import BlockFacts
    from reportlint.facts.numbers import Figure

_BETWEEN = Pattern(r"(?:\s[^\W\d_]+){1,3}(?:,\s|\s?/\s?|\svới\s)")
_OPENER = Pattern(r"(?:[^\W\d_]|[ ,/-]){0,80}?[,;:]?\s?(?:cụ thể|gồm|bao gồm|trong đó|chia ra)\s?:")
_STOP = Pattern(r"\.(?=\s|\Z)")
_NESTED = Pattern(r"\([^()]*\)")
MIN_PARTS = 3
"""Of fewer parts that one sum fits may be chance."""


class Mismatch(NamedTuple):
    """A total and parts that do not make it, while the total beside it is made by its own."""

    total: Figure
    parts: tuple[Figure, ...]


def paired(block: BlockFacts) -> Iterator[Mismatch]:
    """Yield the wrong one of two totals whose parts stand behind them in pairs."""
    for at, (one, two) in enumerate(pairwise(block.figures)):
        if not _countable(one) or not _countable(two) or same_unit(one, two):
            continue
        opener = _OPENER.match(block.text, two.unit_end)
        if opener is None or not _BETWEEN.fullmatch(block.text, one.end, two.start):
            continue
        columns = _columns(block, at + 2, opener.end(), (one, two))
        if columns is None:
            continue
        off = [
            sum((p.value for p in c), Decimal(0)) != t.value for t, c in zip((one, two), columns, strict=True)
        ]
        if off == [True, False]:
            yield Mismatch(one, columns[0])
        elif off == [False, True]:
            yield Mismatch(two, columns[1])


def _columns(
    block: BlockFacts, first: int, start: int, totals: tuple[Figure, Figure]
) -> tuple[tuple[Figure, ...], tuple[Figure, ...]] | None:
    """Return the parts of both totals; None unless every member between semicolons gives one of each, in their order."""
    stop = _STOP.search(block.text, start)
    text = _NESTED.sub(lambda m: "\0" * len(m.group()), block.text[start : stop.start() if stop else None])
    inside = [
        f
        for f in block.figures[first:]
        if start <= f.start < start + len(text) and text[f.start - start] != "\0"
    ]
    ones: list[Figure] = []
    twos: list[Figure] = []
    low = start
    for member in text.split(";"):
        held = [f for f in inside if low <= f.start < low + len(member)]
        low += len(member) + 1
        pair = [f for f in held if same_unit(f, totals[0]) or same_unit(f, totals[1])]
        if len(pair) != 2 or not same_unit(pair[0], totals[0]) or not same_unit(pair[1], totals[1]):
            return None
        if not all(_countable(f) for f in pair):
            return None
        ones.append(pair[0])
        twos.append(pair[1])
    return (tuple(ones), tuple(twos)) if len(ones) >= MIN_PARTS else None


def _countable(figure: Figure) -> bool:
    whole = figure.style in {"plain", "dotted"} and not figure.decimals and not figure.scale
    return whole and not figure.ratio and not figure.ranged and figure.unit not in {"", "%", *PHYSICAL}
