"""What the edits of a finding make of the text around them: one piece before, one piece after."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reportlint.findings import Finding


class Replacement(NamedTuple):
    """A stretch of the document (offsets) that holds the finding and all its edits, and what comes in its place."""

    start: int
    end: int
    before: str
    after: str


def replacement_of(finding: Finding, text: str) -> Replacement | None:
    """Return what the edits of a finding do; None without edits."""
    if not finding.edits:
        return None
    start = min(finding.start, *(edit.start for edit in finding.edits))
    end = max(finding.end, *(edit.end for edit in finding.edits))
    after, at = "", start
    for edit in sorted(finding.edits):
        after += text[at : edit.start] + edit.text
        at = edit.end
    return Replacement(start, end, text[start:end], after + text[at:end])
