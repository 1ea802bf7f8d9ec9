"""Increases and decreases against the two values they are taken from: `48 vụ, cùng kỳ 40 vụ, tăng 20%`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from reportlint.checks.figures.units import same_unit
from reportlint.facts.numbers import ratios, render
from reportlint.rule import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.facts.block import BlockFacts
    from reportlint.facts.numbers import Figure
    from reportlint.rule import Rule

_WORDS = r"(?:\s?[^\W\d_]+){0,6}?"
_YEAR = r"(?:\s(?:năm|tháng|quý|kỳ)\s(?:trước|ngoái|\d{1,2}/\d{4}|\d{4})){0,2}"
_BEFORE = re.compile(
    rf"{_WORDS}\s?[,;(–-]?\s?(?:trong khi |so với |so )?(?:cùng kỳ|năm trước|kỳ trước|năm ngoái|tháng trước|quý trước){_YEAR}"
    rf"(?:\s(?:là|có|xảy ra|đạt|chỉ có|chỉ)){{0,2}}\s?:?\s"
)
_ROSE = re.compile(r"(?:\s[^\W\d_]+){0,4}?\s(?:lên|xuống|xuống còn|lên thành|còn|đến|lên đến|tăng lên|giảm còn)(?:\s(?:thành|còn|đến))?\s")
_CHANGE = re.compile(r"(?:\s?[^\W\d_]+){0,4}?\s?\)?\s?[,;(–-]?\s?(?:như vậy\s|đã\s)?(?P<word>tăng|giảm)(?:\sthêm|\sđược|\sđi|\s?:)?\s?")
_FROM = re.compile(r"\btừ\s\Z")
_FRACTION_LEAD = re.compile(r"(?P<word>tăng|giảm)\s(?:thêm\s)?\Z")
_FRACTION_GAP = re.compile(r"(?:\s?[^\W\d_]+){0,4}\s?(?:so với cùng kỳ[^\d(]{0,20}(?:\d{4}\s?)?)?\(\s?")


class Change(NamedTuple):
    """Old and new value and the change stated; `word` is `tăng` or `giảm`."""

    old: Figure
    new: Figure
    stated: Figure
    word: str
    either: bool = False
    """The order of the two values is not told (`48/40`)."""


def change(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Report an increase or decrease that the two values do not give."""
    text = block.text
    if ("tăng" not in text and "giảm" not in text) or len(block.figures) < 3:
        return
    for found in _changes(block):
        if hit := _compare(block, found):
            yield hit


def _changes(block: BlockFacts) -> Iterator[Change]:
    text, figures = block.text, block.figures
    for one, two, three in zip(figures, figures[1:], figures[2:], strict=False):
        if one.ranged or two.ranged or one.unit == "%" or not same_unit(one, two):
            continue
        link = _CHANGE.fullmatch(text, two.end, three.start)
        if link is None or three.ratio:
            continue
        if _BEFORE.fullmatch(text, one.end, two.start):
            yield Change(two, one, three, link["word"])
        elif _FROM.search(text, max(0, one.start - 6), one.start) and _ROSE.fullmatch(text, one.end, two.start):
            yield Change(one, two, three, link["word"])
    for ratio in ratios(figures):
        at = figures.index(ratio.part)
        stated = figures[at - 1] if at else None
        if stated is None or stated.unit == "%" or not stated.unit:
            continue
        lead = _FRACTION_LEAD.search(text, 0, stated.start)
        if lead and _FRACTION_GAP.fullmatch(text, stated.end, ratio.part.start):
            yield Change(ratio.whole, ratio.part, stated, lead["word"], either=True)


def _compare(block: BlockFacts, found: Change) -> Hit | None:
    old, new, stated = found.old, found.new, found.stated
    if any(f.style in {"point", "malformed"} for f in (old, new, stated)) or not old.amount:
        return None
    difference = new.amount - old.amount
    rising = found.word == "tăng"
    if stated.unit == "%":
        exact = 100 * abs(difference) / old.amount
        unit = Decimal(1).scaleb(-stated.decimals)
        fits = abs(exact - stated.value) < unit  # rounded or cut off
        expected = f"{render(round(exact, stated.decimals))}%"
    elif same_unit(stated, new) or same_unit(stated, old):
        exact = abs(difference)
        slack = max(Decimal(1).scaleb(f.scale - f.decimals) for f in (old, new, stated)) if old.decimals or old.scale else Decimal(0)
        fits = abs(exact - stated.amount) <= slack
        expected = render((exact.scaleb(-stated.scale)).normalize() if exact else exact)
    else:
        return None
    if fits and (found.either or not difference or (difference > 0) == rising):
        return None
    start, end = stated.start, stated.unit_end if stated.unit == "%" else stated.end
    variant = "direction" if fits else ""
    if variant:
        start = block.text.rfind(found.word, 0, stated.start)
        end = start + len(found.word)
    word = {True: "tăng", False: "giảm"}[difference > 0]
    args = {"old": old.text, "new": new.text, "found": block.text[stated.start : end], "word": found.word, "expected": expected, "right": word}
    places = tuple(Related(f.start, f.end, f.text) for f in (old, new))
    return Hit(start, end, args, related=places, variant=variant)


