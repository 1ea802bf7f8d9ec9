"""How measures and counts are said in messages, and which paragraphs count as body text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlint.document import Block
    from reportlint.layout import Layout, ParagraphLayout
    from reportlint.report import Report

PARAGRAPHS = Said("đoạn", "paragraphs")
PLACES = Said("chỗ", "places")
NOTHING = Said("", "")
BODY_KINDS = frozenset({"paragraph", "list-item"})


def number(value: float) -> str:
    """Write a measure the Vietnamese way, to a tenth: 17.5 → "17,5", 20.0 → "20"."""
    return f"{value:.1f}".removesuffix(".0").replace(".", ",")


def span(bounds: Sequence[float]) -> str:
    """Write a range: [20, 25] → "20–25", [13, 13] → "13"."""
    low, high = bounds
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def within(value: float, bounds: Sequence[float], slack: float = 0.0) -> bool:
    """Tell whether a measure keeps to a range, give or take `slack`."""
    return bounds[0] - slack <= value <= bounds[1] + slack


def times(count: int, what: Said) -> Said:
    """Say how many places share a fault, in brackets; nothing for one."""
    return Said(f" ({count} {what.vi})", f" ({count} {what.en})") if count > 1 else NOTHING


def by_style(style: str) -> Said:
    """Say which style a fault comes from; nothing without one."""
    return Said(f" (do kiểu “{style}”)", f" (style “{style}”)") if style else NOTHING


def body_paragraphs(report: Report, layout: Layout) -> Iterator[tuple[Block, ParagraphLayout]]:
    """Yield the paragraphs of running text in the body: no tables, titles, footnotes."""
    headings = {section.block for section in report.outline.sections if section.heading}
    for block in report.outline.body_blocks:
        paragraph = layout.paragraph(block.index)
        if block.kind in BODY_KINDS and block.cell is None and paragraph and block.index not in headings:
            yield block, paragraph
