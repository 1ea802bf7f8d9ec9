"""VH011: names and acronyms that have one spelling everywhere: COVID-19, VNeID, OCOP."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.patterns import Pattern
from reportlint.rule import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.rule import Rule

_ADDRESS = Pattern(r"[@/\\._][\w-]*\Z|https?:\S*\Z")


def spelled_otherwise(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Report a name of `params.names` (small letters → as it is written) in other capitals; addresses and quotations are left alone."""
    names = rule.params["names"]
    for i in block.where(names):
        word = block.words[i]
        right = names[block.folded[i]]
        end = word.start + len(right)
        found = block.text[word.start : end]
        if found == right or found.lower() != right.lower() or found == right.upper():
            continue
        if (
            block.text[end : end + 1].isalnum()
            or block.text[end : end + 2] in {".v", ".c", ".g"}
            or block.text[end : end + 1] == "@"
        ):
            continue
        if _ADDRESS.search(block.text, max(0, word.start - 40), word.start) or block.quoted(word.start, end):
            continue
        yield Hit(word.start, end, {"found": found, "right": right}, (Edit(word.start, end, right),))
