"""Runs the checks of the selected rules over one report. Selection is by settings, regime, kind and format."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from reportlint import catalogue
from reportlint.patterns import holds
from reportlint.rule import Rule, needs_of
from reportlint.said import Said

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator

    from reportlint.identity import Identity
    from reportlint.report import Report
    from reportlint.rule import Hit, Needs
    from reportlint.settings import Settings


HitMemo = dict[tuple[str, ...], dict[tuple[str, str], tuple[tuple[Rule, "Hit"], ...]]]
"""Codes of the rules run together → kind and text of a paragraph → what they found in it, offsets the paragraph's."""


class Unchecked(NamedTuple):
    """A rule that could not look, and why."""

    code: str
    why: Said


def selected(settings: Settings) -> tuple[Rule, ...]:
    """Return the rules that the settings ask for, in the order of the catalogue, with the settings' parameters."""
    rules = (*catalogue.rules(), *settings.extra_rules)
    chosen = [rule for rule in rules if _chosen(rule, settings)]
    return tuple(_tuned(rule, settings) for rule in chosen)


def _chosen(rule: Rule, settings: Settings) -> bool:
    if _named(rule, settings.ignore):
        return False
    if rule.enabled:
        return not settings.select or _named(rule, settings.select) or _named(rule, settings.extend_select)
    wanted = {
        *settings.select,
        *settings.extend_select,
    }  # one that is off by default is asked for by itself, not by its family
    return rule.code in wanted or rule.name in wanted


def _named(rule: Rule, names: Iterable[str]) -> bool:
    return any(name in {rule.code, rule.name} or rule.code.startswith(name) for name in names)


def _tuned(rule: Rule, settings: Settings) -> Rule:
    if rule.code not in settings.params:
        return rule
    from dataclasses import replace

    return replace(rule, params={**rule.params, **settings.params[rule.code]})


def applies(rule: Rule, identity: Identity, as_of: dt.date | None = None) -> bool:
    """Tell whether a rule holds for a report of this regime, kind and day; `as_of` is the day of one without a date."""
    if "any" not in rule.regimes and identity.regime not in rule.regimes:
        return False
    if "any" not in rule.kinds and (identity.kind or "BC") not in rule.kinds:
        return False
    date = identity.date or as_of
    day = date.isoformat() if date else str(identity.year or "")
    since, until = rule.source.since, rule.source.until
    return not day or ((not since or day >= since[: len(day)]) and (not until or day <= until))


def run(
    report: Report, rules: Iterable[Rule], memo: HitMemo | None = None
) -> tuple[list[tuple[Rule, Hit]], list[Unchecked]]:
    """Run the rules. Return the hits, in no order, and the rules that could not look."""
    hits: list[tuple[Rule, Hit]] = []
    unchecked: list[Unchecked] = []
    for_paragraphs: list[Rule] = []
    format_ = report.document.format
    for rule in rules:
        if not applies(rule, report.identity, report.settings.as_of):
            continue
        if rule.formats and format_ not in rule.formats:
            unchecked.append(Unchecked(rule.code, _no_layout(format_)))
        elif rule.scope == "report":
            hits += ((rule, hit) for hit in resolve(rule.check)(report, rule))
        else:
            for_paragraphs.append(rule)
    hits += _in_paragraphs(report, for_paragraphs, {} if memo is None else memo)
    return hits, unchecked


def _no_layout(format_: str) -> Said:
    return Said(
        f"tệp .{format_} không mang thông tin về bố cục trang", f".{format_} files carry no page layout"
    )


def _in_paragraphs(report: Report, rules: list[Rule], memo: HitMemo) -> Iterator[tuple[Rule, Hit]]:
    """Run the rules that look at one paragraph alone; of paragraphs with one text and kind, the first only."""
    known = memo.setdefault(tuple(rule.code for rule in rules), {})
    checks: dict[Needs, list[tuple[Rule, Callable[[Any, Rule], Iterable[Hit]]]]] = defaultdict(list)
    text = report.document.text
    for rule in rules:
        check = resolve(rule.check)
        needs = needs_of(check)
        if not needs.pieces or holds(text, needs.pieces):  # else no paragraph has what it needs
            checks[needs].append((rule, check))
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        key = (facts.kind, facts.text)
        if key not in known:
            known[key] = tuple(
                (rule, hit)
                for needs, group in checks.items()
                if needs.met(facts)
                for rule, check in group
                for hit in check(facts, rule)
            )
        for rule, hit in known[key]:
            yield rule, hit.shifted(block.start)


@cache
def resolve(name: str) -> Callable[[Any, Rule], Iterable[Hit]]:
    """Import the function that a rule names: `citations.conflicts:dates` is below checks, `kinds.pattern:check` below kinds."""
    if name.startswith("python:"):  # a plugin's own; no pack can name one
        module, _, function = name.removeprefix("python:").partition(":")
        plugin_check: Callable[[Any, Rule], Iterable[Hit]] = getattr(import_module(module), function)
        return plugin_check
    module, _, function = name.partition(":")
    if not module.startswith(("kinds.", "reportlint.")):
        module = f"checks.{module}"
    module = module if module.startswith("reportlint.") else f"reportlint.{module}"
    check: Callable[[Any, Rule], Iterable[Hit]] = getattr(import_module(module), function)
    return check
