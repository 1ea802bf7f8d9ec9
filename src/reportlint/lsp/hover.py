"""Hover: the rule behind a finding; what is known of a cited document and where else it is mentioned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.knowledge import registry
from reportlint.lsp.citations_at import mention_at, symbol_range
from reportlint.lsp.rule_page import summary

if TYPE_CHECKING:
    from reportlint.findings import Finding
    from reportlint.knowledge.registry import Entry
    from reportlint.lsp.analysis import Analysis
    from reportlint.lsp.citations_at import Mention
    from reportlint.lsp.jsonrpc import Json
    from reportlint.lsp.session import Session

MAX_KNOWN = 3
"""A Party symbol comes again in every term; no more entries than these are shown."""
_CONFIDENCE = {
    "certain": ("danh mục", "registry"),
    "probable": ("danh mục, khá chắc", "registry, probable"),
    "weak": ("danh mục, chưa chắc", "registry, unsure"),
}


def hover(session: Session, params: Json) -> Json | None:
    """Answer `textDocument/hover`."""
    analysis = session.workspace.analysis(params)
    position = params.get("position") or {}
    at, lang = analysis.lines.offset(position), session.workspace.options.lang
    parts, place = [], None
    for finding in analysis.findings:
        start, end = analysis.span(finding.start, finding.end)
        if start <= at < max(end, start + 1):
            parts.append(_of_finding(finding, lang))
            place = place or analysis.lines.range(start, end)
    if mention := mention_at(analysis, position):
        parts.append(_of_citation(analysis, mention, lang))
        place = place or symbol_range(analysis, mention.citation)
    if not parts:
        return None
    markdown = "markdown" in (session.can("textDocument", "hover", "contentFormat") or ["markdown"])
    text = "\n\n---\n\n".join(parts)
    value = text if markdown else text.replace("**", "").replace("`", "")
    return {"contents": {"kind": "markdown" if markdown else "plaintext", "value": value}, "range": place}


def _of_finding(finding: Finding, lang: str) -> str:
    return f"{finding.told(lang)}\n\n{summary(finding.rule, lang)}"


def _of_citation(analysis: Analysis, mention: Mention, lang: str) -> str:
    english = lang == "en"
    citation, mentions = mention.citation, mention.document.mentions
    name = f"{citation.type} {citation.symbol}".strip()
    date = next((m.date.text for m in mentions if m.date), "")
    lines = [f"**{name}**" + (f", {date}" if date else "")]
    known = registry.lookup(citation.symbol)[:MAX_KNOWN] if citation.number else ()
    lines += [_entry(entry, english=english) for entry in known]
    if not known:
        lines.append("Not in the registry." if english else "Không có trong danh mục.")
    places = [symbol_range(analysis, m)["start"]["line"] + 1 for m in mentions]
    if len(places) > 1:
        listed = ", ".join(map(str, places))
        lines.append(
            f"{len(places)} mentions, lines {listed}"
            if english
            else f"Nhắc đến {len(places)} lần, dòng {listed}"
        )
    return "\n\n".join(lines)


def _entry(entry: Entry, *, english: bool) -> str:
    date = entry.date.strftime("%d/%m/%Y") if entry.date else str(entry.year or "")
    what = " · ".join(
        part for part in (f"{entry.type} {entry.symbol}".strip(), date, entry.issuer, entry.status) if part
    )
    title = f"\n\n{entry.title}" if entry.title else ""
    return f"{what} (*{_CONFIDENCE[entry.confidence][english]}*){title}"
