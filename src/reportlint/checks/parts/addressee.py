"""The addressee (Kính gửi) and the first recipient that answers to it (Như trên)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.checks.parts.recipients import Entry, entries
from reportlint.checks.parts.traces import left_trace
from reportlint.outline.head import MOTTO, NATIONAL_NAME
from reportlint.rule import Edit, Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report
    from reportlint.rule import Rule

SAME_AS_ABOVE = re.compile(r"Nh[ưu]\s+(?:tr[êe]n|k[íi]nh\s+g[ửưu]i)|Nh[ưu] kg", re.IGNORECASE)
_ARTICLES = re.compile(r"Nh[ưu]\s+Đi[ềê]u", re.IGNORECASE)
_UPWARD = re.compile(
    r"[Kk]ính (?:báo cáo|trình) (?:UBND|[UỦ]y ban|Uỷ ban|HĐND|Hội đồng nhân dân|Sở|Bộ|Chính phủ|Thủ tướng|Thường trực|Tỉnh ủy|Huyện ủy|Thành ủy)"
)


def _same_as_above(report: Report) -> Entry | None:
    return next((e for e in entries(report) if SAME_AS_ABOVE.search(e.text)), None)


def missing(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report `Kính gửi` missing at the head, where `Như trên` or the closing shows that there is one to write to."""
    outline = report.outline
    if report.identity.state == "excerpt" or "addressee" in outline.parts or left_trace(report, "addressee"):
        return
    if entry := _same_as_above(report):
        match = SAME_AS_ABOVE.search(entry.text)
        start = entry.start + (match.start() if match else 0)
        yield Hit(
            0,
            0,
            related=(
                Related(
                    start,
                    start + len("Như trên"),
                    Said("“Như trên” chỉ về dòng Kính gửi", "“Như trên” points to the line “Kính gửi”"),
                ),
            ),
        )
    elif match := _UPWARD.search(outline.text("closing")):
        start = outline.parts["closing"].start + match.start()
        yield Hit(
            0,
            0,
            {"found": match.group()},
            related=(Related(start, start + len(match.group()), Said("gửi lên trên", "sent upward")),),
            variant="upward",
        )


def party(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report `Kính gửi` in a báo cáo of the Party, which has none."""
    span = report.outline.parts.get("addressee")
    if span and report.identity.kind == "BC":
        yield Hit(span.start, span.start + len("Kính gửi"))


def same_as_above(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report recipients that do not begin with `Như trên` under a `Kính gửi`, or that say it without one."""
    found = _same_as_above(report)
    addressed = "addressee" in report.outline.parts or left_trace(report, "addressee")
    if found and not addressed:
        match = SAME_AS_ABOVE.search(found.text)
        start = found.start + (match.start() if match else 0)
        yield Hit(start, start + len(match.group() if match else found.text), variant="reverse")
    elif found and (before := entries(report)[0]) != found:
        start, end = found.start + found.name_start, found.start + found.name_end
        yield Hit(start, end, {"found": found.name, "before": before.name}, variant="later")
    elif addressed and not found and (listed := entries(report)) and not _ARTICLES.search(listed[0].text):
        first = listed[0]
        if len(listed) > 1 or "Lưu" not in first.text:
            start = first.start + first.name_start
            edit = Edit(first.start, first.start, "- Như trên;\n")
            yield Hit(start, first.start + first.name_end, {"found": first.name}, (edit,))


def punctuation(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report marks of the addressees: none behind a single one, a semicolon behind each of several, a full stop at the end."""
    document = report.document
    lines = [(s.start, s.end, document.text[s.start : s.end]) for s in report.outline.addressees]
    if not lines or any(NATIONAL_NAME.search(t) or MOTTO.search(t) or "tháng" in t for *_, t in lines):
        return
    dashed = any(t.startswith(("-", "–", "+")) for *_, t in lines)
    if len(lines) == 1 and not dashed:
        start, end, text = lines[0]
        if text.endswith((".", ";", ",")) and ";" not in text[:-1] and not text.endswith(".."):
            yield Hit(end - 1, end, {"found": text[-1]}, (Edit(end - 1, end, ""),), variant="single")
        return
    if not dashed or document.format == "pdf" or report.identity.ocr:
        return
    ends = [
        i for i in range(len(lines)) if i + 1 == len(lines) or lines[i + 1][2].startswith(("-", "–", "+"))
    ]
    for i in ends:
        start, end, text = lines[i]
        wanted = "." if i == ends[-1] else ";"
        if text.endswith(wanted) or len(ends) == 1:
            continue
        if text[-1] in ".,;:":
            yield Hit(end - 1, end, {"found": text[-1], "expected": wanted}, (Edit(end - 1, end, wanted),))
        else:
            word = start + text.rfind(" ") + 1
            yield Hit(
                word,
                end,
                {"found": text[-1], "expected": wanted},
                (Edit(end, end, wanted),),
                variant="missing",
            )
