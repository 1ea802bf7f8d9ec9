"""MS004: what is left of the work on a draft: highlight, comments, tracked changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.checks.layout.words import PLACES, times
from reportlint.rule import Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.report import Report
    from reportlint.rule import Rule

MAX_QUOTE = 60
MAX_RELATED = 20


def left(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report highlighted text (one hit, the other places related), each comment, and tracked changes (one hit)."""
    del rule
    document = report.document
    yield from _highlight(report)
    for directive in document.directives:
        if not directive.text.lower().lstrip().startswith("reportlint") and directive.text.strip():
            text = " ".join(directive.text.split())
            shown = text if len(text) <= MAX_QUOTE else text[:MAX_QUOTE].rstrip() + "…"
            author = Said(f" của {directive.author}", f" of {directive.author}") if directive.author else ""
            yield Hit(directive.start, directive.end, {"found": shown, "author": author}, variant="comment")
    if document.changes:
        yield Hit(0, 0, {"count": document.changes}, variant="changes")


def _highlight(report: Report) -> Iterator[Hit]:
    text = report.document.text
    places: list[tuple[int, int]] = []
    for mark in report.document.emphasis:
        if mark.style != "highlight" or not text[mark.start : mark.end].strip():
            continue
        if places and not text[places[-1][1] : mark.start].strip():
            places[-1] = (places[-1][0], mark.end)
        else:
            places.append((mark.start, mark.end))
    if places:
        (start, end), *others = places
        related = tuple(
            Related(a, b, Said("cũng tô nền", "highlighted too")) for a, b in others[:MAX_RELATED]
        )
        yield Hit(start, end, {"count": times(len(places), PLACES)}, related=related)
