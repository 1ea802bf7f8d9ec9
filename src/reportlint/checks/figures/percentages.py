"""Percentages beside the fraction they come from: `5.381/5.399 đảng viên, đạt 99,67%`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from reportlint.facts.numbers import ratios, render
from reportlint.rule import Edit, Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.facts.block import BlockFacts
    from reportlint.facts.numbers import Figure
    from reportlint.rule import Rule

_OF_TOTAL = re.compile(r"[^\W\d_]*(?:\s[^\W\d_]+){0,4}\s?(?:trên|trong)(?: tổng số)?(?: là)?\s")
_WORDS = r"(?:\s[^\W\d_]+){0,8}"
_LINK = re.compile(
    rf"{_WORDS}\s?[,;(–-]\s?(?:tương ứng |tương đương )?(?:với )?(?:đạt|chiếm|bằng|tỷ lệ|tỉ lệ|hoàn thành)?(?: tỷ lệ| tỉ lệ)?(?: là)?\s?:?\s?"
    rf"|(?:\s[^\W\d_]+){{0,4}}\s(?:đạt|chiếm|bằng)(?: tỷ lệ| tỉ lệ)?(?: là)?\s?:?\s?"
)
_OTHER_BASE = re.compile(r"\s*\)?\s*(?:so với|cùng kỳ|so cùng|tổng)")
_APPROXIMATE = re.compile(r"(?:tăng|giảm|khoảng|gần|trên|hơn|dưới|còn|thêm)(?: \w+)?\s?\Z")
MAX_GAP = 90
"""How far behind the fraction its percentage may stand (code points)."""


def percentage(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Report a percentage that the fraction before it does not give; rounding either way is right, cutting off is a lesser fault."""
    if "%" not in block.text:
        return
    for part, whole, percent in _stated(block):
        if hit := _compare(block, part, whole, percent):
            yield hit


def _stated(block: BlockFacts) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Yield part, whole and percentage where the text states all three in one breath."""
    figures = block.figures
    following = dict(zip(figures, figures[1:], strict=False))
    pairs = [(r.part, r.whole) for r in ratios(figures)]
    pairs += [(a, b) for a, b in zip(figures, figures[1:], strict=False) if not b.ratio and _OF_TOTAL.fullmatch(block.text, a.end, b.start)]
    for part, whole in pairs:
        percent = following.get(whole)
        if percent is None or percent.unit != "%" or percent.start - whole.end > MAX_GAP or percent.ranged:
            continue
        text = block.text
        if not _LINK.fullmatch(text, whole.end, percent.start) or _OTHER_BASE.match(text, percent.unit_end):
            continue
        if not _APPROXIMATE.search(text, whole.end, percent.start):
            yield part, whole, percent


def _compare(block: BlockFacts, part: Figure, whole: Figure, percent: Figure) -> Hit | None:
    if not whole.amount or not part.amount or "malformed" in {part.style, whole.style, percent.style} or percent.style == "point":
        return None
    unit = Decimal(1).scaleb(-percent.decimals)
    exact = 100 * part.amount / whole.amount
    if any(abs(e - percent.value) <= unit / 2 for e in (exact, 100 * whole.amount / part.amount, 100 - exact)):
        return None
    shown = max(percent.decimals, 1 if exact % 1 else 0)
    right = render(round(exact, percent.decimals))
    args = {
        "fraction": f"{part.text}/{whole.text}", "found": f"{percent.text}%", "expected": f"{right}%",
        "exact": render(round(exact, shown + 2)).rstrip("0").rstrip(","),
    }  # fmt: skip
    off = abs(round(exact, percent.decimals) - percent.value)
    truncated = 0 < exact - percent.value < unit
    start, end = percent.start, percent.unit_end
    return Hit(
        start,
        end,
        args,
        edits=(Edit(percent.start, percent.end, right),),
        related=(Related(part.start, whole.end, block.text[part.start : whole.end]),),
        variant="truncated" if truncated else "",
        severity="error" if off > unit else None,
    )
