"""Footnotes: a mark has a note, a note has a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report
    from reportlint.rule import Rule

_NOTES = frozenset({"footnote", "endnote"})


def marks(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a mark without a note; the mark takes no room, so the word before it and what follows is marked."""
    document = report.document
    notes = {b.note for b in document.blocks if b.kind in _NOTES}
    for mark in document.marks:
        if mark.label in notes or not mark.label:
            continue
        block = document.block_at(max(mark.offset - 1, 0))
        if block.kind in _NOTES:
            continue
        text = document.text[block.start : mark.offset].rstrip()
        start = block.start + max(text.rfind(" ") + 1, 0)
        yield Hit(
            start,
            min(mark.offset + 1, block.end) if mark.offset < block.end else mark.offset,
            {"label": mark.label},
        )


def notes(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a note that no mark calls for; mark its first words."""
    document = report.document
    if report.identity.ocr:
        return  # marks are the first thing recognition loses
    called = {mark.label for mark in document.marks}
    for block in document.blocks:
        if block.kind in _NOTES and block.note and block.note not in called:
            words = document.block_text(block).split(" ")
            yield Hit(block.start, block.start + len(" ".join(words[:3])), {"label": block.note})
            called.add(block.note)
