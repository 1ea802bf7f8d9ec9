"""What the words around a mention tell of it: its subject before or behind it, its issuer in the lead-in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.letters import UPPER

if TYPE_CHECKING:
    from reportlint.facts.citations import Citation
    from reportlint.report import Report

SUBJECT = re.compile(
    r"\s*,?\s*(?:\([^()]{1,80}\)\s*)?,?\s*(?:[“\"]|V/v|[Vv]ề\b|[Qq]uy định\b|[Bb]an hành\b|[Ss]ửa đổi\b(?!,? bổ sung (?:bởi|tại|theo|bằng)\b)|[Hh]ướng dẫn\b|[Pp]hê duyệt\b)"
    r"|\s*(?:\([^()]{1,80}\)\s*)?(?!(?:đã|và|được|có|là|thì|đến|để|tại|trên|trong|cho|như|theo|đối|gắn|do|từ|với|vào|ở|bằng|sau|trước|khi|nhưng|nên|mà"
    r"|còn|cũng|không|chưa|sẽ|đang|gồm|kèm|này|nêu|nói|thuộc|hiện|qua|tới|hoặc|làm|so|số|ngày|của|thay thế|các|một số(?! (?:vấn đề|nhiệm vụ|giải pháp|chủ trương|chính sách|nội dung|điều|cơ chế|biện pháp)\b)|những(?! (?:vấn đề|nhiệm vụ|giải pháp)\b))\b)"
    rf"(?![{UPPER}])[^\W\d_]\w*\s"
)
"""A subject: introduced by a word that always does, also behind a comma, or by any verb that follows at once."""
_BETWEEN_TYPE_AND_NUMBER = re.compile(r" (?!của\b|[Ss]ố\b)[^\W\d_]+ (?:[^\W\d_]+,? )*(?:[Ss]ố ?:? ?)?")
"""The subject in the name of the paper: `Quyết định chấp thuận chủ trương đầu tư số …`."""
_PLACE = re.compile(rf"(?: [{UPPER}][^\W\d_]*){{1,4}}")
"""The end of an issuer's name that is not known as its part: `Sở Giáo dục và Đào tạo | Đồng Tháp`."""


def has_subject(report: Report, mention: Citation) -> bool:
    """Tell whether the subject of a mention stands behind it, before it, or behind the next one of a pair."""
    text = report.document.text
    return bool(
        SUBJECT.match(text, mention.subject_start)
        or _UNKNOWN_ISSUER.match(text, mention.subject_start)
        or ((place := _PLACE.match(text, mention.subject_start)) and SUBJECT.match(text, place.end()))
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
    if carried and re.search(
        r"[“”\"]|Chương trình|Đề án|Quy định|Quy chế|Chiến lược|Kế hoạch|Quy hoạch|dự toán", before
    ):
        return True
    done = {"Quyết định": _DECIDED, "Công văn": _ASKED, "Văn bản": _ASKED}.get(mention.type)
    return bool(done and (done.search(before) or _joined(report, mention, before)))


_DECIDED = re.compile(
    r"\b(?:kiện toàn|thành lập|ban hành|phê duyệt|công bố|công nhận|chấp thuận|phân bổ|bổ nhiệm)\b"
    r"(?:[^.;:]*(?<!quy định) (?:tại|kèm theo|bằng)|[^.;:,]*(?<!quy định)(?<!thực hiện) theo) $"
)
"""The clause says what was decided: `được kiện toàn tại Quyết định số …`, `ban hành kèm theo Quyết định số …`."""
_ASKED = re.compile(r"\bý kiến(?! chỉ đạo)\b[^.;:]* tại $")
"""The clause says that the letter asks for opinions or gives them: `đã tham gia ý kiến tại Văn bản số …`."""


def _joined(report: Report, mention: Citation, before: str) -> bool:
    """Tell whether the mention goes on with another, `tại Quyết định số … và Quyết định số …`, whose subject is told before it."""
    if not before.endswith((" và ", ", ")):
        return False
    one = next((c for c in reversed(report.facts.citations) if c.end <= mention.start), None)
    follows = one is not None and mention.start - one.end <= len(" và ") and one.type == mention.type
    return bool(one and follows and _told_before(report, one))


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
        and SUBJECT.match(text, following.subject_start)
    )


_UNKNOWN_ISSUER = re.compile(r"\s*,?\s*(?:của|do) ")


def led_by_issuer(report: Report, mention: Citation) -> bool:
    """A body named earlier in the block, or in the lead-in that ends with a colon, issues what the list holds."""
    document = report.document
    if _UNKNOWN_ISSUER.match(document.text, mention.subject_start):
        return True
    block = document.block_at(mention.start)
    if _OWN_ACT.match(document.text, block.start, mention.start):
        return True
    at = mention.start - block.start
    if any(b.end <= at for b in report.facts.blocks[block.index].bodies) or _OTHER_ISSUER.search(
        document.block_text(block)
    ):
        return True
    if mention.code == "NĐ" or mention.organ in {"CP", "TTg"} or mention.year:
        return mention.organ in {"CP", "TTg"} and not mention.year
    lead = next(
        (
            b
            for b in reversed(document.blocks[: block.index])
            if document.block_text(b).rstrip().endswith(":")
        ),
        None,
    )
    return lead is not None and block.index - lead.index < 25 and bool(report.facts.blocks[lead.index].bodies)


_OWN_ACT = re.compile(r"[-+*•\s]*(?:Đã )?(?:[Bb]an hành|[Xx]ây dựng) \Z")
"""An item that says what the body whose report it is has done: `- Ban hành Kế hoạch số …`."""
_OTHER_ISSUER = re.compile(
    r"\b(?:[Cc]ông ty|HTX|Hợp tác xã|[Dd]oanh nghiệp|[Cc]hủ đầu tư|Tập đoàn|Tổng công ty|Bệnh viện|Trường|Đơn vị|Viện|Nhà máy|Ban Quản lý|Sở)\b"
)


def issuer_behind(report: Report, mention: Citation) -> bool:
    """`Nghị định số 59/… và Nghị định số 42/… của Chính phủ`: the issuer follows for both."""
    block = report.document.block_at(mention.start)
    later = [c for c in report.facts.citations if mention.end <= c.start < block.end]
    return bool(later and later[0].issuer and later[0].start - mention.end < 12)
