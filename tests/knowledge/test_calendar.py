from datetime import date

import pytest

from reportlint.knowledge import calendar


def test_party_terms() -> None:
    assert calendar.party_terms(date(2021, 9, 22)) == ("XIII",)
    assert calendar.party_terms(date(2026, 1, 25)) == ("XIII", "XIV")


def test_assembly_terms() -> None:
    assert calendar.assembly_terms(date(2022, 11, 10)) == (15,)
    assert calendar.assembly_terms_of_year(2021) == (14, 15)


def test_the_last_day_of_a_month() -> None:
    assert calendar.last_day(2024, 2) == date(2024, 2, 29)
    assert calendar.last_day(9999, 12) == date(9999, 12, 31)


def test_weekday() -> None:
    assert calendar.weekday(date(2023, 11, 5)) == ("Chủ nhật", "Sunday")
    assert calendar.is_weekend(date(2023, 11, 4))


@pytest.mark.parametrize(
    "text",
    ["2024-06-30", "30/6/2024", "30/06/2024", "30.6.2024", "30-6-2024", "2024-06-30 00:00:00", "2024/06/30"],
)
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert calendar.day_of(text) == date(2024, 6, 30)


@pytest.mark.parametrize("text", ["", "9" * 30, "6/2024", "31/4/2024", "2024", "hôm qua", "30/6"])
def test_what_is_no_whole_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        calendar.day_of(text)
