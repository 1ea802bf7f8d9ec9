"""VH005 Nhân dân and Nhà nước as nouns (nd30, PL II, V.1); VH007 the noun before a unit's name (III.1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.checks.capitals.words import gap
from reportlint.letters import LOWER, UPPER
from reportlint.patterns import Pattern
from reportlint.rule import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.report import Report
    from reportlint.rule import Rule

_PEOPLE = re.compile(r"(?<!sức khỏe )(?<!sức khoẻ )(?<!\w)nhân dân(?!\w)(?! tệ)")
_OF_PEOPLE = frozenset(
    [
        "đồng",
        "ban",
        "án",
        "sát",
        "an",
        "đội",
        "trang",
        "sĩ",
        "giáo",
        "giao",
        "thuốc",
        "thẩm",
        "tra",
        "ninh",
        "tranh",
        "dụng",
        "biểu",
        "phòng",
        "hội",
        "dân",
        "nhân",
        "nghệ",
        "báo",
        "trường",
        "việt",
    ]
)
"""Words before `nhân dân` that it belongs to: hội đồng, ủy ban, tòa án, công an, quân đội, nghệ sĩ, nhà giáo, an ninh …"""
_STATE = re.compile(
    r"(?<!\w)(?:Đảng(?:,| và|, chính sách, pháp luật của)|(?:pháp luật|chính sách|quy định|chủ trương) của) (?P<noun>nhà nước)(?!\w)"
)
_UNIT = Pattern(
    rf"(?<=[{LOWER},] )(?P<noun>Huyện|Xã|Tỉnh|Phường|Quận|Thị xã|Thị trấn|Thành phố) (?P<name>[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+)*)",
    needs=tuple(
        f" {noun} " for noun in ("Huyện", "Xã", "Tỉnh", "Phường", "Quận", "Thị xã", "Thị trấn", "Thành phố")
    ),
)
_PERSONS = frozenset(
    [
        "Hồ",
        "Nguyễn",
        "Trần",
        "Lê",
        "Phạm",
        "Phan",
        "Ngô",
        "Đinh",
        "Đặng",
        "Hoàng",
        "Huỳnh",
        "Võ",
        "Vũ",
        "Bùi",
        "Đỗ",
        "Dương",
        "Lý",
        "Trưng",
        "Hai",
        "Điện",
        "Quang",
        "Trương",
        "Tôn",
        "Cách",
        "Bà",
        "Mai",
        "Phù",
        "Chu",
        "Cao",
        "Hàm",
        "Đào",
        "Hà",
    ]
)
"""First syllables of unit names that may be a person's or an event's, where the noun keeps its capital (III.1.b)."""
MIN_CAPITALS = 1
"""How many times a report must write `Nhân dân` before each small one is a fault; below, one finding speaks for all."""


def people(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report `nhân dân` and `nhà nước` in small letters where they are nouns."""
    small, capitals = [], 0
    for index in range(*report.outline.body):
        block, facts = report.document.blocks[index], report.facts.blocks[index]
        capitals += facts.text.count("Nhân dân")
        if "nhân dân" in facts.text or "nhà nước" in facts.text:
            small += [(block.start + s, block.start + e) for s, e in _nouns(facts)]
    shown = small if capitals >= MIN_CAPITALS else small[:1]
    for start, end in shown:
        word = report.document.text[start:end]
        yield Hit(start, end, {"found": word, "right": "N" + word[1:]}, (Edit(start, start + 1, "N"),))


def _nouns(facts: BlockFacts) -> Iterable[tuple[int, int]]:
    for match in _PEOPLE.finditer(facts.text):
        before = re.search(rf"([{UPPER}{LOWER}]+) $", facts.text[max(0, match.start() - 12) : match.start()])
        if before and before[1].lower() not in _OF_PEOPLE and not facts.quoted(*match.span()):
            yield match.span()
    for match in _STATE.finditer(facts.text):
        if not facts.quoted(*match.span()):
            yield match.span("noun")


def units(block: BlockFacts, _rule: Rule) -> Iterable[Hit]:
    """Report a capital on huyện, xã … before the unit's own name in running text."""
    if block.kind in {"header", "footer", "table-cell"}:
        return
    for match in _UNIT.finditer(block.text):
        if (
            match["name"].split()[0] in _PERSONS
            or block.quoted(*match.span())
            or _in_name(block, match.start())
        ):
            continue
        start, noun = match.start(), match["noun"]
        args = {"found": match.group(), "right": noun.lower() + match.group()[len(noun) :]}
        yield Hit(
            start, match.end("noun"), args, (Edit(start, match.end("noun"), noun[0].lower() + noun[1:]),)
        )


def _in_name(block: BlockFacts, at: int) -> bool:
    """Tell whether a capital stands among the two words before, so that the unit may end a longer name."""
    i = next(i for i, w in enumerate(block.words) if w.start >= at)
    if gap(block, i) != " ":
        return False
    return any(gap(block, j + 1) == " " and block.written[j][0].isupper() for j in range(max(i - 2, 1), i))
