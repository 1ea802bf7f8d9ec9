"""Defects planted in clean text: each mutation makes one fault of one class at a random place, and says which rules must see it."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import NamedTuple


class Mutant(NamedTuple):
    """A text with one defect between two offsets."""

    text: str
    start: int
    end: int


Mutator = Callable[[str, Random], "Mutant | None"]


def _substitute(text: str, rng: Random, pattern: str, make: Callable[[re.Match[str]], str]) -> Mutant | None:
    """Replace one random match of a pattern in the body."""
    low, high = _body(text)
    matches = [m for m in re.finditer(pattern, text) if low <= m.start() and m.end() <= high]
    if not matches:
        return None
    match = rng.choice(matches)
    new = make(match)
    return Mutant(
        text[: match.start()] + new + text[match.end() :], match.start(), match.start() + max(len(new), 1)
    )


def _body(text: str) -> tuple[int, int]:
    """Offsets of the body: from the first Roman heading to the recipients."""
    first = re.search(r"^\W*I\. ", text, re.MULTILINE)
    last = text.find("Nơi nhận")
    return (first.start() if first else 0), (last if last >= 0 else len(text))


def doubled_word(text: str, rng: Random) -> Mutant | None:
    """`thực hiện thực hiện`."""
    return _substitute(
        text,
        rng,
        r"(?<= )(?:thực hiện|triển khai|ban hành|kiểm tra|tổ chức)(?= )",
        lambda m: f"{m[0]} {m[0]}",
    )


def space_before_comma(text: str, rng: Random) -> Mutant | None:
    """`công chức , viên chức`."""
    return _substitute(text, rng, r"(?<=[a-zà-ỹ]), (?=[a-zà-ỹ])", lambda _m: " , ")


def missing_space(text: str, rng: Random) -> Mutant | None:
    """`công chức,viên chức`."""
    return _substitute(text, rng, r"(?<=[a-zà-ỹ]), (?=[a-zà-ỹ])", lambda _m: ",")


def four_dots(text: str, rng: Random) -> Mutant | None:
    """`đất đai....`."""
    return _substitute(text, rng, r"(?<=[a-zà-ỹ])\. (?=[A-ZĐ])", lambda _m: ".... ")


def dropped_mark(text: str, rng: Random) -> Mutant | None:
    """A word that is no syllable: `thực hiênj`."""
    return _substitute(
        text,
        rng,
        r"(?<= )(?:thực hiện|quản lý|công tác|hành chính|tuyên truyền)(?= )",
        lambda m: m[0][:-2] + "q" + m[0][-2:],
    )


def tone_minority(text: str, rng: Random) -> Mutant | None:
    """One new-style tone mark in an old-style text."""
    return _substitute(
        text,
        rng,
        r"\b(?:hóa|hòa|tỏa|khỏe|thủy|ủy)\b",
        lambda m: {"hóa": "hoá", "hòa": "hoà", "tỏa": "toả", "khỏe": "khoẻ", "thủy": "thuỷ", "ủy": "uỷ"}[
            m[0]
        ],
    )


def confusion(text: str, rng: Random) -> Mutant | None:
    """A common misspelling."""
    pairs = {
        "bổ sung": "bổ xung",
        "xử lý": "sử lý",
        "thiếu sót": "thiếu xót",
        "đột xuất": "đột suất",
        "năng suất": "năng xuất",
        "sáp nhập": "sát nhập",
    }
    return _substitute(
        text, rng, r"\b(?:bổ sung|xử lý|thiếu sót|đột xuất|năng suất|sáp nhập)\b", lambda m: pairs[m[0]]
    )


def padded_month(text: str, rng: Random) -> Mutant | None:
    """`18/05/2023` among unpadded months."""
    return _substitute(text, rng, r"\b(\d\d)/([3-9])/(20\d\d)\b", lambda m: f"{m[1]}/0{m[2]}/{m[3]}")


def impossible_date(text: str, rng: Random) -> Mutant | None:
    """The 31st of a month of 30 days."""
    return _substitute(text, rng, r"\b\d\d/(?:4|6|9|11)/20\d\d\b", lambda m: "31" + m[0][2:])


def date_after_report(text: str, rng: Random) -> Mutant | None:
    """A document dated years after the report."""
    return _substitute(text, rng, r"(?<=ngày )\d\d/\d{1,2}/20\d\d(?= của)", lambda m: m[0][:-4] + "2031")


def state_form_of_party_symbol(text: str, rng: Random) -> Mutant | None:
    """`05/NQ-TU` for `05-NQ/TU`."""
    return _substitute(
        text, rng, r"\b(\d\d)-(NQ|KH|CTr|KL|CT)/(TW|TU|HU)\b", lambda m: f"{m[1]}/{m[2]}-{m[3]}"
    )


def space_in_symbol(text: str, rng: Random) -> Mutant | None:
    """`95/KH- UBND`."""
    return _substitute(text, rng, r"\b\d+/(?:KH|QĐ|TB)-UBND\b", lambda m: m[0].replace("-", "- "))


def type_against_code(text: str, rng: Random) -> Mutant | None:
    """`Kế hoạch số 95/QĐ-UBND`."""
    return _substitute(text, rng, r"(?<=Kế hoạch số )\d+/KH-UBND", lambda m: m[0].replace("KH", "QĐ"))


def foreign_committee(text: str, rng: Random) -> Mutant | None:
    """`Thành ủy` in a huyện's report."""
    return _substitute(text, rng, r"Huyện ủy", lambda _m: "Thành ủy") if "HUYỆN" in text[:600] else None


def wrong_percentage(text: str, rng: Random) -> Mutant | None:
    """A percentage that its ratio does not give."""
    return _substitute(
        text,
        rng,
        r"(?<=[ (])(\d[\d.]*/\d[\d.]* [^.;%\n]{0,40}?)([1-9])(\d(?:,\d+)?%)",
        lambda m: f"{m[1]}{(int(m[2]) + 3) % 9 + 1}{m[3]}",
    )


def straight_quotes(text: str, rng: Random) -> Mutant | None:
    """Straight quotes among curly ones."""
    return (
        _substitute(text, rng, r"“([^“”\n]{5,200})”", lambda m: f'"{m[1]}"') if text.count("“") > 2 else None
    )


def unclosed_bracket(text: str, rng: Random) -> Mutant | None:
    """A bracket never closed."""
    return _substitute(text, rng, r"\([^()\n]{4,60}\)", lambda m: m[0][:-1])


def clause_capital(text: str, rng: Random) -> Mutant | None:
    """A verb with a capital after a comma."""
    return _substitute(
        text,
        rng,
        r"(?<=, )(?:tổ chức|triển khai|thực hiện|nâng cao|kiểm tra)(?= )",
        lambda m: m[0][0].upper() + m[0][1:],
    )


def roman_gap(text: str, _rng: Random) -> Mutant | None:
    """The last Roman heading one number too high."""
    found = list(re.finditer(r"(?m)^(\W*)(II|III|IV)\. (?=[A-ZĐ])", text))
    if len(found) < 2:
        return None
    match = found[-1]
    higher = {"II": "III", "III": "IV", "IV": "V"}[match[2]]
    return Mutant(
        text[: match.start(2)] + higher + text[match.end(2) :], match.start(2), match.start(2) + len(higher)
    )


def placeholder(text: str, rng: Random) -> Mutant | None:
    """An instruction of the form left in a heading."""
    return _substitute(text, rng, r"(?m)^\W*\d\. [^\n*]{10,80}(?=\*\*$)", lambda m: m[0] + " (nếu có)")


def missing_thousands_dot(text: str, rng: Random) -> Mutant | None:
    """`9688` among dotted figures."""
    return _substitute(text, rng, r"(?<![\d.,/])\d\.\d{3}(?![\d.,/])", lambda m: m[0].replace(".", ""))


def one_sided_dash(text: str, rng: Random) -> Mutant | None:
    """`kinh tế- xã hội`."""
    return _substitute(text, rng, r"(?<=[a-zà-ỹ]) - (?=[a-zà-ỹ])", lambda _m: "- ")


MUTATORS: dict[str, tuple[Mutator, str]] = {
    "doubled word": (doubled_word, "CT"),
    "space before comma": (space_before_comma, "DC"),
    "missing space": (missing_space, "DC"),
    "four dots": (four_dots, "DC"),
    "no syllable": (dropped_mark, "CT"),
    "tone-mark minority": (tone_minority, "CT"),
    "common confusion": (confusion, "CT"),
    "padded month": (padded_month, "NT VD"),
    "impossible date": (impossible_date, "NT VD"),
    "date after report": (date_after_report, "VD NT"),
    "state form of a Party symbol": (state_form_of_party_symbol, "VD"),
    "space in a symbol": (space_in_symbol, "VD"),
    "type against code": (type_against_code, "VD"),
    "foreign committee": (foreign_committee, "CQ VD"),
    "wrong percentage": (wrong_percentage, "SL"),
    "straight quotes": (straight_quotes, "DC"),
    "unclosed bracket": (unclosed_bracket, "DC"),
    "capital in mid-sentence": (clause_capital, "VH"),
    "gap in numbering": (roman_gap, "BC"),
    "placeholder": (placeholder, "MS BC"),
    "missing thousands dot": (missing_thousands_dot, "SL"),
    "one-sided dash": (one_sided_dash, "DC"),
}
"""Class → (how to plant it, families that may report it)."""
