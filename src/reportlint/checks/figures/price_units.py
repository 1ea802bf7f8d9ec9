"""SL024: prices of a list that lack their unit: `bí xanh 18.000/kg` among `bắp cải 11.900đ/kg`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.patterns import Pattern
from reportlint.rule import Hit, only_where

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.rule import Rule

_AMOUNT = r"(?<![\d.,])\d{1,3}(?:\.\d{3})+"
_PRICED = Pattern(r"\d ?(?P<price>(?:đ|đồng)/(?P<measure>[^\W\d_]+))")
_PER = Pattern(rf"{_AMOUNT}/(?P<measure>[^\W\d_]+)")
"""A price per measure without its money: `18.000/kg`."""
_RANGE = Pattern(
    rf"{_AMOUNT} ?[-–] ?\d{{1,3}}(?:\.\d{{3}})+(?=,? (?:tăng|giảm|ổn định|tùy|\((?:tăng|giảm|ổn)))"
)
"""Prices from and to with nothing behind them but how they moved: `7.500 - 7.800, tăng`."""
_PACK = Pattern(rf"{_AMOUNT} (?P<measure>[^\W\d_]+)(?= \d+ ?(?:g|kg|ml|l|lít)(?!\w))")
"""A price that runs into its measure: `270.000 hộp 500g`."""
MIN_PRICES = 2
"""So many prices with their unit make a list of prices."""


@only_where("đ/", "đồng/")
def missing(block: BlockFacts, _rule: Rule) -> Iterable[Hit]:
    """Report prices without a unit where the others of the paragraph have one."""
    prices = {m["measure"]: m["price"] for m in _PRICED.finditer(block.text)}
    if _PRICED.count(block.text, 0, len(block.text)) < MIN_PRICES:
        return
    for pattern in (_PER, _PACK):
        for match in pattern.finditer(block.text):
            if model := prices.get(match["measure"]):
                yield Hit(*match.span(), {"found": match.group(), "model": model})
    for match in _RANGE.finditer(block.text):
        yield Hit(
            *match.span(), {"found": match.group(), "model": next(iter(prices.values())).partition("/")[0]}
        )
