"""Choosing the fixes that are applied together, whatever the order in which findings come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from reportlint.fixes.applying import conflict
from reportlint.fixes.guard import Verdict, verdict
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reportlint.findings import Finding
    from reportlint.report import Report
    from reportlint.rule import Edit

OVERLAP = Said("chồng lên một chỗ sửa khác", "it overlaps another fix")
_ORDER = ("safe", "ask", "never", "error", "warning", "info", "certain", "heuristic")
_WEIGHTS = {name: i for i, name in enumerate(_ORDER)}


class Repair(NamedTuple):
    """The fix of one finding; its edits are applied all or none."""

    finding: Finding
    edits: tuple[Edit, ...]
    policy: str


class Left(NamedTuple):
    """A finding that is not mended, and why (empty when nobody was asked)."""

    finding: Finding
    policy: str
    reason: Said | str


@dataclass(frozen=True)
class Plan:
    """What is to be applied, and what is left."""

    repairs: tuple[Repair, ...]
    left: tuple[Left, ...]

    @property
    def edits(self) -> tuple[Edit, ...]:
        """All edits to apply, in the order of the text, each once."""
        return edits_of(self.repairs)


def edits_of(repairs: Iterable[Repair]) -> tuple[Edit, ...]:
    """Return the edits of some repairs, in the order of the text, each once."""
    return tuple(sorted({edit for repair in repairs for edit in repair.edits}))


def safe_only(_finding: Finding, judged: Verdict) -> bool:
    """Want what may be applied unasked."""
    return judged.policy == "safe"


def all_applicable(_finding: Finding, judged: Verdict) -> bool:
    """Want everything that can be applied, for a reader who accepts or rejects each."""
    return judged.policy != "never"


def choose(
    report: Report, findings: Iterable[Finding], wanted: Callable[[Finding, Verdict], bool] = safe_only
) -> Plan:
    """Choose the wanted fixes that do not overlap.

    Safe ones go before others, then what weighs more, then what stands first.
    """
    judged = [(finding, verdict(finding, report)) for finding in findings if finding.edits]
    judged.sort(key=lambda entry: (entry[0].start, entry[0].end, _precedence(*entry)))
    chosen, left = [], []
    for finding, policy in judged:  # in the order of the text: this is where a person is asked
        if policy.policy == "never" or not wanted(finding, policy):
            left.append(Left(finding, policy.policy, policy.reason))
        else:
            chosen.append((finding, policy))
    chosen.sort(key=lambda entry: _precedence(*entry))
    taken: list[Edit] = []
    repairs = []
    for finding, policy in chosen:
        edits = _effective(finding, report)
        if any(conflict(edit, other) for edit in edits for other in taken):
            left.append(Left(finding, policy.policy, OVERLAP))
        elif edits:
            taken += edits
            repairs.append(Repair(finding, edits, policy.policy))
    repairs.sort(key=lambda repair: (repair.edits, repair.finding.code))
    left.sort(key=lambda entry: (entry.finding.start, entry.finding.end, entry.finding.code))
    return Plan(tuple(repairs), tuple(left))


def _effective(finding: Finding, report: Report) -> tuple[Edit, ...]:
    """Leave out edits that change nothing, unless the source holds the letters in another form (NFD)."""
    document = report.document
    return tuple(
        sorted({e for e in finding.edits if document.decomposed or document.text[e.start : e.end] != e.text})
    )


def _precedence(finding: Finding, judged: Verdict) -> tuple[object, ...]:
    weights = tuple(_WEIGHTS[name] for name in (judged.policy, finding.severity, finding.certainty))
    return (*weights, finding.start, finding.end, finding.code, tuple(sorted(finding.edits)))
