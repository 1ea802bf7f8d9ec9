"""Units and bodies that were no more, or not yet, on the report's day; history and citations of their time excepted."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from reportlint.checks.bodies.levels import report_day
from reportlint.knowledge import bodies, units
from reportlint.letters import UPPER
from reportlint.patterns import Pattern, at_word
from reportlint.rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.facts.block import BlockFacts
    from reportlint.report import Report
    from reportlint.rule import Rule

_PLACE = rf"[{UPPER}][\w'’]*(?:[ -][{UPPER}][\w'’]*){{0,3}}"
_OLD = re.compile(
    rf"(?P<type>{at_word('huyện|quận|thị xã|thị trấn|tỉnh|thành phố|TP')}\.?) (?P<name>{_PLACE})"
)
_OLD_BODY = Pattern(
    rf"(?P<body>{at_word('UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|Công an|Cổng thông tin điện tử|Trang thông tin điện tử')})"
    rf" (?:các )?(?P<type>huyện|quận|thị xã|thị trấn)\b(?! [{UPPER}\d])",
    needs=(" huyện", " quận", " thị xã", " thị trấn"),
)
"""A body of a level that ended, without the name of its unit."""
_NEW = Pattern(rf"\b(?P<type>đặc khu) (?P<name>{_PLACE})|\b[Đđ]ảng ủy đặc khu\b", needs=("đặc khu",))
_HISTORY = re.compile(
    r"nay (?:là|thuộc)|\bcũ\b|trước đây|trước ngày 01/0?7/2025|(?:trước|trước khi|trên cơ sở) (?:sắp xếp|sáp nhập|hợp nhất|nhập)|nguyên là|\(cũ\)|khi đó|thời điểm|sau (?:khi )?(?:sắp xếp|sáp nhập|hợp nhất)|sáp nhập|đổi tên"
)
_YEAR_BEFORE = re.compile(r"\b(?:20[01]\d|202[0-4])\b|6 tháng đầu năm 2025")
_ACTOR = re.compile(r"\b(?:do|được)(?: \w+){0,6} ?$")
_DEED = re.compile(
    r" (?:đã )?(?:cấp|ban hành|phê duyệt|công nhận|xác nhận|thẩm định|thành lập|bàn giao|chuyển giao)\b"
)
_COMMON = frozenset({"tỉnh", "thành phố", "TP.", "TP"})


def abolished_unit(report: Report, rule: Rule) -> Iterable[Hit]:
    """A district, or a province merged into another, named as if it were, after 01/7/2025 (norms ADM01)."""
    day = report_day(report)
    if day is None or day < units.MERGE_DATE:
        return
    known = {p.lower() for p in units.provinces(day)}
    for start, facts, match in _named(report, _OLD):
        if _excused(facts, match, day) or _explained(facts.text, match.group()):
            continue
        if match["type"] in _COMMON and not _province_gone(match, known) and not _city_gone(match):
            continue
        if match["type"] not in _COMMON and not _was_unit(match):
            continue
        heir = _heir(match)
        args = {"found": match.group(), "heir": heir or "đơn vị mới", "day": "01/7/2025"}
        yield Hit(start + match.start(), start + match.end(), args, cause="unit")
    for start, facts, match in _named(report, _OLD_BODY):
        if not _excused(facts, match, day):
            args = {"found": match.group(), "type": match["type"], "day": "01/7/2025"}
            at = start + match.start(), start + match.end()
            yield Hit(*at, args, variant="level", certainty="heuristic", cause="unit")


def _named(
    report: Report, pattern: re.Pattern[str] | Pattern
) -> Iterator[tuple[int, BlockFacts, re.Match[str]]]:
    first, _ = report.outline.body
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        if block.index >= first and block.kind not in {"footnote", "endnote"}:
            for match in pattern.finditer(facts.text):
                yield block.start, facts, match


def _excused(facts: BlockFacts, match: re.Match[str], day: dt.date) -> bool:
    """Told as history, inside a quotation, or part of a citation of a paper of that time."""
    start, end = match.span()
    around = facts.text[max(0, start - 70) : end + 90]
    if (
        _HISTORY.search(around)
        or facts.quoted(start, end)
        or _YEAR_BEFORE.search(facts.text[max(0, start - 90) : end + 60])
    ):
        return True
    if _ASSOCIATION.search(facts.text[max(0, start - 90) : start]) or _deed(facts.text, start, end):
        return True
    return any(
        c.start - 10 <= start
        and start < c.end + 200
        and (not c.date or not c.date.value or not units.MERGE_DATE <= c.date.value <= day)
        for c in facts.citations
    )


def _deed(text: str, start: int, end: int) -> bool:
    """Tell whether a body is named for what it once gave: `giấy phép do Bộ Tài nguyên và Môi trường cấp`."""
    return bool(_DEED.match(text, end) and _ACTOR.search(text, max(0, start - 40), start))


def _explained(text: str, name: str) -> bool:
    """Tell whether the same paragraph says of the same unit what it is today: `…, tỉnh Yên Bái nay là xã …`."""
    return f"{name} nay là " in text or f"{name} (nay là " in text or f"{name} (cũ)" in text


_ASSOCIATION = re.compile(
    r"\b(?:Hội|Hiệp hội|Quỹ|Công ty|Liên đoàn|[Đđ]oàn [Ll]uật sư|Trường|Bệnh viện|Câu lạc bộ)\b[^,.;]{0,60}$"
)
"""A body that keeps a place in its own name until it is renamed."""


def _province_gone(match: re.Match[str], known: set[str]) -> bool:
    name = f"{match['type']} {match['name']}"
    if match["type"] == "tỉnh":
        return (
            name.lower() not in known
            and units.new_province(match["name"]) is not None
            and not any(match["name"].lower() in k for k in known)
        )
    return False


def _city_gone(match: re.Match[str]) -> bool:
    """A city of a province, a unit of district level, ended with its level; the six central cities go on."""
    if match["type"] == "tỉnh":
        return False
    found = units.find(f"thành phố {match['name']}", dt.date(2025, 6, 1))
    return bool(found) and all(u.level == "district" for u in found)


def _was_unit(match: re.Match[str]) -> bool:
    return bool(units.find(f"{match['type']} {match['name']}", dt.date(2025, 6, 1)))


def _heir(match: re.Match[str]) -> str:
    if match["type"] == "tỉnh":
        return units.new_province(match["name"]) or ""
    found = units.find(f"{match['type']} {match['name']}", dt.date(2025, 6, 1))
    return units.successor_text(found[0]) if len(found) == 1 else ""


def not_yet_unit(report: Report, rule: Rule) -> Iterable[Hit]:
    """A đặc khu before 01/7/2025 (norms ADM02)."""
    day = report_day(report)
    if day is None or day >= units.MERGE_DATE:
        return
    for start, facts, match in _named(report, _NEW):
        if not facts.quoted(*match.span()) and not re.search(
            r"dự kiến|sẽ|phương án|đề án|từ ngày 01/7/2025", facts.text
        ):
            yield Hit(start + match.start(), start + match.end(), {"found": match.group()})


def body_renamed(report: Report, rule: Rule) -> Iterable[Hit]:
    """A ministry or sở under a name it no longer had, or not yet, on the report's day (norms ADM05)."""
    day = report_day(report)
    if day is None:
        return
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        for body in facts.bodies:
            if body.kind not in {"ministry", "department"}:
                continue
            known = bodies.find_body(re.sub(r"^(?:Bộ trưởng|Giám đốc) ", "", body.organ))
            if known is None or known.existed(day) or _told_as_past(facts, body.start, body.end, day):
                continue
            gone = known.valid_to is not None and known.valid_to < day
            if gone and (day - known.valid_to).days > rule.params["grace"]:  # type: ignore[operator]
                args = {"found": body.text, "heir": ", ".join(known.successors) or "cơ quan mới"}
                yield Hit(block.start + body.start, block.start + body.end, args)


def _told_as_past(facts: BlockFacts, start: int, end: int, day: dt.date) -> bool:
    around = facts.text[max(0, start - 90) : end + 80]
    if _HISTORY.search(around) or facts.quoted(start, end) or _deed(facts.text, start, end):
        return True
    if any(
        c.start - 5 <= start < c.end + 160
        and c.date
        and c.date.value
        and c.date.value < day.replace(day=1)
        and c.date.value < units.MERGE_DATE
        for c in facts.citations
    ):
        return True
    return bool(_YEAR_BEFORE.search(around))
