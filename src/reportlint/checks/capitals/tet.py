"""VH014: `Tết` alone, which stands for tết Nguyên đán, in small letters (nd30, PL II, V.8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.patterns import Pattern
from reportlint.rule import Edit, Hit, only_where

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.rule import Rule

_ALONE = Pattern(
    r"(?<!\w)(?:dịp|ngày|trước|sau|đón|nghỉ|mùa|hoa|quà|thưởng|ăn|vui|cái|phục vụ|cận) (?P<tet>tết)"
    r"(?=[,.;:)]|$| (?:và|sắp|này|tăng|năm|cho|của|đến|đủ|được|với|trong|là|nên|có|thì|ở|tại)(?!\w))"
)


@only_where(" tết")
def alone(block: BlockFacts, _rule: Rule) -> Iterable[Hit]:
    """Yield `tết` that no name follows, behind a word that makes it the feast and not the verb `tết tóc`."""
    for match in _ALONE.finditer(block.text):
        start, end = match.span("tet")
        if not block.quoted(start, end):
            yield Hit(start, end, {"found": match.group()}, (Edit(start, start + 1, "T"),), cause="capital")
