"""CT003: a syllable that exists but does not belong where it stands, told by what legal texts write in its place.

A word is looked at only when it is rare beside a neighbour; it is reported only when another syllable with the same
letters is many times more at home there. On 370 KB of clean text nothing is reported. In texts that come from OCR,
where such errors abound, less evidence is asked for, and an error found once is looked for everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reportlint.checks.spelling import verdicts
from reportlint.checks.spelling.casing import like
from reportlint.checks.spelling.context import Neighbours, Rival, Support, neighbours, rival
from reportlint.checks.spelling.likeness import misread, other_marks
from reportlint.checks.spelling.verdicts import MOST, MOST_BY_HAND
from reportlint.facts.block import BlockFacts
from reportlint.knowledge import ngrams
from reportlint.report import Report
from reportlint.rule import Edit, Hit, Rule

BROKEN = 5
"""A pair seen no more often than this is broken: one of the two may be wrong."""
KNOWN = 300
"""A pair seen so often is a word or a fixed phrase."""
_GLUE = frozenset("/-_.@")


class Suspect(NamedTuple):
    """A word that a neighbour does not know, and the best other form for its place."""

    offset: int
    text: str
    low: str
    place: Neighbours
    written: Support
    best: Rival


class _Line(NamedTuple):
    """A paragraph with the numbers of its words, what touches what, and how often each pair was seen."""

    facts: BlockFacts
    start: int
    ids: list[int]
    near: list[bool]
    pairs: list[int]


def out_of_place(report: Report, rule: Rule) -> Iterable[Hit]:
    """Yield the syllables that do not fit where another one with the same letters does."""
    ocr = report.identity.ocr
    lines = [
        _line(facts, block.start)
        for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True)
        if len(facts.low) > 1 and block.kind not in {"header", "footer"}
    ]
    found = [s for line in lines for s in _suspects(line, ocr=ocr) if verdicts.is_slip(s, ocr=ocr)]
    if ocr and found:
        found += _again(lines, found)
    for s in found:
        right = like(s.text, s.best.word)
        edit = Edit(s.offset, s.offset + len(s.text), right)
        yield Hit(edit.start, edit.end, {"found": s.text, "right": right}, (edit,), cause="word")


def _line(facts: BlockFacts, start: int) -> _Line:
    ids = ngrams.numbers(facts.folded)
    near = list(map(" ".__eq__, facts.gaps[1:-1]))
    return _Line(facts, start, ids, near, ngrams.pairs(ids, near))


def _suspects(line: _Line, *, ocr: bool) -> Iterator[Suspect]:
    """Yield the words that are rare beside both neighbours, or strangers to one of them, and have a rival."""
    left, most = -1, MOST if ocr else MOST_BY_HAND
    for i, right in enumerate((*line.pairs, -1)):
        rare = left <= most and right <= most
        if (rare or _stranger(line, i, left, right)) and _may_be_wrong(line, i, ocr=ocr):
            suspect = _rare(line, i, ocr=ocr) if rare else _broken(line, i, left, ocr=ocr)
            if suspect:
                yield suspect
        left = right


def _stranger(line: _Line, i: int, left: int, right: int) -> bool:
    """Tell whether a neighbour that is known well does not know the word."""
    if 0 <= left <= BROKEN:
        number = line.ids[i - 1]
    elif 0 <= right <= BROKEN:
        number = line.ids[i + 1]
    else:
        return False
    return number >= 0 and ngrams.counts()[number] >= KNOWN


def _broken(line: _Line, i: int, left: int, *, ocr: bool) -> Suspect | None:
    """Weigh a word that one neighbour knows well and the other not at all, against forms that the other knows very well."""
    before = 0 <= left <= BROKEN
    neighbour = line.ids[i - 1] if before else line.ids[i + 1]
    forms = []
    right, right2 = (neighbours(line.ids, line.near, i)[2:]) if ocr and before else (-1, -1)
    for form, number in other_marks(line.facts.low[i]):
        known = ngrams.pair(neighbour, number) if before else ngrams.pair(number, neighbour)
        if known >= KNOWN or (known and right2 >= 0 and ngrams.triple(number, right, right2) >= KNOWN):
            forms.append((form, number))
    if not forms:
        return None
    place = neighbours(line.ids, line.near, i)
    written = place.support(line.ids[i])
    known = written.middle or (written.after if before else written.before)
    return None if known else _with_best(line, i, place, written, forms)


def _may_be_wrong(line: _Line, i: int, *, ocr: bool) -> bool:
    """Leave out single letters, words in capitals, parts of codes, and names."""
    text, word = line.facts.text, line.facts.words[i]
    if len(word.text) == 1 or word.text.isupper() or text[word.end : word.end + 1] in _GLUE - {"."}:
        return False
    if word.start and text[word.start - 1] in _GLUE:
        return False
    if word.text[0].isupper():
        joined_left = i > 0 and line.near[i - 1]
        named_right = i + 1 < len(line.ids) and line.facts.words[i + 1].text[0].isupper()
        if named_right or (joined_left and not ocr):
            return False
    return ocr or not line.facts.quoted(word.start, word.end)


def _rare(line: _Line, i: int, *, ocr: bool) -> Suspect | None:
    """Weigh a word that is rare beside both neighbours."""
    place = neighbours(line.ids, line.near, i)
    if place.left < 0 and place.right < 0:
        return None
    written = place.support(line.ids[i])
    if written.settled:
        return None
    forms = other_marks(line.facts.low[i])
    if ocr and written.own == 0:
        forms = (*forms, *misread(line.facts.low[i]))
    return _with_best(line, i, place, written, forms)


def _with_best(
    line: _Line, i: int, place: Neighbours, written: Support, forms: Iterable[tuple[str, int]]
) -> Suspect | None:
    rivals = [rival(place, written, form, number) for form, number in forms if place.stands(number)]
    if not rivals:
        return None
    word = line.facts.words[i]
    return Suspect(line.start + word.start, word.text, line.facts.low[i], place, written, max(rivals))


def _again(lines: list[_Line], found: list[Suspect]) -> Iterator[Suspect]:
    """Yield further places of the errors that OCR has made in this report: it makes them again."""
    habits: dict[str, set[str]] = {}
    for s in found:
        habits.setdefault(s.low, set()).add(s.best.word)
    done = {s.offset for s in found}
    for line in lines:
        for i, low in enumerate(line.facts.low):
            if low in habits and line.start + line.facts.words[i].start not in done:
                place = neighbours(line.ids, line.near, i)
                forms = [(form, ngrams.number(form)) for form in habits[low]]
                suspect = _with_best(line, i, place, place.support(line.ids[i]), forms)
                if suspect and verdicts.is_slip_again(suspect):
                    yield suspect
