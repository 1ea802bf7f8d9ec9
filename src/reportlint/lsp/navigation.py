"""From one mention of a document to the others, from a note's mark to the note, from a citation to a file beside the report."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from reportlint.lsp.citations_at import mention_at, symbol_range
from reportlint.lsp.uris import path_of, uri_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reportlint.facts.citations import Citation
    from reportlint.lsp.analysis import Analysis
    from reportlint.lsp.jsonrpc import Json
    from reportlint.lsp.session import Session

MAX_FILES = 2000
"""So many names of the folder of the report are looked at."""
_FILES = (".docx", ".doc", ".odt", ".pdf", ".md", ".txt", ".html", ".rtf")
_PART = re.compile(r"[^\W_]+")


def definition(session: Session, params: Json) -> list[Json] | None:
    """Answer with the first mention of the document at the cursor, or with the note of a mark."""
    analysis = session.workspace.analysis(params)
    position = params.get("position") or {}
    if mention := mention_at(analysis, position):
        return [_location(analysis, symbol_range(analysis, mention.document.first))]
    return list(_note_at(analysis, position)) or None


def references(session: Session, params: Json) -> list[Json] | None:
    """Answer with all mentions of the document at the cursor."""
    analysis = session.workspace.analysis(params)
    mention = mention_at(analysis, params.get("position") or {})
    if mention is None:
        return None
    declared = (params.get("context") or {}).get("includeDeclaration", True)
    mentions = mention.document.mentions if declared else mention.document.mentions[1:]
    return [_location(analysis, symbol_range(analysis, citation)) for citation in mentions]


def highlights(session: Session, params: Json) -> list[Json] | None:
    """Answer with the mentions of the document at the cursor, to be lit up."""
    analysis = session.workspace.analysis(params)
    mention = mention_at(analysis, params.get("position") or {})
    return (
        [{"range": symbol_range(analysis, c), "kind": 2} for c in mention.document.mentions]
        if mention
        else None
    )


def inlay_hints(session: Session, params: Json) -> list[Json]:
    """Answer with the number of mentions, behind the first one of each document mentioned more than once."""
    analysis = session.workspace.analysis(params)
    if analysis.result is None or not session.workspace.options.inlay_hints:
        return []
    between = params.get("range") or {}
    first, last = (
        analysis.lines.line_of(analysis.lines.offset(between.get(k) or {})) for k in ("start", "end")
    )
    hints = []
    for document in analysis.result.report.facts.cited:
        place = symbol_range(analysis, document.first)["end"]
        if len(document.mentions) > 1 and first <= place["line"] <= last:
            lines = ", ".join(str(symbol_range(analysis, c)["start"]["line"] + 1) for c in document.mentions)
            english = session.workspace.options.lang == "en"
            tooltip = f"{'Mentioned on lines' if english else 'Được nhắc đến ở các dòng'} {lines}"
            hints.append(
                {
                    "position": place,
                    "label": f"×{len(document.mentions)}",
                    "tooltip": tooltip,
                    "paddingLeft": True,
                }
            )
    return hints


def document_links(session: Session, params: Json) -> list[Json]:
    """Answer with links from citations to files in the report's folder whose name carries the symbol."""
    analysis = session.workspace.analysis(params)
    path = path_of(analysis.text.uri)
    if analysis.result is None or path is None:
        return []
    names = [(name, _parts(name.rpartition(".")[0])) for name in _file_names(path)]
    links = []
    for citation in analysis.result.report.facts.citations if names else ():
        if name := _file_of(citation, names):
            target = uri_of(path.parent / name)
            links.append({"range": symbol_range(analysis, citation), "target": target, "tooltip": name})
    return links


def _location(analysis: Analysis, place: Json) -> Json:
    return {"uri": analysis.text.uri, "range": place}


def _note_at(analysis: Analysis, position: Json) -> Iterator[Json]:
    if analysis.result is None:
        return
    at, document = analysis.lines.offset(position), analysis.document
    for mark in document.marks:
        start, end = analysis.gap(mark.offset)
        if start <= at < end:
            for block in document.blocks:
                if block.kind in {"footnote", "endnote"} and block.note == mark.label:
                    yield _location(analysis, analysis.range(block.start, block.end))


def _file_names(report: Path) -> list[str]:
    try:
        with os.scandir(report.parent) as entries:
            names = [entry.name for _, entry in zip(range(MAX_FILES), entries, strict=False)]
    except OSError:
        return []
    return [name for name in names if name != report.name and name.lower().endswith(_FILES)]


def _parts(name: str) -> list[str]:
    """Split a file name or a symbol into its words, leading zeros taken off."""
    return [part.lstrip("0").casefold() or "0" for part in _PART.findall(name)]


def _file_of(citation: Citation, names: list[tuple[str, list[str]]]) -> str:
    """Return the file whose name has the parts of the symbol side by side; at least number, type and organ."""
    wanted = _parts(citation.symbol_text)
    if len(wanted) < 3:
        return ""
    for name, parts in names:
        if any(parts[i : i + len(wanted)] == wanted for i in range(len(parts) - len(wanted) + 1)):
            return name
    return ""
