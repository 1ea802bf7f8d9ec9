"""Figures of which two neighbouring digits change places: 1.981 for 1.918, the commonest slip when numbers are typed."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from reportlint.facts.numbers import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.numbers import Figure

MIN_DIGITS = 3
"""In shorter figures a swap that fits may be chance."""


def swapped(total: Figure, parts: tuple[Figure, ...]) -> tuple[Figure, str] | None:
    """Return the one part of a sum, and how it should read, that makes the total when two of its digits change places.

    None where the total would fit after a swap, too: which of them is wrong cannot be told then.
    """
    got = sum((p.amount for p in parts), Decimal(0))
    if any(value.scaleb(total.scale) == got for _, value in swaps(total.text)):
        return None
    fitting = [
        (part, text)
        for part in parts
        for text, value in swaps(part.text)
        if got - part.amount + value.scaleb(part.scale) == total.amount
    ]
    return fitting[0] if len(fitting) == 1 else None


def swaps(text: str) -> Iterator[tuple[str, Decimal]]:
    """Yield the numbers that a swap of two neighbouring digits makes, as written and as read.

    >>> [text for text, _ in swaps("1.918")]
    ['9.118', '1.198', '1.981']
    """
    places = [at for at, char in enumerate(text) if char.isdigit()]
    if len(places) < MIN_DIGITS:
        return
    for one, two in pairwise(places):
        if text[one] == text[two] or (one == 0 and text[two] == "0"):
            continue
        digits = list(text)
        digits[one], digits[two] = digits[two], digits[one]
        made = "".join(digits)
        yield made, parse(made)[1]
