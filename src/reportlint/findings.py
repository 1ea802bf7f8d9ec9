"""Findings: hits made ready to be shown. Selected, suppressed, folded under their cause, ordered; never created here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report
    from reportlint.rule import Certainty, Edit, FixPolicy, Hit, Related, Rule, Severity

_DIRECTIVE = re.compile(
    r"reportlint\s*:\s*(?:bỏ qua|bo qua|ignore|disable)\s+(?P<codes>[A-Z]{2}\d{3}(?:\s*,\s*[A-Z]{2}\d{3})*)\s*(?:[:–-]\s*(?P<reason>.+))?",
    re.IGNORECASE,
)
MAX_CONTEXT = 40
"""How much of the paragraph a finding quotes on each side (code points)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule broken at a place. Offsets are the document's."""

    rule: Rule
    start: int
    end: int
    severity: Severity
    certainty: Certainty
    message: str
    message_en: str
    quote: str
    before: str
    after: str
    section: str
    """Path of the section, `II/3/3.3`; empty outside the sections."""
    related: tuple[Related, ...] = ()
    edits: tuple[Edit, ...] = ()

    @property
    def code(self) -> str:
        """The rule's code."""
        return self.rule.code

    @property
    def fix_policy(self) -> FixPolicy:
        """How the edits may be applied; `never` without edits."""
        return self.rule.fix if self.edits else "never"

    @property
    def fails(self) -> bool:
        """Whether it decides the exit code by default: a certain error."""
        return self.severity == "error" and self.certainty == "certain"

    def told(self, lang: str) -> str:
        """Return the message in a language (`vi` or `en`)."""
        return self.message_en if lang == "en" else self.message


@dataclass(frozen=True, slots=True)
class Suppression:
    """A remark of the user that silences rules on a stretch of text."""

    start: int
    end: int
    codes: tuple[str, ...]
    reason: str
    used: tuple[str, ...] = ()
    """Codes that did silence something."""


def settle(
    hits: Iterable[tuple[Rule, Hit]], report: Report
) -> tuple[tuple[Finding, ...], tuple[Suppression, ...]]:
    """Make findings of hits, in the order of the text; return them with the suppressions of the document and their use."""
    hits = _outside_code(hits, report)
    kept = _fold(sorted(hits, key=lambda rh: (rh[1].start, rh[1].end, _rank(rh), rh[0].code)))
    suppressions = read_suppressions(report)
    if not suppressions:
        return tuple(_finding(rule, hit, report) for rule, hit in kept), ()
    used: dict[int, set[str]] = {}
    findings = []
    for rule, hit in kept:
        silencers = [
            i
            for i, s in enumerate(suppressions)
            if rule.code in s.codes and s.start <= hit.end and hit.start <= s.end
        ]
        for i in silencers:
            used.setdefault(i, set()).add(rule.code)
        if not silencers:
            findings.append(_finding(rule, hit, report))
    marked = tuple(
        Suppression(s.start, s.end, s.codes, s.reason, tuple(sorted(used.get(i, ()))))
        for i, s in enumerate(suppressions)
    )
    return tuple(findings), marked


def _outside_code(hits: Iterable[tuple[Rule, Hit]], report: Report) -> Iterable[tuple[Rule, Hit]]:
    """Leave out hits at what is set as code, or touching it: a command, a name of a file or a key is no prose."""
    code = [(e.start, e.end) for e in report.document.emphasis if e.style == "code"]
    if not code:
        return hits
    return [
        (rule, hit)
        for rule, hit in hits
        if hit.start == hit.end == 0 or not any(hit.start <= end and start <= hit.end for start, end in code)
    ]


def read_suppressions(report: Report) -> tuple[Suppression, ...]:
    """Read the suppressions among the directives of a document."""
    found = []
    for directive in report.document.directives:
        if match := _DIRECTIVE.search(directive.text):
            codes = tuple(c.strip().upper() for c in match["codes"].split(","))
            found.append(Suppression(directive.start, directive.end, codes, (match["reason"] or "").strip()))
    return tuple(found)


def _rank(entry: tuple[Rule, Hit]) -> int:
    rule, hit = entry
    return ("error", "warning", "info").index(hit.severity or rule.severity)


def _fold(hits: list[tuple[Rule, Hit]]) -> list[tuple[Rule, Hit]]:
    """Drop a hit that repeats another: same rule and place, or same cause overlapping a hit that weighs more."""
    kept: list[tuple[Rule, Hit]] = []
    seen: set[tuple[str, int, int]] = set()
    causes: dict[str, list[tuple[Rule, Hit]]] = {}
    for rule, hit in sorted(hits, key=_rank):
        key = (rule.code, hit.start, hit.end)
        if key in seen:
            continue
        seen.add(key)
        if hit.cause:
            group = causes.setdefault(hit.cause, [])
            if any(
                h.start < max(hit.end, hit.start + 1) and hit.start < max(h.end, h.start + 1)
                for _, h in group
            ):
                continue
            group.append((rule, hit))
        kept.append((rule, hit))
    return sorted(kept, key=lambda rh: (rh[1].start, rh[1].end, _rank(rh), rh[0].code))


def _finding(rule: Rule, hit: Hit, report: Report) -> Finding:
    document = report.document
    block = document.block_at(hit.start) if document.blocks else None
    low, high = (block.start, block.end) if block else (0, 0)
    section = report.outline.section_at(hit.start)
    settings = report.settings
    return Finding(
        rule=rule,
        start=hit.start,
        end=hit.end,
        severity=settings.severity.get(rule.code) or hit.severity or rule.severity,
        certainty=hit.certainty or rule.certainty,
        message=rule.text(hit.variant, hit.args),
        message_en=rule.text(hit.variant, hit.args, lang="en"),
        quote=document.text[hit.start : hit.end],
        before=document.text[max(low, hit.start - MAX_CONTEXT) : hit.start],
        after=document.text[hit.end : min(max(high, hit.end), hit.end + MAX_CONTEXT)],
        section=section.path if section else "",
        related=hit.related,
        edits=hit.edits,
    )
