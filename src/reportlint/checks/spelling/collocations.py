"""CT008: phrases that say less, more or other than is meant, from `collocations.txt`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from reportlint.facts.block import BlockFacts
from reportlint.rule import Hit, Rule

_DATA = Path(__file__).with_name("collocations.txt")


@cache
def _phrases() -> dict[str, tuple[tuple[re.Pattern[str], str], ...]]:
    """Map a word that the phrase holds to the patterns and what is usual instead."""
    found: dict[str, tuple[tuple[re.Pattern[str], str], ...]] = {}
    for line in _DATA.read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            key, pattern, usual = line.split(" > ")
            marked = pattern.replace("{", "(?P<marked>").replace("}", ")")
            found[key] = (*found.get(key, ()), (re.compile(rf"(?<!\w){marked}(?!\w)"), usual))
    return found


def odd(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield the odd phrases; a quotation may keep its own."""
    text = block.text
    for key, patterns in _phrases().items():
        if key in text:
            for pattern, usual in patterns:
                for match in pattern.finditer(text):
                    start, end = match.span("marked")
                    if not block.quoted(start, end):
                        yield Hit(start, end, {"found": match["marked"], "usual": usual})
