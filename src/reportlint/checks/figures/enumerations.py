"""Figures followed by an enumeration of their parts, read only where the structure is beyond doubt."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from reportlint.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.block import BlockFacts
    from reportlint.facts.numbers import Figure

_NOUN = r"(?:[^\W\d_]|[ \n-]|, ?(?=thị trấn|phường|đặc khu|thị xã|thành phố|quận|[^\W\d_]+(?: [^\W\d_]+){0,2} ?\()){0,70}"
_WHOLE = r"(?:gồm có|bao gồm|gồm|chia ra)(?: các)?"
_OPENER = Pattern(
    rf"(?P<noun>{_NOUN}(?:\([^()\d]{{0,60}}\)\s?)?(?:/ ?[^\W\d_]+\s?)?(?:\([^()]{{0,40}}\)\s?)?)"
    rf"(?:(?P<bracket>\()\s?(?:{_WHOLE})?\s?:?|[,;:]?\s?(?:{_WHOLE})\s?:|[,;:]?\s?(?P<partial>[Tt]rong đó)\s?:)"
)
_STOP = Pattern(r"\.(?=\s|\Z)|;?\s*[Tt]rong (?:đó|số đó)")
_NESTED = Pattern(r"\([^()]*\)|(?:dưới|trên|từ|đủ) \d{1,2}(?: (?:đến|-) \d{1,2})? tuổi")
"""What stands inside a member without being counted: another bracket, an age."""
_SPLIT = Pattern(r"\s*(?:[;+]|,(?!\d))\s*(?:và\s)?|\s+và\s+")
_NO_SUM = Pattern(
    r"(?:trong đó|riêng|mỗi|nhất là|chủ yếu|ví dụ|\bnhư\b|tiêu biểu|tăng|giảm|so với|cùng kỳ|kế hoạch giao|khoảng|hơn|gần|\bx\b|\btừ\b)|"
    r"\.{2,}|…|v\.v",
    re.IGNORECASE,
)
_SEMICOLON = Pattern(r"\s*;\s*(?:và\s)?")
_DIGITS = Pattern(r"\d+(?:[.,]\d+)*")
_SHARE = Pattern(r",?\s(?:đạt|chiếm|bằng)(?: tỷ lệ| tỉ lệ)?\s(?P<share>\d+(?:,\d+)?)\s?%")
_ALL = (Decimal("99.8"), Decimal("100.2"))
"""Shares of this sum, rounded as they are, say that the parts are all there."""
_LABEL = Pattern(r"\s*[^\W\d_][^:]*(?::|\slà|\scó)?\s*")


class Enumeration(NamedTuple):
    """A total and the figures of the parts behind it."""

    total: Figure
    parts: tuple[Figure, ...]
    partial: bool
    """Introduced by `trong đó`: the parts need not be all."""
    labelled: bool
    """Every part has words before its figure (`Nam: 05`)."""


def enumerations(block: BlockFacts) -> Iterator[Enumeration]:
    """Yield what is followed by its parts: in brackets, behind `gồm:` or `trong đó:`."""
    for at, figure in enumerate(block.figures[:-2]):
        if figure.ratio or figure.ranged or figure.unit in {"%", "‰"}:
            continue
        match = _OPENER.match(block.text, figure.end)
        if not match:
            continue
        end = _close(block.text, match)
        found = _parts(block, at, match.end(), end) if end else None
        if found:
            yield Enumeration(figure, found[0], match["partial"] is not None and not found[2], found[1])


def _close(text: str, opener: re.Match[str]) -> int:
    """Return where the enumeration ends; 0 when that cannot be told."""
    if opener["bracket"]:
        depth = 1
        for at in range(opener.end(), len(text)):
            depth += (text[at] == "(") - (text[at] == ")")
            if depth == 0:
                return at
        return 0
    stop = _STOP.search(text, opener.end())
    return stop.start() if stop else len(text)


def _parts(block: BlockFacts, at: int, start: int, end: int) -> tuple[tuple[Figure, ...], bool, bool] | None:
    """Return one figure for each member between two offsets, whether all are labelled, and whether their shares make 100%.

    None when a member has no figure or several, or when members have shares (`, chiếm 95,88%`) that do not make 100%.
    """
    text = _NESTED.sub(lambda m: "\0" * len(m.group()), block.text[start:end])
    shares = [Decimal(m["share"].replace(",", ".")) for m in _SHARE.finditer(text)]
    if shares and not _ALL[0] <= sum(shares) <= _ALL[1]:
        return None
    text = _SHARE.sub(lambda m: "\0" * len(m.group()), text)
    if _NO_SUM.search(text):
        return None
    inside = [f for f in block.figures[at + 1 :] if start <= f.start < end and text[f.start - start] != "\0"]
    parts: list[Figure] = []
    labels = 0
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
        labels += bool(_LABEL.fullmatch(text, low, item[0].start - start))
    return None if tail or len(parts) < 2 else (tuple(parts), labels == len(parts), bool(shares))


def _members(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches between semicolons, or between commas and `và` where there is none."""
    low = 0
    for match in (_SEMICOLON if ";" in text else _SPLIT).finditer(text):
        yield low, match.start()
        low = match.end()
    yield low, len(text)


def _unfit(figure: Figure) -> bool:
    return figure.ratio or figure.ranged or figure.unit == "%"
