"""For rule authors: hold a rule against its examples.

    from reportlint.testing import assert_rule
    assert_rule("VD003")

An example is a text in which ⟦ and ⟧ enclose what the rule must mark; a good one has no marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportlint import catalogue, loaders
from reportlint.pipeline import lint, lint_document
from reportlint.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reportlint.result import Result
    from reportlint.rule import Rule

_MARK = re.compile("[⟦⟧]")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule did on one example: the stretches it should mark and those it marked, as (start, end, text)."""

    text: str
    expected: tuple[tuple[int, int, str], ...]
    found: tuple[tuple[int, int, str], ...]
    expected_fix: str | None = None
    fixed: str | None = None

    @property
    def passed(self) -> bool:
        """Whether both agree."""
        return self.expected == self.found and (self.expected_fix is None or self.expected_fix == self.fixed)


def marked(example: str) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """Take the marks out of an example. Return the text and the marked stretches, offsets in the text."""
    text = _MARK.sub("", example)
    places: list[int] = []
    for removed, match in enumerate(_MARK.finditer(example)):
        places.append(match.start() - removed)
    pairs = zip(places[::2], places[1::2], strict=True)
    return text, tuple((start, end, text[start:end]) for start, end in pairs)


def try_example(rule: Rule, example: Mapping[str, Any]) -> Outcome:
    """Lint one example with one rule alone, as an excerpt unless it has parts of its own or `given` says otherwise."""
    text, expected = marked(example["text"])
    settings = Settings(select=(rule.code,), given=dict(example.get("given", {})), extra_rules=_extra(rule))
    result = _linted(text, settings, example)
    found = tuple((start, end, text[start:end]) for start, end in _source_spans(result))
    fixed = apply_edits(text, result) if example.get("fixed") is not None else None
    return Outcome(text, expected, found, example.get("fixed"), fixed)


def _linted(text: str, settings: Settings, example: Mapping[str, Any]) -> Result:
    """Lint an example; one with `layout` as if it came from a Word file."""
    format_ = example.get("format", "txt")
    if example.get("layout") is None:
        return lint(text, settings, format=format_)
    from reportlint.testing_layout import with_layout

    document = loaders.load_bytes(text.encode("utf-8"), f"<text>.{format_}")
    return lint_document(with_layout(document, example["layout"]), settings)


def assert_rule(code: str, rule: Rule | None = None, page: Mapping[str, Any] | None = None) -> None:
    """Raise AssertionError when a rule does not do on its examples what they say."""
    rule = rule or catalogue.by_code()[code]
    page = page if page is not None else catalogue.examples()[code]
    for kind in ("bad", "good"):
        for example in page.get(kind, ()):
            outcome = try_example(rule, example)
            if kind == "bad" and not outcome.expected:
                raise AssertionError(f"{code}: a bad example marks nothing: {outcome.text!r}")
            if not outcome.passed:
                raise AssertionError(
                    f"{code}: {kind} example {outcome.text!r}: expected {outcome.expected}, found {outcome.found};"
                    f" fix expected {outcome.expected_fix!r}, made {outcome.fixed!r}"
                )


def apply_edits(text: str, result: Result) -> str:
    """Apply every edit of the findings to the source text, from the back."""
    document = result.report.document
    edits = {
        (
            document.source.anchor(e.start).offset,
            document.source.end_anchor(e.end).offset if e.end > e.start else None,
            e.text,
        )
        for f in result.findings
        for e in f.edits
    }
    for start, end, new in sorted(edits, key=lambda e: e[0], reverse=True):
        text = text[:start] + new + text[end if end is not None else start :]
    return text


def _source_spans(result: Result) -> Iterable[tuple[int, int]]:
    document = result.report.document
    for finding in sorted(result.findings, key=lambda f: (f.start, f.end)):
        start = document.source.anchor(finding.start).offset
        yield start, document.source.end_anchor(finding.end).offset if finding.end > finding.start else start


def _extra(rule: Rule) -> tuple[Rule, ...]:
    return () if rule.code in catalogue.by_code() else (rule,)
