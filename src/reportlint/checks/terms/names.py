"""VT008: one long name written in several ways; what is missing, added or exchanged is shown."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from reportlint.knowledge.folding import fold_tone
from reportlint.rule import Edit, Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.report import Report
    from reportlint.rule import Rule

_TOKEN = re.compile(r"[^\W_]+")
_END = re.compile(r"[.;:()“”\"\n/]")
LONGEST = 22
"""How many syllables of a name are compared."""
ALIKE = 3
"""How many syllables behind its head two names must share before a difference counts."""
COMPANY_ALIKE = 6
"""The same for companies, whose names begin with the same words."""
MAX_GAP = 3
"""How many syllables may be missing, added or exchanged."""


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
