"""The code in a symbol against the body that issued it, by level and by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.checks.citations.conflicts import issuer_of
from reportlint.knowledge import bodies
from reportlint.knowledge.bodies import party_level
from reportlint.letters import UPPER
from reportlint.rule import Edit, Hit
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.bodies import Body
    from reportlint.facts.citations import Citation
    from reportlint.report import Report
    from reportlint.rule import Rule

_PARTY_CODES = {"central": "TW", "province": "TU", "district": "HU"}
_LEVEL_NAMES = {
    "central": Said("trung ương", "central"),
    "province": Said("cấp tỉnh", "province"),
    "district": Said("cấp huyện", "district"),
    "commune": Said("cấp xã", "commune"),
}


def symbol_against_issuer(report: Report, rule: Rule) -> Iterable[Hit]:
    """A Huyện ủy issues …/HU, a Tỉnh ủy …/TU, the centre …/TW (hd36 1.3); a sở's letters carry that sở's code."""
    for citation in report.facts.citations:
        issuer = issuer_of(report, citation)
        if issuer is None or not citation.number:
            continue
        if citation.regime == "party":
            yield from _party(report, citation, issuer)
        else:
            yield from _state(citation, issuer)


def _party(report: Report, citation: Citation, issuer: Body) -> Iterable[Hit]:
    stated = party_level(citation.organ)
    level = _level(report, issuer)
    if not stated or not level or stated == level or {stated, level} <= {"commune", ""}:
        return
    if issuer.kind not in {"party", "central"} or (
        issuer.kind == "central" and stated != "central" and issuer.organ == "Chính phủ"
    ):
        return
    expected = _PARTY_CODES.get(level, "")
    args = {
        "found": citation.symbol_text,
        "issuer": issuer.text,
        "organ": citation.organ,
        "level": _LEVEL_NAMES.get(stated, stated),
    }
    edits = (
        (
            Edit(
                citation.symbol_start,
                citation.symbol_end,
                f"{citation.number.zfill(2)}-{citation.code}/{expected}",
            ),
        )
        if expected
        else ()
    )
    yield Hit(citation.symbol_start, citation.symbol_end, args, edits, cause=f"symbol:{citation.number}")


def _level(report: Report, issuer: Body) -> str:
    """The level of a Party issuer; a Thành ủy named after the report's own district is of district level."""
    own = report.identity
    if (
        issuer.kind == "party"
        and issuer.place
        and issuer.place == own.place
        and own.level in {"district", "commune"}
    ):
        return own.level
    city = "Thành ủy" in issuer.text or "Thành uỷ" in issuer.text
    return "" if city else issuer.level  # a Thành ủy may be of a central city or of one in a province


def _state(citation: Citation, issuer: Body) -> Iterable[Hit]:
    if citation.regime == "party":
        return
    if wrong := _central_code(citation, issuer) or _department_code(citation, issuer):
        yield Hit(
            citation.symbol_start,
            citation.symbol_end,
            {"found": citation.symbol_text, "issuer": issuer.text, "organ": citation.organ, "level": wrong},
            cause=f"symbol:{citation.number}",
        )


def _central_code(citation: Citation, issuer: Body) -> str:
    """CP belongs to the Government, TTg to the Prime Minister, UBND and HĐND to committees; return whose code it is when not so."""
    organ = citation.organ.split("-")[0]
    owners = {
        "CP": ("Chính phủ",),
        "TTg": ("Thủ tướng Chính phủ",),
        "UBND": ("UBND",),
        "HĐND": ("HĐND", "Thường trực HĐND"),
    }
    if organ not in owners or issuer.organ in owners[organ] or citation.code == "TTLT":
        return ""
    if issuer.kind not in {"central", "committee", "ministry", "party"} or issuer.organ in {
        "HĐND và UBND",
        "Văn phòng UBND",
    }:
        return ""
    return owners[organ][0]


def _department_code(citation: Citation, issuer: Body) -> str:
    """The code of one sở or ministry on a paper of another."""
    if issuer.kind not in {"department", "ministry"}:
        return ""
    organ = citation.organ.split("-")[0]
    owners = bodies.code_names(organ)
    if not owners or not all(name.startswith(("Sở", "Bộ")) for name in owners):
        return ""
    name = re.sub(r"^(?:Giám đốc|Bộ trưởng) ", "", issuer.organ)
    return "" if any(_same_name(name, owner) for owner in owners) or not bodies.find_body(name) else owners[0]


def _same_name(one: str, other: str) -> bool:
    def fold(name: str) -> str:
        return re.sub(r"[\s,–-]+", " ", name).lower()

    return fold(one) == fold(other)


def expired_code(report: Report, rule: Rule) -> Iterable[Hit]:
    """The code of a ministry after it ended, by the date of the paper (norms: ADM05)."""
    for citation in report.facts.citations:
        date = citation.date.value if citation.date else None
        organ = citation.organ.split("-")[0]
        if not date or not citation.number or citation.regime == "party":
            continue
        known = bodies.bodies_of_code(organ)
        if known and all(b.valid_to and b.valid_to < date for b in known):
            ended = known[0]
            behind = report.document.text[citation.symbol_end :][:_NEAR]
            names = tuple(b.name for b in known)
            if _of_another(behind, organ, names) or (
                organ in AMBIGUOUS and not any(map(behind.count, names))
            ):
                continue
            args = {
                "found": citation.symbol_text,
                "code": organ,
                "body": ended.name,
                "until": _day(ended.valid_to),
                "heir": ", ".join(ended.successors),
            }
            yield Hit(citation.symbol_start, citation.symbol_end, args)


AMBIGUOUS = frozenset({"TCT"})
"""Codes that other bodies have as well: TCT of the Tổng cục Thuế and of every Tổng công ty."""
_NEAR = 80
"""How far behind a symbol its issuer is looked for."""
_OF = re.compile(rf"của (?=[{UPPER}])")
_OFFICE = re.compile(r"của (?:Cục|Chi cục|Hạt|Phòng|Ban|Trung tâm|Viện) ")
_INSPECTORATE = ("TTr", "của Thanh tra ")
"""The one body whose usual abbreviation is the code of a type, tờ trình."""


def _of_another(behind: str, organ: str, names: tuple[str, ...]) -> bool:
    """Tell whether another body with these initials is named: `1070/TCT ngày … của Tổ công tác`."""
    issuer = _OF.search(behind)
    if issuer is None or behind.startswith(names, issuer.end()):
        return False
    return _initials(behind[issuer.end() :]).startswith(organ.upper())


def coded_by_name(behind: str, code: str) -> bool:
    """Tell whether an office named behind a symbol has the letters of a code for its own: KL of the Cục Kiểm lâm."""
    letters, named = _INSPECTORATE
    if code == letters and named in behind[:_NEAR]:
        return True
    office = _OFFICE.search(behind[:_NEAR])
    return office is not None and _initials(behind[office.end() :]).startswith(code.upper())


def _initials(words: str) -> str:
    return "".join(word[0] for word in words.split()).upper()


def _day(value: object) -> str:
    from reportlint.facts.dates import proper

    return proper(value)  # type: ignore[arg-type]
