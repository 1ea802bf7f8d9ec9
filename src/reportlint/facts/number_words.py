"""Numbers in words: `bốn mươi lăm triệu`, `bốn phẩy năm`, read as values."""

from __future__ import annotations

from decimal import Decimal

_DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_THOUSANDS = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
_TENS = {"mười": 10, "mươi": 10, "trăm": 100}
_BETWEEN = frozenset(("linh", "lẻ"))
WORDS = frozenset((*_DIGITS, *_THOUSANDS, *_BETWEEN, "mười", "mươi", "trăm", "phẩy", "chẵn"))
"""Every word a number may be made of."""


def value_of(words: list[str]) -> Decimal | None:
    """Read a number in words (small letters); None where it is none.

    >>> value_of("sáu mươi triệu năm trăm nghìn".split())
    Decimal('60500000')
    """
    if "phẩy" in words:
        at = words.index("phẩy")
        return _with_decimals(value_of(words[:at]), [_DIGITS.get(w) for w in words[at + 1 :]])
    if not words:
        return None
    total = group = 0
    digit: int | None = None
    for word in words:
        if word in _DIGITS:
            if digit is not None:
                return None
            digit = _DIGITS[word]
        elif word in _TENS:
            if digit is None and word != "mười":
                return None
            group, digit = group + (1 if word == "mười" else digit or 0) * _TENS[word], None
        elif word in _THOUSANDS:
            scale, group = 10 ** _THOUSANDS[word], group + (digit or 0)
            # A smaller scale before a larger one is part of its count: một nghìn hai trăm tỷ.
            total = (total + group) * scale if total < scale else total + group * scale
            group, digit = 0, None
        elif word not in _BETWEEN and word != "chẵn":
            return None
    return Decimal(total + group + (digit or 0))


def _with_decimals(whole: Decimal | None, digits: list[int | None]) -> Decimal | None:
    """Put the digits behind the comma; None where one of them is none."""
    if whole is None or not digits or None in digits:
        return None
    return whole + Decimal("".join(map(str, digits))).scaleb(-len(digits))
