"""The form of a symbol: separators, spaces, type code against type name, year against date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.knowledge import doctypes
from reportlint.knowledge.bodies import bodies_of_code
from reportlint.rule import Edit, Hit, only_where
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.facts.citations import Citation
    from reportlint.report import Report
    from reportlint.rule import Rule

_DEFAULT_CODES = {
    "Thông tư": ("TT",),
    "Nghị định": ("NĐ",),
    "Thông tư liên tịch": ("TTLT",),
    "Nghị quyết liên tịch": ("NQLT", "NQ"),
}
_LETTER_CODES = frozenset({"CV"})
"""A letter has no code; `CV` is another rule's."""
_LOOSE_TYPES = frozenset(
    {
        "Văn bản",
        "Đề án",
        "Dự án",
        "Luật",
        "Bộ luật",
        "Pháp lệnh",
        "Lệnh",
        "Giấy phép",
        "Hồ sơ",
        "Đơn",
        "Thư",
        "Điện",
        "Quy trình",
    }
)


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


def _official(citation: Citation) -> bool:
    """Companies write symbols as they like; the decree binds committees, ministries and departments."""
    organ = re.split("[-/]", citation.organ)[0]
    return organ in {"UBND", "HĐND", "CP", "TTg", "UBTVQH"} or bool(bodies_of_code(organ))


def _misspelt(citation: Citation) -> bool:
    between = citation.separators[1]
    wrong_join = citation.code and citation.organ and between not in {"-", ""}
    return bool(
        wrong_join
        or citation.separators[0] != "/"
        or " " in citation.symbol_text
        or re.search("Ð|/0Đ", citation.symbol_text)
    )


def _mend(citation: Citation) -> Hit:
    edits = (Edit(citation.symbol_start, citation.symbol_end, citation.symbol),)
    args = {"found": citation.symbol_text, "expected": citation.symbol}
    return Hit(citation.symbol_start, citation.symbol_end, args, edits, cause=f"symbol:{citation.number}")


@only_where(fact="citations")
def type_against_code(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """The type name and the code in the symbol name one type (nd30, PL III, mục I; hd36 1.3): not `Kế hoạch … /QĐ-`."""
    for citation in block.citations:
        if not citation.type_text or citation.inherited or not citation.code or citation.type in _LOOSE_TYPES:
            continue
        codes = _codes(citation)
        if (
            codes and not citation.code.startswith(tuple(codes)) and _types_of(citation)
        ):  # BCTĐ is a kind of BC
            args = {
                "type": citation.type_text,
                "found": citation.symbol_text,
                "expected": Said(" hoặc ".join(sorted(codes)), " or ".join(sorted(codes))),
                "code": citation.code,
            }
            letter = "letter" if codes == _LETTER_CODES else ""
            yield Hit(
                citation.symbol_start,
                citation.symbol_end,
                args,
                variant=letter,
                cause=f"symbol:{citation.number}",
            )


def _codes(citation: Citation) -> frozenset[str]:
    name = doctypes.canonical_type(citation.type_text) or citation.type
    if name in _DEFAULT_CODES:
        return frozenset(_DEFAULT_CODES[name])
    if name == "Công văn" and citation.regime == "state":
        return _LETTER_CODES
    if name == "Chương trình hành động":
        return frozenset({"CTr", "CTHĐ", "CTrHĐ"})
    if citation.regime == "party":
        return doctypes.party_codes(name)
    code = doctypes.state_code(name)
    extra = {
        "Kết luận": {"KL", "TB", "KLTTr", "TTKL"},
        "Thông báo kết luận": {"TB", "TBKL"},
        "Quy định": {"QyĐ", "QĐ"},
        "Quy chế": {"QC", "QĐ"},
        "Chương trình": {"CTr", "CTPH", "CTHĐ"},
    }
    return frozenset(
        ({code} if code else set()) | extra.get(name, set()) | ({f"{code}LT"} if code else set())
    )


def _types_of(citation: Citation) -> bool:
    """The code is one that belongs to some other type: an unknown code is fixed by each body's head and is no fault."""
    regime = "hd36" if citation.regime == "party" else "nd30"
    return bool(doctypes.types_of_code(citation.code, regime)) or citation.code in {"NĐ", "TT"}


def missing_type(report: Report, rule: Rule) -> Iterable[Hit]:
    """A citation keeps its type name (nd30, PL I, II.6.b): not `80-KH/HU ngày …` alone."""
    for citation in report.facts.citations:
        if (
            citation.type_text
            or citation.has_so
            or not citation.number
            or not citation.date
            or not citation.code
        ):
            continue
        if report.in_body(citation.start) and not _bare_context(report, citation):
            yield Hit(
                citation.symbol_start,
                citation.symbol_end,
                {"found": citation.symbol_text, "type": _type_name(citation)},
                cause="type",
            )


def _bare_context(report: Report, citation: Citation) -> bool:
    """Inside brackets or a table a bare symbol is usual."""
    block = report.document.block_at(citation.start)
    before = report.document.text[block.start : citation.start]
    return (
        block.kind == "table-cell"
        or before.count("(") > before.count(")")
        or block.kind in {"footnote", "endnote"}
    )


def _type_name(citation: Citation) -> str:
    names = doctypes.types_of_code(citation.code, "hd36" if citation.regime == "party" else "nd30")
    return names[0] if names else "tên loại"


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


@only_where(fact="citations")
def comma_before_date(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """No comma stands between the symbol of a State paper and its date; the Party's custom is another (nd30, PL I, II.6.b)."""
    for citation in block.citations:
        if citation.regime in {"state", "normative", "letter"} and block.text.startswith(
            ", ngày ", citation.symbol_end
        ):
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
def letter_with_type_code(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """A state letter (công văn) carries no type code: not `12/CV-UBND` (nd30, PL I, II.3.b)."""
    for citation in block.citations:
        organ = citation.organ.split("-")[0]
        if (
            citation.code == "CV"
            and citation.regime == "state"
            and citation.number
            and (organ in {"UBND", "HĐND"} or bodies_of_code(organ))
        ):
            found = citation.symbol_text
            yield Hit(
                citation.symbol_start,
                citation.symbol_end,
                {"found": found, "organ": citation.organ},
                cause=f"symbol:{citation.number}",
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


_CLAUSES = re.compile(
    r"\b(?:[Đđ]iểm [a-zđ]{1,2}(?P<c0>,) (?=[Kk]hoản \d)|(?:[Đđ]iểm [a-zđ]{1,2}|[Kk]hoản \d+)(?P<c1>,) (?=[Đđ]iều \d))|\b[Đđ]iều \d+[a-zđ]?(?P<c2>,) (?=(?:Luật|Bộ luật|Nghị định|Thông tư|Pháp lệnh)\b)"
)


@only_where("iều ")
def clause_commas(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """No comma between khoản, Điều and the paper they belong to: `khoản 2 Điều 103` (nd30, PL II, V.7)."""
    for match in _CLAUSES.finditer(block.text):
        at = next(match.start(group) for group in ("c0", "c1", "c2") if match[group])
        yield Hit(match.start(), at + 1, {"found": match.group().strip()}, (Edit(at, at + 1, ""),))
