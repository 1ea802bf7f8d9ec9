"""Sentences that stand twice in the report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportlint.document import OUTSIDE
from reportlint.rule import Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.document import Block
    from reportlint.report import Report
    from reportlint.rule import Rule

_SENTENCE = re.compile(r"[^.\n]+(?:\.(?!\s|$)[^.\n]*)*")
_OTHER = OUTSIDE | {"table-cell", "footnote"}
MIN_LENGTH = 90
MIN_WORDS = 20
MAX_MARK = 60
FORMULA = 3
"""A sentence that stands so often is said of several things in turn, and so are the others of that report."""


class Sentence(NamedTuple):
    """A long sentence. Offsets are the document's."""

    start: int
    end: int
    block: Block


def sentences(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report a long sentence that stands word for word further up, once a paragraph; mark its first words.

    The mark begins where the two texts begin to agree, which may be within the sentence before.
    """
    text = report.document.text
    seen: dict[str, list[Sentence]] = {}
    for sentence in _long(report):
        words = _plain(text[sentence.start : sentence.end])
        seen.setdefault(words, []).append(sentence)
    by_formula = any(len(found) >= FORMULA for found in seen.values())
    told: set[int] = set()
    for first, *others in seen.values():
        for sentence in others:
            follows = sentence.block.index == first.block.index + 1
            in_turn = by_formula or _is_item(text, sentence)
            if sentence.block.index in told or (in_turn and not follows):
                continue
            told.add(sentence.block.index)
            yield _hit(text, first, sentence)


def _plain(sentence: str) -> str:
    """Return a sentence as it is compared: signs between figures are often typed anew (`Km26+793`, `Km26÷793`)."""
    return sentence.strip(" ,;:").lower().replace("–", "-").replace("÷", "-").replace("+", "-")


def _long(report: Report) -> Iterator[Sentence]:
    """Yield the sentences of the body long enough that nobody writes them twice by chance."""
    text = report.document.text
    headings = {s.block for s in report.outline.sections if s.heading}
    for block in report.outline.body_blocks:
        if block.kind in _OTHER or block.end - block.start < MIN_LENGTH or block.index in headings:
            continue
        for match in _SENTENCE.finditer(text, block.start, block.end):
            words = match.group()
            if len(words) >= MIN_LENGTH and words.strip().count(" ") >= MIN_WORDS:
                yield Sentence(match.end() - len(words.lstrip()), match.end(), block)


def _is_item(text: str, sentence: Sentence) -> bool:
    """Tell whether one sentence is a whole item of a dashed list: a task may be given to two bodies in the same words."""
    start, stop = sentence.block.start, sentence.block.end
    return text[start:stop].lstrip()[:1] in {"-", "–", "+"} and not text[sentence.end : stop].strip(" .;")


def _hit(text: str, first: Sentence, sentence: Sentence) -> Hit:
    back = _agreeing(
        text[max(0, first.start - 1000) : first.start], text[sentence.block.start : sentence.start]
    )
    start = sentence.start - back
    end = text.rfind(" ", start, min(sentence.end, start + MAX_MARK))
    related = Related(first.start - back, first.end, Said("đoạn giống hệt", "the same paragraph"))
    return Hit(start, end, {"found": text[start:end]}, related=(related,))


def _agreeing(upper: str, lower: str) -> int:
    """Count the characters at the end of both texts that agree, from the beginning of a word on."""
    length = 0
    while length < min(len(upper), len(lower)) and upper[-length - 1] == lower[-length - 1]:
        length += 1
    while length and lower[-length:][:1].isspace():
        length -= 1
    if length and length < len(lower) and lower[-length - 1].isalnum():
        cut = lower[-length:].find(" ")
        length = length - cut - 1 if cut >= 0 else 0
    return length
