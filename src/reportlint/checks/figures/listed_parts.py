"""The parts of a total as a list gives them: one figure for each member, read only where the structure is beyond doubt."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from reportlint.checks.figures.shared_runs import ALL
from reportlint.checks.figures.units import same_kind
from reportlint.facts.numbers import within
from reportlint.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.block import BlockFacts
    from reportlint.facts.numbers import Figure

_NESTED = Pattern(r"\([^()]*\)|(?:dưới|trên|từ|đủ) \d{1,2}(?: (?:đến|-) \d{1,2})? tuổi")
"""What stands inside a member without being counted: another bracket, an age."""
_SPLIT = Pattern(r"\s*(?:[;+]|,(?!\d))\s*(?:và\s)?|\s+và\s+")
_SEMICOLON = Pattern(r"\s*;\s*(?:và\s)?")
_AND = Pattern(r"\svà\s")
_NO_SUM = Pattern(
    r"(?:trong đó|riêng(?! lẻ| biệt)|mỗi|nhất là|chủ yếu|ví dụ|\bnhư\b|tiêu biểu|tăng(?! cường)|giảm(?! nghèo)|so với|cùng kỳ|kế hoạch giao|khoảng|hơn|gần|\bx\b"
    r"|\btừ (?=[\d-]|đầu|ngày|tháng|năm|quý))|\.{2,}|…|v\.v",
    re.IGNORECASE,
)
_DIGITS = Pattern(r"\d+(?:[.,]\d+)*")
_SHARE = Pattern(r",?\s(?:đạt|chiếm|bằng)(?: tỷ lệ| tỉ lệ)?\s(?P<share>\d+(?:,\d+)?)\s?%")
_SHARE_IN_BRACKETS = Pattern(r"\((?:chiếm )?(?P<share>\d+(?:,\d+)?)\s?%\)")
_LABEL = Pattern(r"\s*[^\W\d_][^:]*(?::|\slà|\scó)?\s*")
_REST = Pattern(r"\b(?:khác|còn lại)\b")


class Parts(NamedTuple):
    """The figures of a list."""

    figures: tuple[Figure, ...]
    labelled: bool
    """Every part has words before its figure (`Nam: 05`), or all are of one kind (`26 đội hình …; 13 đội hình …`)."""
    shared: bool
    """Their shares make 100%: they are all there …"""
    rest: bool
    """… and likely when the last is what is left: `các khoản khác`."""


def listed_parts(block: BlockFacts, start: int, end: int) -> Parts | None:
    """Read the members between two offsets.

    None when a member has no figure or several, or when members have shares (`, chiếm 95,88%`) that do not make 100%.
    """
    text = _NESTED.sub(lambda m: "\0" * len(m.group()), block.text[start:end])
    shares = _sum(_SHARE, text)
    if shares and not ALL[0] <= shares <= ALL[1]:
        return None
    text = _SHARE.sub(lambda m: "\0" * len(m.group()), text)
    if _NO_SUM.search(text):
        return None
    inside = [f for f in within(block.figures, start, end) if text[f.start - start] != "\0"]
    parts: list[Figure] = []
    leads: list[str] = []
    tail = False
    for low, high in _members(text):
        item = [f for f in inside if low <= f.start - start < high]
        if not item and not any(c.isdigit() for c in text[low:high]):
            # A name goes on behind a comma (`giáo dục, đào tạo: 5`); at the very end something is left uncounted.
            tail = bool(text[low:high].strip(" \0\n"))
            continue
        tail = False
        if len(item) != 1 or _DIGITS.count(text, low, high) != 1 or _unfit(item[0]):
            return None
        parts.append(item[0])
        leads.append(text[low : item[0].start - start])
    if tail or len(parts) < 2:
        return None
    last = parts[-1].start - start - len(leads[-1])
    beside = _sum(_SHARE_IN_BRACKETS, block.text[start:end])
    return Parts(
        tuple(parts),
        _labelled(parts, leads),
        bool(shares) or ALL[0] <= beside <= ALL[1],
        _REST.search(text, last) is not None,
    )


def _sum(shares: Pattern, text: str) -> Decimal:
    return sum((Decimal(m["share"].replace(",", ".")) for m in shares.finditer(text)), Decimal(0))


def _labelled(parts: list[Figure], leads: list[str]) -> bool:
    if all(_LABEL.fullmatch(lead) for lead in leads):
        return True
    return not any(lead.strip() for lead in leads) and all(same_kind(p, parts[0]) for p in parts)


def _members(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches between semicolons, the last parted by its `và`; or between commas and `và` where there is none."""
    low = 0
    by_semicolon = ";" in text
    for match in (_SEMICOLON if by_semicolon else _SPLIT).finditer(text):
        yield low, match.start()
        low = match.end()
    both = _AND.search(text, low) if by_semicolon else None
    if both and _DIGITS.count(text, low, both.start()) == 1 == _DIGITS.count(text, both.end(), len(text)):
        yield low, both.start()
        low = both.end()
    yield low, len(text)


def _unfit(figure: Figure) -> bool:
    return figure.ratio or figure.ranged or figure.unit == "%"
