"""What a comment on a finding says, and how annotating a file is asked for and answered."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportlint import catalogue
from reportlint.fixes import verdict
from reportlint.said import in_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.document import Directive, Document
    from reportlint.findings import Finding
    from reportlint.fixes import Left
    from reportlint.report import Report

AUTHOR = "reportlint"
INITIALS = "rl"
SUFFIX = ".ra-soat"
"""What the name of an annotated copy carries before its ending: `bao-cao.ra-soat.docx`."""
MAX_RELATED = 5
"""How many other places a comment names; more than that nobody reads in a balloon."""
_ELSEWHERE = frozenset({"footnote", "endnote", "header", "footer"})
"""Blocks whose comments stand in the body."""
_POLICY = {"safe": "sửa an toàn", "ask": "xem lại trước khi chấp nhận", "never": "sửa bằng tay"}


@dataclass(frozen=True)
class Marking:
    """How to annotate."""

    date: dt.datetime = field(default_factory=lambda: dt.datetime.now(dt.UTC).replace(microsecond=0))
    """Written on comments and changes; give one to get the same bytes for the same input."""
    track: bool = True
    """Whether fixes are put in as tracked changes besides the comments."""
    force_signed: bool = False

    @property
    def stamp(self) -> str:
        """The date as Word and ODT write it."""
        return self.date.strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True)
class Annotated:
    """New bytes, and what was put into them."""

    data: bytes
    comments: int
    tracked: int = 0
    """Findings whose fix stands as tracked changes."""
    left: tuple[Left, ...] = ()
    """Fixes that stand only in words, and why."""


def not_yet_told(findings: Sequence[Finding], document: Document) -> list[Finding]:
    """Return the findings that no comment of ours speaks of yet, so that annotating twice adds nothing."""
    ours = [d for d in document.directives if d.author == AUTHOR]
    return [f for f in findings if not any(_tells(d, f, document) for d in ours)]


def _tells(comment: Directive, finding: Finding, document: Document) -> bool:
    if not comment.text.startswith(f"[{finding.code}]") or finding.message not in comment.text:
        return False
    meets = comment.start <= finding.end and finding.start <= comment.end
    return meets or document.block_at(finding.start).kind in _ELSEWHERE


def remark(finding: Finding, report: Report, where: str = "") -> list[str]:
    """Return the lines of a comment: code and message, clause, remedy, other places."""
    document = report.document
    lines = [f"[{finding.code}] {where}{finding.message}"]
    source = finding.rule.source
    if source.norm:
        clause = f", {source.clause}" if source.clause else ""
        lines.append(f"Căn cứ: {catalogue.norms().get(source.norm, source.norm)}{clause}.")
    elif finding.rule.normativity == "tập quán":
        lines.append("Thói quen trình bày, không phải quy định.")
    lines += _proposal(finding, report)
    for related in finding.related[:MAX_RELATED]:
        place = document.place(related.start)
        found = [f"dòng {place.line}" if place.line else f"đoạn {place.paragraph}"]
        found += [f"trang {place.page}"] if place.page else []
        quote = " ".join(document.text[related.start : related.end].split())
        lines.append(
            f"Xem {', '.join(found)}: “{quote}” ({in_language(related.message, 'vi')})"
            if quote
            else f"Xem {', '.join(found)}: {in_language(related.message, 'vi')}"
        )
    if len(finding.related) > MAX_RELATED:
        lines.append(f"… và {len(finding.related) - MAX_RELATED} chỗ nữa.")
    return lines


def _proposal(finding: Finding, report: Report) -> list[str]:
    """Say what to write instead, or how to mend it where there is no edit."""
    if not finding.edits:
        remedy = catalogue.pages().get(finding.code, {}).get("remedy", "")
        return [f"Cách sửa: {remedy}"] if remedy else []
    document = report.document
    changes: Sequence[str] = [
        f"“{document.text[e.start : e.end]}” → “{e.text}”" if e.end > e.start and e.text
        else f"thêm “{e.text}”" if e.text else f"bỏ “{document.text[e.start : e.end]}”"
        for e in finding.edits
    ]  # fmt: skip
    return [f"Đề nghị: {'; '.join(changes)} ({_POLICY[verdict(finding, report).policy]})."]
