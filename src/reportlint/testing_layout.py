"""Layout for examples: a text set as the decree wants it, with the faults an example names.

A rule of family TB has examples like any other. Their text is plain; `layout` says what departs from the right layout:

    { text = "…", layout = { page = { left = 25 }, parts = { motto = { size = 11 } } } }

Keys: `page`, `number`, `body` (paragraphs), `text` (all letters), `parts` (letters of a part), `lines` (parts with a
line below), `blanks`, `pages`, and for what else a Word file may carry `highlight`, `comment`, `changes`, `legacy`, `unread`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reportlint.document import Directive, Emphasis, Unread
from reportlint.layout import Layout, Page, PageNumber, ParagraphLayout, RuleLine, Run, RunLayout
from reportlint.outline import read_outline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportlint.document import Document
    from reportlint.outline import Outline

NUMBER = PageNumber("header", "center", 14.0, "Times New Roman")
PAGE = Page(210.0, 297.0, 20.0, 20.0, 30.0, 20.0, number=NUMBER)
LETTERS = RunLayout("Times New Roman", 14.0)
PARAGRAPH = ParagraphLayout("Normal", "justify", 12.7, 0.0, 0.0, 6.0, 0.0, 1.0)
BOLD = ("national_name", "motto", "issuing_body", "kind_title", "subject", "signature_block", "signer_name")
SIZES = {"national_name": 13.0, "issuing_body": 13.0, "superior_body": 13.0, "number_symbol": 13.0}


def with_layout(document: Document, spec: Mapping[str, Any]) -> Document:
    """Return a document as if read from a Word file in the decree's layout, but for what `spec` changes."""
    outline = read_outline(document)
    page = replace(PAGE, **spec.get("page", {}))
    if "number" in spec:
        page = replace(page, number=replace(NUMBER, **spec["number"]) if spec["number"] else None)
    body = set(range(*outline.body))
    paragraph = replace(PARAGRAPH, **spec.get("body", {}))
    lines = spec.get("lines", ["motto", "issuing_body", "subject"])
    layout = Layout(
        pages=(page,),
        paragraphs=tuple(
            paragraph if block.index in body else replace(PARAGRAPH, alignment="center")
            for block in document.blocks
        ),
        runs=tuple(_runs(document, outline, spec)),
        lines=tuple(
            RuleLine(_last_block(document, outline, name)) for name in lines if name in outline.parts
        ),
        blanks={int(at): count for at, count in spec.get("blanks", {}).items()},
    )
    return _marked(replace(document, format="docx", layout=layout, pages=spec.get("pages", 2)), spec)


def _runs(document: Document, outline: Outline, spec: Mapping[str, Any]) -> list[Run]:
    """Return one run for each block, in the format of the part it belongs to."""
    runs = []
    for block in document.blocks:
        letters = replace(LETTERS, **spec.get("text", {}))
        name = _part_of(outline, block.start)
        if name:
            letters = replace(
                letters, size=SIZES.get(name, 14.0), bold=name in BOLD, italic=name == "place_date"
            )
            if name == "recipients":
                label = document.text.startswith("Nơi nhận", block.start)
                letters = replace(letters, size=12.0 if label else 11.0, bold=label, italic=label)
        runs.append(Run(block.start, block.end, replace(letters, **spec.get("parts", {}).get(name, {}))))
    return runs


def _part_of(outline: Outline, offset: int) -> str:
    """Return the smallest part that holds an offset; the closing is running text."""
    held = [
        (span.end - span.start, name)
        for name, span in outline.parts.items()
        if span.start <= offset < span.end and name not in {"closing", "addressee"}
    ]
    return min(held)[1] if held else ""


def _last_block(document: Document, outline: Outline, name: str) -> int:
    return document.block_at(outline.parts[name].end - 1).index


def _marked(document: Document, spec: Mapping[str, Any]) -> Document:
    """Add what is not layout: marks of drafting, old encodings, unread pieces."""
    text = document.text
    if "highlight" in spec:
        at = text.index(spec["highlight"])
        found = Emphasis(at, at + len(spec["highlight"]), "highlight")
        document = replace(document, emphasis=(*document.emphasis, found))
    if "comment" in spec:
        document = replace(
            document, directives=(Directive(0, len(text.split("\n")[0]), spec["comment"], "An"),)
        )
    if "legacy" in spec:
        document = replace(document, legacy=((0, len(text), spec["legacy"]),))
    if "unread" in spec:
        document = replace(document, unread=(Unread(*spec["unread"]),))
    return replace(document, changes=spec.get("changes", 0))
