"""The outline for the editor's sidebar, and what can be folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.lsp.analysis import Analysis
    from reportlint.lsp.jsonrpc import Json
    from reportlint.lsp.session import Session
    from reportlint.outline.sections import Section

MAX_NAME = 100
"""A numbered paragraph is named by its first so many code points."""
NAMESPACE, PROPERTY, KEY = 3, 7, 20
"""Kinds of symbol: headings, parts, numbered paragraphs."""
PARTS = {
    "national_name": ("Quốc hiệu", "National name"),
    "motto": ("Tiêu ngữ", "Motto"),
    "party_name": ("Tiêu đề văn bản của Đảng", "Party heading"),
    "union_name": ("Tiêu đề văn bản của Đoàn", "Youth Union heading"),
    "superior_body": ("Cơ quan chủ quản", "Superior body"),
    "issuing_body": ("Cơ quan ban hành", "Issuing body"),
    "number_symbol": ("Số, ký hiệu", "Number and symbol"),
    "place_date": ("Địa danh và thời gian ban hành", "Place and date"),
    "kind_title": ("Tên loại", "Kind of document"),
    "subject": ("Trích yếu", "Subject"),
    "addressee": ("Kính gửi", "Addressee"),
    "closing": ("Phần kết", "Closing"),
    "recipients": ("Nơi nhận", "Recipients"),
    "signature_block": ("Phần chữ ký", "Signature"),
    "signer_name": ("Người ký", "Signer"),
}


def symbols(session: Session, params: Json) -> list[Json]:
    """Answer with parts and the tree of sections; flat for a client that knows no trees."""
    analysis = session.workspace.analysis(params)
    if analysis.result is None:
        return []
    found = [*_parts(analysis, english=session.workspace.options.lang == "en"), *_tree(analysis)]
    if session.can("textDocument", "documentSymbol", "hierarchicalDocumentSymbolSupport"):
        return found
    return list(_flat(found, analysis.text.uri, ""))


def folding(session: Session, params: Json) -> list[Json]:
    """Answer with the lines of sections, tables and notes that can be folded away."""
    analysis = session.workspace.analysis(params)
    if analysis.result is None:
        return []
    report = analysis.result.report
    stretches = [(s.start, s.end) for s in report.outline.sections if s.heading or s.last_block > s.block]
    tables: dict[int, tuple[int, int]] = {}
    for block in report.document.blocks:
        if block.cell:
            start, _ = tables.get(block.cell.table, (block.start, 0))
            tables[block.cell.table] = (start, block.end)
    found = []
    for start, end in [*stretches, *tables.values()]:
        first, last = (analysis.lines.line_of(at) for at in analysis.span(start, end))
        if last > first:
            found.append({"startLine": first, "endLine": last, "kind": "region"})
    return sorted(found, key=lambda f: (f["startLine"], -f["endLine"]))


def _parts(analysis: Analysis, *, english: bool) -> Iterator[Json]:
    assert analysis.result is not None  # noqa: S101 - the callers have looked
    text = analysis.document.text
    for part, span in sorted(analysis.result.report.outline.parts.items(), key=lambda item: item[1]):
        place = analysis.range(span.start, span.end)
        yield {
            "name": PARTS.get(part, (part, part))[english],
            "detail": " ".join(text[span.start : span.end].split())[:MAX_NAME],
            "kind": PROPERTY,
            "range": place,
            "selectionRange": place,
        }


def _tree(analysis: Analysis) -> list[Json]:
    assert analysis.result is not None  # noqa: S101 - as above
    roots: list[Json] = []
    open_symbols: list[tuple[int, Json]] = []
    for section in analysis.result.report.outline.sections:
        while open_symbols and open_symbols[-1][0] >= section.level:
            open_symbols.pop()
        symbol = _symbol(analysis, section)
        (open_symbols[-1][1]["children"] if open_symbols else roots).append(symbol)
        for (
            _,
            parent,
        ) in open_symbols:  # a note printed behind a paragraph may stretch a child beyond its parent
            if _key(symbol["range"]["end"]) > _key(parent["range"]["end"]):
                parent["range"] = {"start": parent["range"]["start"], "end": symbol["range"]["end"]}
        open_symbols.append((section.level, symbol))
    return roots


def _symbol(analysis: Analysis, section: Section) -> Json:
    text = analysis.document.text
    title = " ".join(text[section.title_start : section.title_end].split())
    name = f"{text[section.number_start : section.number_end].strip()} {title}".strip()
    return {
        "name": name if len(name) <= MAX_NAME else name[: MAX_NAME - 1] + "…",
        "kind": NAMESPACE if section.heading else KEY,
        "range": analysis.range(section.start, section.end),
        "selectionRange": analysis.range(section.number_start, section.number_end),
        "children": [],
    }


def _key(position: Json) -> tuple[int, int]:
    return position["line"], position["character"]


def _flat(found: list[Json], uri: str, container: str) -> Iterator[Json]:
    for symbol in found:
        location = {"uri": uri, "range": symbol["range"]}
        yield {
            "name": symbol["name"],
            "kind": symbol["kind"],
            "location": location,
            "containerName": container,
        }
        yield from _flat(symbol.get("children", []), uri, symbol["name"])
