"""How often one, two or three syllables follow each other in national legal texts.

Source: counted in 12.76 million syllables of public legal texts, tone placement folded; trigrams
seen fewer than four times are left out, so 0 means "rare or never". No count of two or three
syllables is above 65,535. ``scripts/knowledge_sources/ngrams.py`` says how the tables are built.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import compress, repeat
from typing import Literal, NamedTuple

from reportlint.knowledge.data_files import read_bytes
from reportlint.knowledge.folding import fold_tone

_WORD_BITS = 14
_KEPT = 65_536
"""How many answers are remembered: those of some ten reports."""


class _Table(NamedTuple):
    """Sorted keys with their counts."""

    keys: Sequence[int]
    counts: Sequence[int]

    def place(self, key: int) -> int:
        """Return where ``key`` is, -1 where it is not."""
        at = bisect_left(self.keys, key)
        return at if at < len(self.keys) and self.keys[at] == key else -1

    def count(self, key: int) -> int:
        """Return the count of ``key``, 0 where it is not."""
        at = self.place(key)
        return self.counts[at] if at >= 0 else 0


def _table(keys: str, counts: str) -> _Table:
    return _Table(_numbers("I", keys), _numbers("H", counts))


def _numbers(type_code: Literal["I", "H"], name: str) -> Sequence[int]:
    """Read little-endian numbers of 4 ("I") or 2 ("H") bytes, without copying them where the machine has the same order."""
    data = read_bytes(name)
    if sys.byteorder == "little":
        return memoryview(data).cast(type_code)
    numbers = array(type_code, data)
    numbers.byteswap()
    return numbers


@cache
def _bigrams() -> _Table:
    return _table("bigram_keys.bin", "bigram_counts.bin")


@cache
def _trigrams() -> _Table:
    return _table("trigram_keys.bin", "trigram_counts.bin")


@lru_cache(_KEPT)
def _pair_place(key: int) -> int:
    """Return where two syllables stand in the table. Remembered: officialese repeats itself, and a search costs 0.6 µs."""
    return _bigrams().place(key)


@lru_cache(_KEPT)
def _triple_count(place: int, third: int) -> int:
    return _trigrams().count(place << _WORD_BITS | third)


@cache
def _words() -> tuple[dict[str, int], Sequence[int]]:
    """Return the number of each word, and the counts by number."""
    words = read_bytes("ngram_words.txt").decode().split("\n")
    return dict(zip(words, range(len(words)), strict=True)), _numbers("I", "ngram_word_counts.bin")


def number(word: str) -> int:
    """Return the number of a syllable for `pair` and `triple`, -1 where it was never seen. Fastest for small letters."""
    found = _words()[0].get(word)
    return _words()[0].get(fold_tone(word.lower()), -1) if found is None else found


def numbers(folded: Iterable[str]) -> list[int]:
    """Return the numbers of syllables in small letters, tone marks in the old place; -1 where one was never seen."""
    return list(map(_words()[0].get, folded, repeat(-1)))


def pair(first: int, second: int) -> int:
    """Return the count of two syllables given by their numbers."""
    if first < 0 or second < 0:
        return 0
    return _pair_counts[first << _WORD_BITS | second]


def pairs(ids: Sequence[int], near: Sequence[bool]) -> list[int]:
    """Return the counts of the neighbours in a row of numbers; -1 where `near` says that they do not touch."""
    keys = [
        first << _WORD_BITS | second if touching else _APART
        for first, second, touching in zip(ids, ids[1:], near, strict=False)
    ]
    return list(map(_pair_counts.__getitem__, keys))


class _PairCounts(dict[int, int]):
    """Counts by the key of a pair, remembered: asked for thousands at a time, too often to call a function for each."""

    def __missing__(self, key: int) -> int:
        if len(self) >= _KEPT:
            self.clear()
        self[key] = count = -1 if key == _APART else _bigrams().count(key)
        return count


_APART = -(2**63)
"""Stands for the key of two syllables that do not touch; others below 0 have one that was never seen."""
_pair_counts = _PairCounts()


def triple(first: int, second: int, third: int) -> int:
    """Return the count of three syllables given by their numbers."""
    if first < 0 or second < 0 or third < 0:
        return 0
    place = _pair_place(first << _WORD_BITS | second)
    return _triple_count(place, third) if place >= 0 else 0


@lru_cache(_KEPT)
def lost_between(first: int, second: int, third: int) -> str:
    """Return the syllable that all but always follows the first two and that the third was seen to follow; empty when there is none."""
    place = _pair_place(first << _WORD_BITS | second)
    table = _trigrams()
    at, whole = bisect_left(table.keys, place << _WORD_BITS), _bigrams().counts[place]
    while at < len(table.keys) and table.keys[at] >> _WORD_BITS == place:
        follower = table.keys[at] & ((1 << _WORD_BITS) - 1)
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
