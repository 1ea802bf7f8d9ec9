"""Documents that another had replaced by the report's day, as far as the register knows (info: history may be meant)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.checks.bodies.levels import report_day
from reportlint.checks.citations.known import register_of
from reportlint.facts.dates import proper
from reportlint.rule import Hit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from reportlint.facts.citations import Citation
    from reportlint.knowledge.registry import Entry
    from reportlint.report import Report
    from reportlint.rule import Rule

_REPLACED = re.compile(r"replaced by (?P<symbol>[\w./-]+)")
_AS_BASIS = re.compile(r"(?:[Tt]heo|[Cc]ăn cứ|[Tt]hực hiện|quy định (?:tại|của))(?: [^.;,]{0,40})? ?$")
_PAST = re.compile(r"trước đây|khi đó|hết hiệu lực|thay thế|bãi bỏ|sửa đổi")


def replaced(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a document cited as the basis of what is done, after another has replaced it."""
    day = report_day(report)
    if day is None:
        return
    text = report.document.text
    for document in report.facts.cited:
        mention = document.first
        if not (mention.year or mention.organ == "TW") or not report.in_body(mention.start):
            continue
        found = _successor(report, mention, day)
        around = text[max(0, mention.start - 60) : mention.end + 80]
        if (
            found
            and _AS_BASIS.search(text[max(0, mention.start - 60) : mention.start])
            and not _PAST.search(around)
        ):
            entry, since = found
            args = {"found": mention.symbol_text, "successor": entry.symbol, "since": proper(since)}
            yield Hit(mention.symbol_start, mention.symbol_end, args)


def _successor(report: Report, mention: Citation, day: dt.date) -> tuple[Entry, dt.date] | None:
    """Return what replaced a document before the report's day; None when that is not surely known."""
    register = register_of(report)
    stated = mention.date.value if mention.date else None
    entries = [e for e in register.lookup(mention.symbol) if stated is None or e.date == stated]
    match = _REPLACED.match(entries[0].status) if len(entries) == 1 else None
    if not match or entries[0].confidence != "certain":
        return None
    symbol = match["symbol"]
    heirs = register.lookup(symbol) or register.lookup(f"{symbol}/NĐ-CP")
    heir = next((h for h in heirs if h.date and h.date < day), None)
    return (heir, heir.date) if heir and heir.date else None
