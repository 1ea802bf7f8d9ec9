"""DL002–DL004: pieces not read, decomposed letters, text of fonts older than Unicode."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from reportlint.rule import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report
    from reportlint.rule import Rule

NAMES = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI"}
MAX_EDITS = 5000


def unreadable(report: Report, rule: Rule) -> Iterable[Hit]:
    """Nothing to find here: a file that cannot be read is refused by its loader (`UnreadableError`) under this code."""
    return ()


def unread(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report each piece of the file that could not be read."""
    del rule
    for piece in report.document.unread:
        yield Hit(0, 0, {"what": piece.what, "why": piece.why})


def decomposed(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report letters written as a base and combining marks, at the first; the fix composes all of them."""
    del rule
    document = report.document
    if not document.decomposed:
        return
    places = [document.source.starts[segment] for segment in islice(document.source.widths, MAX_EDITS)]
    edits = tuple(Edit(at, at + 1, document.text[at]) for at in places)
    start = places[0] if places else 0
    yield Hit(start, start + len(places[:1]), {"count": document.decomposed}, edits=edits)


def legacy(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report text in an encoding older than Unicode, once for each encoding, at its first place."""
    del rule
    document = report.document
    for encoding in dict.fromkeys(name for _, _, name in document.legacy):
        places = [(start, end) for start, end, name in document.legacy if name == encoding]
        start, end = places[0]
        letters = sum(b - a for a, b in places)
        end = min(end, document.block_at(start).end)
        yield Hit(start, end, {"found": NAMES.get(encoding, encoding), "count": letters})
