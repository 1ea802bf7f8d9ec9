"""Fixes made in the text of a Word file itself; runs, formats and all other parts stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.fixes import Left
from reportlint.fixes.applying import trimmed
from reportlint.fixes.choosing import edits_of
from reportlint.loaders.docx.names import XML_SPACE
from reportlint.loaders.docx.package import open_package
from reportlint.writers import UnwritableError
from reportlint.writers.docx.package import rewritten, serialised
from reportlint.writers.docx.places import Places
from reportlint.writers.outcome import Applied
from reportlint.writers.reasons import SIGNED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from reportlint.document import Document
    from reportlint.fixes import Repair
    from reportlint.loaders.docx.package import Package

BLANKS = " \t\r\n"
_SIGNATURES = "_xmlsignatures/"


def fix(data: bytes, document: Document, repairs: Sequence[Repair], *, force_signed: bool = False) -> Applied:
    """Apply repairs. Raises `UnwritableError` for a signed file unless `force_signed`."""
    package = open_package(data, document.path)
    refuse_signed(package, force=force_signed)
    places = Places(package, document)
    applied, refused = sort_out(repairs, places)
    changes: dict[int, list[tuple[int, int, str]]] = {}
    for edit in edits_of(applied):
        small = trimmed(edit, document.text)
        new = small.text
        for stretch in places.edit_stretches(small):
            changes.setdefault(stretch.node, []).append((stretch.start, stretch.end, new))
            new = ""
    for node, edits in changes.items():
        _rewrite(places.nodes[node].element, edits)
    parts = {places.nodes[node].part for node in changes}
    written = {name: serialised(package.root(name), package.archive.read(name)) for name in parts}
    return Applied(rewritten(data, written) if written else data, tuple(applied), tuple(refused))


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


def is_signed(package: Package) -> bool:
    """Tell whether a package carries a digital signature."""
    return any(name.startswith(_SIGNATURES) for name in package.archive.names) or any(
        kind == "origin" for kind, _ in package.relations("").values()
    )


def refuse_signed(package: Package, *, force: bool) -> None:
    """Raise `UnwritableError` for a signed file unless forced."""
    if is_signed(package) and not force:
        raise UnwritableError(package.path, *SIGNED)


def _rewrite(element: _Element, edits: list[tuple[int, int, str]]) -> None:
    """Change the text of a `w:t`; outer blanks that Word does not show are left out rather than brought to light."""
    text = element.text or ""
    low, high = 0, len(text)
    if element.get(XML_SPACE) != "preserve":
        low, high = len(text) - len(text.lstrip(BLANKS)), len(text.rstrip(BLANKS))
    pieces, at = [], low
    for start, end, new in sorted(edits):
        pieces += [text[at:start], new]
        at = end
    changed = "".join([*pieces, text[at:high]])
    element.text = changed
    if changed != changed.strip(BLANKS):
        element.set(XML_SPACE, "preserve")
