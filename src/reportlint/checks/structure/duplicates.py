"""Sentences that stand twice in the report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.document import OUTSIDE
from reportlint.rule import Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report
    from reportlint.rule import Rule

_SENTENCE = re.compile(r"[^.\n]+(?:\.(?!\s|$)[^.\n]*)*")
_OTHER = OUTSIDE | {"table-cell", "footnote"}
MIN_LENGTH = 90
MIN_WORDS = 20
MAX_MARK = 60


def sentences(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a long sentence that stands word for word further up, once a paragraph; mark its first words.

    The mark begins where the two texts begin to agree, which may be within the sentence before.
    """
    document = report.document
    seen: dict[str, tuple[int, int]] = {}
    told = set()
    headings = {s.block for s in report.outline.sections if s.heading}
    for block in report.outline.body_blocks:
        if block.kind in _OTHER or block.end - block.start < MIN_LENGTH or block.index in headings:
            continue
        for match in _SENTENCE.finditer(document.text, block.start, block.end):
            if match.end() - match.start() < MIN_LENGTH:
                continue
            words = match.group().strip(" ,;:").lower()
            if words.count(" ") < MIN_WORDS:
                continue
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            if (
                words in seen
                and block.index not in told
                and not _is_item(document.text, block.start, match.end(), block.end)
            ):
                told.add(block.index)
                yield _hit(document.text, seen[words], start, block.start, match.end())
            seen.setdefault(words, (start, match.end()))


def _is_item(text: str, start: int, end: int, stop: int) -> bool:
    """Tell whether one sentence is a whole item of a dashed list: a task may be given to two bodies in the same words."""
    return text[start:stop].lstrip()[:1] in {"-", "–", "+"} and not text[end:stop].strip(" .;")


def _hit(text: str, first: tuple[int, int], start: int, low: int, stop: int) -> Hit:
    back = _agreeing(text[max(0, first[0] - 1000) : first[0]], text[low:start])
    start -= back
    end = text.rfind(" ", start, min(stop, start + MAX_MARK))
    related = Related(first[0] - back, first[1], Said("đoạn giống hệt", "the same paragraph"))
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
