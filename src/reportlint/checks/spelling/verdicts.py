"""How much evidence makes a word a slip. The numbers were measured: see `real_words`.

In these, `own` says how often the written form was seen beside its neighbours, `other` what speaks for its rival.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.checks.spelling.context import is_taken, strongest_side
from reportlint.checks.spelling.rarity import is_rare
from reportlint.knowledge import ngrams

if TYPE_CHECKING:
    from reportlint.checks.spelling.real_words import Suspect

MOST, MOST_BY_HAND = 15, 3
"""A pair seen more often than this is known: in a text from OCR, and in one that was typed."""
BOUND = 100
"""Two syllables seen together more often are a word."""
COMMON = 10_000
"""A syllable seen more often stands beside any other; only three in a row speak against it."""
RARE = 400
"""A syllable seen less often in 12.8 million is a likely slip by itself."""


def is_slip(s: Suspect, *, ocr: bool) -> bool:
    """Tell whether the rival is so much more at home that the written form must be wrong."""
    known = max(s.written.left, s.written.right)
    if ocr:
        return _is_broken(s, ocr=True) if known > MOST else _is_slip_of_ocr(s)
    return _is_broken(s, ocr=False) if known > MOST_BY_HAND else _is_slip_of_hand(s)


def _is_broken(s: Suspect, *, ocr: bool) -> bool:
    """One neighbour knows the word well, the other not at all: only three syllables with the rival in them count."""
    written, other = s.written, s.best.support
    weak, strong = (other.left, other.right) if written.left < written.right else (other.right, other.left)
    if ocr and other.before >= 500 and other.left and not written.left:
        return True
    return other.middle >= 40 and weak >= 300 and strong >= 40


def _is_slip_of_hand(s: Suspect) -> bool:
    """Ask for evidence that clean text never gives."""
    own, other = s.written.own, s.best.support
    if ngrams.unigram(s.low) >= COMMON and not other.middle:
        return False
    if s.best.tie >= 0.2 and own <= 3:
        return other.middle > 0 or not _is_taken(s)
    if ngrams.unigram(s.low) < RARE:
        known = other.middle >= 4 and other.strength >= 20 * (own + 1)
        compound = strongest_side(s.place, s.written, other) >= 3000 and (
            other.middle > 0 or not _is_taken(s)
        )
        alone = own == 0 and min(other.left, other.right) >= 40 and not _bound(s)
        if not (known or compound or alone):
            return False
        if compound or is_rare(s.low, RARE):
            return True
    if own == 0 and min(other.left, other.right) >= 60 and other.after + other.before >= 60:
        return True
    return other.middle >= 6 and other.strength >= 40 * (own + 1)


def _is_taken(s: Suspect) -> bool:
    """Tell whether the neighbour that speaks for the rival belongs to the word on its far side."""
    place, other = s.place, s.best.support
    if other.left >= other.right:
        return is_taken(ngrams.pair(place.left2, place.left), other.after)
    return is_taken(ngrams.pair(place.right, place.right2), other.before)


def _bound(s: Suspect) -> bool:
    """Tell whether the neighbour before belongs to the word before it, so that it says nothing: `hệ thống | dọc`, not `thống đốc`."""
    place = s.place
    return ngrams.pair(place.left2, place.left) > max(BOUND, s.best.support.left) and not s.best.support.after


def _is_slip_of_ocr(s: Suspect) -> bool:
    """Ask for less where a text is known to hold such errors; a letter lost or added needs three syllables in a row."""
    own, other = s.written.own, s.best.support
    if len(s.best.word) != len(s.low):
        return own == 0 and (
            other.middle >= 10 or (ngrams.unigram(s.low) < RARE and other.before >= 100 and other.left >= 10)
        )
    if s.best.tie >= 0.1 and own <= 5:
        return True
    if ngrams.unigram(s.low) < RARE:
        enough = other.strength >= 15 and other.strength >= 8 * (own + 1)
        return enough or strongest_side(s.place, s.written, other) >= 1000
    enough = other.middle >= 4 and other.strength >= 30 * (own + 1)
    return enough or (other.middle >= 8 and other.strength >= 20 * (own + 1))


def is_slip_again(s: Suspect) -> bool:
    """Ask for little where the same error stands elsewhere in the report."""
    written, other = s.written, s.best.support
    if written.middle:
        return False
    if (
        not written.after
        and not written.before
        and other.strength >= 10
        and other.strength >= 3 * (written.own + 1)
    ):
        return True
    return (other.before >= 100 and not written.before) or (other.after >= 100 and not written.after)
