"""VH011: names and acronyms that have one spelling everywhere: COVID-19, VNeID, OCOP."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.patterns import in_address
from reportlint.rule import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.rule import Rule


def spelled_otherwise(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Report a name of `params.names` (small letters → as it is written) in other capitals; addresses and quotations are left alone."""
    names = rule.params["names"]
    for i in block.where(names):
        right, start = names[block.folded[i]], block.start(i)
        end = start + len(right)
        found = block.text[start:end]
        if found in {right, right.upper()} or found.lower() != right.lower():
            continue
        if not (
            block.text[end : end + 1].isalnum() or in_address(block.text, start) or block.quoted(start, end)
        ):
            yield Hit(start, end, {"found": found, "right": right}, (Edit(start, end, right),))
