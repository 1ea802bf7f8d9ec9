"""VH015: the second word of a region in small letters, `Bắc Trung bộ` (nd30, PL II, III.1.đ)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.patterns import Pattern
from reportlint.rule import Edit, Hit, only_where

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.rule import Rule

_WRONG = ("Bắc bộ", "Nam bộ", "Trung bộ", "Tây nguyên", "Tây bắc", "Đông bắc", "Tây nam", "Đông nam")
_REGION = Pattern(
    r"(?:Bắc|Nam|Trung) (?P<part>bộ)(?! (?:đội|phận|máy|trưởng|mặt|luật|ngành)|\w)|Tây (?P<highlands>nguyên)(?!\w)"
    r"|(?:khu vực|vùng|miền|tỉnh) (?:miền núi )?(?:phía )?(?:Tây|Đông) (?P<way>bắc|nam)(?!\w)"
)


@only_where(*_WRONG)
def small(block: BlockFacts, _rule: Rule) -> Iterable[Hit]:
    """Yield the word of a region's name that should have its capital."""
    for match in _REGION.finditer(block.text):
        start, end = match.span(match.lastgroup or 0)
        if not block.quoted(start, end):
            word = block.text[start:end]
            right = block.text[match.start() : start] + word.capitalize()
            edit = Edit(start, start + 1, word[0].upper())
            yield Hit(start, end, {"found": match.group(), "right": right}, (edit,), cause="capital")
