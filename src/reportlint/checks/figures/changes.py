"""Increases and decreases against the two values they are taken from: `48 vụ, cùng kỳ 40 vụ, tăng 20%`."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reportlint.checks.figures.units import same_kind, same_unit
from reportlint.facts.numbers import ratios, render
from reportlint.patterns import Pattern
from reportlint.rule import Hit, Related, only_where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.facts.block import BlockFacts
    from reportlint.facts.numbers import Figure
    from reportlint.rule import Rule

_WORDS = r"(?:\s?[^\W\d_]+){0,6}?"
_YEAR = r"(?:\s(?:năm|tháng|quý|kỳ)\s(?:trước|ngoái|\d{1,2}/\d{4}|\d{4})){0,2}"
_BEFORE = Pattern(
    rf"{_WORDS}\s?[,;(–-]?\s?(?:trong khi |so với |so )?(?:cùng kỳ|năm trước|kỳ trước|năm ngoái|tháng trước|quý trước){_YEAR}"
    r"(?:\s[^\W\d_]+){0,3}\s?:?\s"
)
_ROSE = Pattern(
    r"(?:\s[^\W\d_]+){0,4}?\s(?:lên|xuống|xuống còn|lên thành|còn|đến|lên đến|tăng lên|giảm còn)(?:\s(?:thành|còn|đến))?\s"
)
_CHANGE = Pattern(
    r"(?:\s?[^\W\d_]+){0,4}?\s?\)?\s?[,;(–-]?\s?(?:như vậy\s|đã\s|(?:tương ứng|tương đương|tức)(?: với| là)?\s)?"
    r"(?P<word>tăng|giảm)(?:\sthêm|\sđược|\sđi|\s?:)?\s?"
)
_OPENING = Pattern(r"\b[Đđ]ầu (?:năm|kỳ|nhiệm kỳ|học kỳ)(?:\s\d{4})?(?:\s[^\W\d_]+){0,4}?\s\Z")
_CLOSING = Pattern(
    r"[,;.]\s(?:[Đđ]ến\s)?[Cc]uối (?:năm|kỳ|nhiệm kỳ|học kỳ)(?:\s\d{4})?(?:\s[^\W\d_]+){0,4}?\s\Z"
)
_LAST = Pattern(r"[^.;]{0,80},\s(?P<word>tăng|giảm)(?:\sthêm|\sđược|\sđi)?\s")
_FROM = Pattern(r"\btừ\s\Z")
_FRACTION_LEAD = Pattern(r"(?P<word>tăng|giảm)\s(?:thêm\s)?\Z")
_FRACTION_GAP = Pattern(r"(?:\s?[^\W\d_]+){0,4}\s?(?:so với cùng kỳ[^\d(]{0,20}(?:\d{4}\s?)?)?\(\s?")


_SAME = Pattern(
    r"(?:\s[^\W\d_]+){0,4}?\s?(?:\(|,|,?\s?tương (?:ứng|đương)(?: với)?|,?\s?bằng)\s?(?:tăng |giảm |bằng )?"
)
_SAME_BEHIND = Pattern(
    r"(?:\s[^\W\d_]+){0,4}?\s?\),?\s(?:tức|tương ứng|tương đương|bằng)(?: với| là)?\s(?:tăng |giảm )?"
)
"""The change in percent behind the old value: `giảm 21 vụ so với năm 2021 (63 vụ), tương ứng 33,3%`."""
_MOVED = Pattern(
    r"(?:[^.;:()\d]{0,90}[,(]\s?(?:đã |tương ứng |tương đương )?|(?:\s[^\W\d_]+){0,4}\s)"
    r"(?P<word>tăng|giảm)(?:\sthêm|\sđược|\sđi)?\s"
)
"""From a value to its change; a longer stretch without a comma at its end may begin with another subject."""
_AGAINST = Pattern(
    r"(?:\s[^\W\d_]+){0,4}\sso (?:với )?(?:cùng kỳ|năm|tháng|quý|kỳ)(?:\s[^\W\d_]+){0,2}(?:\s\d{1,2}/)?(?:\s?\d{4})?\s?\((?:là |có |đạt )?"
)
_YEAR_LEAD = Pattern(r"\b[Nn]ăm (\d{4})(?:\s[^\W\d_]+){0,4}\s?:?\s\Z")
_YEAR_NEXT = Pattern(r"(?:\s[^\W\d_]+){0,4}\s?[,;] (?:đến )?năm (\d{4})(?:\s[^\W\d_]+){0,4}\s?:?\s")


class Change(NamedTuple):
    """Old and new value and the change stated; `word` is `tăng` or `giảm`."""

    old: Figure
    new: Figure
    stated: Figure
    word: str
    either: bool = False
    """The order of the two values is not told (`48/40`)."""


@only_where("tăng", "giảm", fact="figures")
def change(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Report an increase or decrease that the two values do not give."""
    if len(block.figures) < 3:
        return
    for found in _changes(block):
        if hit := _compare(block, found):
            yield hit


def _changes(block: BlockFacts) -> Iterator[Change]:
    """Yield every change stated with both values, and its percentage in brackets behind it."""
    following = dict(pairwise(block.figures))
    for found in (*_sentences(block), *_fractions(block), *_first_to_last(block)):
        yield found
        for before in (found.stated, found.old):
            percent = following.get(before)
            if percent is None or percent.unit != "%" or before.unit == "%" or found.stated.unit == "%":
                continue
            same = _SAME if before is found.stated else _SAME_BEHIND
            if same.fullmatch(block.text, before.end, percent.start):
                yield found._replace(stated=percent)


def _sentences(block: BlockFacts) -> Iterator[Change]:
    """Yield changes between two values told in words."""
    text, figures = block.text, block.figures
    leading = {b: a for a, b in pairwise(figures)}
    for one, two, three in zip(figures, figures[1:], figures[2:], strict=False):
        if one.ranged or two.ranged or three.ratio:
            continue
        yield from _against(text, leading, (one, two, three))
        link = _CHANGE.fullmatch(text, _behind(two), three.start) if _alike(one, two) else None
        if link is None:
            continue
        if one.unit != "%" and _BEFORE.fullmatch(text, one.end, two.start):
            yield Change(two, one, three, link["word"])
        elif (
            _FROM.search(text, max(0, one.start - 6), one.start)
            and _ROSE.fullmatch(text, _behind(one), two.start)
        ) or (one.unit != "%" and _years(text, one, two)):
            yield Change(one, two, three, link["word"])


def _against(
    text: str, leading: dict[Figure, Figure], three_figures: tuple[Figure, Figure, Figure]
) -> Iterator[Change]:
    """Yield `48 vụ, tăng 20% so với cùng kỳ (40 vụ)`, also `48 vụ, tăng 08 vụ, tương ứng tăng 20% so với cùng kỳ (40 vụ)`."""
    value, stated, old = three_figures
    if not same_unit(value, old) or not _AGAINST.fullmatch(text, _behind(stated), old.start):
        return
    link = _MOVED.fullmatch(text, value.end, stated.start)
    if link and _FRACTION_LEAD.search(text, max(0, value.start - 12), value.start):
        first, value = value, leading.get(value, value)
        if same_unit(value, old) and _MOVED.fullmatch(text, value.end, first.start):
            yield Change(old, value, first, link["word"])
        else:
            return
    if link and value.unit != "%" and not value.ratio:
        yield Change(old, value, stated, link["word"])


def _behind(figure: Figure) -> int:
    return figure.unit_end if figure.unit == "%" or figure.per else figure.end


def _alike(one: Figure, two: Figure) -> bool:
    """Tell whether two values are of one thing; `185.000 đồng lên 226.000 đồng/m3` names what for only once."""
    return same_unit(one, two) or (not one.per and same_unit(one._replace(per=two.per), two))


def _years(text: str, one: Figure, two: Figure) -> bool:
    """Tell whether two values are of two years, the earlier first: `năm 2023 có 120 …, năm 2024 có 150 …`."""
    first = _YEAR_LEAD.search(text, max(0, one.start - 40), one.start)
    second = _YEAR_NEXT.fullmatch(text, one.end, two.start)
    return bool(first and second and int(first[1]) < int(second[1]))


def _first_to_last(block: BlockFacts) -> Iterator[Change]:
    """Yield `Đầu năm có 2.145 hộ nghèo, chiếm 5,2%; cuối năm còn 1.568 hộ nghèo, chiếm 3,8%, giảm 577 hộ`."""
    text = block.text
    if "uối " not in text:
        return
    counts = [f for f in block.figures if f.unit not in {"", "%"}]
    for one, two, three in zip(counts, counts[1:], counts[2:], strict=False):
        last = _LAST.fullmatch(text, two.end, three.start) if same_kind(one, two) else None
        if (
            last
            and _OPENING.search(text, max(0, one.start - 50), one.start)
            and _CLOSING.search(text, max(0, two.start - 50), two.start)
        ):
            yield Change(one, two, three, last["word"])


def _fractions(block: BlockFacts) -> Iterator[Change]:
    """Yield `tăng 05 vụ (25/20 vụ)`."""
    text, figures = block.text, block.figures
    leading = {b: a for a, b in pairwise(figures)}
    for ratio in ratios(figures):
        stated = leading.get(ratio.part)
        if stated is None or stated.unit == "%" or not stated.unit:
            continue
        lead = _FRACTION_LEAD.search(text, max(0, stated.start - 12), stated.start)
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
        if old.unit == "%":  # points or percent of percent
            fits, exact = fits or abs(abs(difference) - stated.value) < unit, abs(difference)
        expected = f"{render(round(exact, stated.decimals))}%"
    elif same_unit(stated, new) or same_unit(stated, old):
        exact = abs(difference)
        slack = (
            max(Decimal(1).scaleb(f.scale - f.decimals) for f in (old, new, stated))
            if old.decimals or old.scale
            else Decimal(0)
        )
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
    args = {
        "old": old.text,
        "new": new.text,
        "found": block.text[stated.start : end],
        "word": found.word,
        "expected": expected,
        "right": word,
    }
    places = tuple(Related(f.start, f.end, f.text) for f in (old, new))
    return Hit(start, end, args, related=places, variant=variant)
