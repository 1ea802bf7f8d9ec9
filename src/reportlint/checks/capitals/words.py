"""Looking at words of one paragraph by their case and the gaps between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlint.facts.block import BlockFacts

MOSTLY_CAPITALS = 0.4
"""Share of a paragraph that runs of capitals fill, from which a paragraph is set in capitals and says nothing about case."""


def in_capitals(block: BlockFacts) -> bool:
    """Tell whether a paragraph is set in capitals."""
    return sum(end - start for start, end, _ in block.capital_runs) > MOSTLY_CAPITALS * len(block.text)


def gap(block: BlockFacts, i: int) -> str:
    """Return the text between word `i` and the one before it; all before the first word."""
    return block.gaps[i]


def pair(block: BlockFacts, i: int) -> str:
    """Return word `i` and the next one, small and folded, when one space parts them; empty otherwise."""
    folded = block.folded
    if i < 0 or i + 1 >= len(folded) or block.gaps[i + 1] != " ":
        return ""
    return f"{folded[i]} {folded[i + 1]}"


def lowered(word: str) -> str:
    """Return a word with a small first letter."""
    return word[:1].lower() + word[1:]


def raised(word: str) -> str:
    """Return a word with a capital first letter."""
    return word[:1].upper() + word[1:]
