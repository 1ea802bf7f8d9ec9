"""Dates of both written forms, malformed ones too, each kept as written."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Form = Literal["numeric", "words", "dotted", "malformed", "blank"]

_DATE = re.compile(
    r"(?<![\w/.,])(?P<d>\d{1,2})(?P<s> ?[/.-] ?)(?P<m>\d{1,2}) ?[/.-] ?(?P<y>\d{4})(?![\d/]|\.\d)"
    r"|\bngày +(?P<wd>\d{1,2}) +tháng +(?P<wm>\d{1,2}) +năm +(?P<wy>\d{4})\b"
    r"|\b(?:ngày|tháng) +(?P<bad>\d{1,2}/\d{3,6}|\d{3,4}/\d{4}|\d{1,2}/\d{1,2}//\d{4}|\d{1,2}//\d{1,2}/\d{4})(?![\d/])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written. `start` and `end` leave out the word `ngày` of the numeric form."""

    start: int
    end: int
    text: str
    form: Form
    day: int = 0
    month: int = 0
    year: int = 0
    day_text: str = ""
    month_text: str = ""

    @property
    def value(self) -> dt.date | None:
        """The day meant; None when there is no such day."""
        try:
            return dt.date(self.year, self.month, self.day)
        except ValueError:
            return None

    def moved(self, by: int) -> DateMention:
        """Return the mention moved by a number of code points."""
        return DateMention(
            self.start + by, self.end + by, self.text, self.form, self.day, self.month, self.year, self.day_text, self.month_text
        )


def dates(text: str) -> Iterator[DateMention]:
    """Yield the dates with a year in one paragraph, in order."""
    for match in _DATE.finditer(text):
        if match["bad"]:
            start, end = match.span("bad")
            yield DateMention(start, end, match["bad"], "malformed")
            continue
        words = match["wd"] is not None
        day, month, year = (match["wd"], match["wm"], match["wy"]) if words else (match["d"], match["m"], match["y"])
        form: Form = "words" if words else "dotted" if "." in match["s"] else "numeric"
        yield DateMention(
            match.start(), match.end(), match.group(), form, int(day), int(month), int(year), day, month
        )


def proper(date: dt.date) -> str:
    """Write a date as the decree pads it: day below 10 and months 1, 2 with a zero (nd30, PL I, II.4.b)."""
    month = f"{date.month:02d}" if date.month < 3 else str(date.month)
    return f"{date.day:02d}/{month}/{date.year}"
