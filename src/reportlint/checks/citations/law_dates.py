"""VD036: the day of a law cited by its name, against the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.checks.citations.known import laws
from reportlint.facts.dates import proper
from reportlint.knowledge import registry
from reportlint.patterns import Pattern
from reportlint.rule import Edit, Hit, only_where

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.rule import Rule

_LEAD = Pattern(r",? (?:được Quốc hội (?:khóa [IVX]+ )?(?:ban hành|thông qua) )?(?:ngày )?\Z")


@only_where("uật", fact="dates")
def law_date(block: BlockFacts, _rule: Rule) -> Iterable[Hit]:
    """Report a day on which no law of that name was passed, where the register knows the one of that year."""
    for _start, end, name, entry, _exact, _year in laws(block):
        date = next((d for d in block.dates if d.start >= end), None)
        if date is None or not date.value or not _LEAD.match(block.text, end, date.start):
            continue
        known = {e.date for e in registry.law_by_name(entry.title) if e.date and e.confidence != "weak"}
        same_year = {day for day in known if day.year == date.year}
        if date.value in known or len(same_year) != 1:
            continue
        (day,) = same_year
        edits = (Edit(date.start, date.end, proper(day)),) if date.form == "numeric" else ()
        yield Hit(
            date.start,
            date.end,
            {"found": date.text.removeprefix("ngày "), "law": name, "known": proper(day)},
            edits,
            cause="date",
        )
