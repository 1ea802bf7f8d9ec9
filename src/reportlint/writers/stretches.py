"""From text to nodes of the source map: which parts of which nodes a span covers, for formats whose source is XML."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from reportlint.document import SYNTHETIC

if TYPE_CHECKING:
    from reportlint.document import Document
    from reportlint.rule import Edit


class Stretch(NamedTuple):
    """A part of one node: offsets in its text, the end exclusive."""

    node: int
    start: int
    end: int


def covered(document: Document, start: int, end: int) -> tuple[list[Stretch], bool]:
    """Return the stretches that a span of text covers, and whether all of it stands in the file."""
    source = document.source
    found: list[Stretch] = []
    complete = True
    i = max(bisect_right(source.starts, start) - 1, 0)
    while i < len(source.starts) and source.starts[i] < end:
        first, last = max(start, source.starts[i]), end
        if i + 1 < len(source.starts):
            last = min(end, source.starts[i + 1])
        if source.nodes[i] == SYNTHETIC:
            complete = complete and first >= last
        elif first < last:
            low = source.offsets[i] + first - source.starts[i]
            high = source.offsets[i] + (source.widths.get(i) or last - source.starts[i])
            if found and found[-1].node == source.nodes[i] and found[-1].end == low:
                found[-1] = found[-1]._replace(end=high)
            else:
                found.append(Stretch(source.nodes[i], low, high))
        i += 1
    return found, complete


def point(document: Document, offset: int) -> Stretch | None:
    """Return the empty stretch where new text goes: behind the character before it, else before the next one."""
    block = document.block_at(offset)
    if offset > block.start:
        behind = document.source.end_anchor(offset)
        if behind.node != SYNTHETIC:
            return Stretch(behind.node, behind.offset, behind.offset)
    if offset < block.end:
        ahead = document.source.anchor(offset)
        if ahead.node != SYNTHETIC:
            return Stretch(ahead.node, ahead.offset, ahead.offset)
    return None


def replaced(document: Document, edit: Edit) -> list[Stretch]:
    """Return the stretches an edit replaces, one empty stretch for an insertion; nothing when it has no place."""
    if edit.start == edit.end:
        place = point(document, edit.start)
        return [place] if place else []
    found, complete = covered(document, edit.start, edit.end)
    return found if complete else []
