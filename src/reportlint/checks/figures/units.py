"""Units as figures carry them, compared."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlint.facts.numbers import Figure

PHYSICAL = frozenset("kg g mg tấn tạ yến ha m m2 m3 m² m³ km cm mm lít ml kw kwh mw mwp kva kv h giờ phút độ ms v l".split())
"""Units of measurement: numbers before them are no counts."""


def same_unit(one: Figure, other: Figure) -> bool:
    """Tell whether two figures count the same, tone marks aside (a scan mistakes them); scales may differ."""
    return bool(one.unit) and bare(one.unit) == bare(other.unit) and one.per == other.per


def bare(word: str) -> str:
    """Take the marks off a word: `đồng`, `động`, `đông` → `dong`.

    >>> bare("đồng")
    'dong'
    """
    plain = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(c for c in plain if not unicodedata.combining(c))
