"""How number and symbol of the report itself are written, and whether they fit its kind and its body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.rule import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report
    from reportlint.rule import Rule

_NUMBER = re.compile(
    r"(?P<label>S[ốÓ])(?P<colon>\s*:)?(?P<gap>\s*)(?P<number>\d{1,5}[a-zđ]?|[\s.…_]*)(?P<before>\s*)(?P<mark>[-/–])(?P<after>\s*)(?P<symbol>.+)$",
    re.DOTALL,
)
_PARTY = re.compile(r"(?P<type>[A-ZĐa-z]+)/(?P<body>\w[\w-]*)$")
_SPACED = re.compile(r"\s*(?P<mark>[-–/])\s*")


def state_format(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report faults of form in `Số: 05/BC-UBND`; a blank for the number is none."""
    span = report.outline.parts.get("number_symbol")
    match = _NUMBER.match(report.document.text[span.start : span.end]) if span else None
    if not span or not match:
        return
    at, number = span.start, match["number"].strip()
    if not match["colon"]:
        end = at + match.end("label")
        yield Hit(at, end, {"found": match["label"]}, (Edit(end, end, ":"),), variant="colon")
    start, end = at + match.start("number"), at + match.end("mark")
    if match["mark"] == "-" and (party := _PARTY.match(match["symbol"])) and number:
        stop = at + match.end("symbol")
        expected = f"{number}/{party['type']}-{party['body']}"
        yield Hit(
            start, stop, {"found": report.document.text[start:stop], "expected": expected}, variant="party"
        )
        return
    if number.isdigit() and (match["before"] or match["after"]):
        edit = Edit(at + match.start("before"), at + match.end("after"), match["mark"])
        yield Hit(start, end, {"found": report.document.text[start:end]}, (edit,), variant="spaces")
    if number.isdigit() and len(number) == 1:
        yield Hit(
            start,
            start + 1,
            {"found": number, "expected": f"0{number}"},
            (Edit(start, start, "0"),),
            variant="zero",
        )
    yield from _symbol(at + match.start("symbol"), match["symbol"])


def _symbol(start: int, symbol: str) -> Iterable[Hit]:
    for joint in _SPACED.finditer(symbol.rstrip()):
        if joint.group() not in {"-", "/"}:
            low, high = start + joint.start(), start + joint.end()
            mark = joint["mark"].replace("–", "-")
            yield Hit(
                low,
                high,
                {"found": symbol.strip(), "expected": _SPACED.sub("-", symbol.strip())},
                (Edit(low, high, mark),),
            )


def party_format(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a colon behind `Số` in a Party paper, or the form of a State symbol (05/BC-HU)."""
    span = report.outline.parts.get("number_symbol")
    match = _NUMBER.match(report.document.text[span.start : span.end]) if span else None
    if not span or not match:
        return
    at = span.start
    if match["colon"]:
        start, end = at + match.start("colon"), at + match.end("colon")
        yield Hit(
            at, end, {"found": match.group()[: match.end("colon")]}, (Edit(start, end, ""),), variant="colon"
        )
    state = re.match(r"(?P<type>[A-ZĐa-z]+)-(?P<body>\w+)$", match["symbol"].strip())
    if match["mark"] == "/" and state:
        start, end = at + match.start("mark"), at + match.start("symbol") + len(match["symbol"].rstrip())
        expected = f"-{state['type']}/{state['body']}"
        yield Hit(
            start,
            end,
            {"found": report.document.text[start:end], "expected": expected},
            (Edit(start, end, expected),),
        )


def kind_code(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a báo cáo whose symbol does not begin with BC; mark the first piece of the symbol."""
    if report.identity.kind != "BC" or "kind_title" not in report.outline.parts:
        return
    span = report.outline.parts.get("number_symbol")
    match = _NUMBER.match(report.document.text[span.start : span.end]) if span else None
    if not span or not match or match["mark"] != "/":
        return
    code = re.match(r"\w+", match["symbol"])
    if code and not code.group().startswith("BC"):
        start = span.start + match.start("symbol")
        yield Hit(start, start + len(code.group()), {"found": code.group()})


def body_code(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a symbol whose body begins with another letter than every body named in the head (BC-SCT under a UBND alone)."""
    span = report.outline.parts.get("number_symbol")
    names = report.outline.body_names
    if not span or not names or report.identity.kind != "BC" or report.identity.ocr:
        return
    text = report.document.text[span.start : span.end].rstrip()
    match = re.search(r"/BC\w*\s?-\s?(\w[\w&]*)$", text)
    if not match:
        return
    initials = {"U" if name.startswith(("ỦY", "UỶ")) else name[:1] for name in names}
    words = {w[:1] for name in names for w in name.split()}
    spelled = any(_abbreviates(match[1], name) for name in names)
    if not spelled and match[1][:1] not in initials | ({"V", "P", "B", "T", "C"} & words):
        start = span.start + match.start(1)
        yield Hit(start, span.start + match.end(1), {"found": match[1], "body": names[-1]})


def _abbreviates(code: str, name: str) -> bool:
    """Tell whether letters stand for words of a name, in their order: `HCC` for `TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG`."""
    initials = iter(word[:1] for word in name.split())
    return len(code) > 1 and all(letter in initials for letter in code)
