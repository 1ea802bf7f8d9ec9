"""Where the tone mark sits: ``hoá`` (new style) and ``hóa`` (old style) are one word.

Two spellings exist only for open syllables ending in oa, oe or uy (not after q).
Source: norms on orthography, QĐ 1989/QĐ-BGDĐT Điều 8 for the new style; state texts
use the old one. Names and words are compared after folding to the old style.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")

_TONED = {"a": "àáảãạ", "e": "èéẻẽẹ", "o": "òóỏõọ", "u": "ùúủũụ", "y": "ỳýỷỹỵ"}
_OPEN_RHYMES = (("o", "a"), ("o", "e"), ("u", "y"))


def _inverted_capital(text: str) -> str:
    return text.capitalize().swapcase()


_CASES = (str, str.upper, str.capitalize, _inverted_capital)


@cache
def _new_to_old() -> dict[str, str]:
    """Map every new-style pair of letters to its old-style pair, all capitalisations."""
    return {
        case(first + marked_second): case(marked_first + second)
        for first, second in _OPEN_RHYMES
        for marked_first, marked_second in zip(_TONED[first], _TONED[second], strict=True)
        for case in _CASES
    }


@cache
def _new_style() -> re.Pattern[str]:
    marked = {
        first: "".join(_TONED[second]) for first, second in _OPEN_RHYMES[1:]
    }  # o, u with what may follow
    marked["o"] += _TONED["a"]
    rhymes = "|".join(f"(?<=[{v}{v.upper()}])[{ends}{ends.upper()}]" for v, ends in marked.items())
    return re.compile(rf"[oOuU](?:{rhymes})(?<![qQ]..)(?![^\W\d_])")  # tried at these letters only


@cache
def _old_pairs() -> frozenset[str]:
    return frozenset(_new_to_old().values())


def fold_tone(text: str) -> str:
    """Return ``text`` (NFC) with tone marks in the old place; length and case are kept."""
    return _new_style().sub(lambda match: _new_to_old()[match[0]], text)


FEW_WORDS = 16_384
"""How many distinct words are kept in memory: a report has some 1,200 in 7,000, all of them together not much more."""


class Remembered(dict[str, T]):
    """What a function says of words, remembered for the words seen last: asking for all of a text costs 25 ns a word.

    >>> Remembered(str.lower).of(("Báo", "cáo"))
    ('báo', 'cáo')
    """

    def __init__(self, function: Callable[[str], T]) -> None:
        """Take the function, which depends on the word alone."""
        super().__init__()
        self._function = function

    def __missing__(self, word: str) -> T:
        """Ask the function once."""
        if len(self) >= FEW_WORDS:
            self.clear()
        answer = self[word] = self._function(word)
        return answer

    def of(self, words: Iterable[str]) -> tuple[T, ...]:
        """Return the answers for words, in their order."""
        return tuple(map(self.__getitem__, words))


def _fold_word(word: str) -> str:
    low = word.lower()
    if low[-2:] in _new_to_old() or "'" in low or "’" in low:  # else no pair can stand at an end of letters
        return fold_tone(low)
    return low


FOLDED = Remembered(_fold_word)
"""Words (NFC, letters and apostrophes) in small letters with tone marks in the old place."""


def tone_style(syllable: str) -> Literal["old", "new"] | None:
    """Tell which style one syllable (NFC) shows, or None where both styles write it alike."""
    if syllable[-3:-2] in ("q", "Q"):
        return None
    ending = syllable[-2:]
    if ending in _new_to_old():
        return "new"
    return "old" if ending in _old_pairs() else None
