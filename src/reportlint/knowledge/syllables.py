"""Which words a Vietnamese administrative text may hold.

Sources: ``syllables.tsv`` (from the list of soe_vinorm), ``words.txt`` (foreign, chemical
and technical words, written by hand), ``places.txt`` (syllables of unit names that are
not Vietnamese syllables, such as Krông).
"""

from __future__ import annotations

from functools import cache

from reportlint.knowledge.data_files import read_bytes, read_rows
from reportlint.knowledge.folding import Remembered, fold_tone

CONSONANTS = "bcdđghklmnpqrstvx"


@cache
def _beginnings() -> dict[str, frozenset[str]]:
    """Map each rhyme, all that follows the first consonants, to the consonants that may stand before it ("" for none)."""
    found: dict[str, frozenset[str]] = {}
    for line in read_bytes("syllables.tsv").decode().splitlines():
        beginnings, _, rhymes = line.partition("\t")
        found |= dict.fromkeys(rhymes.split(" "), frozenset(beginnings.split(" ")))
    return found


def _is_syllable(low: str) -> bool:
    rhyme = low.lstrip(CONSONANTS)
    return low[: len(low) - len(rhyme)] in _beginnings().get(rhyme, ())


SYLLABLE = Remembered(_is_syllable)
"""Whether words in small letters (NFC) are possible Vietnamese syllables, in either tone style."""


@cache
def _words() -> frozenset[str]:
    return frozenset(fold_tone(" ".join(read_rows("words.txt"))).split())


@cache
def place_syllables() -> frozenset[str]:
    """Return the lower-case parts of unit names, old and new, that are no Vietnamese syllable."""
    return frozenset(read_bytes("places.txt").decode().split("\n"))


def is_syllable(word: str) -> bool:
    """Tell whether ``word`` (NFC, any case, either tone style) is a possible Vietnamese syllable."""
    return SYLLABLE[word.lower()]


def is_known_word(word: str) -> bool:
    """Tell whether ``word`` is a syllable, an allowed foreign word or part of a place name.

    A word with hyphens is known when it is listed, or when all its parts are known.
    """
    lower = fold_tone(word.lower().replace("’", "'"))
    if not lower:
        return False
    if SYLLABLE[lower] or lower in _words() or lower in place_syllables():
        return True
    return "-" in lower and all(is_known_word(part) for part in lower.split("-"))
