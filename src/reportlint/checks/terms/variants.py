"""VT007: one term or one long name written in several ways; the rarer one is shown."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from reportlint.checks.terms.glossary import body_paragraphs, entry
from reportlint.knowledge.folding import fold_tone
from reportlint.rule import Edit, Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.report import Report
    from reportlint.rule import Rule

_JOINTS = (" ", ", ", " - ")
_OPENING = frozenset('“"')
_TOKEN = re.compile(r"[^\W_]+")
_BOTH = re.compile(r"(\w{3,}) & (\w{3,})")
_HEADED = re.compile(r"(?<!\w)(?:Bộ|Sở|Phòng|Ban|Ủy ban|Trung tâm|Chi cục)(?: [^\W\d_]+){1,4}\Z")
_WORDS = re.compile(r"[^\W\d_]+ [^\W\d_]+")
_END = re.compile(r"[.;:()“”\"\n/]")
LONGEST = 22
"""How many syllables of a name are compared."""
ALIKE = 3
"""How many syllables behind its head two names must share before a difference counts."""
COMPANY_ALIKE = 6
"""The same for companies, whose names begin with the same words."""
MOST = 2
"""How many times as often the other form may stand before it counts as the habit of the report."""
MAX_GAP = 3
"""How many syllables may be missing, added or exchanged."""


def terms(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report minority forms. `params.forms`: groups of equal forms, the preferred first; `params.pairs`: halves of terms."""
    text = _same_length(report.document.text)
    spans = [(start, start + len(facts.text)) for start, facts in body_paragraphs(report) if not entry(facts)]
    for forms in rule.params["forms"]:
        yield from _rarer(report, {form: _places(text, form, spans) for form in forms}, usual=forms[0])
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
    related = (
        Related(
            present[usual][0],
            present[usual][0] + len(usual),
            Said(f"ở đây viết “{usual}”", f"written “{usual}” here"),
        ),
    )
    for form, found in present.items():
        many = len(found) > MOST * len(present[usual])  # then the preferred form is the stranger here
        if form == usual or many or (not preferred and len(found) == len(present[usual])):
            continue
        for at in found:
            written = report.document.text[at : at + len(form)]
            if not report.facts.quoted(at, at + len(form)):
                right = usual[0].upper() + usual[1:] if written[0].isupper() else usual
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


class Name(NamedTuple):
    """A long name in the text: where its syllables stand, and these folded."""

    spans: tuple[tuple[int, int], ...]
    words: tuple[str, ...]


def names(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a long name in which syllables are missing, added or exchanged against its usual wording."""
    groups: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    for name in _names(report, rule.params["heads"]):
        groups[name.words[:ALIKE]].append(name)
    shown: set[int] = set()
    for group in groups.values():
        for name in group if len(group) > 2 else ():
            for hit in _deviations(report, name, group):
                if hit.start not in shown:
                    shown.add(hit.start)
                    yield hit


def _names(report: Report, heads: list[str]) -> Iterator[Name]:
    text = report.document.text
    for head in heads:
        at = text.find(head + " ")
        while at >= 0:
            if (
                not text[at - 1 : at].isalnum()
                and (name := _name(text, at))
                and not report.facts.quoted(at, at + 1)
            ):
                yield name
            at = text.find(head + " ", at + 1)


def _name(text: str, at: int) -> Name | None:
    stop = _END.search(text, at, at + 200)
    spans = tuple(m.span() for m in _TOKEN.finditer(text, at, stop.start() if stop else at + 200))[:LONGEST]
    if len(spans) <= ALIKE + 1:
        return None
    words = fold_tone(" ".join([text[s:e] for s, e in spans]).lower())
    return Name(spans, tuple(words.split(" ")))


def _deviations(report: Report, name: Name, group: list[Name]) -> Iterator[Hit]:
    """Compare a name with every other; a difference counts when the other wording is the more frequent one."""
    text, shown = report.document.text, set()
    for other in group:
        for start, end, there, there_end in (
            _differences(name.words, other.words) if other is not name else ()
        ):
            own, wording = name.words[start - 1 : end + 1], other.words[there - 1 : there_end + 1]
            if "phó" in (*own, *wording):
                continue  # another person, named behind a body: `Bí thư Đảng ủy, Phó Chủ tịch`
            votes = (
                sum(1 for n in group if _contains(n.words, wording)),
                sum(1 for n in group if _contains(n.words, own)),
            )
            first_named = other.spans[0] < name.spans[0] and len(wording) > len(own)
            if (
                start in shown
                or votes[0] < 2
                or votes[0] < votes[1]
                or (votes[0] == votes[1] and not first_named)
            ):
                continue
            shown.add(start)
            at = name.spans[start - 1][0], name.spans[end][1]
            theirs = other.spans[there - 1][0], other.spans[there_end][1]
            right = text[theirs[0] : theirs[1]]
            related = (Related(*theirs, Said(f"ở đây viết “{right}”", f"written “{right}” here")),)
            yield Hit(*at, {"found": text[at[0] : at[1]], "right": right}, (Edit(*at, right),), related)


def _contains(words: tuple[str, ...], piece: tuple[str, ...]) -> bool:
    return any(words[i : i + len(piece)] == piece for i in range(len(words) - len(piece) + 1))


def _differences(mine: tuple[str, ...], theirs: tuple[str, ...]) -> Iterator[tuple[int, int, int, int]]:
    """Yield (start, end) in both names of each difference behind which both run on alike."""
    i = j = 0
    least = COMPANY_ALIKE if mine[:2] == ("công", "ty") else ALIKE
    while i < len(mine) and j < len(theirs):
        if mine[i] == theirs[j]:
            i, j = i + 1, j + 1
            continue
        skip = _skip(mine[i:], theirs[j:])
        if i < least or skip is None:
            return
        if skip[1]:  # a fuller wording than the other's is no fault
            yield i, i + skip[0], j, j + skip[1]
        i, j = i + skip[0], j + skip[1]


def _skip(mine: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[int, int] | None:
    """Return how many syllables to pass over on both sides until two agree again, or a year does."""
    for size in range(1, 2 * MAX_GAP):
        for own in range(max(0, size - MAX_GAP), min(size, MAX_GAP) + 1):
            other = size - own
            here, there = mine[own : own + 2], theirs[other : other + 2]
            agrees = here == there and len(here) == 2
            if agrees and own and other:
                agrees = mine[own : own + 3] == theirs[other : other + 3]
            if agrees or (here and there and here[0] == there[0] and _is_year(here[0])):
                return own, other
    return None


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit()
