"""DC027: blanks inside the symbol of a standard: `QCVN 01: 2019/BCT`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.patterns import Pattern
from reportlint.rule import Edit, Hit, only_where

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.rule import Rule

_SPACED = Pattern(r"(?:QCVN|TCVN|QCĐP|TCCS) ?\d+(?:-\d+)?[A-Z]?(?P<gap> : ?|: )(?:19|20)\d\d(?!\d)")


@only_where("VN", "QCĐP", "TCCS")
def spaced(block: BlockFacts, _rule: Rule) -> Iterable[Hit]:
    """Report a blank beside the colon between the number and the year of a standard."""
    for match in _SPACED.finditer(block.text):
        start, end = match.span("gap")
        found = match.group()
        right = found.replace(match["gap"], ":")
        yield Hit(match.start(), match.end(), {"found": found, "right": right}, (Edit(start, end, ":"),))
