"""VH008: one word or name with capitals here and without them there, in the same surroundings."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from reportlint.checks.capitals import lexicon
from reportlint.checks.capitals.words import fold, gap, in_capitals, is_title, lowered, pair, raised
from reportlint.rule import Edit, Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.facts.block import BlockFacts
    from reportlint.report import Report
    from reportlint.rule import Rule

_JOINS = frozenset({" ", " - ", " – "})
WINDOW = 4
"""Syllables that must agree before a difference in capitals is a difference in writing one name."""

SURE = 3
"""How many times more often a capital must stand before the small letter is taken for a slip."""


class Spot(NamedTuple):
    """A word of the report: its paragraph, its place there, its document offset."""

    facts: BlockFacts
    at: int
    start: int

    @property
    def text(self) -> str:
        """The word as written."""
        return self.facts.words[self.at].text


def variants(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report the rarer writing of a name, and a capital on a common noun that is small elsewhere."""
    paragraphs = list(_paragraphs(report))
    shown: set[int] = set()
    for hit in (*_names(paragraphs), *_nouns(paragraphs)):
        if hit.start not in shown:
            shown.add(hit.start)
            yield hit


def _paragraphs(report: Report) -> Iterator[tuple[BlockFacts, int]]:
    document = report.document
    last = report.outline.body[1]
    for block, facts in zip(document.blocks, report.facts.blocks, strict=True):
        if report.outline.body[0] <= block.index < last and len(facts.words) > 1 and not in_capitals(facts):
            yield facts, block.start


def _names(paragraphs: list[tuple[BlockFacts, int]]) -> Iterator[Hit]:
    """Compare all runs of four syllables that agree but for capitals behind the first."""
    runs: dict[tuple[str, ...], list[Spot]] = defaultdict(list)
    for facts, start in paragraphs:
        folded = [fold(w) for w in facts.words]
        gaps = [gap(facts, i).replace("–", "-") for i in range(len(folded))]
        for i in range(len(folded) - WINDOW + 1):
            between = gaps[i + 1 : i + WINDOW]
            if between == [" ", " ", " "] or all(g in _JOINS for g in between):
                key = (*folded[i : i + WINDOW], "".join(between))
                runs[key].append(Spot(facts, i, start))
    for key, spots in runs.items():
        if len(spots) > 1:
            yield from _differences(key, spots)


def _differences(key: tuple[str, ...], spots: list[Spot]) -> Iterator[Hit]:
    for offset in (1, 2):
        capitals = [s for s in spots if is_title(s.facts.words[s.at + offset].text)]
        small = [s for s in spots if s.facts.words[s.at + offset].text.islower()]
        if not capitals or not small or _one_document(key[offset:], capitals, offset):
            continue
        headed = all(_headed(s.facts, s.at + offset) for s in spots)
        wrong = _rarer(capitals, small, lower_wrong=headed)
        if wrong is capitals and (headed or any(_led(s.facts, s.at + offset) for s in capitals)):
            continue  # the field word of a body keeps its capital, whatever the habit of the report
        if wrong is small and not headed and len(capitals) < SURE * len(small):
            continue
        other = (small if wrong is capitals else capitals)[0]
        for spot in wrong:
            hit = _hit(
                Spot(spot.facts, spot.at + offset, spot.start),
                Spot(other.facts, other.at + offset, other.start),
                raise_=wrong is small,
            )
            if hit:
                yield hit


def _one_document(rest: tuple[str, ...], capitals: list[Spot], offset: int) -> bool:
    """Tell whether the capital may be right in one place and not in the other: documents, special nouns, longer names."""
    two = " ".join(rest[:2])
    if two in lexicon.DOCUMENT_TYPES or two in lexicon.SPECIAL or rest[0] in lexicon.SPECIAL_SYLLABLES:
        return True
    return any(_name_after(s.facts, s.at + offset) for s in capitals) and offset == 1


def _headed(facts: BlockFacts, i: int) -> bool:
    """Tell whether a capital stands one or two syllables before, as in `Công ty …`, `Ban …`, `Chỉ số …`."""
    if gap(facts, i) != " ":
        return False
    if facts.words[i - 1].text[0].isupper():
        return True
    return i > 1 and gap(facts, i - 1) == " " and facts.words[i - 2].text[0].isupper()


def _led(facts: BlockFacts, i: int) -> bool:
    return pair(facts, i - 2) in lexicon.NAME_LEADS or fold(facts.words[i - 1]) in lexicon.NAME_LEADS


def _rarer(capitals: list[Spot], small: list[Spot], *, lower_wrong: bool) -> list[Spot]:
    if len(capitals) != len(small):
        return min(capitals, small, key=len)
    return small if lower_wrong else capitals


def _hit(spot: Spot, other: Spot, *, raise_: bool) -> Hit | None:
    word = spot.facts.words[spot.at]
    if spot.facts.quoted(word.start, word.end):
        return None
    start, end = spot.start + word.start, spot.start + word.end
    right = raised(word.text) if raise_ else lowered(word.text)
    elsewhere = other.facts.words[other.at]
    related = Related(
        other.start + elsewhere.start, other.start + elsewhere.end, f"ở đây viết “{elsewhere.text}”"
    )
    args = {"found": _around(spot), "right": right, "word": word.text}
    return Hit(start, end, args, (Edit(start, start + 1, right[0]),), (related,))


def _around(spot: Spot) -> str:
    """Return the word with those next to it."""
    words = spot.facts.words
    first, last = max(spot.at - 1, 0), min(spot.at + 2, len(words) - 1)
    while last > spot.at and gap(spot.facts, last) not in _JOINS:
        last -= 1
    first = first if gap(spot.facts, spot.at) in _JOINS else spot.at
    return spot.facts.text[words[first].start : words[last].end]


def _nouns(paragraphs: list[tuple[BlockFacts, int]]) -> Iterator[Hit]:
    """Find common nouns with a capital inside a sentence that the report writes small elsewhere."""
    small: Counter[str] = Counter()
    places: dict[str, Spot] = {}
    capitals: dict[str, list[Spot]] = defaultdict(list)
    for facts, start in paragraphs:
        for i in range(len(facts.words) - 1):
            word = facts.words[i].text
            if word[0].islower():
                two = pair(facts, i)
                small[two] += 1
                places.setdefault(two, Spot(facts, i, start))
            elif i and is_title(word) and pair(facts, i) in lexicon.COMMON and _inside(facts, i):
                capitals[pair(facts, i)].append(Spot(facts, i, start))
    for two, spots in capitals.items():
        if small[two] >= len(spots):
            yield from (hit for s in spots if (hit := _hit(s, places[two], raise_=False)))


def _inside(facts: BlockFacts, i: int) -> bool:
    """Tell whether a capital stands inside a sentence, with small letters around and no name before or behind."""
    before, between = facts.words[i - 1], gap(facts, i)
    if between not in {" ", ", "} or not before.text.islower() or not facts.words[i + 1].text.islower():
        return False
    if gap(facts, i + 1) != " " or _name_after(facts, i):
        return False
    return between == ", " or not (_led(facts, i) or _name_before(facts, i))


def _name_after(facts: BlockFacts, i: int) -> bool:
    """Tell whether a capital or a figure follows within four syllables: the word may head a name."""
    for j in range(i + 1, min(i + 5, len(facts.words))):
        between = gap(facts, j)
        if between not in _JOINS:
            return any(c.isdigit() for c in between)
        if facts.words[j].text[0].isupper():
            return True
    return False


def _name_before(facts: BlockFacts, i: int) -> bool:
    """Tell whether the word may end a name: a capital stands before it and no word of the sentence between."""
    for j in range(i - 1, max(i - 7, -1), -1):
        word = facts.words[j]
        if fold(word) in lexicon.BREAKS or (fold(word) == "và" and j < i - 1):
            return False
        if word.text[0].isupper():
            return j > 0 or pair(facts, j) not in lexicon.VERBS
        if gap(facts, j) not in _JOINS:
            return False
    return False
