"""Numbers in words are read back as the numbers they were made from."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.facts.number_words import value_of

DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
SCALES = ((10**9, "tỷ"), (10**6, "triệu"), (1000, "nghìn"))


def below_thousand(number: int, *, leading: bool) -> list[str]:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = [DIGITS[hundreds], "trăm"] if hundreds or leading else []
    if tens > 1:
        words += [DIGITS[tens], "mươi"]
    elif tens:
        words.append("mười")
    elif ones and words:
        words.append("linh")
    if ones:
        words.append("lăm" if ones == 5 and tens else "mốt" if ones == 1 and tens > 1 else DIGITS[ones])
    return words


def in_words(number: int) -> list[str]:
    words: list[str] = []
    for scale, name in SCALES:
        count, number = divmod(number, scale)
        if count:
            words += [*below_thousand(count, leading=bool(words)), name]
    if number or not words:
        words += below_thousand(number, leading=bool(words)) or [DIGITS[0]]
    return words


@given(st.integers(min_value=0, max_value=999_999_999_999))
def test_words_are_read_back(number: int) -> None:
    assert value_of(in_words(number)) == number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("bốn phẩy năm", "4.5"),
        ("một nghìn hai trăm tỷ", "1200000000000"),
        ("sáu mươi triệu chẵn", "60000000"),
        ("hai trăm lẻ năm", "205"),
    ],
)
def test_ways_of_speaking(text: str, value: str) -> None:
    assert value_of(text.split()) == Decimal(value)


@pytest.mark.parametrize("text", ["", "một hai", "mươi", "hai ca", "phẩy năm"])
def test_no_number(text: str) -> None:
    assert value_of(text.split()) is None
