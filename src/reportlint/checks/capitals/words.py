"""Looking at words of one paragraph by their case and the gaps between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.knowledge.folding import fold_tone

if TYPE_CHECKING:
    from reportlint.facts.block import BlockFacts, Word

MOSTLY_CAPITALS = 0.6
"""Share of capital letters from which a paragraph is set in capitals and says nothing about case."""


def is_title(word: str) -> bool:
    """Tell whether a word has one capital, the first letter, and small ones behind it."""
    return len(word) > 1 and word[0].isupper() and word[1:].islower()


def in_capitals(block: BlockFacts) -> bool:
    """Tell whether a paragraph is set in capitals."""
    letters = sum(len(w.text) for w in block.words)
    return sum(1 for w in block.words for c in w.text if c.isupper()) > MOSTLY_CAPITALS * letters


def gap(block: BlockFacts, i: int) -> str:
    """Return the text between word `i` and the one before it; all before the first word."""
    return block.text[block.words[i - 1].end if i else 0 : block.words[i].start]


def pair(block: BlockFacts, i: int) -> str:
    """Return word `i` and the next one, small and folded, when one space parts them; empty otherwise."""
    words = block.words
    if i < 0 or i + 1 >= len(words) or gap(block, i + 1) != " ":
        return ""
    return fold(words[i]) + " " + fold(words[i + 1])


def fold(word: Word) -> str:
    """Return a word as compared: small letters, tone mark in the old place."""
    return fold_tone(word.text.lower())


def lowered(word: str) -> str:
    """Return a word with a small first letter."""
    return word[:1].lower() + word[1:]


def raised(word: str) -> str:
    """Return a word with a capital first letter."""
    return word[:1].upper() + word[1:]
