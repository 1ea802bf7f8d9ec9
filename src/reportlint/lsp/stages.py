"""Linting in two stages, so that a long report answers a keystroke at once.

The first stage runs the rules that look at one paragraph, of which only the changed one is new, and takes what the
others found in the last version along to where its text stands now. The second stage runs the others when the typing
pauses, and gives up when it goes on.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reportlint.findings import settle
from reportlint.pipeline import Memo, read_report
from reportlint.result import Result
from reportlint.rule import Edit, Related
from reportlint.running import run, selected

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlint.document import Document
    from reportlint.report import Report
    from reportlint.rule import Hit, Rule
    from reportlint.running import Unchecked
    from reportlint.settings import Settings

STAGED_FROM = 10_000
"""A shorter text (code points) is always linted as a whole."""
_KEEP = 4
"""The memo is cleared of what is gone when it holds so many times the paragraphs of the text, and a thousand."""
_RULE_SETS = 2
"""Which rules apply can change while one types in the head; what the last two sets found is kept."""

Hits = list[tuple["Rule", "Hit"]]


class InterruptedLintError(Exception):
    """The second stage was given up, since something else has come to do."""


@dataclass
class History:
    """What was found in the versions of one text before."""

    memo: Memo = field(default_factory=Memo)
    text: str = ""
    """The text of the document that was last linted."""
    hits: Hits = field(default_factory=list)
    """What the rules for whole reports found when they last ran, at its place in that text."""
    unchecked: list[Unchecked] = field(default_factory=list)
    whole: bool = False
    """Whether a version was linted as a whole yet."""


def lint_whole(document: Document, settings: Settings, history: History, stop: Callable[[], bool]) -> Result:
    """Lint a document. Raises `InterruptedLintError` when `stop` says so between two rules."""
    rules = selected(settings)
    report = read_report(document, settings, history.memo)
    hits, unchecked = run(report, [r for r in rules if r.scope == "block"], history.memo.hits)
    wide: Hits = []
    for rule in (r for r in rules if r.scope == "report"):
        if stop():
            raise InterruptedLintError
        found, skipped = run(report, [rule])
        wide += found
        unchecked += skipped
    history.text, history.hits, history.unchecked, history.whole = document.text, wide, unchecked, True
    _prune(history.memo, document)
    return _result(report, [*hits, *wide], unchecked)


def lint_quickly(document: Document, settings: Settings, history: History) -> Result:
    """Lint a document by its paragraphs, and take along what was found in the whole of the version before."""
    report = read_report(document, settings, history.memo)
    hits, _ = run(report, [r for r in selected(settings) if r.scope == "block"], history.memo.hits)
    carried = carry(history.hits, history.text, document.text)
    history.text, history.hits = document.text, carried
    _prune(history.memo, document)
    return _result(report, [*hits, *carried], history.unchecked)


def _result(report: Report, hits: Hits, unchecked: list[Unchecked]) -> Result:
    findings, suppressions = settle(hits, report)
    return Result(report, findings, tuple(unchecked), suppressions)


def carry(hits: Hits, old: str, new: str) -> Hits:
    """Move hits from one text to the next; those that touch what has changed are dropped."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    moved = len(new) - len(old)

    def place(start: int, end: int) -> int | None:
        """By how much a stretch moves; None when it is gone."""
        if end < head or (end == head and start < end):
            return 0
        return moved if start >= len(old) - tail else None

    return [(rule, there) for rule, hit in hits if (there := _carried(hit, place)) is not None]


def _carried(hit: Hit, place: Callable[[int, int], int | None]) -> Hit | None:
    by = place(hit.start, hit.end)
    edits = [(place(e.start, e.end), e) for e in hit.edits]
    related = [(place(r.start, r.end), r) for r in hit.related]
    if by is None or any(moved is None for moved, _ in (*edits, *related)):
        return None
    return replace(
        hit,
        start=hit.start + by,
        end=hit.end + by,
        edits=tuple(Edit(e.start + (to or 0), e.end + (to or 0), e.text) for to, e in edits),
        related=tuple(Related(r.start + (to or 0), r.end + (to or 0), r.message) for to, r in related),
    )


def _common(one: str, other: str) -> int:
    """Return how many characters two texts have in common at the beginning."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _prune(memo: Memo, document: Document) -> None:
    for old in list(memo.hits)[:-_RULE_SETS]:
        del memo.hits[old]
    limit = _KEEP * len(document.blocks) + 1000
    if len(memo.facts) <= limit:
        return
    present = {(block.kind, document.block_text(block)) for block in document.blocks}
    for key in memo.facts.keys() - present:
        del memo.facts[key]
    for found in memo.hits.values():
        for key in found.keys() - present:
            del found[key]
