"""The report's own level against the bodies, unit types and counts it names: what was copied from another unit's report."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from reportlint.knowledge import units
from reportlint.letters import UPPER
from reportlint.patterns import Pattern, at_word
from reportlint.rule import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report
    from reportlint.rule import Rule

_COMMITTEES = {"huyện": "Huyện ủy", "quận": "Quận ủy", "thị xã": "Thị ủy", "thành phố": "Thành ủy"}
_PARTY = re.compile(
    rf"(?P<body>(?P<word>{at_word('Thành|Huyện|Quận|Thị')}) (?P<of>[uU](?:ỷ|ủy|y)|ủy|uỷ|[đĐ]oàn))(?: (?P<place>[{UPPER}]\w+(?: [{UPPER}]\w+){{0,3}}))?"
)
_WORDS = {"thành": "thành phố", "huyện": "huyện", "quận": "quận", "thị": "thị xã"}
CENTRAL_CITIES = frozenset({"hà nội", "hồ chí minh", "hải phòng", "đà nẵng", "cần thơ", "huế"})


def report_day(report: Report) -> dt.date | None:
    """The day by which units are judged: of issue, else the last of the month or year known."""
    identity = report.identity
    if identity.date:
        return identity.date
    if identity.month:
        return dt.date(identity.month[0], identity.month[1], 28)
    return dt.date(identity.year, 12, 28) if identity.year else None


def own_unit_type(report: Report) -> str:
    """Type word of the district the report is of: huyện, quận, thị xã, thành phố; empty when it is no district's."""
    identity = report.identity
    if identity.level != "district":
        return ""
    head = identity.issuer.lower()
    for word in _COMMITTEES:
        if word in head:
            return word
    unit = units.district(identity.place, identity.province or None) if identity.place else None
    return unit.type if unit else ""


def foreign_committee(report: Report, rule: Rule) -> Iterable[Hit]:
    """A huyện has a Huyện ủy: `Thành ủy` in its report is another unit's (norms ADM04)."""
    own = own_unit_type(report)
    if not own or report.identity.province.lower() in CENTRAL_CITIES:
        return
    text = report.document.text
    for match in _PARTY.finditer(text):
        kind = _WORDS[match["word"].lower()]
        place = match["place"] or ""
        if kind == own or (place and place != report.identity.place) or report.facts.quoted(*match.span()):
            continue
        start, end = match.span("body")
        union = match["of"][1:] == "oàn"
        expected = _COMMITTEES[own].replace("ủy", match["of"]) if union else _COMMITTEES[own]
        args = {"found": match.group(), "own": own, "expected": expected}
        yield Hit(start, end, args, (Edit(start, end, expected),), cause="level")


_TYPE_WORDS = re.compile(
    r"\b(?P<type>phường|thị trấn|xã)\b(?! [A-ZĐ]|[^\W\d_]| hội| luận| giao)", re.IGNORECASE
)
_URBAN = Pattern(rf"(?:{at_word('phường|thị trấn')})\b(?! [A-ZĐÂÁẤ])", needs=("phường", "thị trấn"))
_LISTING = re.compile(
    r"(?:các|từ huyện (?:đến|tới)|và|,|\d+|cấp|thuộc|UBND|địa bàn|[Tt]uổi trẻ|[Cc]ông an|[Đđ]ảng ủy|[Cc]án bộ) ?$"
)
_LAW = re.compile(
    r"(?:Luật|Pháp lệnh|Nghị (?:định|quyết)|Thông tư|Quyết định|[Qq]uy chế|dân chủ|chức danh)\b[^.;]{0,120}\b(?:xã|ở), $"
)
"""A title or phrase of the law, which names every type: `công chức ở xã, phường, thị trấn`."""


def foreign_unit_type(report: Report, rule: Rule) -> Iterable[Hit]:
    """Only unit types that the district had on the report's day (norms ADM03): no phường where there are xã and thị trấn."""
    identity, day = report.identity, report_day(report)
    if identity.level != "district" or not identity.place or day is None or day >= units.MERGE_DATE:
        return
    had = units.unit_types(identity.place, day, identity.province or None)
    if not had:
        return
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        for match in _URBAN.finditer(facts.text):
            word = match.group()
            around = facts.text[max(0, match.start() - 150) : match.start()]
            if word in had or not _LISTING.search(around) or _LAW.search(around):
                continue
            if not facts.quoted(*match.span()):
                args = {"found": word, "own": identity.place, "had": ", ".join(sorted(had))}
                yield Hit(block.start + match.start(), block.start + match.end(), args, cause="unit-type")


_COUNT = Pattern(
    r"\d(?<!\w\d)(?:\d{0,2}|\d*/(?P<whole>\d{1,3})) (?P<what>xã, thị trấn|xã, phường, thị trấn|xã, phường|phường, xã|xã|phường)\b(?!,)(?! (?:[A-ZĐ]|đạt|được|điểm|có|chưa|thuộc|nông|khó|về|với|bãi|biên|vùng|miền|còn))",
    needs=("xã", "phường"),
)


def unit_count(report: Report, rule: Rule) -> Iterable[Hit]:
    """`13/13 xã, thị trấn`: the whole is how many units the district had on that day."""
    identity, day = report.identity, report_day(report)
    if identity.level != "district" or not identity.place or day is None:
        return
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        for match in _COUNT.finditer(facts.text):
            if (
                "/" not in match.group()
                and "tất cả" not in facts.text[max(0, match.start() - 12) : match.start()].lower()
            ):
                continue
            number = match["whole"] or match.group().partition(" ")[0]
            counts = [
                units.count(identity.place, kind, day, identity.province or None)
                for kind in re.split(", ", match["what"])
            ]
            if None in counts or (had := sum(c for c in counts if c)) == int(number) or not had:
                continue
            end = block.start + match.start("what") - 1
            yield Hit(
                end - len(number),
                end,
                {"found": match.group(), "own": identity.place, "count": had, "what": match["what"]},
            )
