"""CT003 in typed text: a letter too many, too few or wrong, and a syllable lost, where legal texts leave no choice.

A pair of syllables that was never seen is looked at when one of the two has a partner of its own (`trung` of `ương`):
where the other looks like that partner, or like a word that has this one for its partner, it is a slip of the hand. So it
is when it is hardly a syllable at all and the neighbour knows well one that it looks like. And when two syllables are
always followed by a third which the next word follows too, that third was lost (`đẩy nhanh tiến giải ngân`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reportlint.checks.spelling.context import is_taken
from reportlint.checks.spelling.likeness import one_changed, one_more
from reportlint.checks.spelling.rarity import is_rare
from reportlint.knowledge import ngrams
from reportlint.knowledge.folding import Remembered
from reportlint.letters import bare

if TYPE_CHECKING:
    from reportlint.facts.block import BlockFacts

_DATA = Path(__file__).with_name("bound_syllables.txt")
KNOWN = 3
"""Two syllables seen together more often are no chance meeting."""
RARE = 20
"""A syllable seen less often is a slip by itself."""
SELDOM = 60
"""A syllable seen more often is a word of its own, which other marks make another."""
AT_HOME = 300
"""A pair seen so often shows which syllable was meant in place of a rare one."""
_REGIONAL = frozenset({"gởi", "nầy", "nhứt", "bịnh"})
"""Words of the south, which legal texts hardly have: right or not, they are no slip of another word."""
_GROUPS = frozenset(
    {"ban", "bộ", "cụm", "đoàn", "đội", "hội", "khối", "nhóm", "phòng", "sở", "tổ", "trạm", "viện"}
)
"""Groups of people named by one syllable, though legal texts mostly have a longer word that begins with it: các tổ."""
_EVERYWHERE = frozenset(
    """và của các có được là về tại với đến từ theo trong khi để cho không những một này đã sẽ đang do bởi như nếu mà thì ở vào ra lên
    xuống nên vừa cũng đều rất hơn nhất còn chỉ phải bị sau trước trên dưới cả mỗi mọi nhiều ít""".split()  # noqa: SIM905
)
"""Words that stand beside any other."""
AT_HOME_UNSEEN = 30
"""The same in place of a syllable that was never seen."""
TIED = 0.05
"""Two syllables belong together when one of them has the other beside it in so great a share of its places."""
MIN_LOST = 20
"""Three syllables must be seen together so often to say which one follows them."""


_RARE = Remembered(lambda word: is_rare(word, RARE))


class Stranger(NamedTuple):
    """Word number `i` is wrong: `right` is meant; or `right` was lost behind it."""

    i: int
    right: str
    lost: bool = False


@cache
def _partners() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Return the partners before a syllable, and those behind it."""
    before: dict[str, tuple[str, ...]] = {}
    behind: dict[str, tuple[str, ...]] = {}
    for line in _DATA.read_text(encoding="utf-8").split("\n"):
        if line and line[0] != "#":
            word, found, partners = line.partition("<")
            if found:
                before[word] = tuple(partners.split(" "))
            else:
                word, _, partners = line.partition(">")
                behind[word] = tuple(partners.split(" "))
    return before, behind


@cache
def _tied() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Return the words that want a syllable behind them, and those that want it before them, by that syllable."""
    wanting: list[dict[str, tuple[str, ...]]] = []
    for table in reversed(_partners()):
        inverted: dict[str, list[str]] = {}
        for word, partners in table.items():
            for partner in partners:
                inverted.setdefault(partner, []).append(word)
        wanting.append({partner: tuple(words) for partner, words in inverted.items()})
    return wanting[0], wanting[1]


def strangers(facts: BlockFacts, pairs: list[int]) -> Iterator[Stranger]:
    """Yield the slips that two neighbours never seen together tell."""
    before, behind = _partners()
    words = facts.folded
    for i in _never_seen(pairs):
        first, second = words[i], words[i + 1]
        lost = i > 1 and pairs[i - 1] >= MIN_LOST <= pairs[i - 2]
        if not (lost or _say_something(first, second)):
            continue  # most
        left, right = sides = _sides(pairs, i)
        if second in before and _may_slip(facts, i, left.own):
            meant = _meant(first, before[second])
            if meant and not _is_taken(facts, left, meant):
                yield Stranger(i, meant)
        elif first in behind and _may_slip(facts, i + 1, right.own):
            meant = _meant(second, behind[first])
            if meant and not _is_taken(facts, right, meant):
                yield Stranger(i + 1, meant)
        elif slip := _wanted(facts, sides) or _rare(facts, sides):
            yield slip
        elif lost and (meant := _lost(facts, i)):
            yield Stranger(i, meant, lost=True)


def _say_something(first: str, second: str) -> bool:
    """Tell whether one of two words is rare, has partners of its own, or is the partner of a word."""
    (before, behind), (forward, backward) = _partners(), _tied()
    tied = second in before or first in behind or second in forward or first in backward
    return tied or _RARE[first] or _RARE[second]


class _Side(NamedTuple):
    """One of two neighbours never seen together, taken for the wrong one."""

    at: int
    """Its number."""
    other: int
    own: int
    """How often it was seen beside its neighbour on the far side; -1 where there is none."""
    far: int
    """How often the other was."""

    @property
    def beyond(self) -> int:
        """The number of the other's neighbour on the far side, which may be none of the words."""
        return 2 * self.other - self.at

    def pair(self, word: str, other: str) -> int:
        """Return how often a word in place of this one was seen beside the other."""
        return ngrams.bigram(word, other) if self.at < self.other else ngrams.bigram(other, word)


def _sides(pairs: list[int], i: int) -> tuple[_Side, _Side]:
    left = pairs[i - 1] if i else -1
    right = pairs[i + 1] if i + 1 < len(pairs) else -1
    return _Side(i, i + 1, left, right), _Side(i + 1, i, right, left)


def _is_taken(facts: BlockFacts, side: _Side, meant: str) -> bool:
    """Tell whether a common word is right, since a number stands before the two (`24 đội với`), or the other has its place on the far side."""
    first, words = min(side.at, side.other), facts.folded
    if facts.gaps[first].rstrip(" ")[-1:].isdigit() and ngrams.unigram(words[side.at]) >= SELDOM:
        return True
    if side.far <= 0:
        return False
    three = (meant, words[side.other], words[side.beyond])
    return is_taken(side.far, ngrams.trigram(*(three if first == side.at else three[::-1])))


def _wanted(facts: BlockFacts, sides: tuple[_Side, _Side]) -> Stranger | None:
    """Return the slip in one of two words that a word tied to its neighbour tells: `nổ min`, since mìn wants nổ before it."""
    words = facts.folded
    for side, tied in zip(sides, _tied(), strict=True):
        word, other = words[side.at], words[side.other]
        if (
            other not in tied
            or not facts.written[side.other].islower()
            or not _may_slip(facts, side.at, side.own)
        ):
            continue
        for meant in tied[other]:
            if meant == word or not _near(word, meant):
                continue
            if len(meant) == len(word) and not is_rare(word, SELDOM):
                continue  # other marks make another word: `văn phong` is none of văn phòng
            # a neighbour better known on its far side belongs there: `địa phương | tiên phong`
            if side.far < side.pair(meant, other):
                return Stranger(side.at, meant)
    return None


def _rare(facts: BlockFacts, sides: tuple[_Side, _Side]) -> Stranger | None:
    """Return the slip in one of two words that is hardly a syllable at all: `công ghiệp`."""
    for side in sides:
        word, other = facts.folded[side.at], facts.folded[side.other]
        rare = _RARE[word] and facts.written[side.at].islower() and word not in _REGIONAL
        if rare and _may_slip(facts, side.at, side.own):
            near = [form for form in one_more(word) if _near(word, form)]
            meant = max((*near, *one_changed(word)), key=lambda form: side.pair(form, other), default="")
            together = side.pair(meant, other)
            tied = together >= TIED * min(ngrams.unigram(meant), ngrams.unigram(other))
            if tied and together >= (AT_HOME if ngrams.unigram(word) else AT_HOME_UNSEEN):
                return Stranger(side.at, meant)
    return None


def _lost(facts: BlockFacts, i: int) -> str:
    """Return the syllable that belongs between word `i` and the next, empty when there is none."""
    if facts.folded[i] in _GROUPS or ngrams.trigram(*facts.folded[i - 2 : i + 1]) < MIN_LOST:
        return ""
    right = ngrams.lost_between(*map(ngrams.number, facts.folded[i - 1 : i + 2]))
    return right if right and _in_small_letters(facts, i - 2, i + 2) else ""


def _never_seen(pairs: list[int]) -> Iterator[int]:
    """Yield where a pair counts 0: few of many, so it is searched for."""
    at = -1
    for _ in range(pairs.count(0)):
        at = pairs.index(0, at + 1)
        yield at


def _may_slip(facts: BlockFacts, i: int, other: int) -> bool:
    """Leave out words that the other neighbour knows, names, abbreviations and short words. `other` counts that pair."""
    word = facts.written[i]
    if (
        len(word) < len("abc")
        or not word[1:].islower()
        or (facts.quotes and facts.quoted(facts.start(i), facts.end(i)))
    ):
        return False
    if word.islower():
        return other <= KNOWN and facts.folded[i] not in _EVERYWHERE
    beside = [facts.written[k] for k in (i - 1, i + 1) if 0 <= k < len(facts.low)]
    return all(w.islower() for w in beside)


def _in_small_letters(facts: BlockFacts, first: int, end: int) -> bool:
    if not all(map(str.islower, facts.written[first:end])):
        return False
    return not facts.quoted(facts.start(first), facts.end(end - 1))


def _meant(word: str, partners: tuple[str, ...]) -> str:
    """Return the partner that the word looks like: one letter off, whatever its marks; a common word, one letter changed, is no slip."""
    letters = bare(word)
    for partner in partners:
        if partner == word or not _one_off(letters, bare(partner)):
            continue
        if len(partner) != len(word) or letters == bare(partner) or is_rare(word, RARE):
            return partner
    return ""


def _near(a: str, b: str) -> bool:
    """Tell whether one letter was dropped or added and all else is the same, or the marks alone differ."""
    short, long = sorted((a, b), key=len)
    if len(long) == len(short):
        return bare(a) == bare(b)
    return len(long) == len(short) + 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _one_off(a: str, b: str) -> bool:
    """Tell whether one letter was changed, added, dropped or swapped with the next."""
    if a == b:
        return True
    if abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    x, y = a[start:], b[start:]
    return x[1:] == y[1:] or x[1:] == y or x == y[1:] or (len(x) > 1 and x[1::-1] + x[2:] == y)
