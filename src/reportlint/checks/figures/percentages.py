"""Percentages beside the figures they come from: `5.381/5.399 đảng viên, đạt 99,67%`."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reportlint.checks.figures.percent_bases import percent_bases
from reportlint.checks.figures.units import same_unit, sentence_start
from reportlint.facts.numbers import ratios, render, within
from reportlint.patterns import Pattern
from reportlint.rule import Edit, Hit, Related, only_where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.facts.block import BlockFacts
    from reportlint.facts.numbers import Figure
    from reportlint.rule import Rule

_OF_TOTAL = Pattern(r"[^\W\d_]*(?:\s[^\W\d_]+){0,4}\s?(?:trên|trong)(?: tổng số)?(?: là)?\s")
_RATE = r"(?: tỷ lệ| tỉ lệ)?(?: là)?\s?:?\s?"
_LINK = Pattern(
    r"(?:,?\s(?:-\s)?[^\W\d_]+){0,12}\s?[,;(–-]\s?(?:tương ứng |tương đương )?(?:với )?"
    rf"(?:đạt|chiếm|bằng|tỷ lệ|tỉ lệ|hoàn thành)?{_RATE}"
    rf"|(?:\s[^\W\d_]+){{0,4}}\s(?:đạt|chiếm|bằng){_RATE}"
)
_SHARE = Pattern(rf"(?:\s[^\W\d_]+){{0,6}}\s?[,(]?\s?(?:chiếm{_RATE}|đạt (?:tỷ lệ|tỉ lệ)\s)")
_IN_BRACKETS = Pattern(r"%?(?:\s[^\W\d_]+){0,6}\s?\(\s?(?:đạt )?")
_SAME_SUBJECT = Pattern(r"(?!.*\b(?:trong đó|riêng|còn)\b)[^\d;.()%:]{1,220},\schiếm(?: tỷ lệ| tỉ lệ)?\s")
"""A long predicate between a fraction and its share; nothing in it may begin anew."""
_CLOSED = Pattern(r"\s*(?:[.,;)]|\Z)")
_OTHER_BASE = Pattern(r"\s*\)?\s*(?:so với|cùng kỳ|so cùng|tổng)")
_APPROXIMATE = Pattern(r"(?:tăng|giảm|khoảng|gần|trên|hơn|dưới|còn|thêm)(?: \w+)?\s?\Z")
_OF_WHICH = Pattern(r"[Tt]rong (?:số )?đó")
_SENTENCE = Pattern(r"[.](?=\s)")
MAX_GAP = 90
"""How far behind the fraction its percentage may stand (code points)."""


class Stated(NamedTuple):
    """A percentage and the two figures it is taken from."""

    part: Figure
    whole: Figure
    percent: Figure
    share: bool = False
    """The whole is likely, not written beside: `trong đó …, chiếm`, or what stands earlier in the sentence."""


@only_where("%")
def percentage(block: BlockFacts, _rule: Rule) -> Iterable[Hit]:
    """Report a percentage that its figures do not give; cutting off instead of rounding is a lesser fault."""
    told: set[int] = set()
    for stated in (*_fractions(block), *_shares(block), *_bases(block)):
        if stated.percent.start not in told and (hit := _compare(block, stated)):
            told.add(stated.percent.start)
            yield hit


def _fractions(block: BlockFacts) -> Iterator[Stated]:
    """Yield percentages right behind or right before a fraction."""
    figures, text = block.figures, block.text
    following = dict(pairwise(figures))
    leading = {b: a for a, b in pairwise(figures)}
    pairs = [(r.part, r.whole) for r in ratios(figures)]
    for part, whole in pairs:
        percent = leading.get(part)
        if percent is None or percent.unit != "%" or percent.ranged:
            continue
        told = _IN_BRACKETS.fullmatch(text, percent.end, part.start) and not _OTHER_BASE.match(
            text, percent.unit_end
        )
        if told and not _APPROXIMATE.search(text, max(0, percent.start - 30), percent.start):
            yield Stated(part, whole, percent)
    pairs += [(a, b) for a, b in pairwise(figures) if _of_total(text, a, b)]
    for part, whole in pairs:
        percent = following.get(whole)
        if percent is None or percent.unit != "%" or percent.ranged or not _linked(text, whole, percent):
            continue
        if not _APPROXIMATE.search(text, whole.end, percent.start):
            yield Stated(part, whole, percent)


def _linked(text: str, whole: Figure, percent: Figure) -> bool:
    """Tell whether what stands between a fraction and a percentage, and behind it, says that one is the other."""
    if percent.start - whole.end <= MAX_GAP and _LINK.fullmatch(text, whole.end, percent.start):
        return not _OTHER_BASE.match(text, percent.unit_end)
    same = bool(whole.unit) and _SAME_SUBJECT.fullmatch(text, whole.end, percent.start) is not None
    return same and _CLOSED.match(text, percent.unit_end) is not None


def _of_total(text: str, part: Figure, whole: Figure) -> bool:
    """Tell whether two figures stand as `180 thẻ trên tổng số 200 thẻ`."""
    alike = not part.unit or not whole.unit or same_unit(part, whole)
    return alike and not whole.ratio and _OF_TOTAL.fullmatch(text, part.end, whole.start) is not None


def _shares(block: BlockFacts) -> Iterator[Stated]:
    """Yield `trong đó A …, chiếm p%` where no figure of the sentence before is the whole that p is taken of."""
    text = block.text
    for match in _OF_WHICH.finditer(text):
        stop = _SENTENCE.search(text, match.end())
        high = stop.start() if stop else len(text)
        inside = within(block.figures, sentence_start(text, match.start()), high)
        for part, percent in pairwise(f for f in inside if f.start > match.end()):
            if (
                percent.unit != "%"
                or part.ratio
                or percent.ranged
                or not _SHARE.fullmatch(text, part.end, percent.start)
            ):
                continue
            bases = [f for f in inside if f.start < part.start and same_unit(f, part) and not f.ratio]
            over = [b for b in bases if b.start < match.start()]
            if (
                len(over) == 1
                and not any(_fits(part, b, percent) for b in bases)
                and not _OTHER_BASE.match(text, percent.unit_end)
            ):
                yield Stated(part, over[0], percent, share=True)


def _bases(block: BlockFacts) -> Iterator[Stated]:
    """Yield percentages of a plan in brackets, and of what stands before; these only where no other whole fits."""
    for part, whole, percent, told, alike in percent_bases(block):
        both = whole._replace(value=(whole.amount + part.amount).scaleb(-whole.scale))
        fits = any(_fits(part, f, percent) or _cut_off(part, f, percent) for f in (*alike, both))
        if told or not (fits or _OTHER_BASE.match(block.text, percent.unit_end)):
            yield Stated(part, whole, percent, share=not told)


def _cut_off(part: Figure, whole: Figure, percent: Figure) -> bool:
    """Tell whether a percentage is the share with its last decimals cut off."""
    return 0 < 100 * part.amount / whole.amount - percent.value < Decimal(1).scaleb(-percent.decimals)


def _fits(part: Figure, whole: Figure, percent: Figure) -> bool:
    """Tell whether a percentage is the rounded share, its inverse (thực hiện on kế hoạch) or what is left."""
    if not part.amount or not whole.amount:
        return True
    exact = 100 * part.amount / whole.amount
    half = Decimal(1).scaleb(-percent.decimals) / 2
    return any(abs(e - percent.value) <= half for e in (exact, 100 * whole.amount / part.amount, 100 - exact))


def _compare(block: BlockFacts, stated: Stated) -> Hit | None:
    part, whole, percent, share = stated
    if "malformed" in {part.style, whole.style, percent.style} or "point" in {
        part.style,
        whole.style,
        percent.style,
    }:
        return None
    if _fits(part, whole, percent):
        return None
    exact = 100 * part.amount / whole.amount
    unit = Decimal(1).scaleb(-percent.decimals)
    right = render(round(exact, percent.decimals))
    args = {
        "fraction": f"{part.text}/{whole.text}", "found": f"{percent.text}%", "expected": f"{right}%",
        "exact": render(round(exact, percent.decimals + 2).normalize() + Decimal("0.00")).rstrip("0").rstrip(","),
    }  # fmt: skip
    truncated = _cut_off(part, whole, percent)
    grave = abs(round(exact, percent.decimals) - percent.value) > unit and not share
    places = (part, whole) if part.start < whole.start else (whole, part)
    return Hit(
        percent.start,
        percent.unit_end,
        args,
        edits=(Edit(percent.start, percent.end, right),),
        related=tuple(Related(f.start, f.end, f.text) for f in places),
        variant="share" if share else "truncated" if truncated else "",
        severity="error" if grave else None,
        certainty="heuristic" if share else None,
    )
