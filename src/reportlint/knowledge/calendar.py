"""Terms of the Central Committee and of the National Assembly, and weekdays, by date.

Sources: norms on Party numbering and terms, and on the terms of Quốc hội. The windows are from memory and overlap by some
days on purpose.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from reportlint.said import Said

_CENTRAL_TERMS = (
    ("X", date(2006, 4, 18), date(2011, 1, 19)),
    ("XI", date(2011, 1, 12), date(2016, 1, 28)),
    ("XII", date(2016, 1, 20), date(2021, 2, 1)),
    ("XIII", date(2021, 1, 25), date(2026, 1, 31)),
    ("XIV", date(2026, 1, 19), date(2031, 1, 31)),
)
_ASSEMBLY_TERMS = (
    (10, date(1997, 7, 20), date(2002, 7, 19)),
    (11, date(2002, 5, 19), date(2007, 7, 19)),
    (12, date(2007, 5, 20), date(2011, 7, 21)),
    (13, date(2011, 5, 22), date(2016, 7, 20)),
    (14, date(2016, 5, 22), date(2021, 7, 20)),
    (15, date(2021, 5, 23), date(2026, 4, 6)),
    (16, date(2026, 3, 15), date(2031, 4, 30)),
)
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_IN_ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SATURDAY = 5
_TWO_OTHERS = (datetime(2000, 1, 1), datetime(2001, 2, 2))  # noqa: DTZ001 - days have no zone
"""Two days that differ in everything: what a text leaves out is then read in two ways."""


def party_terms(on: date) -> tuple[str, ...]:
    """Return the central committee terms (Roman numerals) possible that day; two around a congress."""
    return tuple(term for term, first, last in _CENTRAL_TERMS if first <= on <= last)


def assembly_terms(on: date) -> tuple[int, ...]:
    """Return the numbers of the Quốc hội terms possible on that day (15 for QH15), the older first."""
    return tuple(number for number, first, last in _ASSEMBLY_TERMS if first <= on <= last)


def assembly_terms_of_year(year: int) -> tuple[int, ...]:
    """Return the numbers of the Quốc hội terms that fall into a year, the older first."""
    return tuple(number for number, first, last in _ASSEMBLY_TERMS if first.year <= year <= last.year)


def last_day(year: int, month: int) -> date:
    """Return the last day of a month (`calendar.monthrange` would load the locale)."""
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def weekday(on: date) -> Said:
    """Return the name of the day: "thứ Hai" … "Chủ nhật", "Monday" … "Sunday"."""
    at = on.weekday()
    return Said(_WEEKDAYS[at], _IN_ENGLISH[at])


def is_weekend(on: date) -> bool:
    """Tell whether the day is a Saturday or a Sunday."""
    return on.weekday() >= _SATURDAY


def day_of(text: str) -> date:
    """Read a day that a person wrote into an option or a table: `2024-06-30`, `30/6/2024`, `30.6.2024`, `2024-06-30 00:00:00`.

    The day stands before the month unless the year stands first. Raises `ValueError` where day, month or year is missing.

    >>> day_of("30/6/2024")
    datetime.date(2024, 6, 30)
    """
    text = text.strip()
    try:
        return date.fromisoformat(text)
    except ValueError:
        from dateutil import parser

    year_first = text[:4].isdigit()
    try:
        one, other = (
            parser.parse(text, dayfirst=not year_first, yearfirst=year_first, default=day).date()
            for day in _TWO_OTHERS
        )
    except OverflowError as error:  # of a number too long for any date
        raise ValueError(text) from error
    if one != other:
        raise ValueError(text)
    return one
