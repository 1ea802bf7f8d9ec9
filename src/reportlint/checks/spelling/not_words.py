"""CT002: what is no Vietnamese syllable and no known word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportlint.checks.spelling.casing import like
from reportlint.checks.spelling.context import Neighbours, Rival, Support, neighbours, rival
from reportlint.checks.spelling.likeness import misread, other_marks
from reportlint.facts.block import BlockFacts, Word
from reportlint.knowledge import ngrams
from reportlint.knowledge.syllables import SYLLABLE, is_known_word
from reportlint.letters import LOWER, UPPER, bare
from reportlint.report import Report
from reportlint.rule import Edit, Hit, Rule

_NOTHING = Support(0, 0, 0, 0, 0)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+[.,;:)]*$")
_SPECK = re.compile(rf"[”“\"'‘’`|~^\\•*=<>#](?<=\s.)[”“\"'‘’`|~^\\•*=<>#]{{0,2}}(?=\s[{LOWER}])")
_SCRAP = re.compile(rf"(?=.*[^\W_])(?=.*[`&^|~\\\\<>*_@#=])|[{LOWER}]{{1,3}} \W?\d+$")
_CUT_NAME = re.compile(rf"(?P<cut>[{LOWER}]{{1,3}})(?: [{UPPER}][{LOWER}]+){{2,3}}$")
MAX_SCRAP = 9
"""A longer line of head or foot is no mere scrap (code points)."""
MIN_SPLIT = 20
"""Two syllables seen together this often may have been run together."""


def unknown(report: Report, rule: Rule) -> Iterable[Hit]:
    """Yield the words that no dictionary of syllables, names or technical words knows, with what may be meant."""
    ocr, own = report.identity.ocr, report.settings.words
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        for i in [i for i, syllable in enumerate(SYLLABLE.of(facts.low)) if not syllable]:
            if facts.written[i] not in own and (hit := _unknown(facts, i, ocr=ocr)):
                yield hit.shifted(block.start)
        for hit in _garbage(facts, ocr=ocr):
            yield hit.shifted(block.start)
        if (
            ocr
            and not report.outline.body[0] <= block.index < report.outline.body[1]
            and (hit := _stamp(facts.text))
        ):
            yield hit.shifted(block.start)


def _unknown(facts: BlockFacts, i: int, *, ocr: bool) -> Hit | None:
    written, low = facts.written[i], facts.low[i]
    garbled = not written[1:].islower()
    if written.isupper() or (garbled and (not ocr or low.isascii())):
        return None  # an abbreviation
    word = facts.words[i]
    if is_known_word(word.text) or not _stands_free(facts, word, ocr=ocr):
        return None
    if parts := _split(low):
        return _hit(word.start, word.text, like(word.text, parts), "glued")
    best = _meant(facts, i, ocr=ocr) or (None if ocr or garbled else _commonest(written))
    if best is None and (low.isascii() or not ocr or word.text[0].isupper()) and not (ocr and garbled):
        return None
    return _hit(word.start, word.text, like(word.text, best) if best else "", "" if best else "unmeant")


def _stands_free(facts: BlockFacts, word: Word, *, ocr: bool) -> bool:
    """Tell whether a word is no part of a code, an address, a symbol, or, in typed text, of a quotation."""
    text, start, end = facts.text, word.start, word.end
    behind = text[end : end + 1]
    if not (_is_blank(text[start - 1 : start]) and _is_blank(behind)):
        return False
    if behind in {".", ":"} and text[end + 1 : end + 2].isalnum():
        return False
    return not facts.cited(start, end) and (ocr or not facts.quoted(start, end))


def _is_blank(char: str) -> bool:
    return not char or char.isspace() or char in '()“”",.;:!?…[]'


def _hit(start: int, found: str, right: str, variant: str) -> Hit:
    edits = (Edit(start, start + len(found), right),) if right else ()
    return Hit(
        start, start + len(found), {"found": found, "right": right}, edits, variant=variant, cause="word"
    )


def _split(low: str) -> str:
    """Return the two syllables that were run together, empty when it is none."""
    for at in range(2, len(low) - 1):
        left, right = low[:at], low[at:]
        if ngrams.bigram(left, right) >= MIN_SPLIT and not (left.isascii() and right.isascii()):
            return f"{left} {right}"
    return ""


def _meant(facts: BlockFacts, i: int, *, ocr: bool) -> str | None:
    """Return the syllable that the neighbours ask for among those that look alike."""
    place = neighbours(facts, i)
    low = facts.low[i]
    found = list(_rivals(place, low))
    best = max(found, default=None)
    if best is None or not (best.support.left or best.support.right):
        return None
    enough = (
        best.tie >= 0.02 or best.support.strength >= 10 or max(best.support.left, best.support.right) >= 200
    )
    if low.isascii() and not ocr:
        enough = False  # a foreign word
    elif low.isascii() or facts.written[i][0].isupper():
        enough = best.tie >= 0.3 or best.support.middle >= 4
    return best.word if enough else None


def _commonest(written: str) -> str | None:
    """Return the commonest syllable with the same letters; typed in small letters with marks, a word is hardly foreign."""
    if not written.islower() or written.isascii():
        return None
    forms = (form for form, _ in other_marks(written) if SYLLABLE[form])
    return max(forms, key=ngrams.unigram, default=None)


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
                yield Hit(
                    match.start(), match.end(), {"found": match.group()}, variant="address", cause="word"
                )
    if ocr:
        for match in _SPECK.finditer(text):
            if not facts.quoted(match.start(), match.end()):
                yield Hit(match.start(), match.end(), {"found": match.group()}, variant="speck", cause="word")


def _stamp(text: str) -> Hit | None:
    """Return what OCR made of a stamp or a signature: a scrap of marks and letters, or a name that has lost its first letters."""
    bare_text = text.strip()
    start = text.find(bare_text)
    if len(bare_text) <= MAX_SCRAP and _SCRAP.match(bare_text):
        return Hit(start, start + len(bare_text), {"found": bare_text}, variant="scrap", cause="word")
    if match := _CUT_NAME.match(bare_text):
        return Hit(start, start + match.end("cut"), {"found": match["cut"]}, variant="scrap", cause="word")
    return None
