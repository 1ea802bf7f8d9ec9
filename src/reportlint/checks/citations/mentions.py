"""What a first mention must give, and what short forms need (nd30, PL I, II.6.b)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.checks.citations.conflicts import issuer_of
from reportlint.knowledge.bodies import bodies_of_code
from reportlint.letters import UPPER
from reportlint.rule import Hit
from reportlint.said import Said, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.facts.citations import Citation
    from reportlint.report import Report
    from reportlint.rule import Rule

_LAWS = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})
_PERMITS = frozenset({"Giấy phép", "Giấy chứng nhận", "Hợp đồng", "Giấy mời", "Biên bản", "Hồ sơ", "Đơn"})
_SUBJECT = re.compile(
    r"\s*,?\s*(?:\([^()]{1,80}\)\s*)?,?\s*(?:[“\"]|V/v|[Vv]ề\b|[Qq]uy định\b|[Bb]an hành\b|[Ss]ửa đổi\b(?!,? bổ sung (?:bởi|tại|theo|bằng)\b)|[Hh]ướng dẫn\b|[Pp]hê duyệt\b)"
    r"|\s*(?:\([^()]{1,80}\)\s*)?(?!(?:đã|và|được|có|là|thì|đến|để|tại|trên|trong|cho|như|theo|đối|gắn|do|từ|với|vào|ở|bằng|sau|trước|khi|nhưng|nên|mà"
    r"|còn|cũng|không|chưa|sẽ|đang|gồm|kèm|này|nêu|nói|thuộc|hiện|qua|tới|hoặc|làm|so|số|ngày|của|thay thế|các|một số(?! (?:vấn đề|nhiệm vụ|giải pháp|chủ trương|chính sách|nội dung|điều|cơ chế|biện pháp)\b)|những(?! (?:vấn đề|nhiệm vụ|giải pháp)\b))\b)"
    rf"(?![{UPPER}])[^\W\d_]\w*\s"
)
"""A subject: introduced by a word that always does, also behind a comma, or by any verb that follows at once."""


def _first_mentions(report: Report) -> Iterator[Citation]:
    """Yield the first mention in the body of each document that must be cited in full: no laws, permits, notes or tables."""
    for document in report.facts.cited:
        mention = next((m for m in document.mentions if report.in_body(m.start)), None)
        if (
            mention is None
            or mention.type in _LAWS | _PERMITS
            or re.search(r"QH\d", mention.symbol_text)
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
                + ([] if _has_subject(report, mention) else [Said("trích yếu", "the subject")])
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
            and issuer_of(report, mention) is None
            and not _lead_issuer(report, mention)
            and not _issuer_behind(report, mention)
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
            and not _has_subject(report, mention)
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
        if bare and report.in_body(mention.start) and not _SUBJECT.match(text, mention.subject_start):
            before = text[report.document.block_at(mention.start).start : mention.start]
            if before.count("(") <= before.count(")") and not before.endswith(("bởi ", "tại ", "theo ")):
                found = text[mention.start : mention.symbol_end]
                yield Hit(mention.start, mention.symbol_end, {"found": found}, cause="first")


def _of_state_or_party(mention: Citation) -> bool:
    """Papers of companies and associations are told by who sent them; the decree speaks of state papers."""
    organ = re.split("[-/]", mention.organ)[0]
    known = organ in {"UBND", "HĐND", "CP", "TTg"} or bool(bodies_of_code(organ))
    return mention.regime == "party" or known


_INNER = re.compile(r"\b(?:hướng dẫn|thi hành|quy định chi tiết|sửa đổi|bổ sung)\b[^.;]*$")


def _inside_subject(report: Report, mention: Citation) -> bool:
    """A paper named in the subject of another, `hướng dẫn thi hành Nghị định số … và Nghị định số …`, is not cited for itself."""
    block = report.document.block_at(mention.start)
    before = report.document.text[max(block.start, mention.start - 260) : mention.start]
    inner = _INNER.search(before)
    return bool(inner and re.search(r"/\d{4}/(?:TT|NĐ|QĐ)-", before[: inner.start()]))


_BETWEEN_TYPE_AND_NUMBER = re.compile(r" (?!của\b|[Ss]ố\b)[^\W\d_]+ (?:[^\W\d_]+,? )*(?:[Ss]ố ?:? ?)?")
"""The subject in the name of the paper: `Quyết định chấp thuận chủ trương đầu tư số …`."""
_PLACE = re.compile(rf"(?: [{UPPER}][^\W\d_]*){{1,4}}")
"""The end of an issuer's name that is not known as its part: `Sở Giáo dục và Đào tạo | Đồng Tháp`."""


def _has_subject(report: Report, mention: Citation) -> bool:
    """Tell whether the subject of a mention stands behind it, before it, or behind the next one of a pair."""
    text = report.document.text
    return bool(
        _SUBJECT.match(text, mention.subject_start)
        or _UNKNOWN_ISSUER.match(text, mention.subject_start)
        or ((place := _PLACE.match(text, mention.subject_start)) and _SUBJECT.match(text, place.end()))
        or _told_before(report, mention)
        or _shared_subject(report, mention)
    )


def _told_before(report: Report, mention: Citation) -> bool:
    """Tell whether what the paper is about stands before its number: as part of its type, or as what it approves."""
    text = report.document.text
    behind_type = mention.start + len(mention.type_text)
    if _BETWEEN_TYPE_AND_NUMBER.fullmatch(text, behind_type, mention.symbol_start):
        return True
    block = report.document.block_at(mention.start)
    before = text[max(block.start, mention.start - 130) : mention.start]
    if before.endswith(("các ", "Các ")):
        return True  # a list of papers on one matter
    carried = re.search(r"(?:tại|kèm theo|theo|trong|của) $", before)
    return bool(
        carried
        and re.search(
            r"[“”\"]|Chương trình|Đề án|Quy định|Quy chế|Chiến lược|Kế hoạch|Quy hoạch|dự toán", before
        )
    )


def _shared_subject(report: Report, mention: Citation) -> bool:
    """Tell whether the next mention follows at once and has a subject: it is given for both."""
    text = report.document.text
    if not re.match(r",? (?:và|hoặc|,|;) ", text[mention.end : mention.end + 6]):
        return False
    following = next((c for c in report.facts.citations if c.start > mention.end), None)
    return bool(
        following
        and following.start - mention.end < 12
        and following.end < report.document.block_at(mention.start).end
        and _SUBJECT.match(text, following.subject_start)
    )


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
    return before.count("“") > before.count("”") or (
        bracket >= 0 and not re.search("sửa đổi|bổ sung|thay thế", before[bracket:])
    )


_UNKNOWN_ISSUER = re.compile(r"\s*,?\s*(?:của|do) ")


def _lead_issuer(report: Report, mention: Citation) -> bool:
    """A body named earlier in the block, or in the lead-in that ends with a colon, issues what the list holds."""
    document = report.document
    if _UNKNOWN_ISSUER.match(document.text, mention.subject_start):
        return True
    block = document.block_at(mention.start)
    at = mention.start - block.start
    if any(b.end <= at for b in report.facts.blocks[block.index].bodies) or _OTHER_ISSUER.search(
        document.block_text(block)
    ):
        return True
    if mention.code == "NĐ" or mention.organ in {"CP", "TTg"} or mention.year:
        return mention.organ in {"CP", "TTg", "NĐ-CP"}
    lead = next(
        (
            b
            for b in reversed(document.blocks[: block.index])
            if document.block_text(b).rstrip().endswith(":")
        ),
        None,
    )
    return lead is not None and block.index - lead.index < 25 and bool(report.facts.blocks[lead.index].bodies)


_OTHER_ISSUER = re.compile(
    r"\b(?:[Cc]ông ty|HTX|Hợp tác xã|[Dd]oanh nghiệp|[Cc]hủ đầu tư|Tập đoàn|Tổng công ty|Bệnh viện|Trường|Đơn vị|Viện|Nhà máy|Ban Quản lý|Sở)\b"
)


def _issuer_behind(report: Report, mention: Citation) -> bool:
    """`Nghị định số 59/… và Nghị định số 42/… của Chính phủ`: the issuer follows for both."""
    block = report.document.block_at(mention.start)
    later = [c for c in report.facts.citations if mention.end <= c.start < block.end]
    return bool(later and later[0].issuer and later[0].start - mention.end < 12)


def later_in_full(report: Report, rule: Rule) -> Iterable[Hit]:
    """Later mentions give type, number and symbol only; off unless asked for, since practice repeats the date everywhere."""
    for document in report.facts.cited:
        mentions = [m for m in document.mentions if report.in_body(m.start)]
        for mention in mentions[1:]:
            if mention.date:
                yield Hit(mention.symbol_start, mention.date.end, {"found": mention.symbol_text})
