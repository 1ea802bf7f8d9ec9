"""What one report declares as short forms and where it uses them, read once for the checks of this family."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from reportlint.document import OUTSIDE
from reportlint.facts.abbreviations import expansion
from reportlint.knowledge.folding import fold_tone
from reportlint.letters import UPPER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.abbreviations import Definition
    from reportlint.facts.block import BlockFacts
    from reportlint.report import Report

SET_IN_CAPITALS = 0.4
"""Share of a paragraph that runs of capitals fill when it is set in them."""


LONGEST_ENTRY = 120
"""Longest paragraph that may be an entry of a list of abbreviations."""
_ENTRY = re.compile(
    rf"\W{{0,4}}(?:\d+[.)]? ?)?(?P<short>[{UPPER}][{UPPER}&-]+)\s*(?:[:–=-]|\t|là)\s*(?P<long>[^\W\d_][^:;]{{5,}}?)[.;,\s]*$"
)


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
        if block.kind not in OUTSIDE and (
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


def title_uses(report: Report) -> dict[str, list[Use]]:
    """Return the runs of capitals in the subject below the title, unless it is set in capitals."""
    found: dict[str, list[Use]] = defaultdict(list)
    span = report.outline.parts.get("subject")
    if span is None:
        return found
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        if block.start >= span.end:
            break
        if block.start >= span.start and not in_capitals(facts):
            for run in facts.capital_runs:
                if not any(d.start <= run.start < d.end for d in facts.definitions) and not facts.cited(
                    run.start, run.end
                ):
                    found[run.text].append(Use(block.start + run.start, block.start + run.end, run.text))
    return found


def entry(facts: BlockFacts) -> tuple[str, str] | None:
    """Return the abbreviation and the words of a paragraph that is an entry of a list: `- PCCC: Phòng cháy, chữa cháy`."""
    match = _ENTRY.match(facts.text)
    if match is None or not expansion(match["long"], match["short"]).startswith(match["long"][:3]):
        return None
    return match["short"], match["long"]


def entries(report: Report) -> dict[str, Use]:
    """Return the entries of lists of abbreviations, by abbreviation."""
    found: dict[str, Use] = {}
    for start, facts in body_paragraphs(report):
        if len(facts.text) <= LONGEST_ENTRY and (pair := entry(facts)):
            found.setdefault(pair[0], Use(start, start + len(facts.text), pair[0]))
    for block in report.document.blocks[report.outline.body[1] :]:
        facts = report.facts.blocks[block.index]
        if len(facts.text) <= LONGEST_ENTRY and (pair := entry(facts)):
            found.setdefault(pair[0], Use(block.start, block.end, pair[0]))
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
