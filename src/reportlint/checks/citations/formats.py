"""The form of a symbol and what joins it to its date and issuer: separators, spaces, years, small words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from reportlint.knowledge.bodies import bodies_of_code
from reportlint.rule import Edit, Hit, only_where

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.facts.citations import Citation
    from reportlint.report import Report
    from reportlint.rule import Rule

_GLUED_YEAR = re.compile(r"/\d{4}[A-ZĐ]")
"""The year runs into the type code, as in `30/2020NĐ-CP`: no body writes that on purpose."""


@only_where(fact="citations")
def party_symbol(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """A Party symbol is number-TYPE/ORGAN (hd36 1.3, hd05 mục 3): hyphen, slash, no spaces."""
    for citation in block.citations:
        if (
            citation.regime == "party"
            and citation.number
            and citation.separators != ("-", "/")
            and citation.code
        ):
            yield _mend(citation)


@only_where(fact="citations")
def state_symbol(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """A state symbol is number/TYPE-ORGAN without spaces (nd30, PL I, II.3.c); garbled letters count too."""
    if block.text.lstrip().startswith("Số"):
        return  # the report's own number, a part of its head
    for citation in block.citations:
        if (
            citation.regime in {"state", "normative"}
            and citation.number
            and citation.code
            and (_GLUED_YEAR.search(citation.symbol_text) or (_misspelt(citation) and _official(citation)))
        ):
            yield _mend(citation)
        elif citation.number and citation.code and citation.organ and " " in citation.symbol_text:
            blanks = _mend(citation, citation.symbol_text.replace(" ", ""))  # a slip, whoever writes it
            yield replace(blanks, cause=f"blank:{citation.number}")


def _official(citation: Citation) -> bool:
    """Companies write symbols as they like; the decree binds committees, ministries and departments."""
    organ = re.split("[-/]", citation.organ)[0]
    return organ in {"UBND", "HĐND", "CP", "TTg", "UBTVQH"} or bool(bodies_of_code(organ))


def _misspelt(citation: Citation) -> bool:
    between = citation.separators[1]
    return bool(
        (citation.code and citation.organ and between != "-")
        or (citation.symbol_text.startswith("0") and len(citation.number) > 1)
        or citation.separators[0] != "/"
        or " " in citation.symbol_text
        or re.search("Ð|/0Đ", citation.symbol_text)
    )


def _mend(citation: Citation, right: str = "") -> Hit:
    right = right or citation.symbol
    edits = (Edit(citation.symbol_start, citation.symbol_end, right),)
    args = {"found": citation.symbol_text, "expected": right}
    return Hit(citation.symbol_start, citation.symbol_end, args, edits, cause=f"symbol:{citation.number}")


@only_where(fact="citations")
def year_against_date(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """The year inside a normative symbol is the year of its date."""
    for citation in block.citations:
        date = citation.date
        if citation.year and date and date.value and date.year != citation.year:
            yield Hit(
                date.start,
                date.end,
                {"symbol": citation.symbol_text, "found": date.text, "year": citation.year},
                cause="date",
            )


_ODD_YEAR = re.compile(
    r"/(?<=\d/)(?P<year>[0-9]{5}|(?:19|20)[0-9])/(?:NĐ|TT|QĐ|NQ|QH|UBTVQH|TTLT|PL)[A-ZĐ0-9]*(?:-[A-ZĐa-z]+)*"
)
_NUMBER_LEFT = re.compile(r"(?<![\w/])[0-9]{1,5}\Z")


def odd_year(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """The year inside a symbol has four digits: not `45/25010/NĐ-CP`."""
    for match in _ODD_YEAR.finditer(block.text):
        if number := _NUMBER_LEFT.search(block.text, max(0, match.start() - 6), match.start()):
            args = {"found": number.group() + match.group(), "year": match["year"]}
            yield Hit(number.start(), match.end(), args, cause=f"symbol:{number.group()}")


_COMMA_DATE = re.compile(r", ngày (?!\w*[^\W\d])")
"""A date, or the blanks for one: no other day, as in `mã số 4638/TBĐ, ngày kiểm định 16/9/2025`."""


@only_where(fact="citations")
def comma_before_date(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """No comma stands between the symbol of a State paper and its date; the Party's custom is another (nd30, PL I, II.6.b)."""
    for citation in block.citations:
        at = citation.symbol_end
        if citation.regime in {"state", "normative", "letter"} and _COMMA_DATE.match(block.text, at):
            args = {"document": citation.symbol_text}
            yield Hit(citation.symbol_start, at + len(", ngày"), args, (Edit(at, at + 1, ""),))


def party_comma(report: Report, rule: Rule) -> Iterable[Hit]:
    """A comma between symbol and date of a Party document, where the report writes most of them without."""
    party = [c for c in report.facts.citations if c.regime == "party" and c.date]
    text = report.document.text
    comma = [c for c in party if text.startswith(", ngày ", c.symbol_end)]
    if 2 * len(comma) < len(party):
        for citation in comma:
            at = citation.symbol_end
            args = {"document": citation.symbol_text}
            yield Hit(citation.symbol_start, at + len(", ngày"), args, (Edit(at, at + 1, ""),))


_ISSUES = re.compile(
    r"(?P<gap> )(?P<issuer>Chính phủ|Thủ tướng Chính phủ|Quốc hội|Ủy ban Thường vụ Quốc hội|Bộ trưởng Bộ|Bộ Chính trị|Ban Bí thư)(?= (?:quy định|về|hướng dẫn|phê duyệt|sửa đổi|ban hành|ký))"
)


@only_where(fact="citations")
def missing_of(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """`của` stands before the issuer: not `Nghị định số 45/2010/NĐ-CP ngày 21/4/2010 Chính phủ quy định …` (nd30, PL I, II.6.b)."""
    for citation in block.citations:
        if (
            citation.date
            and citation.issuer is None
            and (match := _ISSUES.match(block.text, citation.date.end))
        ):
            at = match.start("issuer")
            args = {"issuer": match["issuer"], "date": citation.date.text}
            yield Hit(citation.date.start, match.end("issuer"), args, (Edit(at, at, "của "),))


@only_where(fact="citations")
def missing_day_word(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """The word `ngày` stands between symbol and date (nd30, PL I, II.6.b): not `10/2021/TT-BXD 25/8/2021`."""
    for citation in block.citations:
        date = citation.date
        if date and date.form == "numeric" and block.text[citation.symbol_end : date.start] == " ":
            edit = Edit(date.start, date.start, "ngày ")
            yield Hit(
                citation.symbol_end - 1,
                date.end,
                {"found": date.text, "document": citation.symbol_text},
                (edit,),
            )


@only_where(fact="citations")
def missing_number_word(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """`Nghị định 30/2020/NĐ-CP` for `Nghị định số 30/2020/NĐ-CP`: a habit."""
    for citation in block.citations:
        if citation.type_text and not citation.has_so and not citation.inherited and citation.number:
            between = block.text[citation.start + len(citation.type_text) : citation.symbol_start]
            if between == " ":
                at = citation.symbol_start
                yield Hit(
                    citation.start,
                    citation.symbol_end,
                    {"found": block.text[citation.start : citation.symbol_end]},
                    (Edit(at, at, "số "),),
                )


_PART_COMMA = re.compile(
    r", (?=(?:(?P<part>[Kk]hoản|[Đđ]iều) \d|(?P<section>[Mm]ục|[Pp]hần) (?:[\dIVX]|thứ\b)"
    r"|(?P<paper>Luật|Bộ luật|Nghị định|Nghị quyết|Quyết định|Quy định|Quy chế|Thông tư|Pháp lệnh)\b))"
)
_PART = re.compile(r"\b(?P<name>[Đđ]iểm|[Kk]hoản|[Đđ]iều|[Mm]ục|[Mm]ẫu số) (?:\d+[a-zđ]?|[a-zđ]{1,2})\Z")
_WITHIN = {
    "điểm": {"khoản", "điều", "mục", "phần"},
    "khoản": {"điều"},
    "điều": {"paper"},
    "mục": {"phần"},
    "mẫu số": {"paper"},
}
"""What each part of a paper belongs to; `mục 1, mục 2` is a series."""


@only_where("iều ", "iểm ", "ục ", "ẫu số ")
def clause_commas(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """No comma between khoản, Điều and the paper they belong to: `khoản 2 Điều 103` (nd30, PL II, V.7)."""
    text = block.text
    for match in _PART_COMMA.finditer(text):
        at = match.start()
        part = _PART.search(text, max(0, at - len("khoản 123 ")), at)
        whole = "paper" if match["paper"] else (match["part"] or match["section"]).lower()
        if part and whole in _WITHIN[part["name"].lower()]:
            yield Hit(part.start(), at + 1, {"found": text[part.start() : at + 1]}, (Edit(at, at + 1, ""),))
