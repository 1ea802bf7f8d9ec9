"""Write ``units.tsv`` and ``places.txt``: communes, districts and provinces of both ages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

from reportlint.knowledge.folding import fold_tone
from reportlint.knowledge.unit_names import split_type, unit_key
from reportlint.knowledge.units import PROVINCE_INDEX

OLD_END, OLDER_END, NEW_START = "2025-06-30", "2025-02-28", "2025-07-01"
# Districts merged in 2020 whose code only the oldest source still carries.
LOST_DISTRICTS = {
    "044": ("Huyện Thông Nông", "Tỉnh Cao Bằng"),
    "046": ("Huyện Trà Lĩnh", "Tỉnh Cao Bằng"),
    "050": ("Huyện Phục Hòa", "Tỉnh Cao Bằng"),
    "151": ("Huyện Kỳ Sơn", "Tỉnh Hòa Bình"),
    "526": ("Huyện Tây Trà", "Tỉnh Quảng Ngãi"),
}
ERAS = {("", OLD_END): "until", ("", OLDER_END): "older", (NEW_START, ""): "since"}
HUE = "thừa thiên huế"
# (name, type, first day, last day) where a province changed its type or name on its own.
RENAMED = {
    "huế": [("Thừa Thiên Huế", "tỉnh", "", "2024-12-31"), ("Huế", "thành phố", "2025-01-01", OLD_END)],
    "đồng nai+": [
        ("Đồng Nai", "tỉnh", NEW_START, "2026-04-29"),
        ("Đồng Nai", "thành phố", "2026-04-30", ""),
    ],
}


class Row(NamedTuple):
    """One line of ``units.tsv``, in the order of its fields."""

    key: str
    kind: str
    name: str
    district: str
    province: str
    era: str
    successors: str
    successor_province: str
    split: str
    counts: str


def full(name: str) -> str:
    """Return "xã Tuy Phước" for "Xã Tuy Phước", tone marks in the old place."""
    kind, bare = split_type(fold_tone(name))
    return f"{kind} {bare}" if kind else bare


def row(name: str, district: str, province: str, days: tuple[str, str], **more: str) -> Row:
    """Make a line from a name with its type word."""
    kind, bare = split_type(fold_tone(name))
    era = ERAS.get(days, "/".join(days))
    line = Row(unit_key(bare), kind, bare, full(district), full(province), era, "", "", "", "")
    return line._replace(**more)


def write_units(
    old: list[dict[str, str]], new: list[dict[str, str]], syllables: frozenset[str], output: Path
) -> None:
    """Write both files from the rows of the two sources."""
    restore_parents(old)
    rows = [*old_communes(old), *new_communes(new), *districts(old), *old_provinces(old), *new_provinces(new)]
    names = sorted(({line.province for line in rows} | {line.successor_province for line in rows}) - {""})
    number = {name: str(place) for place, name in enumerate(names)}
    lines = {"\t".join(numbered(line, number)) for line in rows}
    lines |= {f"{PROVINCE_INDEX}\t{place:03}\t{name}" for place, name in enumerate(names)}
    (output / "units.tsv").write_bytes(b"".join(sorted(f"{line}\n".encode() for line in lines)))
    parts = {part for line in rows for part in re.split(r"[\s-]+", line.name.lower())}
    strange = {part for part in parts if part not in syllables and not part.isdecimal() and part}
    (output / "places.txt").write_text("\n".join(sorted(strange)), encoding="utf-8")


def numbered(line: Row, number: dict[str, str]) -> Row:
    """Write the numbers of the provinces in place of their names."""
    home = number.get(line.successor_province, "")
    return line._replace(province=number.get(line.province, ""), successor_province=home)


def restore_parents(old: list[dict[str, str]]) -> None:
    """Give the rows without a parent the district their code stood for; one Huế for both names."""
    for line in old:
        if not line["district"]:
            line["district"], line["province"] = LOST_DISTRICTS[line["district_code"]]
        if unit_key(split_type(line["province"])[1]) == HUE:
            line["province"] = "Thành phố Huế"


def span(line: dict[str, str]) -> tuple[str, str]:
    """Return first and last day of an old unit."""
    return "", OLD_END if line["valid"].startswith("until") else OLDER_END


def old_communes(old: list[dict[str, str]]) -> list[Row]:
    """Return the communes until 30/6/2025."""
    return [
        row(
            line["ward"], line["district"], line["province"], span(line),
            successors=";".join(map(full, filter(None, line["new_wards"].split(";")))),
            successor_province=full(line["new_province"]), split=line["split"].replace("0", ""),
        )
        for line in old
        if line["ward"]
    ]  # fmt: skip


def new_communes(new: list[dict[str, str]]) -> list[Row]:
    """Return the communes since 01/7/2025; Đồng Nai keeps the name it started with."""
    return [row(line["ward"], "", line["province"], (NEW_START, "")) for line in new]


def districts(old: list[dict[str, str]]) -> list[Row]:
    """Return the districts with what they became and how many communes of each type they had."""
    grouped = defaultdict(list)
    for line in old:
        grouped[full(line["district"]), full(line["province"])].append(line)
    return [one_district(name, province, lines) for (name, province), lines in grouped.items()]


def one_district(name: str, province: str, lines: list[dict[str, str]]) -> Row:
    """Return the line of one district; it lived as long as its longest-lived commune."""
    heirs = dict.fromkeys(full(ward) for line in lines for ward in line["new_wards"].split(";") if ward)
    home = next((full(line["new_province"]) for line in lines if line["new_province"]), "")
    return row(
        name, "", province, max(map(span, lines)),
        successors=";".join(heirs), successor_province=home, counts=counted(lines),
    )  # fmt: skip


def counted(lines: list[dict[str, str]]) -> str:
    """Return "xã=11+0;thị trấn=2+0": units that lasted until 30/6/2025 + units gone before."""
    kinds = dict.fromkeys(split_type(line["ward"])[0] for line in lines if line["ward"])
    last = Counter((split_type(line["ward"])[0], span(line)[1]) for line in lines if line["ward"])
    return ";".join(f"{kind}={last[kind, OLD_END]}+{last[kind, OLDER_END]}" for kind in kinds)


def old_provinces(old: list[dict[str, str]]) -> list[Row]:
    """Return the 63 provinces; the counts hold communes and districts."""
    grouped = defaultdict(list)
    for line in old:
        grouped[full(line["province"])].append(line)
    found = []
    for name, lines in grouped.items():
        lasting = [line for line in lines if span(line)[1] == OLD_END]
        parents = Counter(split_type(district)[0] for district in {line["district"] for line in lasting})
        counts = [counted(lines), *(f"{kind}={number}+0" for kind, number in sorted(parents.items()))]
        home = Counter(full(line["new_province"]) for line in lasting).most_common(1)[0][0]
        found += province_rows(name, unit_key(split_type(name)[1]), ("", OLD_END), ";".join(counts), home)
    return found


def new_provinces(new: list[dict[str, str]]) -> list[Row]:
    """Return the 34 provinces since 01/7/2025 with the number of their communes."""
    grouped = defaultdict(list)
    for line in new:
        grouped[full(line["province"])].append(split_type(line["ward"])[0])
    found = []
    for name, kinds in grouped.items():
        counts = ";".join(f"{kind}={number}+0" for kind, number in sorted(Counter(kinds).items()))
        found += province_rows(name, unit_key(split_type(name)[1]) + "+", (NEW_START, ""), counts, "")
    return found


def province_rows(name: str, key: str, days: tuple[str, str], counts: str, home: str) -> list[Row]:
    """Return one line, or one for each period of a province that was renamed in between."""
    periods = RENAMED.get(key) or [(split_type(name)[1], split_type(name)[0], *days)]
    return [
        row(f"{kind} {bare}", "", "", (first, last), counts=counts, successor_province=home)
        for bare, kind, first, last in periods
    ]
