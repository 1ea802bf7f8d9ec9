"""Applying edits to a text, and where an offset of the old text stands in the new one."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from reportlint.rule import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable


_LINKS = frozenset("/.-,")
"""What joins the pieces of a symbol, a date or a figure."""


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with the edits applied. They must not overlap; equal ones count once."""
    pieces, at = [], 0
    for edit in sorted(set(edits)):
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:]])


def conflict(one: Edit, other: Edit) -> bool:
    """Tell whether two different edits cannot both be applied with one reading only."""
    if one == other:
        return False
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end


class Shift:
    """Maps offsets of a text to those of the text with edits applied."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        """Take edits that do not overlap."""
        self._edits = sorted(set(edits))
        self._starts = [edit.start for edit in self._edits]
        self._grown = [0]
        for edit in self._edits:
            self._grown.append(self._grown[-1] + len(edit.text) - (edit.end - edit.start))

    def __call__(self, offset: int) -> int:
        """Return the new offset; one inside a replaced stretch goes to the start of its replacement."""
        i = bisect_right(self._starts, offset)
        if i and offset < self._edits[i - 1].end:
            return self._edits[i - 1].start + self._grown[i - 1]
        return offset + self._grown[i]

    def span(self, edit: Edit) -> tuple[int, int]:
        """Return where the replacement of one of the edits stands in the new text."""
        i = self._edits.index(edit)
        start = edit.start + self._grown[i]
        return start, start + len(edit.text)


def trimmed(edit: Edit, text: str) -> Edit:
    """Return the edit without what it only repeats at its ends; an edit that changes nothing stays."""
    old, new = text[edit.start : edit.end], edit.text
    if old == new:
        return edit
    low = 0
    while low < min(len(old), len(new)) and old[low] == new[low]:
        low += 1
    high = 0
    while high < min(len(old), len(new)) - low and old[-1 - high] == new[-1 - high]:
        high += 1
    return Edit(edit.start + low, edit.end - high, new[low : len(new) - high])


def whole_words(edit: Edit, text: str) -> Edit:
    """Return the edit trimmed, but not inside a word or a number: a reader sees whole words change."""
    small = trimmed(edit, text)
    start, end = small.start, small.end
    while start > edit.start and not text[start - 1].isspace() and _joins(text, start, small.text[:1]):
        start -= 1
    while end < edit.end and not text[end].isspace() and _joins(text, end, small.text[-1:]):
        end += 1
    return Edit(start, end, text[start : small.start] + small.text + text[small.end : end])


def _joins(text: str, at: int, char: str) -> bool:
    """Tell whether a cut at an offset would part a word, symbol or date."""
    right = text[at] if at < len(text) else ""
    goes_on = right.isalnum() or char.isalnum()
    if text[at - 1].isalnum():
        return goes_on or right in _LINKS
    return text[at - 1] in _LINKS and goes_on
