"""Alignment, first-line indent and spacing of running text (nd30 PL I, II.6), and layout made by hand."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from reportlint.checks.layout.words import (
    PARAGRAPHS,
    PLACES,
    body_paragraphs,
    by_style,
    number,
    span,
    times,
    within,
)
from reportlint.rule import Hit
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reportlint.document import Block
    from reportlint.layout import Layout, ParagraphLayout
    from reportlint.report import Report
    from reportlint.rule import Rule

LONG_LINE = 75
"""A paragraph of fewer letters may fill one line only, and its alignment cannot be seen."""
MEASURED_SHARE = 0.3
"""On a printed page this share of paragraphs must show a fault before it is one."""
SINGLE = 1.15
"""Single spacing of Times New Roman, as a multiple of the letter size."""
SLACK_PT = 0.6
_ALIGNED = {"left": "canh trái", "right": "canh phải", "center": "canh giữa"}
_BY_HAND = re.compile(r"(?:\t| {4,}| *\t)\s*(?=\S)")
MIN_BLANKS = 3


def alignment(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report paragraphs of running text that are not justified, one hit for each style."""
    del rule
    layout = report.document.layout
    if layout is None:
        return
    found: dict[tuple[str, str], list[Block]] = {}
    seen = 0
    for block, paragraph in body_paragraphs(report, layout):
        if block.end - block.start < LONG_LINE or paragraph.alignment in {None, "center"}:
            continue
        seen += 1
        if paragraph.alignment != "justify":
            style = "" if "alignment" in paragraph.direct else paragraph.style
            found.setdefault((_ALIGNED[paragraph.alignment or "left"], style), []).append(block)
    if layout.measured and sum(map(len, found.values())) < max(3, MEASURED_SHARE * seen):
        return
    for (how, style), blocks in found.items():
        yield _at_first(report, blocks, {"found": how, "style": by_style(style)})


def indent(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report first lines that stand in by less or more than `params.indent` mm, one hit for each width."""
    layout = report.document.layout
    if layout is None:
        return
    slack = rule.params["slack"] * (3 if layout.measured else 1)
    found: dict[tuple[float, str], list[Block]] = {}
    seen = 0
    for block, paragraph in body_paragraphs(report, layout):
        width = _first_line(report, block, paragraph)
        if width is None or block.end - block.start < LONG_LINE:
            continue
        seen += 1
        if not within(width, rule.params["indent"], slack):
            style = "" if "first_line" in paragraph.direct else paragraph.style
            found.setdefault((round(width, 1), style), []).append(block)
    if layout.measured and sum(map(len, found.values())) < max(3, MEASURED_SHARE * seen):
        return
    wanted = span(rule.params["indent"])
    for (width, style), blocks in found.items():
        args = {"found": number(width), "wanted": wanted, "style": by_style(style)}
        yield _at_first(report, blocks, args)


def spacing(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report lines set closer than single or wider than `params.lines`, and paragraphs closer than `params.gap` pt."""
    layout = report.document.layout
    if layout is None or layout.measured:
        return
    paragraphs = list(body_paragraphs(report, layout))
    yield from _lines(report, layout, paragraphs, rule.params["lines"])
    close: dict[float, list[Block]] = {}
    for (upper, above), (lower, below) in pairwise(paragraphs):
        if lower.index != upper.index + 1 or lower.index in layout.blanks:
            continue
        joined = above.contextual and below.contextual and above.style == below.style
        gap = 0.0 if joined else (above.after or 0.0) + (below.before or 0.0)
        if gap < rule.params["gap"] - 0.1:
            close.setdefault(gap, []).append(lower)
    for gap, blocks in close.items():
        args = {"found": number(gap), "wanted": number(rule.params["gap"])}
        yield _at_first(report, blocks, args, variant="gap")


def by_hand(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report first lines moved by blanks or tabs, and runs of empty paragraphs, in the body; one hit for each."""
    document, layout = report.document, report.document.layout
    if layout is None or layout.measured:
        return
    del rule
    moved = []
    for block, _ in body_paragraphs(report, layout):
        match = _BY_HAND.match(document.text, block.start, block.end)
        if match:
            moved.append((block, match.end()))
    if moved:
        block, end = moved[0]
        yield Hit(block.start, end, {"count": times(len(moved), PARAGRAPHS)})
    first, last = report.outline.body
    empty = {at: count for at, count in layout.blanks.items() if first < at < last and count >= MIN_BLANKS}
    for at, count in list(empty.items())[:1]:
        start = document.blocks[at].start
        yield Hit(start, start, {"found": count, "count": times(len(empty), PLACES)}, variant="blanks")


def _lines(
    report: Report, layout: Layout, paragraphs: list[tuple[Block, ParagraphLayout]], lines: list[float]
) -> Iterator[Hit]:
    wrong: dict[Said, list[Block]] = {}
    for block, paragraph in paragraphs:
        if paragraph.line is None:
            continue
        if paragraph.line_rule == "multiple":
            fits, shown = (
                within(paragraph.line, lines, 0.02),
                Said(f"{number(paragraph.line)} dòng", f"{number(paragraph.line)} lines"),
            )
        else:
            runs = layout.runs_in(block.start, block.end)
            single = SINGLE * max((run.format.size or 0.0 for run in runs), default=14.0)
            bounds = (0.0 if paragraph.line_rule == "at-least" else lines[0] * single, lines[1] * single)
            fits, shown = (
                within(paragraph.line, bounds, SLACK_PT),
                Said(*[f"{number(paragraph.line)} pt"] * 2),
            )
        if not fits:
            wrong.setdefault(shown, []).append(block)
    for shown, blocks in wrong.items():
        yield _at_first(report, blocks, {"found": shown})


def _first_line(report: Report, block: Block, paragraph: ParagraphLayout) -> float | None:
    """Return how far the first line stands in, in mm; None where it does not matter or was made by hand."""
    if paragraph.alignment in {"center", "right"} or paragraph.first_line is None:
        return None
    if _BY_HAND.match(report.document.text, block.start, block.end):
        return None
    return (paragraph.left or 0.0) + paragraph.first_line


def _at_first(report: Report, blocks: list[Block], args: Mapping[str, object], variant: str = "") -> Hit:
    """Make one hit of many paragraphs, on the first words of the first."""
    block = blocks[0]
    text = report.document.text
    start = block.start
    while start < block.end and text[start].isspace():
        start += 1
    words = re.compile(r"\S+(?:\s+\S+){0,5}").match(text, start, block.end)
    end = words.end() if words else block.end
    return Hit(start, end, {**args, "count": times(len(blocks), PARAGRAPHS)}, variant=variant)
