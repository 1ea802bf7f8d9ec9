"""Commas that a fixed series of terms wants, and marks that cut such a series."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from reportlint.facts.block import BlockFacts, Word
from reportlint.rule import Edit, Hit, Rule

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
_TAKES_FIRST = frozenset({"trực", "gián", "kế"})
"""Syllables that take the next one to themselves: `trực tiếp | nhận`."""
_CUT_AFTER = "bổ sung"


@cache
def _series() -> dict[tuple[str, str], tuple[tuple[tuple[str, ...], int, str], ...]]:
    """Map the two syllables at the missing comma to the series: its syllables, how many stand before the comma, as written."""
    found: dict[tuple[str, str], list[tuple[tuple[str, ...], int, str]]] = {}
    for line in _DATA.read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            first = line.split(", ", 1)[0].split()
            words = tuple(line.replace(",", "").split())
            found.setdefault((words[len(first) - 1], words[len(first)]), []).append((words, len(first), line))
    return {joint: tuple(series) for joint, series in found.items()}


def missing_comma(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield series of terms whose comma is missing, or is a semicolon."""
    series = _series()
    low = block.low
    for i, joint in enumerate(itertools.pairwise(low)):
        if joint in series:
            yield from _matches(block, i, series[joint])


def _matches(
    block: BlockFacts, i: int, candidates: tuple[tuple[tuple[str, ...], int, str], ...]
) -> Iterator[Hit]:
    text, words, low = block.text, block.words, block.low
    for syllables, before, wanted in candidates:
        first = i - before + 1
        if first < 0 or low[first : first + len(syllables)] != syllables:
            continue
        chosen = words[first : first + len(syllables)]
        start, end = chosen[0].start, chosen[-1].end
        gap = text[words[i].end : words[i + 1].start]
        if any(text[a.end : b.start] != " " for a, b in itertools.pairwise(chosen) if a is not words[i]):
            continue
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
    """Tell whether the first term begins where it seems to; a capital inside is a name."""
    if any(word.text[:1].isupper() for word in chosen[before:]):
        return False
    previous = (
        block.low[first - 1]
        if first and block.text[block.words[first - 1].end : chosen[0].start] == " "
        else ""
    )
    if before > 1:
        return previous not in _TAKES_FIRST
    left = block.text[: chosen[0].start].rstrip()
    follower = block.text[chosen[-1].end :].split(" ", 2)[1:2]
    return (previous in _BEFORE_SINGLE or (not previous and left[-1:].isdigit())) and follower != ["hành"]


_UNITS = (
    "người|hộ|đồng|hồ sơ|trường hợp|lượt|vụ|đơn vị|tỷ|triệu|kg|tấn|ha|km|cơ sở|dự án|doanh nghiệp|thủ tục|văn bản|đại biểu|đảng viên|công chức|viên chức|học sinh"
    "|lớp|cuộc|đoàn|tổ|xã|thôn|m2|m3|năm"
)
_PARENTHESIS = re.compile(
    rf"(?:\d|[%)”]|(?<!\w)\d[\d.,]* (?:{_UNITS}))(?P<gap> )(?P<opener>trong đó|nhất là)(?= [^\W_])|(?:đẩy mạnh|tăng cường|quan tâm)(?P<gap2> )(?P<opener2>nhất là)(?= )"
)


def before_parenthesis(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield `trong đó` and `nhất là` behind a count or a bracket without a comma."""
    if "trong đó" not in block.text and "nhất là" not in block.text:
        return
    for match in _PARENTHESIS.finditer(block.text):
        group = "" if match["gap"] else "2"
        at, end = match.start(f"gap{group}"), match.end(f"opener{group}")
        yield Hit(at - 1, end, {"opener": match[f"opener{group}"]}, (Edit(at, at, ","),))
