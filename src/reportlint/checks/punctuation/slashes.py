"""DC025: a blank on one side of a slash between two words: `đơn vị/ cá nhân`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.patterns import Pattern
from reportlint.rule import Edit, Hit, only_where

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.rule import Rule

_SLASH = Pattern(r"/(?:(?<=[^\W\d_]{2}/) (?=[^\W\d_]{2})|(?<=[^\W\d_] /)(?=[^\W\d_]{2}))")


@only_where("/ ", " /")
def one_sided(block: BlockFacts, _rule: Rule) -> Iterable[Hit]:
    """Yield the slashes between words that have a blank on one side only; symbols of documents are another rule's."""
    for match in _SLASH.finditer(block.text):
        start, end = match.span()
        left = start - 1 if block.text[start - 1] == " " else start
        if not block.cited(left, end):
            words = [w for w in block.words if w.end == left or w.start == end]
            found = block.text[words[0].start : words[-1].end] if words else block.text[left:end]
            yield Hit(left, end, {"found": found, "right": found.replace(" ", "")}, (Edit(left, end, "/"),))
