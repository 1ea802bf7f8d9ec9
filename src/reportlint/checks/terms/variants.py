"""VT007: one term written in several ways; the rarer one is shown."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING

from reportlint.checks.terms.glossary import body_paragraphs, entry
from reportlint.patterns import holds
from reportlint.rule import Edit, Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.report import Report
    from reportlint.rule import Rule

_JOINTS = (" ", ", ", " - ")
_OPENING = frozenset('“"')
_BOTH = re.compile(r"(\w{3,}) & (\w{3,})")
_HEADED = re.compile(r"(?<!\w)(?:Bộ|Sở|Phòng|Ban|Ủy ban|Trung tâm|Chi cục)(?: [^\W\d_]+){1,4}\Z")
_WORDS = re.compile(r"[^\W\d_]+ [^\W\d_]+")
MOST = 2
"""How many times as often the other form may stand before it counts as the habit of the report."""


def terms(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report minority forms. `params`: `forms`, the preferred first; `alike`, none preferred; `pairs`, halves of terms."""
    text = _same_length(report.document.text)
    spans = [(start, start + len(facts.text)) for start, facts in body_paragraphs(report) if not entry(facts)]
    for forms in (*rule.params["forms"], *rule.params["alike"]):
        if holds(text, tuple(forms[1:])):  # they are rare
            usual = forms[0] if forms in rule.params["forms"] else ""
            yield from _rarer(report, {form: _places(text, form, spans) for form in forms}, usual=usual)
    for first, second in rule.params["pairs"]:
        if first in text and second in text:
            yield from _rarer(
                report, {first + j + second: _halves(report, text, spans, first + j, second) for j in _JOINTS}
            )
    yield from _ampersands(report, text, spans)
    yield from _dashes(report)
    for usual, other in rule.params["names"]:
        if other in report.document.text and usual in report.document.text:
            yield from _names_apart(report, usual, other)


def _same_length(text: str) -> str:
    lower = text.lower()
    return lower if len(lower) == len(text) else text


def _places(text: str, form: str, spans: list[tuple[int, int]]) -> list[int]:
    """Return where a form stands as whole words in the body, outside quotation marks."""
    found, at = [], text.find(form)
    while at >= 0:
        end = at + len(form)
        whole = (
            not text[at - 1 : at].isalnum()
            and not text[end : end + 1].isalnum()
            and text[at - 1 : at] not in _OPENING
        )
        if whole and text[max(0, at - 4) : at] != "cây " and _within(spans, at):
            found.append(at)
        at = text.find(form, end)
    return found


def _halves(report: Report, text: str, spans: list[tuple[int, int]], first: str, second: str) -> list[int]:
    """Return where a term of two halves stands, but in a name, which has its own mark: `Hội đồng Thi đua - Khen thưởng`."""
    written, behind = report.document.text, len(first)
    return [at for at in _places(text, first + second, spans) if not written[at + behind].isupper()]


def _within(spans: list[tuple[int, int]], at: int) -> bool:
    """Tell whether an offset stands in one of the stretches, which are in order."""
    i = bisect_right(spans, at, key=itemgetter(0)) - 1
    return i >= 0 and at < spans[i][1]


def _rarer(report: Report, places: dict[str, list[int]], *, usual: str = "") -> Iterator[Hit]:
    """Yield the places of all but the preferred form or, where none is, the most frequent; equals are left alone."""
    present = {form: found for form, found in places.items() if found}
    if len(present) < 2:
        return
    preferred = usual if usual in present else ""
    usual = preferred or max(present, key=lambda form: len(present[form]))
    first = present[usual][0]
    model = report.document.text[first : first + len(usual)]
    related = (Related(first, first + len(usual), Said(f"ở đây viết “{usual}”", f"written “{usual}” here")),)
    for form, found in present.items():
        many = len(found) > MOST * len(present[usual])  # then the preferred form is the stranger here
        if form == usual or many or (not preferred and len(found) == len(present[usual])):
            continue
        for at in found:
            written = report.document.text[at : at + len(form)]
            if not report.facts.quoted(at, at + len(form)):
                right = model[0].upper() + model[1:] if written[0].isupper() else usual[0] + model[1:]
                args = {"found": written, "right": right}
                yield Hit(at, at + len(form), args, (Edit(at, at + len(form), right),), related)


def _ampersands(report: Report, text: str, spans: list[tuple[int, int]]) -> Iterator[Hit]:
    """Yield `HĐND & UBND` where the report also writes `HĐND và UBND`."""
    at = text.find(" & ")
    while at >= 0:
        yield from _ampersand(report, text, at, spans)
        at = text.find(" & ", at + 3)


def _ampersand(report: Report, text: str, at: int, spans: list[tuple[int, int]]) -> Iterator[Hit]:
    start = at
    while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    if match := _BOTH.match(text, start):
        spelled = f"{match[1]} và {match[2]}"
        at = text.find(spelled)
        if (
            at >= 0
            and any(s <= match.start() < e for s, e in spans)
            and not report.facts.quoted(*match.span())
        ):
            right = report.document.text[at : at + len(spelled)]
            sign = match.start() + len(match[1]) + 1
            related = (
                Related(at, at + len(spelled), Said(f"ở đây viết “{right}”", f"written “{right}” here")),
            )
            args = {"found": report.document.text[match.start() : match.end()], "right": right}
            yield Hit(match.start(), match.end(), args, (Edit(sign, sign + 1, "và"),), related)


def _names_apart(report: Report, usual: str, other: str) -> Iterator[Hit]:
    """Yield the rarer of two writings of a body's name; the other one when both are as frequent."""
    text = report.document.text
    places = {form: [m.start() for m in re.finditer(rf"{form}(?!\w)", text)] for form in (usual, other)}
    wrong, right = (other, usual) if len(places[other]) <= len(places[usual]) else (usual, other)
    for at in places[wrong] if places[right] else ():
        if not report.facts.quoted(at, at + len(wrong)):
            related = (
                Related(
                    places[right][0],
                    places[right][0] + len(right),
                    Said(f"ở đây viết “{right}”", f"written “{right}” here"),
                ),
            )
            edits = (Edit(at, at + len(wrong), right),)
            yield Hit(at, at + len(wrong), {"found": wrong, "right": right}, edits, related)


def _dashes(report: Report) -> Iterator[Hit]:
    """Yield `Sở Kế hoạch - Đầu tư` where the report writes `Sở Kế hoạch và Đầu tư` as often or more."""
    text = report.document.text
    at = text.find(" - ")
    while at >= 0:
        left, right = _HEADED.search(text, max(0, at - 30), at), _WORDS.match(text, at + 3)
        if left and right:
            spelled, dashed = f"{left.group()} và {right.group()}", f"{left.group()} - {right.group()}"
            there = text.find(spelled)
            if (
                there >= 0
                and text.count(spelled) >= text.count(dashed)
                and not report.facts.quoted(at, at + 3)
            ):
                start, end = left.start(), right.end()
                related = (
                    Related(
                        there,
                        there + len(spelled),
                        Said(f"ở đây viết “{spelled}”", f"written “{spelled}” here"),
                    ),
                )
                yield Hit(
                    start, end, {"found": dashed, "right": spelled}, (Edit(at + 1, at + 2, "và"),), related
                )
        at = text.find(" - ", at + 3)
