"""VH008: one word or name with capitals here and without them there, in the same surroundings."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from reportlint.checks.capitals import companies, departments, lexicon, long_names
from reportlint.checks.capitals.words import gap, in_capitals, lowered, pair, raised
from reportlint.rule import Edit, Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.facts.block import BlockFacts
    from reportlint.report import Report
    from reportlint.rule import Rule

_JOINS = frozenset({" ", " - ", " – "})
_WINDOWS = ((-1, 2), (-2, 1))
"""First and last of the four syllables that must agree before a capital among them is a matter of writing."""
_HEADED_WINDOW = (-1, 1)
"""The same behind the word for a body, where three syllables make a name: `Ban Chỉ đạo`, `Cục Thuế`."""
_ONE_CAPITAL = frozenset(
    {
        "trung ương",
        "quốc hội",
        "chính phủ",
        "nhà nước",
        "nhân dân",
        "thủ tướng",
        "chủ tịch",
        "bí thư",
        "giám đốc",
        "thanh tra",
    }
)
_LEADS = lexicon.NAME_LEADS | lexicon.SPECIAL
_UNITS = frozenset({"thành", "tỉnh", "huyện", "quận", "thị", "xã", "phường"})
_HEADS = frozenset({"Ban", "Cục", "Đoàn", "Phòng", "Sở", "Hội", "Tổ", "Viện"})
SURE = 3
"""How many times more often a capital must stand before the small letter is taken for a slip."""


class Spot(NamedTuple):
    """A word of the report: its paragraph, its number there, the document offset of the paragraph."""

    facts: BlockFacts
    at: int
    start: int


_Two = tuple[str, ...]
"""Two words, small and folded."""
_Place = tuple["BlockFacts", int, int]
"""What makes a spot: few are needed."""
_FREE = frozenset(tuple(two.split(" ")) for two in lexicon.SPECIAL | lexicon.DOCUMENT_TYPES)


class Pairs(NamedTuple):
    """Words by themselves and the next one, folded: those with a capital inside a sentence, and the same small."""

    capital: dict[_Two, list[_Place]]
    small: dict[_Two, list[Spot]]


def variants(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report the rarer writing of a name, and a capital on a common noun that is small elsewhere."""
    pairs = _pairs([*_paragraphs(report)])
    shown: set[int] = set()
    whole = [*long_names.differing(report)]
    fields = (f for f in companies.small_fields(report) if not any(h.start <= f.start < h.end for h in whole))
    for hit in (*whole, *fields, *departments.together(report)):
        shown.add(hit.start)
        yield hit
    for two, places in pairs.capital.items():
        small = pairs.small.get(two)
        if not small:
            continue  # most words: nothing to compare with
        capitals = [Spot(*place) for place in places]
        found = [*_names(capitals, small), *_nouns(" ".join(two), capitals, small)]
        for hit in _one_way(found, raise_=len(capitals) > len(small)):
            if hit.start not in shown:
                shown.add(hit.start)
                yield hit


def _one_way(hits: list[Hit], *, raise_: bool) -> list[Hit]:
    """Keep the hits of the more frequent writing where the surroundings speak for a capital here and against it there."""
    up = [hit for hit in hits if str(hit.args["right"])[0].isupper()]
    if not up or len(up) == len(hits):
        return hits
    return up if raise_ else [hit for hit in hits if hit not in up]


def _paragraphs(report: Report) -> Iterator[tuple[BlockFacts, int]]:
    first, last = report.outline.body
    for block in report.document.blocks[first:last]:
        facts = report.facts.blocks[block.index]
        if len(facts.low) > 1 and not in_capitals(facts):
            yield facts, block.start


def _pairs(paragraphs: list[tuple[BlockFacts, int]]) -> Pairs:
    capital: dict[_Two, list[_Place]] = defaultdict(list)
    for facts, start in paragraphs:
        folded, gaps = facts.folded, facts.gaps
        last = len(folded) - 1
        for i in facts.titled:
            if 0 < i < last and gaps[i + 1] == " " and (two := folded[i : i + 2]) not in _FREE:
                capital[two].append((facts, i, start))
    small: dict[_Two, list[Spot]] = defaultdict(list)
    seconds: dict[str, set[str]] = defaultdict(set)
    for first, second in capital:
        seconds[first].add(second)
    for facts, start in paragraphs:
        folded = (*facts.folded, "")
        for i in facts.where(seconds):
            if (
                folded[i + 1] in seconds[folded[i]]
                and facts.gaps[i + 1] == " "
                and facts.written[i][0].islower()
            ):
                small[folded[i : i + 2]].append(Spot(facts, i, start))
    return Pairs(capital, small)


def _names(capitals: list[Spot], small: list[Spot]) -> Iterator[Hit]:
    """Compare runs of four syllables that agree but for the capital; the first of them is never looked at."""
    before = {s.facts.low[s.at - 1] for s in capitals if s.at}  # the word before is part of every run
    small = [s for s in small if s.at and s.facts.low[s.at - 1] in before]
    if not small:
        return
    for first, last in (*_WINDOWS, _HEADED_WINDOW):
        runs: dict[_Run, tuple[list[Spot], list[Spot]]] = defaultdict(lambda: ([], []))
        for kind, spots in enumerate((capitals, small)):
            for spot in spots:
                if (first, last) == _HEADED_WINDOW and spot.facts.written[spot.at - 1] not in _HEADS:
                    continue
                if key := _run(spot, first, last):
                    runs[key][kind].append(spot)
        for high, low in runs.values():
            if high and low:
                yield from _difference(high, low, long_left=first < -1 or (first, last) == _HEADED_WINDOW)


_Run = tuple[tuple[str, ...], tuple[str, ...]]
"""Syllables in small letters, and what joins them."""


def _run(spot: Spot, first: int, last: int) -> _Run | None:
    """Return the run of syllables around a word; None when a mark parts them."""
    facts, low, high = spot.facts, spot.at + first, spot.at + last
    joints = facts.gaps[low + 1 : high + 1]
    if low < 0 or high >= len(facts.low) or not _JOINS.issuperset(joints):
        return None
    return facts.low[low : high + 1], tuple(joint.replace("–", "-") for joint in joints)


def _difference(capitals: list[Spot], small: list[Spot], *, long_left: bool) -> Iterator[Hit]:
    first = capitals[0].facts.folded[capitals[0].at]
    if first in lexicon.SPECIAL_SYLLABLES or _unit_of_committee(capitals[0]):
        return
    if not long_left and any(_name_after(s.facts, s.at) for s in capitals):
        return
    headed = all(_headed(s.facts, s.at) for s in (*capitals, *small))
    wrong = _rarer(capitals, small, lower_wrong=headed)
    if wrong is capitals:
        if headed or any(_led(s.facts, s.at) for s in capitals):
            return
        wrong = [s for s in capitals if not _headed(s.facts, s.at)]  # the field word of a body keeps its own
    else:
        wrong = small = [spot for spot in small if not (_common(spot, capitals) or _second(spot))]
    if wrong is small and not headed and len(capitals) < SURE * len(small):
        return
    other = (capitals if wrong is small else small)[0]
    yield from (hit for spot in wrong if (hit := _hit(spot, other, raise_=wrong is small)))


def _unit_of_committee(spot: Spot) -> bool:
    """Tell whether the word is the type of unit in a committee's name, small by rule: `UBND thành phố Hà Nội`."""
    low, i = spot.facts.low, spot.at
    return low[i] in _UNITS and low[i - 1] in {"ubnd", "hđnd", "dân"}


def _second(spot: Spot) -> bool:
    """Tell whether the word is the second syllable of one that never has two capitals: `Trung ương`, `Quốc hội`."""
    return pair(spot.facts, spot.at - 1) in _ONE_CAPITAL


def _common(spot: Spot, capitals: list[Spot]) -> bool:
    """Tell whether the whole phrase is small, and no name: `giáo dục và đào tạo`, `chương trình giáo dục` beside `Chương trình Giáo dục`."""
    facts, i = spot.facts, spot.at
    if i < 2 or not facts.written[i - 2].islower():
        return False
    if facts.folded[i - 1] == "và":
        return i < 3 or not facts.written[i - 3][0].isupper()
    if pair(facts, i - 2) not in lexicon.NAME_LEADS | lexicon.DOCUMENT_TYPES:
        return False
    same = [s for s in capitals if s.at > 1 and s.facts.low[s.at - 2] == facts.low[i - 2]]
    return bool(same) and all(s.facts.written[s.at - 2][0].isupper() for s in same)


def _rarer(capitals: list[Spot], small: list[Spot], *, lower_wrong: bool) -> list[Spot]:
    if len(capitals) != len(small):
        return min(capitals, small, key=len)
    return small if lower_wrong else capitals


def _headed(facts: BlockFacts, i: int) -> bool:
    """Tell whether a capital stands one or two syllables before, as in `Công ty …`, `Chỉ số …`, or three in `Khoa học và …`.

    That of a sentence's first word says nothing, unless names begin with it.
    """
    reach = 3 if facts.folded[i - 1] == "và" else 2
    for j in range(i, max(i - reach, 0), -1):
        if gap(facts, j) != " ":
            return False
        if facts.written[j - 1][0].isupper():
            opens = j == 1 or gap(facts, j - 1).endswith((") ", ". "))
            return not opens or facts.written[j - 1] in _HEADS or pair(facts, j - 1) in _LEADS
    return False


def _led(facts: BlockFacts, i: int) -> bool:
    """Tell whether a word stands before that introduces a name, such as đề án, cuộc thi."""
    return pair(facts, i - 2) in lexicon.NAME_LEADS or facts.folded[i - 1] in lexicon.NAME_LEADS


def _hit(spot: Spot, other: Spot, *, raise_: bool) -> Hit | None:
    word = spot.facts.words[spot.at]
    if spot.facts.quoted(word.start, word.end):
        return None
    right = raised(word.text) if raise_ else lowered(word.text)
    elsewhere = other.facts.words[other.at]
    related = Related(
        other.start + elsewhere.start,
        other.start + elsewhere.end,
        Said(f"ở đây viết “{elsewhere.text}”", f"written “{elsewhere.text}” here"),
    )
    start, end = spot.start + word.start, spot.start + word.end
    args = {"found": _around(spot), "right": right, "word": word.text}
    return Hit(start, end, args, (Edit(start, start + 1, right[0]),), (related,), cause="capital")


def _around(spot: Spot) -> str:
    """Return the word with those next to it."""
    words, at = spot.facts.words, spot.at
    first = at - 1 if gap(spot.facts, at) in _JOINS else at
    last = at
    while last < min(at + 2, len(words) - 1) and gap(spot.facts, last + 1) in _JOINS:
        last += 1
    return spot.facts.text[words[first].start : words[last].end]


def _nouns(two: str, capitals: list[Spot], small: list[Spot]) -> Iterator[Hit]:
    """Find common nouns with a capital inside a sentence that the report writes small elsewhere."""
    if two in lexicon.COMMON:
        inside = [s for s in capitals if _inside(s.facts, s.at)]
        if len(small) >= len(inside):
            yield from (hit for s in inside if (hit := _hit(s, small[0], raise_=False)))


def _inside(facts: BlockFacts, i: int) -> bool:
    """Tell whether a capital stands inside a sentence, with small letters around and no name before or behind."""
    between = gap(facts, i)
    if between not in {" ", ", "} or not facts.written[i - 1].islower() or not facts.written[i + 1].islower():
        return False
    if gap(facts, i + 1) != " " or _name_after(facts, i):
        return False
    return between == ", " or not (_led(facts, i) or _name_before(facts, i))


def _name_after(facts: BlockFacts, i: int) -> bool:
    """Tell whether a capital or a figure follows within four syllables: the word may head a name."""
    for j in range(i + 1, min(i + 5, len(facts.low))):
        between = gap(facts, j)
        if between not in _JOINS:
            return any(c.isdigit() for c in between)
        if facts.written[j][0].isupper():
            return True
    return False


def _name_before(facts: BlockFacts, i: int) -> bool:
    """Tell whether the word may end a name: a capital stands before it and no word of the sentence between."""
    for j in range(i - 1, max(i - 7, -1), -1):
        folded = facts.folded[j]
        if folded in lexicon.BREAKS or (folded == "và" and j < i - 1):
            return False
        if facts.written[j][0].isupper():
            return j > 0 or pair(facts, j) not in lexicon.VERBS
        if gap(facts, j) not in _JOINS:
            return False
    return False
