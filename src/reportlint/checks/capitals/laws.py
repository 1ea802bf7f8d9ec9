"""VH003: the first syllable of a law's name has a capital, and so has the word Luật (nd30, PL II, mục V.6)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reportlint.checks.capitals.words import raised
from reportlint.knowledge.data_files import read_rows
from reportlint.knowledge.folding import fold_tone
from reportlint.patterns import OPENED, at_word
from reportlint.rule import Edit, Hit, only_where

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.rule import Rule

_NAMED = re.compile(rf"(?:{at_word('Luật|Bộ luật|Pháp lệnh')}) (?=\w)")
_WORD = re.compile(r"[^\W\d_]+")
_LOWER_TYPE = re.compile(rf"(?:{at_word('luật|bộ luật', 'Bộ ', OPENED)}) (?=\w)")
_BEFORE_LAW = frozenset("theo của tại cứ hành hiện biến truyền thủ khai trong với và dụng chấp".split())  # noqa: SIM905
"""Words behind which `luật` and the name of a law mean that law: theo, thi hành, phổ biến, tuân thủ …"""
_TYPE = re.compile("^(?:luật|bộ luật|pháp lệnh) ")
MAX_WORDS = 14
"""Longest name of a law looked for, in syllables."""
LONGEST = 120
"""The same, in code points."""


@cache
def _names() -> frozenset[str]:
    """Return the known names without the type word, folded, commas dropped."""
    return frozenset(_TYPE.sub("", name) for name in _full_names())


@cache
def _full_names() -> dict[str, str]:
    """Return the known names as they are written, commas dropped, by their folded form."""
    rows = (row.rsplit(",", 1)[0].strip('"') for row in read_rows("laws.csv"))
    return {_fold(name): " ".join(name.replace(",", " ").split()) for name in rows}


def _fold(text: str) -> str:
    return " ".join(fold_tone(text.lower()).replace(",", " ").split())


@only_where("uật", "lệnh")
def names(block: BlockFacts, _rule: Rule) -> Iterable[Hit]:
    """Report a law named with a small first syllable, a small type word, or a capital further on."""
    text = block.text
    for match in _NAMED.finditer(text):
        start = match.end()
        if text[start].isupper():
            yield from _inner_capitals(block, match.start())
        elif text[start].islower() and known_law(text, start) and not block.quoted(start, start + 1):
            end = _word_end(text, start)
            right = text[start].upper() + text[start + 1 : end]
            more = text[end : _word_end(text, end + 1)] if text[end : end + 1] == " " else ""
            args = {
                "found": text[match.start() : end] + more,
                "right": text[match.start() : start] + right + more,
            }
            yield Hit(start, end, args, (Edit(start, start + 1, right[0]),))
    for match in _LOWER_TYPE.finditer(text):
        start, end = match.start(), match.end() - 1
        if text[match.end()].islower():
            yield from _all_small(block, match)
        elif text[match.end()].isupper() and known_law(text, match.end()) and not block.quoted(start, end):
            right = text[start].upper() + text[start + 1 : end]
            yield Hit(
                start, end, {"found": text[start:end], "right": right}, (Edit(start, start + 1, right[0]),)
            )


def _inner_capitals(block: BlockFacts, start: int) -> Iterable[Hit]:
    """Yield the words of a known law's name that have a capital they should not: `Luật Tổ chức Chính quyền địa phương`."""
    words = list(_WORD.finditer(block.text, start, start + LONGEST))[: MAX_WORDS + 2]
    for count in range(len(words), 3, -1):
        found = block.text[start : words[count - 1].end()]
        if right := _full_names().get(_fold(found)):
            for word, wanted in zip(words[:count], right.split(), strict=True):
                if word[0].istitle() and wanted.islower() and not block.quoted(*word.span()):
                    edit = Edit(word.start(), word.start() + 1, word[0][0].lower())
                    yield Hit(*word.span(), {"found": found, "right": right}, (edit,))
            return


def _all_small(block: BlockFacts, match: re.Match[str]) -> Iterable[Hit]:
    """Yield a law named wholly in small letters, where the word before shows that it is named."""
    text, start = block.text, match.start()
    before = re.search(r"(\w+) $", text[max(0, start - 12) : start])
    if not before or (before[1].lower() not in _BEFORE_LAW and not before[1].isdigit()):
        return
    if not known_law(text, match.end(), match.group()) or block.quoted(start, match.end()):
        return
    end = _word_end(text, _word_end(text, match.end()) + 1)
    right = raised(match.group()) + raised(text[match.end() : end])
    edits = (Edit(start, start + 1, right[0]), Edit(match.end(), match.end() + 1, text[match.end()].upper()))
    yield Hit(start, end, {"found": text[start:end], "right": right}, edits)


def _word_end(text: str, at: int) -> int:
    while at < len(text) and text[at].isalpha():
        at += 1
    return at


def known_law(text: str, start: int, kind: str = "") -> bool:
    """Tell whether the words from `start` begin with the name of a law, of that kind when one is given."""
    known = _full_names() if kind else _names()
    words = _fold(re.split(r"[.;:()“”\"\n\d]", text[start : start + LONGEST], maxsplit=1)[0]).split()[
        :MAX_WORDS
    ]
    return any(kind + " ".join(words[:n]) in known for n in range(len(words), 0, -1))
