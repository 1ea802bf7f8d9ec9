"""Fixes made in the text of an ODT file itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.fixes import Left
from reportlint.fixes.applying import trimmed
from reportlint.fixes.choosing import edits_of
from reportlint.writers.odt.content import encoded, text_of
from reportlint.writers.odt.places import Places
from reportlint.writers.outcome import Applied
from reportlint.writers.stretches import replaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.document import Document
    from reportlint.fixes import Repair


def fix(data: bytes, document: Document, repairs: Sequence[Repair], *, force_signed: bool = False) -> Applied:
    """Apply repairs. Raises `UnwritableError` for a signed file unless `force_signed`."""
    places = Places(data, document, force_signed=force_signed)
    applied, refused = sort_out(repairs, places)
    for edit in edits_of(applied):
        small = trimmed(edit, document.text)
        stretches = replaced(document, small)
        for stretch in stretches:
            if stretch.start < stretch.end:
                places.at(stretch.node).removed.append((stretch.start, stretch.end))
        if small.text:
            first = stretches[0]
            node = places.nodes[first.node]
            behind = text_of(node)[: first.start].endswith(" ")
            items = encoded(small.text, node.element, blank_before=behind)
            places.at(first.node).added.append((first.start, 0, items))
    return Applied(places.written(), tuple(applied), tuple(refused))


def sort_out(repairs: Sequence[Repair], places: Places) -> tuple[list[Repair], list[Left]]:
    """Part the repairs that a file allows from those it does not, with the reason."""
    applied, refused = [], []
    for repair in repairs:
        text = places.document.text
        refusals = (places.refusal(trimmed(edit, text)) for edit in repair.edits)
        reason = next((refusal for refusal in refusals if refusal), None)
        if reason:
            refused.append(Left(repair.finding, repair.policy, reason))
        else:
            applied.append(repair)
    return applied, refused
