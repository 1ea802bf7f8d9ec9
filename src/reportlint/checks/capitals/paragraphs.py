"""VH017: a paragraph right below a heading that begins in lower case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.knowledge.syllables import is_syllable
from reportlint.rule import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report
    from reportlint.rule import Rule

MIN_LENGTH = 40
"""A shorter line is a label or a cell, not a sentence (code points)."""


def below_heading(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report the first word of a paragraph below a numbered heading; elsewhere a small letter may go on with a torn line."""
    text = report.document.text
    headings = {s.block for s in report.outline.sections if s.heading and s.title_start < s.title_end}
    for block in report.outline.body_blocks:
        if (
            block.index - 1 not in headings
            or block.kind != "paragraph"
            or block.end - block.start < MIN_LENGTH
        ):
            continue
        word = text[block.start : block.end].split(None, 1)[0]
        if text[block.start].islower() and is_syllable(word) and len(word) > 1:
            right = word[0].upper() + word[1:]
            edit = Edit(block.start, block.start + 1, right[0])
            yield Hit(block.start, block.start + len(word), {"word": word, "right": right}, (edit,))
