"""What a comment on a finding says, and how annotating a file is asked for and answered."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportlint import catalogue
from reportlint.fixes import verdict
from reportlint.said import Said, in_language, worded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.document import Directive, Document
    from reportlint.findings import Finding
    from reportlint.fixes import Left
    from reportlint.report import Report
    from reportlint.rule import Related

AUTHOR = "reportlint"
INITIALS = "rl"
SUFFIX = ".ra-soat"
"""What the name of an annotated copy carries before its ending: `bao-cao.ra-soat.docx`."""
MAX_RELATED = 5
"""How many other places a comment names; more than that nobody reads in a balloon."""
_ELSEWHERE = frozenset({"footnote", "endnote", "header", "footer"})
"""Blocks whose comments stand in the body."""
HERE = Said("", "")
"""A comment that stands at the place itself need not say where."""
_POLICY = {
    "safe": Said("sửa an toàn", "safe"),
    "ask": Said("xem lại trước khi chấp nhận", "look before you accept it"),
    "never": Said("sửa bằng tay", "by hand"),
}
_WORDS = {
    "basis": Said("Căn cứ: {}.", "Basis: {}."),
    "habit": Said("Thói quen trình bày, không phải quy định.", "A habit of presentation, no regulation."),
    "see": Said("Xem {}: {}", "See {}: {}"),
    "line": Said("dòng {}", "line {}"),
    "paragraph": Said("đoạn {}", "paragraph {}"),
    "page": Said("trang {}", "page {}"),
    "more": Said("… và {} chỗ nữa.", "… and {} more."),
    "remedy": Said("Cách sửa: {}", "Remedy: {}"),
    "add": Said("thêm “{}”", "add “{}”"),
    "drop": Said("bỏ “{}”", "drop “{}”"),
    "proposal": Said("Đề nghị: {} ({}).", "Proposal: {} ({})."),
}


@dataclass(frozen=True)
class Marking:
    """How to annotate."""

    date: dt.datetime = field(default_factory=lambda: dt.datetime.now(dt.UTC).replace(microsecond=0))
    """Written on comments and changes; give one to get the same bytes for the same input."""
    track: bool = True
    """Whether fixes are put in as tracked changes besides the comments."""
    force_signed: bool = False
    lang: str = "vi"
    """Language of the comments: `vi` or `en`."""

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
    messages = (finding.message, finding.message_en)
    if not (comment.text.startswith(f"[{finding.code}]") and any(m in comment.text for m in messages)):
        return False
    meets = comment.start <= finding.end and finding.start <= comment.end
    return meets or document.block_at(finding.start).kind in _ELSEWHERE


def remark(finding: Finding, report: Report, lang: str, where: Said = HERE) -> list[str]:
    """Return the lines of a comment: code and message, clause, remedy, other places."""
    lines = [f"[{finding.code}] {in_language(where, lang)}{finding.told(lang)}"]
    source = finding.rule.source
    if source.norm:
        clause = f", {source.clause}" if source.clause else ""
        lines.append(_said("basis", lang, catalogue.norms().get(source.norm, source.norm) + clause))
    elif finding.rule.normativity == "tập quán":
        lines.append(_said("habit", lang))
    lines += _proposal(finding, report, lang)
    lines += [_elsewhere(related, report.document, lang) for related in finding.related[:MAX_RELATED]]
    if len(finding.related) > MAX_RELATED:
        lines.append(_said("more", lang, len(finding.related) - MAX_RELATED))
    return lines


def _said(key: str, lang: str, *values: object) -> str:
    return in_language(_WORDS[key], lang).format(*values)


def _elsewhere(related: Related, document: Document, lang: str) -> str:
    """Name another place, what stands there and what it has to do with the finding."""
    place = document.place(related.start)
    found = [_said("line", lang, place.line) if place.line else _said("paragraph", lang, place.paragraph)]
    found += [_said("page", lang, place.page)] if place.page else []
    quote = " ".join(document.text[related.start : related.end].split())
    told = in_language(related.message, lang)
    return _said("see", lang, ", ".join(found), f"“{quote}” ({told})" if quote else told)


def _proposal(finding: Finding, report: Report, lang: str) -> list[str]:
    """Say what to write instead, or how to mend it where there is no edit."""
    if not finding.edits:
        remedy = worded(catalogue.pages().get(finding.code, {}), "remedy", lang)
        return [_said("remedy", lang, remedy)] if remedy else []
    document = report.document
    changes: Sequence[str] = [
        f"“{document.text[e.start : e.end]}” → “{e.text}”" if e.end > e.start and e.text
        else _said("add", lang, e.text) if e.text else _said("drop", lang, document.text[e.start : e.end])
        for e in finding.edits
    ]  # fmt: skip
    policy = in_language(_POLICY[verdict(finding, report).policy], lang)
    return [_said("proposal", lang, "; ".join(changes), policy)]
