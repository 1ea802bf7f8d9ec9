"""Figures: what is one, what is none, and that what is written is read again."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.facts.block import BlockFacts
from reportlint.facts.numbers import parse, ratios, render

UNITS = ("hồ sơ", "xã", "tấn", "đồng", "đảng viên")


@given(st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False, allow_infinity=False))
def test_what_is_rendered_is_read_again(value: Decimal) -> None:
    style, read, decimals = parse(render(value))
    assert read == value
    assert decimals == 2
    assert style in {"dotted", "decimal"}


@given(st.integers(min_value=0, max_value=10**12))
def test_whole_numbers_keep_every_digit(value: int) -> None:
    text = render(Decimal(value))
    assert parse(text)[1] == value
    assert text.replace(".", "") == str(value)


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from(UNITS))
def test_a_figure_in_a_sentence_is_found_with_its_unit(value: int, unit: str) -> None:
    text = f"Đã xử lý {render(Decimal(value))} {unit} trong kỳ."
    (figure,) = BlockFacts(text).figures
    assert figure.value == value
    assert text[figure.start : figure.end] == figure.text
    assert figure.unit == unit.split(maxsplit=1)[0]


@given(st.integers(min_value=1, max_value=99_999), st.integers(min_value=1, max_value=99_999))
def test_a_fraction_keeps_both_sides(part: int, whole: int) -> None:
    text = f"Đã cấp cho {render(Decimal(part))}/{render(Decimal(whole))} hộ."
    ((one, two),) = ratios(BlockFacts(text).figures)
    assert [one.value, two.value] == [Decimal(part), Decimal(whole)]


@pytest.mark.parametrize(
    ("text", "value", "scale", "unit", "per"),
    [
        ("kinh phí 8.699,28 triệu đồng", "8699.28", 6, "đồng", ""),
        ("nộp 1,5 nghìn tỷ đồng", "1.5", 12, "đồng", ""),
        ("công suất 90.000 tấn/năm", "90000", 0, "tấn", "năm"),
        ("đạt 38,87%", "38.87", 0, "%", ""),
        ("tổng số 12 (04 nghị quyết", "12", 0, "", ""),
        ("UBND tỉnh cấp 24 giấy phép", "24", 0, "giấy", ""),
        ("nặng 40kg", "40", 0, "kg", ""),
    ],
)
def test_value_scale_and_unit(text: str, value: str, scale: int, unit: str, per: str) -> None:
    figure = BlockFacts(text).figures[0]
    assert (figure.value, figure.scale, figure.unit, figure.per) == (Decimal(value), scale, unit, per)


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 726/QĐ-TTg ngày 16/6/2022",
        "Công văn số 2019/SNV-CCVC",
        "theo khoản 3 Điều 12, điểm a",
        "QCVN 01:2019/BCT và TCVN 6909:2001",
        "phiên bản 3.0 của phần mềm",
        "gói thầu tại Km12+300",
        "điện thoại 02563822123",
        "vào lúc 13:45 và 7h30",
        "những năm 1970, trong năm 2024",
        "trước ngày 10/11 hằng năm",
        "1. Kết quả chung",
        "khổ giấy A4, hóa chất HNO3",
        "tọa độ 108°15'",
        "chứng chỉ số 056234789",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert BlockFacts(text).figures == ()
