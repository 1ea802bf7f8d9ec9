"""What one report declares as short forms and where it uses them, read once for the checks of this family."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from reportlint.knowledge.folding import fold_tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.abbreviations import Definition
    from reportlint.facts.block import BlockFacts
    from reportlint.report import Report

SET_IN_CAPITALS = 0.4
"""Share of a paragraph that runs of capitals fill when it is set in them."""


class Use(NamedTuple):
    """An abbreviation in the text, by document offsets."""

    start: int
    end: int
    text: str


def body_paragraphs(report: Report) -> Iterator[tuple[int, BlockFacts]]:
    """Yield (offset, facts) of the paragraphs of body, notes and annexes: no head, recipients or signature."""
    outline, blocks = report.outline, report.document.blocks
    annex = outline.annex if outline.annex is not None else len(blocks)
    for block, facts in zip(blocks, report.facts.blocks, strict=True):
        if block.kind not in {"header", "footer"} and (
            outline.body[0] <= block.index < outline.body[1] or block.index >= annex
        ):
            yield block.start, facts


def definitions(report: Report) -> list[Definition]:
    """Return the short forms that the report declares, with document offsets, in the order of the text."""
    return [d.moved(start) for start, facts in body_paragraphs(report) for d in facts.definitions]


def uses(report: Report) -> dict[str, list[Use]]:
    """Return where each run of capitals stands, brackets of definitions left out, by its text."""
    found: dict[str, list[Use]] = defaultdict(list)
    for start, facts in body_paragraphs(report):
        runs = facts.capital_runs
        if not runs or in_capitals(facts):
            continue
        for run in runs:
            declared = any(d.start <= run.start < d.end for d in facts.definitions)
            if not declared and not facts.cited(run.start, run.end):
                found[run.text].append(Use(start + run.start, start + run.end, run.text))
    return found


def in_capitals(facts: BlockFacts) -> bool:
    """Tell whether a paragraph is set in capitals, so that a run of them says nothing."""
    return sum(len(run.text) for run in facts.capital_runs) > SET_IN_CAPITALS * len(facts.text)


def same(text: str) -> str:
    """Return a text as compared: folded, with one space between words and no commas."""
    return " ".join(fold_tone(text.lower()).replace(",", " ").split())


def bare(abbreviation: str) -> str:
    """Return an abbreviation without blanks, hyphens, dots and ampersands."""
    return re.sub(r"[ .&-]", "", abbreviation)
