"""The lines drawn under the motto, the issuing body and the subject (nd30 PL I, II.1–II.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.patterns import is_typed_line
from reportlint.rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.document import Block, Span
    from reportlint.layout import Layout
    from reportlint.report import Report
    from reportlint.rule import Rule

REACH = 8
"""How many blocks behind a part its line may be anchored: Word ties it to any paragraph near by."""


def missing(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report the parts of `params.parts` under which no line stands: no shape, no border, no row of hyphens."""
    layout = report.document.layout
    if layout is None:
        return
    for name, title in rule.params["parts"].items():
        part = report.outline.parts.get(name)
        if part is None or (name == "subject" and report.outline.kind == "CV"):
            continue
        if not _has_line(report, layout, part):
            block = report.document.block_at(max(part.end - 1, part.start))
            yield Hit(max(block.start, part.start), part.end, {"part": title})


def _has_line(report: Report, layout: Layout, part: Span) -> bool:
    document = report.document
    first = document.block_at(part.start)
    last = document.block_at(max(part.end - 1, part.start))
    for line in layout.lines:
        anchor = document.blocks[line.block]
        if first.index - 1 <= line.block <= last.index + REACH and _same_column(first, anchor):
            return True
    after = document.blocks[last.index + 1 : last.index + 2]
    if any(is_typed_line(document.block_text(block)) for block in after):
        return True
    below = [
        layout.paragraph(index) for index in range(first.index, min(last.index + 2, len(document.blocks)))
    ]
    underlined = any(run.format.underline for run in layout.runs_in(part.start, part.end))
    return underlined or any(paragraph is not None and paragraph.border_below for paragraph in below)


def _same_column(part: Block, anchor: Block) -> bool:
    """Tell whether a line is in the part's column of the head; outside tables any line near by will do."""
    if part.cell is None or anchor.cell is None:
        return True
    return part.cell.column == anchor.cell.column
