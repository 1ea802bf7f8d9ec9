"""CT004: common misspellings, from `confusions.txt`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from reportlint.checks.spelling.casing import like
from reportlint.facts.block import BlockFacts
from reportlint.knowledge.folding import fold_tone
from reportlint.patterns import Pattern
from reportlint.rule import Edit, Hit, Rule

_DATA = Path(__file__).with_name("confusions.txt")

_GLUE = frozenset("@/\\_-")


class _Confusion(NamedTuple):
    """A wrong form, the right one, and syllables before which the wrong one is a chance meeting of two right words."""

    wrong: tuple[str, ...]
    right: str
    unless: frozenset[str]


@cache
def _confusions() -> dict[tuple[str, str], tuple[_Confusion, ...]]:
    """Map the first two syllables (the second empty for a single one) to the confusions that begin so."""
    found: dict[tuple[str, str], tuple[_Confusion, ...]] = {}
    for line in _DATA.read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            pair, _, unless = line.partition(" ! ")
            wrong, right = pair.split(" > ")
            words = tuple(wrong.split())
            key = (words[0], words[1] if len(words) > 1 else "")
            found[key] = (*found.get(key, ()), _Confusion(words, right, frozenset(unless.split())))
    return found


@cache
def _beginnings() -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """Return the syllables that are wrong by themselves, and the first two of longer confusions."""
    return frozenset(one for one, two in _confusions() if not two), frozenset(
        c for c in _confusions() if c[1]
    )


_TREND = Pattern(
    r"(?<!\w)(?:(?:giam|giản|giàm)(?= \d[\d.,]*(?: ?[%đ]| (?:đồng|điểm|lần|người|vụ|ca|hộ)\b))|(?:tang|tâng|tằng)(?= \d[\d.,]* ?%))",
    needs=("giam ", "giản ", "giàm ", "tang ", "tâng ", "tằng "),
)
"""`giảm` and `tăng` before a figure, misspelt."""


def known(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield the common misspellings; a quotation may keep its own."""
    low, (single, pairs) = block.low, _beginnings()
    found = set(block.meeting(pairs))
    if not single.isdisjoint(low):
        found.update(i for i, word in enumerate(low) if word in single)
    for i in sorted(found):
        following = low[i + 1] if i + 1 < len(low) else ""
        for confusion in (*_confusions().get((low[i], following), ()), *_confusions().get((low[i], ""), ())):
            if hit := _hit(block, i, confusion):
                yield hit
                break
    for match in _TREND.finditer(block.text):
        right = "giảm" if match.group().startswith("g") else "tăng"
        yield Hit(
            *match.span(),
            {"found": match.group(), "right": right},
            (Edit(*match.span(), right),),
            cause="word",
        )


def _hit(block: BlockFacts, i: int, confusion: _Confusion) -> Hit | None:
    size = len(confusion.wrong)
    words = block.words[i : i + size]
    start, end = words[0].start, words[-1].end
    if tuple(fold_tone(w) for w in block.low[i : i + size]) != confusion.wrong or block.quoted(start, end):
        return None
    if " ".join(w.text for w in words) != block.text[start:end]:
        return None  # a mark stands between
    if size == 1 and (block.text[start - 1 : start] in _GLUE or block.text[end : end + 1] in _GLUE):
        return None  # a piece of a code or an address
    if confusion.right.islower() and _is_name(block, i, size):
        return None
    if i and block.low[i - 1] in confusion.unless and block.text[block.end(i - 1) : start] == " ":
        return None
    found = block.text[start:end]
    parts = confusion.right.split(" ")
    if len(parts) == size:  # word by word: `BND tỉnh` has two cases
        right = " ".join(like(word.text, part) for word, part in zip(words, parts, strict=True))
    else:
        right = like(found, confusion.right)
    return Hit(start, end, {"found": found, "right": right}, (Edit(start, end, right),), cause="word")


def _is_name(block: BlockFacts, i: int, size: int) -> bool:
    """Tell whether one word has a capital inside a sentence, or two have one each: `Giàng A Chĩ`, `xã Hải Quang`."""
    if size == 1:
        return block.written[i].istitle() and i > 0 and block.gaps[i] == " "
    return all(map(str.istitle, block.written[i : i + size]))
