"""Places named: a unit in a parent that has no such unit, and another unit's name where one's own is meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.checks.bodies.levels import report_day
from reportlint.knowledge import units
from reportlint.knowledge.unit_names import unit_key
from reportlint.letters import LOWER, UPPER
from reportlint.patterns import holds
from reportlint.rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report
    from reportlint.rule import Rule

_NAME = rf"[{UPPER}][\w'’]*(?: [{UPPER}][\w'’]*){{0,3}}"
_ADDRESS = re.compile(
    rf"\b(?P<unit>(?:xã|phường|thị trấn) {_NAME}), (?P<parent>(?:huyện|quận|thị xã) (?P<name>{_NAME}))"
)
_AREA = re.compile(
    rf"(?:trên (?:toàn )?địa bàn(?: toàn)?|toàn|UBND|Ủy ban nhân dân|Huyện ủy|Đảng bộ|Ban Chỉ đạo[^,.;:()“”]{{0,80}}?)"
    rf" (?P<type>tỉnh|huyện|thị xã|quận|xã|phường)"
    rf" (?P<name>{_NAME})(?= [{LOWER}]|[.,;]|$)"
)
MAX_FOREIGN = 2
"""A name met more often than this is spoken of on purpose."""
MIN_OWN = 1
_TYPES = {
    "province": (" tỉnh ",),
    "district": (" huyện ", " thị xã ", " quận "),
    "commune": (" xã ", " phường "),
}
"""Words for the units of each level."""


def unit_not_in_parent(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report `xã A, huyện B` where district B, of one name only, had no such unit on the report's day."""
    day = report_day(report)
    if day is None or not units.COVERED_FROM <= day < units.MERGE_DATE:
        return
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        if ", huyện " not in facts.text and ", quận " not in facts.text and ", thị xã " not in facts.text:
            continue
        for match in _ADDRESS.finditer(facts.text):
            parent = units.district(match["name"], report.identity.province or None)
            known = units.find(match["unit"], day)
            if parent is None or not known or facts.quoted(*match.span()):
                continue  # without a namesake elsewhere it may be misspelt or renamed: not to be told here
            if not any(u.district == parent.full_name for u in known):
                args = {"found": match["unit"], "parent": match["parent"]}
                yield Hit(block.start + match.start("unit"), block.start + match.end("unit"), args)


def foreign_name(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report `trên địa bàn huyện B` in a report of huyện A: a sign that a passage was copied."""
    identity = report.identity
    if not identity.place or identity.level not in _TYPES:
        return
    own = unit_key(identity.place)
    found = [
        (block.start + match.start("name"), block.start + match.end("name"), match)
        for block in report.outline.body_blocks
        if block.kind not in {"table-cell", "footnote"}
        and holds((facts := report.facts.blocks[block.index]).text, _TYPES[identity.level])
        for match in _AREA.finditer(facts.text)
        if f" {match['type']} " in _TYPES[identity.level] and not facts.quoted(*match.span())
    ]
    foreign = [f for f in found if not _own(report, own, f[2])]
    if not foreign or len(foreign) > MAX_FOREIGN or len(found) - len(foreign) < MIN_OWN:
        return
    for start, end, match in foreign:
        if units.find(f"{match['type']} {match['name']}", None) or match["type"] == "tỉnh":
            own_name = f"{match['type']} {identity.place}"
            yield Hit(start, end, {"found": match.group(), "own": own_name})


def _own(report: Report, own: str, match: re.Match[str]) -> bool:
    """Tell whether a name is the report's own unit, or a province merged into it, whose papers it speaks of."""
    if unit_key(match["name"]).startswith(own):
        return True
    day = report_day(report)
    merged = match["type"] == "tỉnh" and day is not None and day >= units.MERGE_DATE
    return merged and unit_key(units.new_province(match["name"]) or "").endswith(own)
