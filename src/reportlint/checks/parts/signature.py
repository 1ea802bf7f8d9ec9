"""The signature block: authority (TM., KT. …), post, name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportlint.outline.foot import AUTHORITY
from reportlint.rule import Edit, Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report
    from reportlint.rule import Rule

_LETTERS = re.compile(r"[^A-ZĐ]")
_DEPUTY = re.compile(r"PHÓ\b|THỨ TRƯỞNG|ỦY VIÊN|UỶ VIÊN|CẤP PHÓ")
_PERSON = re.compile(
    r"(?:TỔNG )?GIÁM ĐỐC|HIỆU TRƯỞNG|TRƯỞNG |CHỦ TỊCH|BÍ THƯ|CHÁNH |(?:CHI )?CỤC TRƯỞNG|VIỆN TRƯỞNG|THỦ TRƯỞNG|CHỦ NHIỆM"
)
"""Posts of one person, who signs for nobody but the body he heads."""
_COMMITTEE = re.compile(r"UBND|[ỦU]Y BAN NHÂN DÂN|UỶ BAN NHÂN DÂN")
_OTHER_COLLECTIVE = re.compile(r"UBND|[ỦU]Y BAN|UỶ BAN|ĐOÀN|TỔ|HỘI ĐỒNG|BAN CHỈ ĐẠO")
"""Collectives for which somebody of a department may sign (another body's committee is TT029's)."""
_DEPARTMENT = re.compile(r"(?:SỞ|PHÒNG|CHI CỤC|CỤC|VĂN PHÒNG|THANH TRA|TRUNG TÂM)\b")
_OTHER_HEAD = re.compile(r"HỘI ĐỒNG NHÂN DÂN|HĐND|(?:BCH|BAN CHẤP HÀNH) ĐOÀN|\w+ ĐOÀN\b")
"""Bodies beside the committee, which signs for none of them."""
_UNIT = re.compile(r"\b(?:TỈNH|HUYỆN|QUẬN|XÃ|PHƯỜNG|THỊ XÃ|THỊ TRẤN|THÀNH PHỐ|TP\.?|ĐẶC KHU)\s+(?P<name>.+)$")


class Line(NamedTuple):
    """A line of the block; `prefix` is bare letters (TM, KT …), empty for a post alone. Offsets are the document's."""

    start: int
    end: int
    text: str
    prefix: str
    written: str
    """The prefix as it stands, with dots and slashes."""
    whose: str
    gap: str


def lines(report: Report) -> list[Line]:
    """Read the lines of authority and post."""
    found = []
    for span in report.outline.signature:
        text = report.document.text[span.start : span.end].strip("* ")
        if not text.isupper() and not AUTHORITY.match(text):
            continue
        match = AUTHORITY.search(text)
        prefix = _LETTERS.sub("", match["prefix"]) if match else ""
        start = span.start + report.document.text[span.start : span.end].find(text)
        found.append(
            Line(
                start,
                start + len(text),
                text,
                prefix,
                match["prefix"] if match else "",
                match["whose"] if match else text,
                match["gap"] if match else "",
            )
        )
    return found


def prefix_format(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report authorities not written `TM. ` (nd30), or `T/M ` for the Party when `params.slash` is set."""
    for line in lines(report):
        if line.prefix not in {"TM", "KT", "TL", "TUQ"}:
            continue
        expected = f"{line.prefix[0]}/{line.prefix[1:]} " if rule.params["slash"] else f"{line.prefix}. "
        written = line.written + line.gap
        if written != expected and " ".join(written.split()) != expected.strip():
            start = line.start + line.text.find(line.written)
            end = start + len(written.rstrip())
            edit = Edit(start, start + len(written), expected)
            yield Hit(start, end, {"found": written.strip(), "expected": expected.strip()}, (edit,))


def conflicts(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report authorities and posts that do not go together."""
    block = lines(report)
    if not block:
        return
    prefixes = [line.prefix for line in block]
    head = _issuer(report)
    yield from _order(block, prefixes)
    persons = [line for line in block if line.prefix == "TM" and _PERSON.match(line.whose)]
    if persons and not _DEPARTMENT.match(head):
        yield from map(_person, persons)
        return
    yield from _deputies(report, block, prefixes)
    if "TM" not in prefixes and _collective(report, head) and not {"TL", "TUQ"} & set(prefixes):
        first = block[0]
        yield Hit(
            first.start,
            first.end,
            {"found": first.text},
            (Edit(first.start, first.start, "TM. ỦY BAN NHÂN DÂN\n"),),
            variant="collective",
        )
    if _DEPARTMENT.match(head):
        for line in block:
            if line.prefix == "TM" and not _OTHER_COLLECTIVE.match(line.whose):
                yield Hit(line.start, line.end, {"found": line.text, "body": head}, variant="department")


def _person(line: Line) -> Hit:
    edit = Edit(line.start, line.end - len(line.whose), "")
    return Hit(line.start, line.end, {"found": line.text, "expected": line.whose}, (edit,), variant="person")


def _order(block: list[Line], prefixes: list[str]) -> Iterable[Hit]:
    if "KT" in prefixes and "TM" in prefixes[prefixes.index("KT") :]:
        line = block[prefixes.index("KT")]
        yield Hit(line.start, line.end, {"found": line.text}, variant="order")
    if "TUQ" in prefixes and "KT" in prefixes[prefixes.index("TUQ") :]:
        line = block[prefixes.index("KT", prefixes.index("TUQ"))]
        yield Hit(line.start, line.end, {"found": line.text}, variant="redelegated")


def _deputies(report: Report, block: list[Line], prefixes: list[str]) -> Iterable[Hit]:
    text = report.document.text
    foot = text[block[0].start :][:600]
    deputies = [line for line in block if not line.prefix and _DEPUTY.match(line.text)]
    if "KT" in prefixes:
        line = block[prefixes.index("KT")]
        if not deputies and not re.search(
            r"(?<!\w)(?:PHÓ|Phó|PH[OÓ]|THỨ TRƯỞNG)(?!\w)", foot[line.end - block[0].start :]
        ):
            yield Hit(line.start, line.end, {"found": line.text}, variant="post")
    elif (
        deputies
        and not {"TL", "TUQ"} & set(prefixes)
        and not re.search(r"K\W{0,2}T\W", text[max(0, block[0].start - 120) : block[0].end])
    ):
        line = deputies[0]
        chief = re.sub(r" (?:PHỤ TRÁCH|ĐIỀU HÀNH)$", "", line.text.removeprefix("PHÓ "))
        yield Hit(
            line.start,
            line.end,
            {"found": line.text, "expected": f"KT. {chief}"},
            (Edit(line.start, line.start, f"KT. {chief}\n"),),
        )


def _issuer(report: Report) -> str:
    names = report.outline.body_names
    return " ".join(names[-2:]) if names and _UNIT.match(names[-1]) else (names[-1] if names else "")


def _collective(report: Report, head: str) -> bool:
    symbol = report.outline.text("number_symbol").rstrip()
    return (
        bool(_COMMITTEE.match(head))
        and report.identity.kind in {"BC", "TTr"}
        and (symbol.endswith("UBND") or not symbol)
    )


def body_mismatch(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a signature for another body, or of another body's post, than the head names."""
    head = _issuer(report)
    names = report.outline.body_names
    if not head or report.identity.ocr:
        return
    for line in lines(report):
        wrong = False
        if line.prefix == "TM" and _COMMITTEE.match(line.whose):
            own, other = _UNIT.search(head), _UNIT.search(line.whose)
            wrong = _committee_cannot_sign(head) or bool(own and other and own["name"] != other["name"])
        elif line.whose in {"GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"} and line.prefix not in {"TL", "TUQ"}:
            wrong = bool(_COMMITTEE.match(head)) and not any(_DEPARTMENT.match(n) for n in names)
        elif line.whose in {"CHỦ TỊCH", "PHÓ CHỦ TỊCH"} and line.prefix not in {"TL", "TUQ"}:
            wrong = head.startswith(("SỞ ", "PHÒNG "))
        if wrong:
            part = report.outline.parts["issuing_body"]
            yield Hit(
                line.start,
                line.end,
                {"found": line.text, "body": head},
                related=(Related(part.start, part.end, Said("cơ quan ban hành", "the issuing body")),),
            )
            return


def _committee_cannot_sign(head: str) -> bool:
    return bool(_DEPARTMENT.match(head)) or bool(_OTHER_HEAD.match(head))
