"""What a first mention must give, and what short forms need (nd30, PL I, II.6.b)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.checks.citations.conflicts import issuer_of
from reportlint.checks.citations.issuers import AMBIGUOUS
from reportlint.checks.citations.told import SUBJECT, has_subject, issuer_behind, led_by_issuer
from reportlint.knowledge.bodies import bodies_of_code
from reportlint.rule import Hit
from reportlint.said import Said, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.facts.citations import Citation
    from reportlint.report import Report
    from reportlint.rule import Rule

_LAWS = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})
_PERMITS = frozenset({"Giấy phép", "Giấy chứng nhận", "Hợp đồng", "Giấy mời", "Biên bản", "Hồ sơ", "Đơn"})


def _first_mentions(report: Report) -> Iterator[Citation]:
    """Yield the first mention in the body of each document that must be cited in full: no laws, permits, notes or tables."""
    for document in report.facts.cited:
        mention = next((m for m in document.mentions if report.in_body(m.start)), None)
        if (
            mention is None
            or mention.type in _LAWS | _PERMITS
            or (mention.type != "Nghị quyết" and re.search(r"QH\d", mention.symbol_text))
            or mention.code in {"GP", "L", "QCVN"}
        ):
            continue
        if mention.number and report.document.block_at(mention.start).kind not in {
            "footnote",
            "endnote",
            "table-cell",
            "heading",
        }:
            yield mention


_TOLD_BEFORE = re.compile(
    r"\b[Nn]gày \d[^.;,]{3,28}(?:,| của) [^.;,]{3,60}(?:ban hành|có|gửi|nhận|nhận được|trình) $"
)


def first_without_date(report: Report, rule: Rule) -> Iterable[Hit]:
    """The first mention gives the date of issue."""
    text = report.document.text
    for mention in _first_mentions(report):
        behind = text[mention.symbol_end : mention.symbol_end + 60]
        before = text[max(report.document.block_at(mention.start).start, mention.start - 90) : mention.start]
        if _TOLD_BEFORE.search(before):
            continue  # told before it: `Ngày 15/5/2026, Sở Tư pháp có Công văn số …`
        if (
            mention.date is None
            and not re.match(r"[^.;\n]{0,30}\bngày\b|[^.;\n]{0,20}\bnăm\b", behind)
            and not _defining(report, mention)
        ):
            missing = (
                [Said("ngày ban hành", "the date")]
                + ([] if issuer_of(report, mention) else [Said("cơ quan ban hành", "the issuer")])
                + ([] if has_subject(report, mention) else [Said("trích yếu", "the subject")])
            )
            yield Hit(
                mention.start,
                mention.symbol_end,
                {"found": text[mention.start : mention.symbol_end], "missing": joined(missing)},
                cause="first",
            )


def first_without_issuer(report: Report, rule: Rule) -> Iterable[Hit]:
    """The first mention gives the issuer, unless sentence, lead-in or symbol make it plain."""
    text = report.document.text
    for mention in _first_mentions(report):
        if (
            mention.date
            and _of_state_or_party(mention)
            and issuer_of(report, mention) is None
            and not led_by_issuer(report, mention)
            and not issuer_behind(report, mention)
        ):
            yield Hit(
                mention.start,
                mention.symbol_end,
                {"found": text[mention.start : mention.symbol_end]},
                cause="first",
            )


def first_without_subject(report: Report, rule: Rule) -> Iterable[Hit]:
    """The first mention gives the subject."""
    text = report.document.text
    for mention in _first_mentions(report):
        if (
            mention.date
            and mention.type_text
            and (not mention.inherited or mention.regime == "letter")
            and _of_state_or_party(mention)
            and not _inside_subject(report, mention)
            and not has_subject(report, mention)
            and not _declared(report, mention)
        ):
            yield Hit(
                mention.start,
                mention.symbol_end,
                {"found": text[mention.start : mention.symbol_end]},
                cause="first",
            )


def law_without_name(report: Report, rule: Rule) -> Iterable[Hit]:
    """A law is cited by type and name; a number alone does not tell it (nd30, PL I, II.6.b)."""
    text = report.document.text
    for document in report.facts.cited:
        mention = document.first
        if not re.search(r"/QH\d", mention.symbol_text) or mention.type not in _LAWS:
            continue
        bare = text[mention.start + len(mention.type_text) : mention.symbol_start] == " số "
        if bare and report.in_body(mention.start) and not SUBJECT.match(text, mention.subject_start):
            before = text[report.document.block_at(mention.start).start : mention.start]
            if before.count("(") <= before.count(")") and not before.endswith(("bởi ", "tại ", "theo ")):
                found = text[mention.start : mention.symbol_end]
                yield Hit(mention.start, mention.symbol_end, {"found": found}, cause="first")


def _of_state_or_party(mention: Citation) -> bool:
    """Papers of companies and associations are told by who sent them; the decree speaks of state papers."""
    organ = re.split("[-/]", mention.organ)[0]
    known = organ in {"UBND", "HĐND", "CP", "TTg"} or bool(bodies_of_code(organ))
    return mention.regime == "party" or (known and organ not in AMBIGUOUS)


_INNER = re.compile(r"\b(?:hướng dẫn|thi hành|quy định chi tiết|sửa đổi|bổ sung)\b[^.;]*$")


def _inside_subject(report: Report, mention: Citation) -> bool:
    """A paper named in the subject of another, `hướng dẫn thi hành Nghị định số … và Nghị định số …`, is not cited for itself."""
    block = report.document.block_at(mention.start)
    before = report.document.text[max(block.start, mention.start - 260) : mention.start]
    inner = _INNER.search(before)
    return bool(inner and re.search(r"/\d{4}/(?:TT|NĐ|QĐ)-", before[: inner.start()]))


def _declared(report: Report, mention: Citation) -> bool:
    """A mention inside the brackets of a definition, or completed by its neighbour, needs no subject of its own."""
    text = report.document.text
    block = report.document.block_at(mention.start)
    before = text[block.start : mention.start]
    return before.count("(") > before.count(")") or before.count("“") > before.count("”")


def _defining(report: Report, mention: Citation) -> bool:
    """A mention inside a quotation, or in brackets that only define a short form."""
    text = report.document.text
    before = text[report.document.block_at(mention.start).start : mention.start]
    bracket = before.rfind("(") if before.count("(") > before.count(")") else -1
    aside = len(before) - bracket > _LONGEST_LEAD or re.search("sửa đổi|bổ sung|thay thế", before[bracket:])
    return before.count("“") > before.count("”") or (bracket >= 0 and not aside)


_LONGEST_LEAD = 80
"""Letters between a bracket and the paper in it, behind which the bracket holds a clause of its own."""


def later_in_full(report: Report, rule: Rule) -> Iterable[Hit]:
    """Later mentions give type, number and symbol only; off unless asked for, since practice repeats the date everywhere."""
    for document in report.facts.cited:
        mentions = [m for m in document.mentions if report.in_body(m.start)]
        for mention in mentions[1:]:
            if mention.date:
                yield Hit(mention.symbol_start, mention.date.end, {"found": mention.symbol_text})
