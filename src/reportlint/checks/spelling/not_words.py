"""CT002: what is no Vietnamese syllable and no known word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportlint.checks.spelling.casing import like
from reportlint.checks.spelling.context import Neighbours, Rival, Support, neighbours, rival
from reportlint.checks.spelling.likeness import bare, misread, other_marks
from reportlint.facts.block import BlockFacts
from reportlint.knowledge import ngrams
from reportlint.knowledge.syllables import is_known_word, is_syllable
from reportlint.letters import LOWER
from reportlint.report import Report
from reportlint.rule import Edit, Hit, Rule

_NOTHING = Support(0, 0, 0, 0, 0)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+[.,;:)]*$")
_SPECK = re.compile(rf"(?<=\s)[”“\"'‘’`|~^\\•*=<>#]{{1,3}}(?=\s[{LOWER}])")
MIN_SPLIT = 20
"""Two syllables seen together this often may have been run together."""


def unknown(report: Report, rule: Rule) -> Iterable[Hit]:
    """Yield the words that no dictionary of syllables, names or technical words knows, with what may be meant."""
    ocr, own = report.identity.ocr, report.settings.words
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        for i, low in enumerate(facts.low):
            if not is_syllable(low) and facts.words[i].text not in own and (hit := _unknown(facts, i, ocr=ocr)):
                yield hit.shifted(block.start)
        for hit in _garbage(facts, ocr=ocr):
            yield hit.shifted(block.start)


def _unknown(facts: BlockFacts, i: int, *, ocr: bool) -> Hit | None:
    text, word, low = facts.text, facts.words[i], facts.low[i]
    before, behind = text[word.start - 1 : word.start], text[word.end : word.end + 1]
    if word.text.isupper() or is_known_word(word.text) or not (_is_blank(before) and _is_blank(behind)):
        return None
    if behind in {".", ":"} and text[word.end + 1 : word.end + 2].isalnum():
        return None
    if facts.cited(word.start, word.end) or (facts.quoted(word.start, word.end) and not ocr):
        return None
    garbled = not word.text[1:].islower()
    if garbled and not (ocr and not low.isascii()):
        return None  # an abbreviation of capitals and small letters
    if parts := _split(low):
        return _hit(word.start, word.text, like(word.text, parts), "glued")
    best = _meant(facts, i, ocr=ocr)
    if best is None and (low.isascii() or not ocr or word.text[0].isupper()) and not (ocr and garbled):
        return None
    return _hit(word.start, word.text, like(word.text, best) if best else "", "" if best else "unmeant")


def _is_blank(char: str) -> bool:
    return not char or char.isspace() or char in "()“”\",.;:!?…[]"


def _hit(start: int, found: str, right: str, variant: str) -> Hit:
    edits = (Edit(start, start + len(found), right),) if right else ()
    return Hit(start, start + len(found), {"found": found, "right": right}, edits, variant=variant, cause="word")


def _split(low: str) -> str:
    """Return the two syllables that were run together, empty when it is none."""
    for at in range(2, len(low) - 1):
        left, right = low[:at], low[at:]
        if ngrams.bigram(left, right) >= MIN_SPLIT and not (left.isascii() and right.isascii()):
            return f"{left} {right}"
    return ""


def _meant(facts: BlockFacts, i: int, *, ocr: bool) -> str | None:
    """Return the syllable that the neighbours ask for among those that look alike."""
    ids = [ngrams.number(w) for w in facts.low[max(0, i - 2) : i + 3]]
    words = facts.words[max(0, i - 2) : i + 3]
    near = [facts.text[a.end : b.start] == " " for a, b in zip(words, words[1:], strict=False)]
    place = neighbours(ids, near, i - max(0, i - 2))
    low = facts.low[i]
    found = list(_rivals(place, low))
    best = max(found, default=None)
    if best is None or not (best.support.left or best.support.right):
        return None
    enough = best.tie >= 0.02 or best.support.strength >= 10 or max(best.support.left, best.support.right) >= 200  # noqa: PLR2004
    if low.isascii() and not ocr:
        enough = False  # a foreign word
    elif low.isascii() or facts.words[i].text[0].isupper():
        enough = best.tie >= 0.3 or best.support.middle >= 4  # noqa: PLR2004
    return best.word if enough else None


def _rivals(place: Neighbours, low: str) -> Iterator[Rival]:
    for form, number in (*other_marks(low), *misread(low)):
        if place.stands(number):
            entry = rival(place, _NOTHING, form, number)
            yield entry if bare(form) == bare(low) else entry._replace(score=entry.score // 2)


def _garbage(facts: BlockFacts, *, ocr: bool) -> Iterator[Hit]:
    """Yield broken addresses; in a text from OCR also specks read as marks."""
    text = facts.text
    if "@" in text:
        for match in re.finditer(r"[^\s@]{2,}@[^\s@]{3,}", text):
            if not _ADDRESS.match(match.group()):
                yield Hit(match.start(), match.end(), {"found": match.group()}, variant="address", cause="word")
    if ocr:
        for match in _SPECK.finditer(text):
            if not facts.quoted(match.start(), match.end()):
                yield Hit(match.start(), match.end(), {"found": match.group()}, variant="speck", cause="word")
