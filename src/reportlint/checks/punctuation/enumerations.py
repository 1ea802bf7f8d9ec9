"""Commas that a fixed series of terms wants, and marks that cut such a series."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from reportlint.facts.block import BlockFacts, Word
from reportlint.report import Report
from reportlint.rule import Edit, Hit, Rule, only_where

_DATA = Path(__file__).with_name("enumerations.txt")
_BEFORE_SINGLE = frozenset(
    [
        "các",
        "của",
        "mọi",
        "số",
        "với",
        "giữa",
        "từ",
        "đến",
        "cho",
        "tại",
        "cả",
        "những",
        "trên",
        "cùng",
        "nhiều",
    ]
)
"""Words before which a first term of one syllable cannot be the end of a longer word (cán bộ, cơ sở, văn phòng)."""
_BEFORE_IN_ROW = frozenset({"sở", "bộ", "cấp", "phòng", "xanh"})
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
def _lines(*, either: bool = False) -> dict[tuple[str, str], list[str]]:
    """Map the two syllables at the missing comma to the series as listed: those that want it, or those that may go without."""
    found: dict[tuple[str, str], list[str]] = {}
    for line in _DATA.read_text(encoding="utf-8").split("\n"):
        if line and line[0] != "#" and line.startswith("? ") is either:
            before, _, behind = line.removeprefix("? ").partition(", ")
            joint = before[before.rfind(" ") + 1 :], behind.partition(" ")[0].removesuffix(",")
            found.setdefault(joint, []).append(line)
    return found


@cache
def _series(joint: tuple[str, str], *, either: bool = False) -> tuple[_Series, ...]:
    """Return the series with these two syllables at the missing comma. Few of 800 are ever asked for."""
    return tuple(map(_read, _lines(either=either)[joint]))


def _read(line: str) -> _Series:
    wanted, _, unless = line.removeprefix("? ").partition(" ! ")
    first = wanted.count(" ", 0, wanted.index(",")) + 1
    return _Series(tuple(wanted.replace(",", "").split()), first, wanted, frozenset(unless.split()))


@cache
def _joints(*, either: bool = False) -> frozenset[tuple[str, str]]:
    return frozenset(_lines(either=either))


def missing_comma(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield series of terms whose comma is missing, or is a semicolon."""
    low = block.low
    for i in block.meeting(_joints()):
        yield from _matches(block, i, _series((low[i], low[i + 1])))


def _matches(block: BlockFacts, i: int, candidates: tuple[_Series, ...]) -> Iterator[Hit]:
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


def as_elsewhere(report: Report, rule: Rule) -> Iterable[Hit]:
    """Yield series that may go without their comma, where the report has it elsewhere."""
    low_text = ""
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        for i in facts.meeting(_joints(either=True)):
            for hit in _matches(facts, i, _series((facts.low[i], facts.low[i + 1]), either=True)):
                low_text = low_text or report.document.text.lower()
                first, second = str(hit.args["wanted"]).split(", ")
                if f"{first}, " in low_text and re.search(
                    rf"{first}, (?:[^.;:,\n]{{2,25}}, )?{second}\b", low_text
                ):
                    yield hit.shifted(block.start)


_UNITS = (
    "người|hộ|đồng|hồ sơ|trường hợp|lượt|vụ|đơn vị|tỷ|triệu|kg|tấn|ha|km|cơ sở|dự án|doanh nghiệp|thủ tục|văn bản|đại biểu|đảng viên|công chức|viên chức|học sinh"
    "|lớp|cuộc|đoàn|tổ|xã|thôn|m2|m3|năm"
)
_PARENTHESIS = re.compile(
    rf"(?:\d|[%)”]|(?<!\w)\d[\d.,]* (?:{_UNITS}))(?P<gap> )(?P<opener>trong đó|nhất là)(?= [^\W_])|(?:đẩy mạnh|tăng cường|quan tâm)(?P<gap2> )(?P<opener2>nhất là)(?= )"
)


@only_where("trong đó", "nhất là")
def before_parenthesis(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield `trong đó` and `nhất là` behind a count or a bracket without a comma."""
    for match in _PARENTHESIS.finditer(block.text):
        group = "" if match["gap"] else "2"
        at, end = match.start(f"gap{group}"), match.end(f"opener{group}")
        yield Hit(at - 1, end, {"opener": match[f"opener{group}"]}, (Edit(at, at, ","),))
