"""CT005: where the tone mark sits, against the habit of the report (norms: QĐ 1989/QĐ-BGDĐT binds textbooks only)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from reportlint.facts.block import BlockFacts
from reportlint.knowledge.folding import Remembered, fold_tone, tone_style
from reportlint.report import Report
from reportlint.rule import Edit, Hit, Rule

_COMMON = frozenset({"uỷ", "ủy", "hoá", "hóa", "toà", "tòa"})
"""Words that are no proper names even with a capital beside another capital."""
RATIO = 1
"""The habit must be more than so many times as frequent as the exception."""


def minority(report: Report, rule: Rule) -> Iterable[Hit]:
    """Yield the syllables whose tone mark sits unlike most others of the report. Head, signature and names are left alone."""
    found = list(_marked(report))
    new = sum(style == "new" for *_, style in found)
    old = len(found) - new
    if not new or not old or max(new, old) <= RATIO * min(new, old):
        return
    habit = "old" if old > new else "new"
    for facts, by, i, style in found:
        if style != habit:
            start, end, word = facts.words[i]
            right = fold_tone(word) if habit == "old" else _new(word)
            args = {"found": word, "right": right, "count": max(new, old)}
            yield Hit(start, end, args, (Edit(start, end, right),)).shifted(by)


def _marked(report: Report) -> Iterator[tuple[BlockFacts, int, int, str]]:
    """Yield paragraph, its offset, number and style of each syllable that the two styles write differently, names apart."""
    first, name = report.outline.body[0], report.outline.parts.get("signer_name")
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        if block.index < first or (name and block.start <= name.start < block.end):
            continue
        for i, style in enumerate(_STYLES.of(facts.low)):
            if style and not _is_name(facts, i):
                yield facts, block.start, i, style


_STYLES = Remembered(tone_style)


def _is_name(facts: BlockFacts, i: int) -> bool:
    """Tell whether a word looks like part of a proper name: a capital with another beside it."""
    word = facts.written[i]
    if not word[0].isupper() or word.isupper() or facts.low[i] in _COMMON:
        return False
    beside = [facts.written[j] for j in (i - 1, i + 1) if 0 <= j < len(facts.low)]
    return any(w[0].isupper() and not w.isupper() for w in beside)


@cache
def _old_to_new() -> dict[str, str]:
    pairs = (("oa", "a", "òóỏõọ", "àáảãạ"), ("oe", "e", "òóỏõọ", "èéẻẽẹ"), ("uy", "y", "ùúủũụ", "ỳýỷỹỵ"))
    return {
        old + last: first[0] + new
        for first, last, olds, news in pairs
        for old, new in zip(olds, news, strict=True)
    }


def _new(word: str) -> str:
    """Move the tone mark to the second vowel, keeping the case of both letters."""
    ending = _old_to_new().get(word[-2:].lower(), word[-2:].lower())
    cased = (new.upper() if old.isupper() else new for old, new in zip(word[-2:], ending, strict=True))
    return word[:-2] + "".join(cased)
