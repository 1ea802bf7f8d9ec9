"""NT013: a year of the sexagenary cycle that the calendar year beside it is not: `Giáp Thìn năm 2023` for 2024."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.patterns import Pattern
from reportlint.rule import Hit, only_where

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.rule import Rule

_STEMS = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
_BRANCHES = ("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi")
_SPELLINGS = {"Kỉ": "Kỷ", "Quí": "Quý", "Tí": "Tý", "Mẹo": "Mão", "Tị": "Tỵ"}
_WRITTEN = (*_BRANCHES, "Tí", "Mẹo", "Tị")
_ANY_STEM = "|".join((*_STEMS, "Kỉ", "Quí"))
_ANY_BRANCH = "|".join(_WRITTEN)
_YEAR = Pattern(
    rf"(?<!\w)(?P<stem>{_ANY_STEM}) (?P<branch>{_ANY_BRANCH})(?:\)? (?:năm )?|\)? [-–] ?(?:năm )?|(?P<open> \((?:năm )?))"
    r"(?P<year>(?:19|20)\d\d)(?!\d|[./-]\d)(?(open)\)?)"
)
_TURN = Pattern(r"(?:[Cc]hạp|tháng (?:11|12|mười một|mười hai)|[Tt]ất niên|cuối năm)\D{0,30}\Z")
"""The last months of a lunar year run into the next calendar year."""


@only_where("Tết", "tết", "Xuân", "xuân", "âm lịch", "Âm lịch", "Chạp", "Giêng", "năm mới")
def wrong_year(block: BlockFacts, _rule: Rule) -> Iterable[Hit]:
    """Report a lunar year and a calendar year side by side that are not the same, where the paragraph speaks of Tết."""
    for match in _YEAR.finditer(block.text):
        expected = name_of(int(match["year"]))
        named = f"{_spelt(match['stem'])} {_spelt(match['branch'])}"
        if named != expected and not _TURN.search(block.text, max(0, match.start() - 45), match.start()):
            args = {"found": match.group(), "year": match["year"], "expected": expected}
            yield Hit(match.start(), match.end(), args)


def name_of(year: int) -> str:
    """Return the name of the lunar year that begins in a calendar year.

    >>> name_of(2024)
    'Giáp Thìn'
    """
    return f"{_STEMS[(year - 4) % 10]} {_BRANCHES[(year - 4) % 12]}"


def _spelt(word: str) -> str:
    return _SPELLINGS.get(word, word)
