"""Numbers repeated in words: `60.000.000 đồng (sáu mươi triệu đồng)`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.checks.figures.units import shown
from reportlint.facts.number_words import WORDS, value_of
from reportlint.patterns import Pattern
from reportlint.rule import Hit, Related, only_where

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.rule import Rule

_BRACKET = Pattern(
    r"(?:\s[^\W\d_]+){0,3}\s?\((?:bằng chữ\s?:\s?|viết bằng chữ\s?:\s?)?(?P<words>[^()\d]{2,120})\)",
    re.IGNORECASE,
)


@only_where("(", fact="figures")
def repeated(block: BlockFacts, _rule: Rule) -> Iterable[Hit]:
    """Report a number in words in brackets that is another than the figure before it."""
    for figure in block.figures:
        match = _BRACKET.match(block.text, figure.end)
        if match is None or figure.style in {"point", "malformed"} or figure.ratio or figure.ranged:
            continue
        words = re.findall(r"[^\W\d_]+", match["words"].lower())
        number: list[str] = []
        for word in words:
            if word not in WORDS:
                break
            number.append(word)
        # What is left must be the unit again, so that `05 lớp (hai ca)` is no repetition.
        left = words[len(number) :]
        if not number or (left and left[0] != figure.unit) or (not left and len(words) == 1 and figure.unit):
            continue
        value = value_of(number)
        if value is None or value in {figure.value, figure.amount}:
            continue
        start, end = match.start("words"), match.end("words")
        args = {"figure": shown(block.text, figure), "words": match["words"].strip()}
        place = Related(figure.start, figure.end, figure.text)
        yield Hit(start, end, args, related=(place,))
