"""Abbreviations: which every reader of a report knows, and what others may stand for.

Sources: ``abbreviations.txt`` (a judgement, written by hand: the State's decree has no rule on
abbreviations in the body), ``expansions.tsv`` (soe_vinorm, MIT).
"""

from __future__ import annotations

from functools import cache

from reportlint.knowledge.data_files import read_rows


@cache
def commonly_known() -> frozenset[str]:
    """Return the abbreviations that need no explanation, as they are written."""
    return frozenset(word for row in read_rows("abbreviations.txt") for word in row.split())


@cache
def _expansions() -> dict[str, tuple[str, ...]]:
    rows = (row.split("\t") for row in read_rows("expansions.tsv"))
    return {short: tuple(long.split(";")) for short, long in rows}


def expansion(abbreviation: str) -> tuple[str, ...]:
    """Return the known meanings of an abbreviation written in capitals, empty when unknown."""
    return _expansions().get(abbreviation, ())
