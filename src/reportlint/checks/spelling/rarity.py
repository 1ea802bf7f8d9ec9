"""Whether a syllable is so rare that this alone makes it a likely slip.

The n-grams are those of legal texts, which hardly have `buồn`, `muỗi` or `vội`. `ordinary_words.txt` names such syllables:
that they were seldom counted says nothing, though what stands beside them may still tell a slip.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportlint.knowledge import ngrams

_DATA = Path(__file__).with_name("ordinary_words.txt")


@cache
def _ordinary() -> frozenset[str]:
    _, _, words = _DATA.read_text(encoding="utf-8").partition("\n\n")
    return frozenset(words.split())


def is_rare(word: str, below: int) -> bool:
    """Tell whether a syllable (small letters, tone marks in the old place) was seen less often than `below` and is no ordinary word."""
    return ngrams.unigram(word) < below and word not in _ordinary()
