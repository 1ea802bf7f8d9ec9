"""Which syllables look like a given one: other marks on the same letters, or one letter more, less or misread."""

from __future__ import annotations

from functools import cache
from operator import ne

from reportlint.knowledge import ngrams
from reportlint.letters import bare

_MISREAD = (
    ("ru", "ư"),
    ("rư", "ư"),
    ("rn", "m"),
    ("ii", "n"),
    ("ll", "n"),
    ("cl", "d"),
    ("lì", "h"),
    ("ìh", "nh"),
    ("tl", "th"),
    ("ð", "đ"),
)
"""Letters that OCR reads for others."""
_SOUNDS = (("x", "s"), ("ch", "tr"), ("l", "n"), ("gi", "d"), ("r", "d"), ("gi", "r"))
"""First letters that sound alike somewhere in the country."""
_ENDS = (("n", "ng"), ("c", "t"), ("nh", "n"), ("n", "ng"))
_LETTERS = "abcdeghiklmnopqrstuvxy"
LEAST = 30
"""A syllable seen less often is no correction (n-grams of legal texts)."""


@cache
def _by_letters() -> dict[str, tuple[tuple[str, int], ...]]:
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    seen = ngrams.seen_syllables(LEAST)
    for entry, letters in zip(seen.items(), bare(" ".join(seen)).split(" "), strict=True):
        found[letters] = (*found.get(letters, ()), entry)
    return found


@cache
def other_marks(word: str) -> tuple[tuple[str, int], ...]:
    """Return the syllables with the same letters under other marks, each with its number in the n-grams."""
    return tuple(entry for entry in _by_letters().get(bare(word), ()) if entry[0] != word)


@cache
def misread(word: str) -> tuple[tuple[str, int], ...]:
    """Return the syllables of which a letter was lost, added or misread, under any marks."""
    letters = bare(word)
    forms = {letters[:i] + letters[i + 1 :] for i in range(len(letters))}
    forms |= {letters + end for end in "cghimnoptuy"} | {letters + end for end in ("ng", "nh", "ch")}
    forms |= {letters.replace(bare(wrong), bare(right)) for wrong, right in _MISREAD if wrong in word}
    forms |= {letters[:i] + letters[i + 1] + letters[i] + letters[i + 2 :] for i in range(len(letters) - 1)}
    for a, b in _SOUNDS:
        forms |= {new + letters[len(old) :] for old, new in ((a, b), (b, a)) if letters.startswith(old)}
    for a, b in _ENDS:
        forms |= {
            letters[: len(letters) - len(old)] + new for old, new in ((a, b), (b, a)) if letters.endswith(old)
        }
    forms -= {letters, ""}
    table = _by_letters()
    return tuple(entry for form in sorted(forms) for entry in table.get(form, ()))


@cache
def one_changed(word: str) -> tuple[str, ...]:
    """Return the syllables that differ in one letter, all marks being the same: `nhiệm` for `nhiện`."""
    letters = bare(word)
    forms = {letters[:i] + other + letters[i + 1 :] for i in range(len(letters)) for other in _LETTERS} - {
        letters
    }
    table = _by_letters()
    entries = (form for key in sorted(forms) for form, _ in table.get(key, ()))
    return tuple(form for form in entries if sum(map(ne, form, word)) == 1)


@cache
def one_more(word: str) -> tuple[str, ...]:
    """Return the syllables with one letter more or less, or other marks, whatever their marks; none where no text has them."""
    letters = bare(word)
    forms = {letters[:i] + more + letters[i:] for i in range(len(letters) + 1) for more in _LETTERS}
    forms |= {letters[:i] + letters[i + 1 :] for i in range(len(letters))} | {letters}
    table = _by_letters()
    return tuple(
        form for form, _ in (entry for key in sorted(forms) for entry in table.get(key, ())) if form != word
    )
