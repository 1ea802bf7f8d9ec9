"""Names of bodies as heads have them, in capitals, written in ordinary case (nd30, PL II, IV.1)."""

from __future__ import annotations

import re
from functools import cache

from reportlint.knowledge.bodies import find_body
from reportlint.knowledge.syllables import is_syllable

_HEADS = (
    "Ủy ban nhân dân", "Uỷ ban nhân dân", "Ủy ban Mặt trận Tổ quốc Việt Nam", "Hội đồng nhân dân", "Hội đồng", "Văn phòng", "Trung tâm", "Ban Chỉ đạo",
    "Ban Quản lý", "Ban Chấp hành", "Ban Thường vụ", "Ban", "Chi cục", "Tổng cục", "Cục", "Sở", "Bộ Chỉ huy", "Bộ", "Phòng",
    "Trường", "Hiệp hội", "Liên đoàn", "Liên hiệp", "Hội", "Bệnh viện", "Công ty", "Thanh tra", "Công an", "Đoàn",
    "Đảng bộ", "Đảng ủy", "Chi nhánh", "Kho bạc Nhà nước", "Viện", "Quỹ",
)  # fmt: skip
"""Words for the type of a body, longer ones first where one begins with another."""
_BY_PLACE = re.compile(r"(?:tỉnh|thành|huyện|quận|thị) (?:ủy|uỷ|đoàn)(?= )")
"""What is followed by the name of a place alone."""
_AREA_NUMBER = re.compile(r"[ivx]+")
_UNIT = re.compile(r"(?:khu vực|tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)(?= )")
_SCHOOL = re.compile(
    r"(?:thpt|thcs|tiểu học|mầm non|trung học phổ thông|trung học cơ sở|đại học|cao đẳng)(?= )"
)
_DASHED = re.compile(r"(?<= [-–] )\w")


def ordinary_case(name: str) -> str:
    """Return a name in capitals as running text has it, as well as that can be told.

    >>> ordinary_case("SỞ TÀI CHÍNH"), ordinary_case("ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG")
    ('Sở Tài chính', 'Ủy ban nhân dân tỉnh Lâm Đồng')
    """
    low = " ".join(name.lower().split())
    if body := find_body(low):
        return body.name
    if organ := _BY_PLACE.match(low):
        return f"{organ.group().capitalize()} {_titled(low[organ.end() :])}"
    head = next((h for h in _HEADS if low == h.lower() or low.startswith(f"{h.lower()} ")), "")
    rest = low[len(head) :].strip()
    if (unit := _UNIT.search(rest)) and _AREA_NUMBER.fullmatch(rest[unit.end() :].strip()):
        field, place = rest[: unit.start()].strip(), f"{unit.group()}{rest[unit.end() :].upper()}"
    elif unit:
        field, place = rest[: unit.start()].strip(), f"{unit.group()} {_titled(rest[unit.end() :])}"
    elif school := _SCHOOL.search(rest):
        field, place = "", f"{_first(rest[: school.end()])} {_titled(rest[school.end() :])}"
    else:
        field, place = rest, ""
    parts = [head or "", _field(field) if head else _first(field), place]
    return " ".join(part for part in parts if part)


@cache
def _official(field: str) -> str:
    """Return a field of departments as their names have it, empty when it is none."""
    found = find_body(f"sở {field}") or find_body(f"bộ {field}")
    return found.name.split(" ", 1)[1] if found else ""


def _field(text: str) -> str:
    """Give the first word of a field its capital, and abbreviations theirs."""
    return _official(text) or _DASHED.sub(lambda m: m.group().upper(), _first(text))


def _first(text: str) -> str:
    words = [
        word if is_syllable(word.strip(".,-")) or not word.isalpha() else word.upper()
        for word in text.split()
    ]
    return " ".join(words)[:1].upper() + " ".join(words)[1:]


def _titled(text: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in text.split())
