"""The outline of the shared sample agrees with the one made by hand."""

from __future__ import annotations

import json
from typing import Any

from tests.shared import SAMPLE, needs_shared

from reportlint import loaders
from reportlint.document import Block, Document
from reportlint.outline import Outline, read_outline


def both() -> tuple[Outline, dict[str, Any]]:
    """Read the outline and the one made by hand."""
    return read_outline(loaders.load(SAMPLE / "report.md")), json.loads(
        (SAMPLE / "outline.json").read_text("utf-8")
    )


@needs_shared
def test_sections_by_numbering() -> None:
    """Path, number, level and line of each section; list items under IV are numbered paragraphs, no titles."""
    outline, wanted = both()
    found = [
        (s.path, s.number, s.level, outline.document.place(s.number_start).line) for s in outline.sections
    ]
    expected = [(s["path"], s["number"], s["level"], s["line_start"]) for s in wanted["sections"]]
    items = [entry for entry in found if entry not in expected]
    assert [e for e in found if e in expected] == expected
    assert all(path.startswith("IV/") for path, *_ in items)


@needs_shared
def test_paragraphs_torn_by_page_breaks_are_joined() -> None:
    """All nine places, across footnotes too."""
    outline, wanted = both()
    document = outline.document
    for join in wanted["paragraph_joins"]:
        homes = [
            b.index
            for b in document.blocks
            if _covers(document, b, join["a"]) and _covers(document, b, join["b"])
        ]
        assert len(homes) == 1, join


def _covers(document: Document, block: Block, line: int) -> bool:
    if block.kind == "footnote":
        return False
    return any(document.place(at).line == line for at in range(block.start, block.end, 3))


@needs_shared
def test_head_and_foot() -> None:
    """Missing head parts, title, addressee, recipients, signature."""
    outline, wanted = both()
    names = {
        "quoc_hieu": "national_name",
        "tieu_ngu": "motto",
        "co_quan_ban_hanh": "issuing_body",
        "so_ky_hieu": "number_symbol",
        "dia_danh_ngay_thang": "place_date",
    }
    assert not {names[n] for n in wanted["missing_head"]} & set(outline.parts)
    assert outline.text("subject").replace("\n", " ") == wanted["title"]["text"]
    assert outline.kind == "BC"
    assert len(outline.recipients) == 7
    assert outline.text("signer_name") == "Huỳnh Nam"
