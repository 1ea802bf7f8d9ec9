"""How well a syllable stands between its neighbours, told by the counts of legal texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportlint.knowledge import ngrams

if TYPE_CHECKING:
    from reportlint.facts.block import BlockFacts

TIED = 25
"""Two syllables seen together less often say nothing of each other."""
FAR = 300
"""How many times rarer the written form must be beside a neighbour for that neighbour to speak for another form."""


TAKEN = 50
"""A neighbour seen more often beside the word on its far side may belong to that one."""


def is_taken(far: int, whole: int) -> bool:
    """Tell whether a neighbour belongs to the word on its far side and so speaks for no form: `đều | kiện toàn`, not `điều kiện`.

    `far` counts the two, `whole` both of them with the form that the neighbour seems to want.
    """
    return far > TAKEN and whole * 10 < far


class Neighbours(NamedTuple):
    """Numbers of the two syllables on each side; -1 where a mark, an unknown word or the end stands."""

    left2: int
    left: int
    right: int
    right2: int

    def support(self, number: int) -> Support:
        """Return how often a syllable was seen in this place."""
        left, right = self.left, self.right
        return Support(
            ngrams.triple(left, number, right),
            ngrams.triple(self.left2, left, number),
            ngrams.triple(number, right, self.right2),
            ngrams.pair(left, number),
            ngrams.pair(number, right),
        )

    def stands(self, number: int) -> bool:
        """Tell whether a syllable was seen beside either neighbour."""
        return ngrams.pair(self.left, number) > 0 or ngrams.pair(number, self.right) > 0


class Support(NamedTuple):
    """Counts of three syllables with the place in the middle, at the end, at the start; of two on the left and right."""

    middle: int
    after: int
    before: int
    left: int
    right: int

    @property
    def strength(self) -> int:
        """One number: what three syllables say counts most, two must agree on both sides."""
        return 3 * self.middle + self.after + self.before + min(self.left, self.right)

    @property
    def own(self) -> int:
        """How often the two pairs were seen."""
        return self.left + self.right

    @property
    def settled(self) -> bool:
        """Whether three syllables in this order were seen at all: then nothing is wrong."""
        return self.middle > 0 or self.after > 0 or self.before > 0


class Rival(NamedTuple):
    """Another syllable for a place, and what speaks for it."""

    score: int
    word: str
    support: Support
    tie: float
    """Share of a neighbour's occurrences that this syllable accounts for: `giáo` in `giáo dục`. 0 when it does not fit both sides."""


def rival(place: Neighbours, written: Support, word: str, number: int) -> Rival:
    """Weigh one candidate against the written form."""
    support = place.support(number)
    tie = _tie(place, written, support)
    return Rival(support.strength + int(300 * tie), word, support, tie)


def _tie(place: Neighbours, written: Support, other: Support) -> float:
    counts, tie = ngrams.counts(), 0.0
    fits_left, fits_right = place.left < 0 or other.left > 0, place.right < 0 or other.right > 0
    if place.left >= 0 and fits_right and other.left >= TIED and written.left * FAR <= other.left:
        tie = other.left / max(counts[place.left], 2 * TIED)
    if place.right >= 0 and fits_left and other.right >= TIED and written.right * FAR <= other.right:
        tie = max(tie, other.right / max(counts[place.right], 2 * TIED))
    return tie


def strongest_side(place: Neighbours, written: Support, other: Support) -> int:
    """Return the count of the pair that speaks most for the other form, 0 where the other side speaks against it."""
    if place.left >= 0 and place.right >= 0 and not (other.left and other.right):
        return 0
    left = other.left if written.left * FAR <= other.left else 0
    right = other.right if written.right * FAR <= other.right else 0
    return max(left, right)


def neighbours(block: BlockFacts, i: int) -> Neighbours:
    """Return the neighbours of word `i` that one space parts from it and from each other."""
    words, gaps, numbers = block.folded, block.gaps, ngrams.numbers()
    left = numbers.get(words[i - 1], -1) if i and gaps[i] == " " else -1
    right = numbers.get(words[i + 1], -1) if i + 1 < len(words) and gaps[i + 1] == " " else -1
    left2 = numbers.get(words[i - 2], -1) if left >= 0 and i > 1 and gaps[i - 1] == " " else -1
    right2 = numbers.get(words[i + 2], -1) if right >= 0 and i + 2 < len(words) and gaps[i + 2] == " " else -1
    return Neighbours(left2, left, right, right2)
