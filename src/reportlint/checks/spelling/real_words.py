"""CT003: a syllable that exists but does not belong where it stands, told by what legal texts write in its place.

A word is looked at only when it is rare beside a neighbour; it is reported only when another syllable with the same
letters is many times more at home there. On 370 KB of clean text nothing is reported. In texts that come from OCR,
where such errors abound, less evidence is asked for, and an error found once is looked for everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import compress, count
from pathlib import Path
from typing import NamedTuple

from reportlint.checks.spelling import verdicts
from reportlint.checks.spelling.casing import like
from reportlint.checks.spelling.context import Neighbours, Rival, Support, neighbours, rival
from reportlint.checks.spelling.likeness import misread, other_marks
from reportlint.checks.spelling.strangers import strangers
from reportlint.checks.spelling.verdicts import MOST, MOST_BY_HAND
from reportlint.facts.block import BlockFacts
from reportlint.knowledge import ngrams
from reportlint.report import Report
from reportlint.rule import Edit, Hit, Rule

BROKEN = 5
"""A pair seen no more often than this is broken: one of the two may be wrong."""
KNOWN = 300
"""A pair seen so often is a word or a fixed phrase."""
LISTED = 1 << 16
"""Stands for the count of a pair that the list of known pairs holds; no count is as high."""
_WEAK = {most: frozenset(range(most + 1)) for most in (max(MOST, BROKEN), max(MOST_BY_HAND, BROKEN))}
"""Counts of pairs no more often seen."""
_GLUE = frozenset("/-_.@")
_GLUE_BEHIND = _GLUE - {"."}


class _Line(NamedTuple):
    """A paragraph with how often each word and the next were seen together: -1 where they do not touch."""

    facts: BlockFacts
    start: int
    pairs: list[int]


_DATA = Path(__file__).with_name("known_pairs.txt")


@cache
def _known_pairs() -> frozenset[tuple[str, str]]:
    """Return the words of two syllables that the n-grams, made of legal texts, do not know."""
    _, _, pairs = _DATA.read_text(encoding="utf-8").partition("\n\n")
    words = pairs.split()
    return frozenset(zip(words[::2], words[1::2], strict=True))


class Suspect(NamedTuple):
    """A word that a neighbour does not know, and the best other form for its place."""

    line: _Line
    i: int
    low: str
    place: Neighbours
    written: Support
    best: Rival

    @property
    def offset(self) -> int:
        """Where it begins in the document."""
        return self.line.start + self.line.facts.start(self.i)


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
    if not ocr:
        yield from _strangers(lines, {s.offset for s in found})
    for s in found:
        text = s.line.facts.written[s.i]
        right = like(text, s.best.word)
        edit = Edit(s.offset, s.offset + len(text), right)
        yield Hit(edit.start, edit.end, {"found": text, "right": right}, (edit,), cause="word")


def _strangers(lines: list[_Line], done: set[int]) -> Iterator[Hit]:
    """Yield what the partners of a word tell, where nothing else was found."""
    for line in lines:
        for i, right, lost in strangers(line.facts, line.pairs):
            word = line.facts.words[i]
            start, end = line.start + word.start, line.start + word.end
            if start in done:
                continue
            if lost:
                args = {"found": word.text, "right": f"{word.text} {right}"}
                yield Hit(start, end, args, (Edit(end, end, f" {right}"),), variant="lost", cause="word")
            else:
                args = {"found": word.text, "right": like(word.text, right)}
                yield Hit(start, end, args, (Edit(start, end, args["right"]),), cause="word")


def _line(facts: BlockFacts, start: int) -> _Line:
    pairs = ngrams.pairs(facts.folded, facts.gaps)
    for i in facts.meeting(_known_pairs()):
        pairs[i] = LISTED if pairs[i] >= 0 else -1
    return _Line(facts, start, pairs)


def _suspects(line: _Line, *, ocr: bool) -> Iterator[Suspect]:
    """Yield the words that are rare beside both neighbours, or strangers to one of them, and have a rival."""
    most = MOST if ocr else MOST_BY_HAND
    lefts, rights, low = (-1, *line.pairs), (*line.pairs, -1), line.facts.low
    weak = [*compress(count(), map(_WEAK[max(most, BROKEN)].__contains__, line.pairs))]  # few of many
    for i in sorted({*weak, *(k + 1 for k in weak)} - _listed(line.pairs)):
        left, right = lefts[i], rights[i]
        rare, before = left <= most and right <= most, 0 <= left <= BROKEN
        fitting: _Forms = ()
        if not rare:
            if not (before or 0 <= right <= BROKEN):
                continue
            fitting = _fitting(line.facts.folded[i - 1 if before else i + 1], low[i], before=before, ocr=ocr)
            if not fitting:
                continue  # most words
        if _may_be_wrong(line, i, ocr=ocr):
            place = neighbours(line.facts, i)
            weighed = _rare(place, low[i], most) if rare else _stranger(place, low[i], fitting, before=before)
            if weighed:
                yield Suspect(line, i, low[i], place, *weighed)


def _listed(pairs: list[int]) -> set[int]:
    """Return the numbers of the words of listed pairs, and of those beside one, of which it says nothing."""
    if LISTED not in pairs:
        return set()
    return {i for k, seen in enumerate(pairs) if seen == LISTED for i in range(k - 1, k + 3)}


def _may_be_wrong(line: _Line, i: int, *, ocr: bool) -> bool:
    """Leave out single letters, words in capitals, parts of codes, names, and common words behind a number: `24 đội`."""
    facts = line.facts
    word, before, behind = facts.written[i], facts.gaps[i], facts.gaps[i + 1]
    if ocr and behind[:1] == " " == before[-1:] and word.islower():
        return len(word) > 1  # nearly all
    if len(word) == 1 or word.isupper() or behind[:1] in _GLUE_BEHIND or before[-1:] in _GLUE:
        return False
    if word[0].isupper():
        joined_left = i > 0 and before == " "
        named_right = i + 1 < len(facts.low) and facts.written[i + 1][0].isupper()
        if named_right or (joined_left and not ocr):
            return False
    if not ocr and before[-2:-1].isdigit() and ngrams.unigram(word) >= verdicts.RARE:
        return False
    return ocr or not (facts.quotes and facts.quoted(facts.start(i), facts.end(i)))


# What follows depends on the syllables alone, which officialese repeats, and on how much is known: `MOST` in a text from
# OCR, else `MOST_BY_HAND`. Answers are remembered.
_KEPT = 8192
_Weighed = tuple[Support, Rival]
_Forms = tuple[tuple[str, int], ...]
"""Forms of a word, each with its number in the n-grams."""


@lru_cache(_KEPT)
def _rare(place: Neighbours, low: str, most: int) -> _Weighed | None:
    """Weigh a word that is rare beside both neighbours."""
    if place.left < 0 and place.right < 0:
        return None
    written = place.support(ngrams.number(low))
    if written.settled:
        return None
    forms = other_marks(low)
    if most == MOST and written.own == 0:
        forms = (*forms, *misread(low))
    return _against_best(place, written, forms)


@lru_cache(_KEPT)
def _fitting(neighbour: str, low: str, *, before: bool, ocr: bool) -> _Forms:
    """Return the other forms of a word that its neighbour, known well, knows very well; in a text from OCR those it knows at all."""
    at = ngrams.number(neighbour)
    if at < 0 or ngrams.counts()[at] < KNOWN:
        return ()
    least = 1 if ocr and before else KNOWN
    return tuple(
        (form, number)
        for form, number in other_marks(low)
        if (ngrams.pair(at, number) if before else ngrams.pair(number, at)) >= least
    )


def _stranger(place: Neighbours, low: str, fitting: _Forms, *, before: bool) -> _Weighed | None:
    """Weigh a word that the one before it, or behind it, does not know, against forms that it knows."""
    forms = [entry for entry in fitting if not before or _is_at_home(place, entry[1])]
    if not forms:
        return None
    written = place.support(ngrams.number(low))
    seen = written.after if before else written.before
    return None if written.middle or seen else _against_best(place, written, forms)


def _is_at_home(place: Neighbours, number: int) -> bool:
    """Tell whether the word before knows a form very well, or the two behind it do."""
    if ngrams.pair(place.left, number) >= KNOWN:
        return True
    return place.right2 >= 0 and ngrams.triple(number, place.right, place.right2) >= KNOWN


def _against_best(place: Neighbours, written: Support, forms: Iterable[tuple[str, int]]) -> _Weighed | None:
    rivals = [rival(place, written, form, number) for form, number in forms if place.stands(number)]
    return (written, max(rivals)) if rivals else None


def _again(lines: list[_Line], found: list[Suspect]) -> Iterator[Suspect]:
    """Yield further places of the errors that OCR has made in this report: it makes them again."""
    habits: dict[str, set[str]] = {}
    for s in found:
        habits.setdefault(s.low, set()).add(s.best.word)
    done = {(s.line.start, s.i) for s in found}
    for line in lines:
        for i in compress(count(), map(habits.__contains__, line.facts.low)):
            low = line.facts.low[i]
            if (line.start, i) not in done:
                place = neighbours(line.facts, i)
                forms = [(form, ngrams.number(form)) for form in habits[low]]
                weighed = _against_best(place, place.support(ngrams.number(line.facts.folded[i])), forms)
                if weighed:
                    suspect = Suspect(line, i, low, place, *weighed)
                    if verdicts.is_slip_again(suspect):
                        yield suspect
