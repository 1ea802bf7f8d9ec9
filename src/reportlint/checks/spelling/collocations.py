"""CT008: phrases that say less, more or other than is meant, from `collocations.txt`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from reportlint.facts.block import BlockFacts
from reportlint.rule import Hit, Rule

_DATA = Path(__file__).with_name("collocations.txt")


class _Phrase(NamedTuple):
    """A phrase as it is written in the list. Its pattern is compiled only when a paragraph may hold it."""

    source: str
    usual: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, with the group `marked`."""
        return _compiled(self.source)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    marked = source.replace("«", "(?P<marked>").replace("»", ")")
    return re.compile(rf"(?<!\w){marked}(?!\w)")


@cache
def _phrases() -> dict[tuple[str, str], tuple[_Phrase, ...]]:
    """Map two syllables that the phrase holds to the phrases."""
    found: dict[tuple[str, str], tuple[_Phrase, ...]] = {}
    for line in _DATA.read_text(encoding="utf-8").split("\n"):
        if line and line[0] != "#":
            keys, pattern, usual = line.split(" > ")
            for key in keys.split("|"):
                first, second = key.split(" ")
                found[first, second] = (*found.get((first, second), ()), _Phrase(pattern, usual))
    return found


@cache
def _keys() -> frozenset[tuple[str, str]]:
    return frozenset(_phrases())


def odd(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield the odd phrases; a quotation may keep its own."""
    phrases, text = _phrases(), block.text
    low = block.low
    held = dict.fromkeys(p for i in block.meeting(_keys()) for p in phrases[low[i], low[i + 1]])
    for phrase in held:
        for match in phrase.pattern.finditer(text):
            start, end = match.span("marked")
            if not block.quoted(start, end):
                yield Hit(start, end, {"found": match["marked"], "usual": phrase.usual})
