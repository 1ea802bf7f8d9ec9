"""Sections grouped into lists of siblings, as a reader sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.document import OUTSIDE

if TYPE_CHECKING:
    from reportlint.outline.sections import Section
    from reportlint.report import Report


def sibling_lists(report: Report) -> list[list[Section]]:
    """Return the lists of sections of one parent and one scheme, each in order.

    A number that begins again at 1 opens a new list: under an unnumbered heading, or in a paragraph of its own.
    """
    lists: list[list[Section]] = []
    open_lists: dict[int, list[Section]] = {}
    for section in report.outline.sections:
        for level in [level for level in open_lists if level > section.level]:
            del open_lists[level]
        current = open_lists.get(section.level)
        if current is None or current[0].scheme != section.scheme or section.order == 1:
            current = open_lists[section.level] = []
            lists.append(current)
        current.append(section)
    return lists


def has_content(report: Report, section: Section) -> bool:
    """Tell whether anything stands under the line of a section: paragraphs, tables or sections."""
    document = report.document
    return any(
        document.block_text(b).strip(" \t-–—_*") and b.kind not in {"footnote", "endnote", *OUTSIDE}
        for b in document.blocks[section.block + 1 : section.last_block + 1]
    )
