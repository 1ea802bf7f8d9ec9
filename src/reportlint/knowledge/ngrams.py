"""How often one, two or three syllables follow each other in national legal texts.

Source: counted in 12.76 million syllables of public legal texts, tone placement folded; trigrams
seen fewer than four times are left out, so 0 means "rare or never". No count of two or three
syllables is above 65,535. ``scripts/knowledge_sources/ngrams.py`` says how the tables are built.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import compress, count, pairwise
from typing import Literal, NamedTuple

from reportlint.knowledge.data_files import read_bytes
from reportlint.knowledge.folding import fold_tone

_WORD_BITS = 14
_LAST = (1 << _WORD_BITS) - 1
"""The bits of the last syllable in a key."""
_KEPT = 65_536
"""How many answers are remembered: those of some ten reports."""


class _Pairs(NamedTuple):
    """A row for each first syllable: the second ones, sorted, with their counts. Short rows are searched fast."""

    starts: Sequence[int]
    """Where the row of each syllable begins, and behind the last where it ends."""
    seconds: Sequence[int]
    counts: Sequence[int]

    def place(self, first: int, second: int) -> int:
        """Return where two syllables are, -1 where they are not."""
        start, end = self.starts[first], self.starts[first + 1]
        at = bisect_left(self.seconds, second, start, end)
        return at if at < end and self.seconds[at] == second else -1


class _Triples(NamedTuple):
    """Sorted keys with their counts."""

    keys: Sequence[int]
    """Place of the first two syllables among the pairs, and number of the third."""
    counts: Sequence[int]

    def count(self, key: int) -> int:
        """Return the count of a key, 0 where it is not."""
        at = bisect_left(self.keys, key)
        return self.counts[at] if at < len(self.keys) and self.keys[at] == key else 0


def _numbers(type_code: Literal["I", "H"], name: str) -> Sequence[int]:
    """Read little-endian numbers of 4 ("I") or 2 ("H") bytes, without copying them where the machine has the same order."""
    data = read_bytes(name)
    if sys.byteorder == "little":
        return memoryview(data).cast(type_code)
    numbers = array(type_code, data)
    numbers.byteswap()
    return numbers


@cache
def _pairs() -> _Pairs:
    return _Pairs(
        _numbers("I", "bigram_starts.bin"),
        _numbers("H", "bigram_seconds.bin"),
        _numbers("H", "bigram_counts.bin"),
    )


@cache
def _triples() -> _Triples:
    return _Triples(_numbers("I", "trigram_keys.bin"), _numbers("H", "trigram_counts.bin"))


@lru_cache(_KEPT)
def _pair_place(first: int, second: int) -> int:
    """Return where two syllables stand in the table. Remembered: officialese repeats itself, and a search costs 0.4 µs."""
    return _pairs().place(first, second)


@lru_cache(_KEPT)
def _triple_count(place: int, third: int) -> int:
    return _triples().count(place << _WORD_BITS | third)


@cache
def _words() -> tuple[dict[str, int], Sequence[int]]:
    """Return the number of each word, and the counts by number."""
    words = read_bytes("ngram_words.txt").decode().split("\n")
    return dict(zip(words, range(len(words)), strict=True)), _numbers("I", "ngram_word_counts.bin")


def numbers() -> Mapping[str, int]:
    """Return the number of each syllable ever seen, small letters, tone marks in the old place."""
    return _words()[0]


def number(word: str) -> int:
    """Return the number of a syllable for `pair` and `triple`, -1 where it was never seen. Fastest for small letters."""
    found = _words()[0].get(word)
    return _words()[0].get(fold_tone(word.lower()), -1) if found is None else found


def pair(first: int, second: int) -> int:
    """Return the count of two syllables given by their numbers."""
    if first < 0 or second < 0:
        return 0
    place = _pair_place(first, second)
    return _pairs().counts[place] if place >= 0 else 0


def pairs(folded: Sequence[str], gaps: Sequence[str]) -> list[int]:
    """Return how often each syllable was seen with the next (small letters, tone marks in the old place).

    `gaps` has what stands before each and last what stands behind all; the count is -1 where that is no single space.
    """
    counts = list(map(_pair_counts.__getitem__, pairwise(folded)))
    for k in compress(count(), map(" ".__ne__, gaps[1:-1])):
        counts[k] = -1
    return counts


class _PairCounts(dict[tuple[str, str], int]):
    """Counts by the two syllables, remembered: asked for thousands at a time, too often to call a function for each."""

    def __missing__(self, two: tuple[str, str]) -> int:
        if len(self) >= _KEPT:
            self.clear()
        self[two] = found = bigram(*two)
        return found


_pair_counts = _PairCounts()


def triple(first: int, second: int, third: int) -> int:
    """Return the count of three syllables given by their numbers."""
    if first < 0 or second < 0 or third < 0:
        return 0
    place = _pair_place(first, second)
    return _triple_count(place, third) if place >= 0 else 0


@lru_cache(_KEPT)
def lost_between(first: int, second: int, third: int) -> str:
    """Return the syllable that all but always follows the first two and that the third was seen to follow; empty when there is none."""
    place = _pair_place(first, second)
    table = _triples()
    at, whole = bisect_left(table.keys, place << _WORD_BITS), _pairs().counts[place]
    while at < len(table.keys) and table.keys[at] >> _WORD_BITS == place:
        follower = table.keys[at] & _LAST
        if table.counts[at] >= 0.9 * whole:
            return list(_words()[0])[follower] if triple(second, follower, third) else ""
        at += 1
    return ""


def counts() -> Sequence[int]:
    """Return how often each syllable was seen, by its number."""
    return _words()[1]


def seen_syllables(least: int) -> dict[str, int]:
    """Return the syllables seen at least so often, each with its number."""
    numbers, counted = _words()
    return dict(compress(numbers.items(), map(least.__le__, counted)))


def unigram(word: str) -> int:
    """Return how often a syllable was seen, whatever its capitals and tone placement."""
    at = number(word)
    return counts()[at] if at >= 0 else 0


def bigram(first: str, second: str) -> int:
    """Return how often the second syllable followed the first."""
    return pair(number(first), number(second))


def trigram(first: str, second: str, third: str) -> int:
    """Return how often the three syllables were seen in this order."""
    return triple(number(first), number(second), number(third))
