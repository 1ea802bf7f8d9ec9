"""The type of a paper: its name against the code in the symbol, and where either is missing or too much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.checks.citations.issuers import coded_by_name
from reportlint.knowledge import doctypes
from reportlint.knowledge.bodies import bodies_of_code
from reportlint.rule import Hit, only_where
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
_CODED_TYPES = frozenset({"Tờ trình", "Kế hoạch", "Báo cáo", "Quyết định", "Thông báo", "Chỉ thị"})
"""Types of which every symbol has the code."""
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


@only_where(fact="citations")
def type_against_code(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """The type name and the code in the symbol name one type (nd30, PL III, mục I; hd36 1.3): not `Kế hoạch … /QĐ-`."""
    for citation in block.citations:
        if not citation.type_text or citation.inherited or citation.type in _LOOSE_TYPES:
            continue
        if not citation.code:
            yield from _without_code(citation)
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
            if letter and coded_by_name(block.text[citation.symbol_end :], citation.code):
                continue  # `Công văn số 1516/KL-QLR … của Cục Kiểm lâm`
            yield Hit(
                citation.symbol_start,
                citation.symbol_end,
                args,
                variant=letter,
                cause=f"symbol:{citation.number}",
            )


def _without_code(citation: Citation) -> Iterable[Hit]:
    """Yield a paper of a known body that is named by its type and has the symbol of a letter: `Kế hoạch số 3517/SCT-CN`."""
    organ, _, unit = citation.organ.partition("-")
    if citation.regime == "letter" and unit and bodies_of_code(organ) and citation.type in _CODED_TYPES:
        yield Hit(
            citation.symbol_start,
            citation.symbol_end,
            {"type": citation.type_text.lower(), "found": citation.symbol_text},
            variant="none",
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
