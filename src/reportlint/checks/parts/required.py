"""Parts that must be there (nd30 Điều 8.2; for the Party hd36, hd05)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.checks.parts.traces import is_report, left_trace
from reportlint.document import OUTSIDE
from reportlint.rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report
    from reportlint.rule import Rule

_MAKER = re.compile(
    r"^[ \t]*(?P<line>N(?:gười|GƯỜI) (?:lập|LẬP|viết|VIẾT|báo cáo|BÁO CÁO|tổng hợp|TỔNG HỢP|soạn|SOẠN)[^\n,;.:]{0,30}?)[ \t]*$",
    re.MULTILINE,
)
NEAR_RECIPIENTS = 200
"""How far behind the last recipient that line may stand (code points)."""
_BARE_TITLES = frozenset({"BÁO CÁO", "KẾ HOẠCH", "TỜ TRÌNH", "THÔNG BÁO"})


def head_part(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report the part `params.part` missing, at the head; an excerpt has no head to miss."""
    part = rule.params["part"]
    if _whole(report) and part not in report.outline.parts and not left_trace(report, part):
        yield Hit(0, 0)


def kind_title(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report the title of the kind missing, where the symbol says that the paper is a báo cáo."""
    symbol = report.outline.text("number_symbol")
    if "kind_title" not in report.outline.parts and ("/BC-" in symbol or "-BC/" in symbol):
        yield Hit(0, 0)


def subject(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report the subject missing below a title that does not hold it itself; mark the title."""
    title = report.outline.text("kind_title").strip("* \t:")
    there = "subject" in report.outline.parts or left_trace(report, "subject")
    if title in _BARE_TITLES and not there and not report.identity.ocr:
        span = report.outline.parts["kind_title"]
        yield Hit(span.start, span.end, {"title": title})


def recipients(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report the recipients missing, where the signature stands or the text ends."""
    outline = report.outline
    if not _whole(report) or "recipients" in outline.parts or left_trace(report, "recipients"):
        return
    if "signature_block" in outline.parts and outline.signature:
        yield Hit(outline.signature[0].start, outline.signature[0].end)
    elif is_report(report):
        yield from _last_word(report)


def signature(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report that nobody signs, at the end of the recipients or of the text; or that the name of the signer is missing."""
    outline, state = report.outline, report.identity.state
    if not _whole(report):
        return
    if not outline.signature:
        if not left_trace(report, "signature_block"):
            yield from [maker] if (maker := _maker(report)) else _last_recipient(report)
        return
    if "signer_name" not in outline.parts and state == "final" and not report.identity.ocr:
        last = outline.signature[-1]
        yield Hit(last.start, last.end, {"post": report.document.text[last.start : last.end]}, variant="name")


def _maker(report: Report) -> Hit | None:
    """Find a line behind the recipients that names who wrote the paper, where it should say who signs it."""
    if not report.outline.recipients:
        return None
    end = report.outline.recipients[-1].end
    match = _MAKER.search(report.document.text, end, end + NEAR_RECIPIENTS)
    return Hit(*match.span("line"), {"found": match["line"]}, variant="maker") if match else None


def _whole(report: Report) -> bool:
    """Tell whether it is a whole paper of a known kind, from which a part can be missing."""
    return report.identity.state != "excerpt" and bool(report.identity.kind)


def _last_recipient(report: Report) -> Iterable[Hit]:
    entries = report.outline.recipients
    if entries:
        yield Hit(entries[-1].start, entries[-1].end)
    elif is_report(report):
        yield from _last_word(report)


def _last_word(report: Report) -> Iterable[Hit]:
    """Mark the last word of the body: what is missing belongs behind it."""
    for block in reversed(report.outline.body_blocks):
        text = report.document.block_text(block).rstrip()
        if text and block.kind not in {"footnote", "endnote", "table-cell", *OUTSIDE}:
            start = len(text) - len(text.split()[-1])
            yield Hit(block.start + start, block.start + len(text))
            return
