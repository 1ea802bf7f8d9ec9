"""Fixing a file: choose, apply, lint again, and keep only repairs that mend what they should and spoil nothing.

What is done depends on the bytes and the settings alone, and it goes on until nothing more can be mended: so fixing twice
equals fixing once.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from reportlint import writers
from reportlint.fixes import Left, Repair, Shift, apply_edits, choose
from reportlint.fixes.choosing import edits_of, safe_only
from reportlint.pipeline import Memo, lint_bytes
from reportlint.rule import Edit
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportlint.document import Place
    from reportlint.findings import Finding
    from reportlint.fixes import Verdict
    from reportlint.result import Result
    from reportlint.settings import Settings
    from reportlint.writers.outcome import Applied

MAX_CASCADE = 4
"""How many further rounds one repair may call for."""
MAX_SHOWN = 40
"""A longer stretch is not shown as a whole before and after its repair (code points)."""
SPOILS = Said(
    "chỗ sửa không làm hết lỗi, hoặc làm nảy sinh phát hiện mới",
    "it does not mend the fault, or makes a new one",
)


class Done(NamedTuple):
    """One repair made: the finding, where it stood when it was made, and what became of the text there."""

    finding: Finding
    place: Place
    changes: tuple[tuple[str, str], ...]
    """(old, new) for each edit."""


@dataclass
class Repaired:
    """What fixing a file did."""

    data: bytes
    before: Result
    after: Result
    repairs: list[Done] = field(default_factory=list)
    """In the order they were made."""
    left: tuple[Left, ...] = ()
    """Fixes that were offered and not made, with the reason; offsets are those of the new text."""


def repair(  # noqa: PLR0913 - the public entry; the last two are for files and tests out of the ordinary
    data: bytes,
    name: str,
    settings: Settings,
    wanted: Callable[[Finding, Verdict], bool] = safe_only,
    *,
    force_signed: bool = False,
    lint: Callable[[bytes], Result] | None = None,
) -> Repaired:
    """Fix the bytes of a file as far as `wanted` allows. Raises `UnreadableError` and `UnwritableError`."""
    memo = Memo()  # a repair changes one paragraph of many
    lint = lint or (lambda new: lint_bytes(new, name, settings, memo))
    before = lint(data)
    writers.refuse_unfixable(before.report.document)
    done = Repaired(data, before, before)
    while True:
        plan = choose(done.after.report, done.after.findings, wanted)
        step = _step(done, plan.repairs, lint, force_signed=force_signed)
        if step.applied is None or step.result is None:
            done.left = _merged(plan.left, step.left)
            return done
        done.repairs += step.done
        done.data, done.after = step.applied.data, step.result


def _done(applied: Applied, before: Result) -> list[Done]:
    """Say what repairs changed in the document they were made in."""
    document = before.report.document
    return [
        Done(
            repair.finding,
            document.place(repair.finding.start),
            changes_of(repair.finding, document.text),
        )
        for repair in applied.repairs
    ]


@dataclass
class _Step:
    """One round: what was applied, what linting then gave, and what proved bad."""

    applied: Applied | None = None
    result: Result | None = None
    done: list[Done] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)


def _step(
    state: Repaired, repairs: Sequence[Repair], lint: Callable[[bytes], Result], *, force_signed: bool
) -> _Step:
    """Try all repairs together; leave out those that prove bad; if nothing stays, try each alone and take the first good one."""
    step = _Step()
    remaining = list(repairs)
    while remaining:
        applied, result, bad = _try(state, remaining, lint, force_signed=force_signed)
        step.left += applied.refused
        if not bad and applied.repairs:
            step.applied, step.result, step.done = applied, result, _done(applied, state.after)
            return step
        refused = {id(entry.finding) for entry in applied.refused}
        remaining = [r for r in remaining if id(r.finding) not in bad and id(r.finding) not in refused]
    for single in repairs if len(repairs) > 1 else ():
        applied, result, bad = _try(state, [single], lint, force_signed=force_signed)
        if not bad and applied.repairs:
            step.applied, step.result, step.done, step.left = applied, result, _done(applied, state.after), []
            return step
    for single in repairs:
        found = _with_what_follows(state, single, lint, force_signed=force_signed)
        if found:
            step.applied, step.result, step.done = found
            step.left = []
            return step
    refused_by_file = {id(entry.finding) for entry in step.left}
    step.left += [Left(r.finding, r.policy, SPOILS) for r in repairs if id(r.finding) not in refused_by_file]
    return step


def _with_what_follows(
    state: Repaired, first: Repair, lint: Callable[[bytes], Result], *, force_signed: bool
) -> tuple[Applied, Result, list[Done]] | None:
    """Try a repair together with the safe ones it calls for: `ban ;năm` → `ban;năm` → `ban; năm`. None if that leaves more."""
    before = Counter(f.code for f in state.after.findings)
    applied, result, _ = _try(state, [first], lint, force_signed=force_signed)
    if not applied.repairs:
        return None
    made = _done(applied, state.after)
    for _ in range(MAX_CASCADE):
        surplus = Counter(f.code for f in result.findings) - before
        if not surplus and len(result.findings) < before.total():
            return applied, result, made
        place = result.report.document.block_at(first.finding.start)
        called = [f for f in result.findings if f.code in surplus and place.start <= f.start <= place.end]
        plan = choose(result.report, called, safe_only)
        if not plan.repairs:
            return None
        document = result.report.document
        applied = writers.fix(applied.data, document, plan.repairs, force_signed=force_signed)
        if not applied.repairs:
            return None
        made += _done(applied, result)
        expected = apply_edits(document.text, edits_of(applied.repairs))
        result = lint(applied.data)
        if not _same_text(expected, result.report.document.text):
            return None
    return None


def _try(
    state: Repaired, repairs: Sequence[Repair], lint: Callable[[bytes], Result], *, force_signed: bool
) -> tuple[Applied, Result, set[int]]:
    """Apply repairs and lint. Return what was applied, the result, and the findings whose repair proved bad, by identity."""
    document = state.after.report.document
    applied = writers.fix(state.data, document, repairs, force_signed=force_signed)
    if not applied.repairs:
        return applied, state.after, set()
    result = lint(applied.data)
    everything = {id(r.finding) for r in applied.repairs}
    if not _same_text(apply_edits(document.text, edits_of(applied.repairs)), result.report.document.text):
        return applied, result, everything
    return applied, result, _bad(state.after, result, applied.repairs)


def _same_text(expected: str, found: str) -> bool:
    """Compare, taking a line that is now joined to the next, or parted from it, for the same."""
    return expected == found or expected.replace("\n", " ") == found.replace("\n", " ")


def _bad(before: Result, after: Result, repairs: Sequence[Repair]) -> set[int]:
    """Return the repairs to blame for findings that were not there before, or that came back as they were."""
    shift = Shift(edits_of(repairs))
    known: dict[str, list[tuple[int, int]]] = {}
    for finding in before.findings:
        known.setdefault(finding.code, []).append((shift(finding.start), shift(finding.end)))
    mended = {(r.finding.code, shift(r.finding.start), _offer(r.finding)): id(r.finding) for r in repairs}
    blamed: set[int] = set()
    for finding in after.findings:
        places = known.get(finding.code, [])
        place = next((p for p in places if _meet(finding, p)), None)
        if place is None:
            blamed |= _neighbours(finding, after, repairs, shift)
        else:
            places.remove(place)
        if back := mended.get((finding.code, finding.start, _offer(finding))):
            blamed.add(back)
    if not blamed and len(after.findings) >= len(before.findings):
        return {id(r.finding) for r in repairs}
    return blamed


def _offer(finding: Finding) -> tuple[str, ...]:
    """Return what tells a finding that came back from another of its rule: what it quotes and offers."""
    return (finding.quote, *(edit.text for edit in finding.edits))


def _meet(finding: Finding, place: tuple[int, int]) -> bool:
    return finding.start <= place[1] and place[0] <= finding.end


def _neighbours(finding: Finding, after: Result, repairs: Sequence[Repair], shift: Shift) -> set[int]:
    """Return the repairs in the paragraph of a new finding, or all where none is there."""
    document = after.report.document
    block = document.block_at(finding.start) if document.blocks else None
    near = {
        id(repair.finding)
        for repair in repairs
        if block and any(block.start <= shift.span(edit)[0] <= block.end for edit in repair.edits)
    }
    return near or {id(repair.finding) for repair in repairs}


def changes_of(finding: Finding, text: str) -> tuple[tuple[str, str], ...]:
    """Return (old, new) for a finding's fix: of the whole stretch it marks when that is short, else edit by edit."""
    edits, (start, end) = finding.edits, (finding.start, finding.end)
    if end - start <= MAX_SHOWN and all(start <= e.start and e.end <= end for e in edits):
        moved = [Edit(e.start - start, e.end - start, e.text) for e in edits]
        return ((text[start:end], apply_edits(text[start:end], moved)),)
    return tuple((text[e.start : e.end], e.text) for e in edits)


def _merged(chosen: Sequence[Left], proved: Sequence[Left]) -> tuple[Left, ...]:
    entries = {id(entry.finding): entry for entry in (*chosen, *proved)}
    return tuple(sorted(entries.values(), key=lambda e: (e.finding.start, e.finding.end, e.finding.code)))
