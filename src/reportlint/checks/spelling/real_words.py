"""CT003: a syllable that exists but does not belong where it stands, told by what legal texts write in its place.

A word is looked at only when it is rare beside both its neighbours; it is reported only when another syllable
with the same letters is many times more at home there. On 370 KB of clean text nothing is reported; in texts that
come from OCR, where such errors abound, less evidence is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reportlint.checks.spelling.casing import like
from reportlint.checks.spelling.context import Neighbours, Rival, Support, neighbours, rival, strongest_side
from reportlint.checks.spelling.likeness import misread, other_marks
from reportlint.facts.block import BlockFacts
from reportlint.knowledge import ngrams
from reportlint.report import Report
from reportlint.rule import Edit, Hit, Rule

MOST = 15
"""A syllable seen more often than this beside a neighbour is at home there."""
RARE = 400
"""A syllable seen less often in 12.8 million is a likely slip by itself."""
_GLUE = frozenset("/-_.@")


class _Suspect(NamedTuple):
    """A word that its neighbours do not know, and the best other form for its place."""

    offset: int
    text: str
    low: str
    place: Neighbours
    written: Support
    best: Rival


def out_of_place(report: Report, rule: Rule) -> Iterable[Hit]:
    """Yield the syllables that do not fit where another one with the same letters does."""
    ocr = report.identity.ocr
    suspects: list[_Suspect] = []
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        if len(facts.low) > 1 and block.kind not in {"header", "footer"}:
            suspects += _suspects(facts, block.start, ocr=ocr)
    found = [s for s in suspects if (_is_slip_of_ocr(s) if ocr else _is_slip(s))]
    if ocr:
        habits = {(s.low, s.best.word) for s in found}
        found += [s for s in suspects if (s.low, s.best.word) in habits and s not in found and _is_slip_again(s)]
    for s in found:
        right = like(s.text, s.best.word)
        args = {"found": s.text, "right": right}
        yield Hit(s.offset, s.offset + len(s.text), args, (Edit(s.offset, s.offset + len(s.text), right),), cause="word")


def _suspects(facts: BlockFacts, start: int, *, ocr: bool) -> Iterator[_Suspect]:
    """Yield the words that are rare beside both neighbours and have a rival."""
    text, words, low = facts.text, facts.words, facts.low
    ids = list(map(ngrams.number, low))
    near = [b.start - a.end == 1 and text[a.end] == " " for a, b in zip(words, words[1:], strict=False)]
    pairs = [ngrams.pair(ids[k], ids[k + 1]) if near[k] else 0 for k in range(len(near))]
    pairs.append(0)
    left = 0
    for i, right in enumerate(pairs):
        if left <= MOST and right <= MOST and ids[i] >= 0 and _may_be_wrong(facts, i, near, ocr=ocr):
            suspect = _suspect(facts, i, start, neighbours(ids, near, i), ids[i], ocr=ocr)
            if suspect:
                yield suspect
        left = right


def _may_be_wrong(facts: BlockFacts, i: int, near: list[bool], *, ocr: bool) -> bool:
    """Leave out single letters, words in capitals, parts of codes, and names."""
    text, word = facts.text, facts.words[i]
    if len(word.text) == 1 or word.text.isupper() or text[word.end : word.end + 1] in _GLUE - {"."}:
        return False
    if word.start and text[word.start - 1] in _GLUE:
        return False
    if word.text[0].isupper():
        joined_left = i > 0 and near[i - 1]
        named_right = i + 1 < len(facts.words) and facts.words[i + 1].text[0].isupper()
        if named_right or (joined_left and not ocr):
            return False
    return ocr or not facts.quoted(word.start, word.end)


def _suspect(facts: BlockFacts, i: int, start: int, place: Neighbours, number: int, *, ocr: bool) -> _Suspect | None:
    if place.left < 0 and place.right < 0:
        return None
    written = place.support(number)
    if written.settled:
        return None
    low = facts.low[i]
    forms = other_marks(low)
    if ocr and written.own == 0:
        forms = (*forms, *misread(low))
    rivals = [rival(place, written, form, n) for form, n in forms if place.stands(n)]
    if not rivals:
        return None
    word = facts.words[i]
    return _Suspect(start + word.start, word.text, low, place, written, max(rivals))


def _is_slip(s: _Suspect) -> bool:
    """Ask for evidence that clean text never gives."""
    own, other = s.written.own, s.best.support
    if s.best.tie >= 0.2 and own <= 3:  # noqa: PLR2004 - measured, see the module
        return True
    if ngrams.unigram(s.low) < RARE:
        known = other.middle >= 4 and other.strength >= 20 * (own + 1)  # noqa: PLR2004
        compound = strongest_side(s.place, s.written, other) >= 3000  # noqa: PLR2004
        return known or compound or (own == 0 and min(other.left, other.right) >= 40)  # noqa: PLR2004
    if own == 0 and min(other.left, other.right) >= 60 and other.after + other.before >= 60:  # noqa: PLR2004
        return True
    return other.middle >= 6 and other.strength >= 40 * (own + 1)  # noqa: PLR2004


def _is_slip_of_ocr(s: _Suspect) -> bool:
    """Ask for less where a text is known to hold such errors."""
    own, other = s.written.own, s.best.support
    if len(s.best.word) != len(s.low) or ngrams.unigram(s.low) >= RARE:
        if len(s.best.word) != len(s.low):
            return other.middle >= 10 and own == 0  # noqa: PLR2004
        if s.best.tie >= 0.1 and own <= 3:  # noqa: PLR2004
            return True
        strong = other.middle >= 4 and other.strength >= 30 * (own + 1)  # noqa: PLR2004
        return strong or (other.middle >= 8 and other.strength >= 20 * (own + 1))  # noqa: PLR2004
    if s.best.tie >= 0.1 and own <= 5:  # noqa: PLR2004
        return True
    strong = other.strength >= 15 and other.strength >= 8 * (own + 1)  # noqa: PLR2004
    return strong or strongest_side(s.place, s.written, other) >= 1000  # noqa: PLR2004


def _is_slip_again(s: _Suspect) -> bool:
    """An error that OCR has made in this report it makes again."""
    return s.best.support.strength >= 10 and s.best.support.strength >= 3 * (s.written.own + 1)  # noqa: PLR2004
