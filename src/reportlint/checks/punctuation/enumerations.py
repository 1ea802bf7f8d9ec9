"""DC013: commas that a fixed series of terms wants, and marks that cut such a series."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from reportlint.facts.block import BlockFacts, Word
from reportlint.rule import Edit, Hit, Rule

_DATA = Path(__file__).with_name("enumerations.txt")
_BEFORE_SINGLE = frozenset(
    {"các", "của", "mọi", "số", "với", "giữa", "từ", "đến", "cho", "tại", "cả", "những", "trên", "cùng"}
    | {"nhiều"}
)
"""Words before which a first term of one syllable cannot be the end of a longer word (cán bộ, cơ sở, văn phòng)."""
_BEFORE_IN_ROW = frozenset({"sở", "bộ", "cấp", "phòng", "xanh", "điện"})
"""Terms of one syllable behind which, with a comma, stands another: `sở, ban ngành`, `xanh, sạch đẹp`."""
_TAKES_FIRST = frozenset({"trực", "gián", "kế"})
"""Syllables that take the next one to themselves: `trực tiếp | nhận`."""
_CUT_AFTER = "bổ sung"


class _Series(NamedTuple):
    """Terms that take a comma between them."""

    syllables: tuple[str, ...]
    before: int
    """How many of the syllables stand before the comma."""
    wanted: str
    unless: frozenset[str]
    """Syllables before which the form without comma is right."""


@cache
def entries() -> tuple[str, ...]:
    """Return the lines of the list; those that begin with `? ` may go without their comma."""
    lines = _DATA.read_text(encoding="utf-8").split("\n")
    return tuple(line for line in lines if line and line[0] != "#")


@cache
def _lines(*, either: bool = False) -> dict[tuple[str, str], list[str]]:
    """Map the two syllables at the missing comma to the series as listed: those that want it, or those that may go without."""
    found: dict[tuple[str, str], list[str]] = {}
    for line in entries():
        if line.startswith("? ") is either:
            before, _, behind = line.removeprefix("? ").partition(", ")
            joint = before[before.rfind(" ") + 1 :], behind.partition(" ")[0].removesuffix(",")
            found.setdefault(joint, []).append(line)
    return found


@cache
def series_at(joint: tuple[str, str], *, either: bool = False) -> tuple[_Series, ...]:
    """Return the series with these two syllables at the missing comma. Few of 800 are ever asked for."""
    return tuple(map(_read, _lines(either=either)[joint]))


def _read(line: str) -> _Series:
    wanted, _, unless = line.removeprefix("? ").partition(" ! ")
    first = wanted.count(" ", 0, wanted.index(",")) + 1
    return _Series(tuple(wanted.replace(",", "").split()), first, wanted, frozenset(unless.split()))


@cache
def joints(*, either: bool = False) -> frozenset[tuple[str, str]]:
    """Return the two syllables at the missing comma of every series."""
    return frozenset(_lines(either=either))


def missing_comma(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield series of terms whose comma is missing, or is a semicolon."""
    low = block.low
    for i in block.meeting(joints()):
        yield from matches(block, i, series_at((low[i], low[i + 1])))


def matches(block: BlockFacts, i: int, candidates: tuple[_Series, ...]) -> Iterator[Hit]:
    """Yield the series that stand in a paragraph with their joint at word `i` and without its comma; offsets are the paragraph's."""
    text, low, gaps = block.text, block.low, block.gaps
    for syllables, before, wanted, unless in candidates:
        first = i - before + 1
        behind = first + len(syllables)
        if first < 0 or low[first:behind] != syllables:
            continue
        gap = gaps[i + 1]
        if gap not in {" ", "; "} or any(gaps[k] != " " for k in range(first + 1, behind) if k != i + 1):
            continue
        if unless and low[behind : behind + 1] and low[behind] in unless:
            continue
        words = block.words
        chosen = words[first:behind]
        start, end = chosen[0].start, chosen[-1].end
        if gap == "; " and wanted.endswith(_CUT_AFTER):
            at = words[i].end
            yield Hit(
                start,
                words[i + 1].start - 1,
                {"found": text[start:end], "wanted": wanted},
                (Edit(at, at + 1, ","),),
                variant="semicolon",
            )
        elif gap == " " and _stands_alone(block, first, before, chosen) and not block.quoted(start, end):
            yield Hit(
                start,
                end,
                {"found": text[start:end], "wanted": wanted},
                (Edit(words[i].end, words[i].end, ","),),
            )


def _stands_alone(block: BlockFacts, first: int, before: int, chosen: tuple[Word, ...]) -> bool:
    """Tell whether the first term begins where it seems to; a capital inside, or one more before it, is a name."""
    if any(word.text[:1].isupper() for word in chosen[before:]):
        return False
    gap = block.text[block.end(first - 1) : chosen[0].start] if first else ""
    previous = block.low[first - 1] if gap == " " else ""
    if before > 1:
        named = previous and chosen[0].text[0].isupper() and block.written[first - 1].istitle()
        return previous not in _TAKES_FIRST and not named
    left = block.text[: chosen[0].start].rstrip()
    follower = block.text[chosen[-1].end :].split(" ", 2)[1:2]
    in_row = gap == ", " and block.low[first - 1] in _BEFORE_IN_ROW
    begins = previous in _BEFORE_SINGLE or (not previous and left[-1:].isdigit()) or in_row
    return begins and follower != ["hành"]
