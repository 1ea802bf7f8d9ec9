"""The result of linting one document, and its stable JSON form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from reportlint import catalogue
from reportlint.document import OUTSIDE
from reportlint.fixes import verdict
from reportlint.profiles import fitting
from reportlint.running import applies, selected
from reportlint.said import in_language

if TYPE_CHECKING:
    from reportlint.findings import Finding, Suppression
    from reportlint.report import Report
    from reportlint.running import Unchecked

VERSION = 1
"""Version of the JSON form; it changes only when a reader of the old one would break."""

MAX_TITLE = 80
"""A longer stretch of text is not repeated in the title of a fix (code points)."""


@dataclass(frozen=True)
class Result:
    """What linting one document returns."""

    report: Report
    findings: tuple[Finding, ...]
    unchecked: tuple[Unchecked, ...]
    suppressions: tuple[Suppression, ...] = ()

    @property
    def path(self) -> str:
        """The path of the document, as given."""
        return self.report.document.path

    @property
    def failed(self) -> bool:
        """Whether there is a certain error."""
        return any(finding.fails for finding in self.findings)

    @property
    def rules_run(self) -> int:
        """How many rules looked at the document."""
        return len(self._ran)

    @cached_property
    def _ran(self) -> frozenset[str]:
        """The codes of the rules that looked at the document."""
        report = self.report
        chosen = {
            rule.code
            for rule in selected(report.settings)
            if applies(rule, report.identity, report.settings.as_of)
        }
        return frozenset(chosen - {item.code for item in self.unchecked})

    def to_dict(self, *, lang: str = "vi") -> dict[str, Any]:
        """Return the entry of this document under `files` in the JSON output (design: outputs)."""
        report = self.report
        return {
            "path": self.path,
            "identity": _identity(report),
            "profile": report.settings.profile or fitting(report.identity),
            "findings": [self._finding(f, lang) for f in self.findings],
            "counts": {**counts(report), "rules": self.rules_run},
            "unchecked": [{"code": u.code, "why": in_language(u.why, lang)} for u in self.unchecked]
            + [
                {"code": "DL002", "why": f"{in_language(u.what, lang)}: {in_language(u.why, lang)}"}
                for u in report.document.unread
            ],
            "suppressions": [self._suppression(s) for s in self.suppressions],
        }

    def to_sarif(self, *, lang: str = "vi") -> dict[str, Any]:
        """Return a SARIF 2.1.0 log of this document alone."""
        # By name: renderers stand above this module, and only this method needs one.
        module = import_module("reportlint.renderers.sarif")
        log: dict[str, Any] = module.log([self.to_dict(lang=lang)], lang)
        return log

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(rule.code for rule in (*catalogue.rules(), *self.report.settings.extra_rules))

    def _suppression(self, suppression: Suppression) -> dict[str, Any]:
        line = self.report.document.place(suppression.start).line
        return {
            "codes": list(suppression.codes),
            "reason": suppression.reason,
            "used": list(suppression.used),
            "unused": [c for c in suppression.codes if c in self._ran and c not in suppression.used],
            "unknown": [c for c in suppression.codes if c not in self._known],
            "line": line,
        }

    def _finding(self, finding: Finding, lang: str) -> dict[str, Any]:
        document = self.report.document
        entry: dict[str, Any] = {
            "code": finding.code,
            "name": finding.rule.name,
            "severity": finding.severity,
            "certainty": finding.certainty,
            "message": finding.told(lang),
            **self._span(finding.start, finding.end),
            "quote": finding.quote,
            "context": {"before": finding.before, "after": finding.after},
            "section": finding.section or None,
            **self._where(finding.start),
            "related": [
                {
                    "message": in_language(r.message, lang),
                    **self._span(r.start, r.end),
                    "quote": document.text[r.start : r.end],
                    **self._where(r.start),
                }
                for r in finding.related
            ],
            "source": _source(finding, self.report),
        }
        if finding.edits:
            edits = [{**self._span(e.start, e.end), "text": e.text} for e in finding.edits]
            entry["fix"] = {
                "policy": verdict(finding, self.report).policy,
                "title": _title(finding, document.text),
                "edits": edits,
            }
        return entry

    def _where(self, offset: int) -> dict[str, Any]:
        place = self.report.document.place(offset)
        return {"page": place.page, "paragraph": place.paragraph}

    def _span(self, start: int, end: int) -> dict[str, Any]:
        first, last = self.report.document.place(start), self.report.document.place(end, end=end > start)
        if first.line is None:
            return {"start": None, "end": None}
        if end == 0:  # a part missing from the head: the first line, even when blank lines open the file
            return {"start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 1}}
        return {
            "start": {"line": first.line, "column": first.column},
            "end": {"line": last.line, "column": last.column},
        }


def _title(finding: Finding, text: str) -> str:
    """Say what the edits make of the finding: the text before and after, in whole words."""
    edits = sorted(finding.edits)
    start, end = min(finding.start, edits[0].start), max(finding.end, *(edit.end for edit in edits))
    blanks = any(
        not edit.text.strip() or edit.text != edit.text.strip() or text[edit.start : edit.end].isspace()
        for edit in edits
    )
    start, end = _widened(text, start, end, blanks=blanks)
    if end - start > MAX_TITLE:
        return "; ".join(edit.text or "(bỏ)" for edit in edits)
    pieces: list[str] = []
    at = start
    for edit in edits:
        pieces += (text[at : edit.start], edit.text)
        at = edit.end
    after = "".join((*pieces, text[at:end]))
    return f"“{text[start:end]}” → “{after}”" if start < end else f"“{after}”"


def _widened(text: str, start: int, end: int, *, blanks: bool) -> tuple[int, int]:
    """Widen a stretch to whole words; where blanks change, to what stands on both sides, or the change could not be seen."""

    def goes_on(char: str, edge: str) -> bool:
        if not blanks:
            return char.isalnum()
        return char != "\n" and (not char.isspace() or edge.isspace())

    while start and goes_on(text[start - 1], text[start : start + 1] or " "):
        start -= 1
    while end < len(text) and goes_on(text[end], text[end - 1 : end] or " "):
        end += 1
    return start, end


def counts(report: Report) -> dict[str, int]:
    """Count what was read: citations, those not understood, sections, notes, tables, words."""
    document = report.document
    tables = {b.cell.table for b in document.blocks if b.cell}
    return {
        "citations": len(report.facts.citations),
        "citations_unread": sum(1 for c in report.facts.citations if c.regime == "unknown"),
        "documents": len(report.facts.cited),
        "sections": len(report.outline.sections),
        "footnotes": sum(1 for b in document.blocks if b.kind in {"footnote", "endnote"}),
        "tables": len(tables),
        "paragraphs": sum(1 for b in document.blocks if b.kind not in {"table-cell", *OUTSIDE}),
    }


def _identity(report: Report) -> dict[str, Any]:
    identity = report.identity
    return {
        "kind": identity.kind or None,
        "regime": identity.regime,
        "issuer": identity.issuer or None,
        "level": identity.level or None,
        "place": identity.place or None,
        "province": identity.province or None,
        "date": identity.date.isoformat() if identity.date else None,
        "state": identity.state,
        "ocr": identity.ocr,
        **({"in_force": False} if identity.before_nd30(report.settings.as_of) else {}),
    }


def _source(finding: Finding, report: Report) -> dict[str, Any] | None:
    source = finding.rule.source
    if not source.norm:
        return None
    older = source.norm == "nd30" and report.identity.before_nd30(report.settings.as_of)
    return {"norm": source.norm, "clause": source.clause, **({"in_force": False} if older else {})}
