"""Decimals, by the report's own way of writing them: 63.25% among decimal commas, `17, 66` with a blank inside."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportlint.checks.figures.units import COUNTED, PHYSICAL
from reportlint.patterns import Pattern
from reportlint.rule import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.document import Block
    from reportlint.facts.block import BlockFacts
    from reportlint.facts.numbers import Figure
    from reportlint.report import Report
    from reportlint.rule import Rule

MIN_COMMAS = 3
"""Decimal commas that make points a slip even where points are the more …"""
MAX_ODDS = 8
"""… unless they are more than so many times as many: a report that writes points throughout."""
AMBIGUOUS = 3
"""So many digits behind a comma may as well be thousands of another notation: 1,250."""
_ALONE = Pattern(r"\s*[0-9.,]+\s?%?\s*")
_WORDY = Pattern(r"\s*[^\W\d_]")
_LIST_LEVEL = Pattern(r"([1-9]|[12][0-9])\.([1-9]|[1-3][0-9])")
_PARTED = Pattern(r"\s*([0-9]{2,3}),[ \u00a0]([0-9]{2})\s*")
_PARTED_SHARE = Pattern(
    r"(?<=\s)(?:đạt|chiếm|bằng|còn|tỷ lệ|tỉ lệ)\s(?P<number>[0-9]{1,3},[ \u00a0][0-9]{2})(?=\s?%)"
)


class _Point(NamedTuple):
    shift: int
    facts: BlockFacts
    figure: Figure


def points(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report decimal points among decimal commas, in the text and in cells that hold one number."""
    paragraphs = list(zip(report.document.blocks, report.facts.blocks, strict=True))
    commas = 0
    found: list[_Point] = []
    for at, (block, facts) in enumerate(paragraphs):
        for figure in facts.figures:
            commas += _with_comma(figure)
            if figure.style == "point" and (_measured(figure) or _is_value(paragraphs, at, figure)):
                found.append(_Point(block.start, facts, figure))
    if commas <= len(found) and (commas < MIN_COMMAS or commas * MAX_ODDS < len(found)):
        return
    for shift, facts, figure in found:
        if not facts.quoted(figure.start, figure.end):
            expected = figure.text.replace(".", ",")
            start, end = figure.start + shift, figure.end + shift
            yield Hit(start, end, {"found": figure.text, "expected": expected}, (Edit(start, end, expected),))


def _with_comma(figure: Figure) -> bool:
    return figure.style in {"decimal", "dotted"} and figure.decimals not in {0, AMBIGUOUS}


def _measured(figure: Figure) -> bool:
    """Tell whether what stands behind a number shows that it has decimals, and is no version or number of a list."""
    words = figure.phrase.split()
    score = words[:1] == ["điểm"] and len("".join(words[1:2])) != 1  # `2.1 điểm a` is a place in a law
    return (
        figure.unit == "%" or figure.scale > 0 or figure.unit in PHYSICAL or figure.unit in COUNTED or score
    )


def _is_value(paragraphs: list[tuple[Block, BlockFacts]], at: int, figure: Figure) -> bool:
    """Tell whether a number is all that a cell holds, and no number of a row (`2.1` before a name)."""
    facts = paragraphs[at][1]
    if not _ALONE.fullmatch(facts.text):
        return False
    behind = paragraphs[at + 1][1].text if at + 1 < len(paragraphs) else ""
    return not (_LIST_LEVEL.fullmatch(figure.text) and _WORDY.match(behind))


def parted(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report decimals with a blank behind the comma: `17, 66` in a cell, where other cells have decimals; `đạt 17, 66%`."""
    cells = []
    decimal_cells = 0
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        if _PARTED.fullmatch(facts.text):
            start = block.start + len(facts.text) - len(facts.text.lstrip())
            cells.append((start, start + len(facts.text.strip())))
        elif len(facts.figures) == 1 and _with_comma(facts.figures[0]) and _ALONE.fullmatch(facts.text):
            decimal_cells += 1
        elif "," in facts.text and "%" in facts.text:
            for match in _PARTED_SHARE.finditer(facts.text):
                yield _joined(report, block.start + match.start("number"), block.start + match.end("number"))
    if decimal_cells >= MIN_COMMAS * len(cells):
        for start, end in cells:
            yield _joined(report, start, end)


def _joined(report: Report, start: int, end: int) -> Hit:
    found = report.document.text[start:end]
    blank = start + found.index(",") + 1
    expected = found.replace(" ", "").replace("\u00a0", "")
    return Hit(start, end, {"found": found, "expected": expected}, (Edit(blank, blank + 1, ""),))
