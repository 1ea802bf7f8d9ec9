"""NT016: numbered stages of a plan whose days do not follow each other: Đợt 4 in 2025 between two of 2026."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reportlint.patterns import Pattern
from reportlint.rule import Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from reportlint.facts.block import BlockFacts
    from reportlint.report import Report
    from reportlint.rule import Rule

_STAGE = Pattern(r"[\s*•+–-]*(?P<name>Đợt|Giai đoạn|Bước|Vòng) (?P<number>\d{1,2})\b")
MIN_STAGES = 4
"""With fewer, the odd one cannot be told from the others."""
NEAR = 24
"""How far behind the first day the last may stand: `20/8/2025 đến hết ngày 15/10/2025` (code points)."""


class Stage(NamedTuple):
    """A numbered stage and the day it begins. Offsets are the document's."""

    name: str
    number: int
    day: dt.date
    start: int
    end: int
    """The days of the stage as they stand."""


def out_of_order(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report the one stage that begins before the stage ahead of it, where all others rise and another year would fit."""
    text = report.document.text
    for run in _runs(report):
        if len(run) < MIN_STAGES:
            continue
        for before, odd, behind in zip(run, run[1:], run[2:], strict=False):
            if odd.day >= before.day or not _fits(before, odd, behind) or not _rises(run, odd):
                continue
            args = {
                "stage": f"{odd.name} {odd.number}",
                "found": text[odd.start : odd.end],
                "before": f"{before.name} {before.number}",
                "day": text[before.start : before.end],
            }
            related = Related(before.start, before.end, Said("đợt liền trước", "the stage before"))
            yield Hit(odd.start, odd.end, args, (), (related,))


def _rises(run: list[Stage], odd: Stage) -> bool:
    """Tell whether each stage begins behind the one ahead of it, the odd one left out."""
    return all(one.day < two.day for one, two in pairwise(stage for stage in run if stage is not odd))


def _fits(before: Stage, odd: Stage, behind: Stage) -> bool:
    """Tell whether the day of a stage falls between those around it in the year of one of them."""
    low, high = before.day.timetuple()[:3], behind.day.timetuple()[:3]
    return any(low < (year, odd.day.month, odd.day.day) < high for year in (low[0], high[0]))


def _runs(report: Report) -> Iterator[list[Stage]]:
    """Yield the stages that follow each other, numbered on, each with the days its paragraph begins with."""
    run: list[Stage] = []
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        match = _STAGE.match(facts.text)
        if match is None:
            continue
        stage = _stage(match["name"], int(match["number"]), facts, block.start)
        if run and (stage is None or (stage.name, stage.number) != (run[-1].name, run[-1].number + 1)):
            yield run
            run = []
        if stage is not None:
            run.append(stage)
    yield run


def _stage(name: str, number: int, facts: BlockFacts, shift: int) -> Stage | None:
    """Make a stage of its paragraph; None where it names no full day."""
    dates = [d for d in facts.dates if d.value and d.form == "numeric"]
    if not dates or dates[0].value is None:
        return None
    last = dates[1] if len(dates) > 1 and dates[1].start - dates[0].end <= NEAR else dates[0]
    return Stage(name, number, dates[0].value, dates[0].start + shift, last.end + shift)
