"""Figures: numbers that count or measure something, with their unit, as Vietnamese papers write them.

A dot parts thousands, a comma parts decimals: `8.699,28 triệu đồng`. What looks like a number and is none (a date, the
number of a document, an article, a year, a clock time, a code, a list number) is left out here, so that checks need not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from reportlint.facts.number_context import COLON_LABELS, LABELS, WEAK_LABELS, glued_unit, unit_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Style = Literal["plain", "dotted", "decimal", "point", "english", "malformed"]
"""plain 2500; dotted 2.500 and 2.500,5; decimal 38,87; point 38.87; english 2,500,000 and 2,500.5; malformed 2.50.000."""

NUMBER = r"[0-9]+(?:[.,][0-9]+)*"
_NUMBER = re.compile(NUMBER)
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,(\d+))?")
_DECIMAL = re.compile(r"\d+,(\d+)")
_POINT = re.compile(r"\d+\.(\d{1,2}|\d{4,})")
_ENGLISH = re.compile(r"\d{1,3}(?:(?:,\d{3})+\.(\d+)|(?:,\d{3}){2,})")
_LAST_WORD = re.compile(r"([^\W\d_]+)\.?\s*(:?)\s*\Z")
_LIST_NUMBER = re.compile(r"\s*(?:[-+•*]\s*)?\d+(?:\.\d+)*(?:[.)/]\s|\s+[A-ZĐ])")
_SLASH = re.compile(r"[^\W\d_]?(?:[^\W\d_]|\s){0,30}/\s?(?:(?:tổng số|tổng|kế hoạch|dự toán|chỉ tiêu)\s)?")
_DASHES = frozenset("-–")
_TIES_BEFORE = frozenset("_+#@±")
_TIES_BEHIND = frozenset("+_@#°º’'′\\")
MAX_CODE = 8
"""From this many digits on, a number without a separator or a unit is an account, a telephone, an identity card."""


class Figure(NamedTuple):
    """A number that counts or measures. Offsets are those of the digits."""

    start: int
    end: int
    text: str
    style: Style
    value: Decimal
    """As Vietnamese notation reads it, before the scale; a number in English notation by that notation."""
    decimals: int = 0
    scale: int = 0
    """Power of ten that `nghìn`, `triệu`, `tỷ` add."""
    unit: str = ""
    """First word of what is counted, in small letters (`hồ`, `xã`, `tấn`, `đồng`), `%`; empty when none follows."""
    phrase: str = ""
    """The words that follow, up to three, in small letters (`hồ sơ trực`)."""
    unit_start: int = 0
    unit_end: int = 0
    """Where scale and unit stand; the unit ends behind its first word, or behind `/năm`."""
    per: str = ""
    """What stands behind the slash of a rate: `năm` in `tấn/năm`."""
    ranged: bool = False
    """One end of a range written with a dash (`65-98`)."""
    ratio: bool = False
    """Stands in a fraction `a/b`."""

    @property
    def amount(self) -> Decimal:
        """The value with its scale."""
        return self.value.scaleb(self.scale)

    @property
    def padded(self) -> bool:
        """Written with a leading zero, `04`."""
        return len(self.text) == 2 and self.text[0] == "0" and self.style == "plain"


class Ratio(NamedTuple):
    """A fraction `5.381/5.399 đảng viên`: the part, the whole, both figures."""

    part: Figure
    whole: Figure


def parse(text: str) -> tuple[Style, Decimal, int]:
    """Read a number as written. Return its style, value and how many decimals it has.

    >>> parse("8.699,28")
    ('dotted', Decimal('8699.28'), 2)
    """
    if text.isdigit():
        return "plain", Decimal(text), 0
    patterns: tuple[tuple[Style, re.Pattern[str]], ...] = (
        ("dotted", _DOTTED), ("decimal", _DECIMAL), ("point", _POINT), ("english", _ENGLISH),
    )  # fmt: skip
    for style, pattern in patterns:
        if match := pattern.fullmatch(text):
            decimals = len(match[1] or "")
            digits = re.sub(r"\D", "", text)
            return style, Decimal(digits).scaleb(-decimals), decimals
    return "malformed", Decimal(re.sub(r"\D", "", text)), 0


def render(value: Decimal) -> str:
    """Write a number the Vietnamese way: dots between thousands, a comma before decimals.

    >>> render(Decimal("8699.28"))
    '8.699,28'
    """
    whole, _, decimals = f"{value:f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{grouped},{decimals}" if decimals else grouped


def figures(text: str, taken: Iterable[tuple[int, int]] = ()) -> Iterator[Figure]:
    """Yield the figures of one paragraph in order; `taken` are stretches of dates and symbols, which hold none."""
    spans = sorted(taken)
    first = _LIST_NUMBER.match(text)
    held: Figure | None = None
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        slash = held is not None and bool(_SLASH.fullmatch(text, held.end, start))
        figure = None
        if not (first and end <= first.end()) and not any(s < end and start < e for s, e in spans):
            figure = _figure(text, match, after_slash=slash)
        if slash and held is not None and held.ratio:
            figure = None  # a third member: a code
        if slash and held is not None and figure is not None:
            scale = held.scale or (0 if held.unit else figure.scale)
            held, figure = held._replace(ratio=True, scale=scale), figure._replace(ratio=True)
        if held is not None:
            yield held
        held = figure
    if held is not None:
        yield held


def within(found: Sequence[Figure], start: int, end: int) -> Sequence[Figure]:
    """Return the figures that begin between two offsets."""
    low = bisect_left(found, start, key=_start)
    return found[low : bisect_left(found, end, low, key=_start)]


def _start(figure: Figure) -> int:
    return figure.start


def ratios(found: Iterable[Figure]) -> Iterator[Ratio]:
    """Yield the fractions among figures in order."""
    part: Figure | None = None
    for figure in found:
        if figure.ratio and part is not None:
            yield Ratio(part, figure)
            part = None
        else:
            part = figure if figure.ratio else None


def _figure(text: str, match: re.Match[str], *, after_slash: bool) -> Figure | None:
    """Make a figure of a number, or nothing when its surroundings say it is none."""
    start, end = match.span()
    number = match.group()
    if _glued(text, start, end, after_slash=after_slash):
        return None
    style, value, decimals = parse(number)
    unit = unit_at(text, end)
    if not after_slash and _labelled(text, start, unit.word):
        return None
    if (
        style == "plain"
        and not unit.word
        and (len(number) >= MAX_CODE or (len(number) == 4 and number[:2] in {"19", "20"}))
    ):
        return None
    ranged = text[end : end + 1] in {"-", "–"} or (
        text[start - 1 : start] in {"-", "–"} and text[start - 2 : start - 1].isalnum()
    )
    return Figure(
        start,
        end,
        number,
        style,
        value,
        decimals,
        unit.scale,
        unit.word,
        unit.phrase,
        unit.start,
        unit.end,
        unit.per,
        ranged,
    )


def _labelled(text: str, start: int, unit: str) -> bool:
    """Tell whether the word before makes the number a name: Điều 5, số 12; but not `tổng số 12`."""
    match = _LAST_WORD.search(text, max(0, start - 16), start)
    if match is None:
        return False
    label = match[1].lower()
    if match[2]:
        return label in COLON_LABELS and "tổng" not in text[max(0, start - 18) : start].lower()
    if label == "số":
        return "tổng" not in text[max(0, start - 18) : start].lower()
    return label in LABELS or (label in WEAK_LABELS and not unit)


def _glued(text: str, start: int, end: int, *, after_slash: bool) -> bool:
    """Tell whether the characters around make it part of a code, a time, a chainage, a coordinate."""
    if _tied_before(text, start, after_slash=after_slash):
        return True
    behind, next_but_one = text[end : end + 1], text[end + 1 : end + 2]
    if behind.isalpha():
        return not glued_unit(text, end)
    if behind == "/":
        return not next_but_one.isdigit() and next_but_one != " "
    coded = (behind == ":" and next_but_one.isdigit()) or (behind in _DASHES and next_but_one.isalpha())
    enumerated = text[start - 1 : start] in {"(", "["} and behind in {")", "]"}
    return coded or enumerated or behind in _TIES_BEHIND


def _tied_before(text: str, start: int, *, after_slash: bool) -> bool:
    """Tell whether the character before belongs to one code with the number."""
    before, earlier = text[start - 1 : start], text[start - 2 : start - 1] if start > 1 else ""
    if before in {":", "."}:
        return earlier.isalnum()
    if before in _DASHES:
        return earlier.isalpha()
    return before.isalpha() or before in _TIES_BEFORE or (before == "/" and not after_slash)
