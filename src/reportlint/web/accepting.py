"""The fixes that a person has accepted, known again after others have been made.

`repair` lints anew after each round. A finding of the new text is one of those accepted when it is of the same rule, offers
the same, and stands where the accepted one has moved to.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from reportlint.batch import Job, lint_job
from reportlint.pipeline import Memo

if TYPE_CHECKING:
    from collections.abc import Collection

    from reportlint.findings import Finding
    from reportlint.fixes import Verdict
    from reportlint.result import Result
    from reportlint.settings import Settings


class Accepted:
    """Lints for `repair`, and says which of the findings are wanted."""

    def __init__(self, name: str, settings: Settings, numbers: Collection[int]) -> None:
        """Take the numbers of the findings accepted, counted from 1 in the order of the first result."""
        self._name, self._settings, self._numbers = name, settings, numbers
        self._memo = Memo()  # a repair changes one paragraph of many
        self._first: Result | None = None
        self._chosen: list[Finding] = []
        self._wanted: dict[int, Finding] = {}
        """By identity; held here, so that no other object gets the identity of one that is gone."""
        self._moved: dict[tuple[str, str, int], tuple[int, int]] = {}
        """What `moved` said: paragraphs come back as they were in one round after another."""

    def wanted(self, finding: Finding, _judged: Verdict) -> bool:
        """Tell `repair` whether the fix of a finding is to be made."""
        return self.holds(finding)

    def holds(self, finding: Finding) -> bool:
        """Tell whether a finding of some version is one of those accepted."""
        return id(finding) in self._wanted

    def lint(self, data: bytes) -> Result:
        """Lint a version of the file, and find in it what was accepted."""
        result = lint_job(Job(self._name, self._settings, data), self._memo)
        if self._first is None:
            self._first = result
            self._chosen = [f for i, f in enumerate(result.findings, 1) if i in self._numbers]
        places = [(_offer(f), *self._place(f, self._first, result)) for f in self._chosen]
        for finding in result.findings:
            offer = _offer(finding)
            if any(offer == known and low <= finding.start <= high for known, low, high in places):
                self._wanted[id(finding)] = finding
        return result

    def _place(self, finding: Finding, old: Result, new: Result) -> tuple[int, int]:
        """Return between which offsets a finding begins now. Fixes leave every paragraph its number."""
        before, after = old.report.document, new.report.document
        block = before.block_at(finding.start)
        if block.index >= len(after.blocks):
            return -1, -1
        now = after.blocks[block.index]
        key = (
            before.text[block.start : block.end],
            after.text[now.start : now.end],
            finding.start - block.start,
        )
        if key not in self._moved:
            self._moved[key] = moved(*key)
        low, high = self._moved[key]
        return now.start + low, now.start + high


def _offer(finding: Finding) -> tuple[str, ...]:
    return (finding.code, finding.quote, *(edit.text for edit in finding.edits))


def moved(old: str, new: str, offset: int) -> tuple[int, int]:
    """Return between which offsets of the changed paragraph an offset of the old one now is: two where text came in there."""
    if old == new:
        return offset, offset
    low, high = 0, len(new)
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal" and start < offset < end:
            return new_start + offset - start, new_start + offset - start
        if end <= offset:
            low = new_end if kind == "equal" else low
        if start >= offset and kind == "equal":
            high = new_start
            break
    return low, high
