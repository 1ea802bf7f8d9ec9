"""What is said to people in both languages: Vietnamese for everybody, English for who asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Said(NamedTuple):
    """One wording in two languages."""

    vi: str
    en: str


def in_language(words: Said | str, lang: str) -> str:
    """Return a wording in a language (`vi` or `en`); a plain text is the same in both."""
    if isinstance(words, Said):
        return words.en if lang == "en" else words.vi
    return words


def worded(entry: Mapping[str, Any], key: str, lang: str) -> str:
    """Return the wording `key` of a rule's page or example in a language; Vietnamese where a pack has no English.

    >>> worded({"why": "Vì thế.", "why_en": "That is why."}, "why", "en")
    'That is why.'
    """
    english: str = entry.get(f"{key}_en", "") if lang == "en" else ""
    return english or entry.get(key, "")


def visible(name: str) -> str:
    """Return a file's name as it may be shown: line ends, escapes and the like written as a programmer writes them."""
    if name.isprintable():
        return name
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in name)


def joined(words: Iterable[Said], *, by: str = ", ") -> Said:
    """Put wordings one after the other in both languages."""
    words = tuple(words)
    return Said(by.join(word.vi for word in words), by.join(word.en for word in words))
