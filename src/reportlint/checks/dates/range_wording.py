"""NT014: `từ ngày …` that goes on with a dash, or whose second day alone has the word `ngày`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.patterns import Pattern
from reportlint.rule import Edit, Hit, only_where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.facts.block import BlockFacts
    from reportlint.rule import Rule

_DAY = r"\d{1,2}/\d{1,2}(?:/\d{4})?"
_DASHED = Pattern(rf"(?<!\w)[Tt]ừ ngày (?:{_DAY}|\d{{1,2}})(?P<dash>\s?[-–—]\s?)(?:ngày )?{_DAY}(?![\d/])")
_LOPSIDED = Pattern(rf"(?<!\w)[Tt]ừ (?P<one>{_DAY})(?: đến| tới)(?: hết)? ngày {_DAY}(?![\d/])")


@only_where("ừ ngày", "n ngày", "t ngày", "i ngày")
def wording(block: BlockFacts, _rule: Rule) -> Iterable[Hit]:
    """Report `từ ngày 15/01 - 24/01/2026`, for what begins with `từ` goes on with `đến`, and `từ 24/8/2025 đến ngày …`."""
    text = block.text
    for match in _DASHED.finditer(text):
        start, end = match.span("dash")
        edit = Edit(start, end, " đến " if text.startswith("ngày ", end) else " đến ngày ")
        yield from _hit(block, match.span(), edit, "")
    for match in _LOPSIDED.finditer(text):
        at = match.start("one")
        yield from _hit(block, match.span(), Edit(at, at, "ngày "), "lopsided")


def _hit(block: BlockFacts, span: tuple[int, int], edit: Edit, variant: str) -> Iterator[Hit]:
    if not block.quoted(*span):
        found = block.text[span[0] : span[1]]
        expected = block.text[span[0] : edit.start] + edit.text + block.text[edit.end : span[1]]
        yield Hit(*span, {"found": found, "expected": expected}, (edit,), variant=variant)
