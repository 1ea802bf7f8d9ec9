"""Commas that a fixed series of terms wants, and marks that cut such a series."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from reportlint.facts.block import BlockFacts, Word
from reportlint.knowledge import ngrams
from reportlint.patterns import holds
from reportlint.report import Report
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
def _entries() -> tuple[str, ...]:
    """Return the lines of the list; those that begin with `? ` may go without their comma."""
    lines = _DATA.read_text(encoding="utf-8").split("\n")
    return tuple(line for line in lines if line and line[0] != "#")


@cache
def _lines(*, either: bool = False) -> dict[tuple[str, str], list[str]]:
    """Map the two syllables at the missing comma to the series as listed: those that want it, or those that may go without."""
    found: dict[tuple[str, str], list[str]] = {}
    for line in _entries():
        if line.startswith("? ") is either:
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
    yield from _listed(report)
    yield from _parted(report)
    yield from _prevention(report)
    yield from _departments(report)


_PREVENTION = re.compile(r"(?<!dự )(?<!\w)[Pp]hòng (?=chống(?!\w))")
_DEPARTMENTS = re.compile(r"(?<!\w)(?:các|với|của) (?P<pair>[Ss]ở(?P<gap> )[Bb]an)(?=,? [Nn]gành(?!\w))")


def _departments(report: Report) -> Iterator[Hit]:
    """Yield `sở ban ngành`, whether or not the report has the comma elsewhere."""
    text = report.document.text
    for match in _DEPARTMENTS.finditer(text) if holds(text, ("ở ban", "ở Ban")) else ():
        at, found = match.start("gap"), match["pair"]
        args = {"found": found, "wanted": found.replace(" ", ", ")}
        yield Hit(*match.span("pair"), args, (Edit(at, at, ","),))


def _prevention(report: Report) -> Iterator[Hit]:
    """Yield `phòng chống` where the report has `phòng, chống`, as the laws do."""
    text = report.document.text
    if "hòng, chống" in text and "hòng chống" in text:
        for match in _PREVENTION.finditer(text):
            start, at, end = match.start(), match.end() - 1, match.end() + len("chống")
            if not report.facts.quoted(start, end):
                args = {"found": text[start:end], "wanted": "phòng, chống"}
                yield Hit(start, end, args, (Edit(at, at, ","),))


def _listed(report: Report) -> Iterator[Hit]:
    """Yield the series of the list."""
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


KNOWN = 100
"""How often two syllables must have been seen together to be a term."""
RARELY = 50
"""So many times rarer than either term must their meeting without a comma be (n-grams of legal texts)."""
MAX_BARE = 6
"""Terms that stand without a comma more than so many times as often as with one are no series here."""
_GOVERNS = frozenset(
    {
        *("tổ chức", "chỉ đạo", "đề nghị", "yêu cầu", "tiếp tục"),
        *("thông tin", "danh sách", "nội dung", "hội viên", "văn bản"),
    }
)
"""Terms that take what follows as their object or their kind: `tổ chức hướng dẫn`."""


@cache
def _members() -> frozenset[str]:
    """Return the terms of all series of the list."""
    lines = (line.removeprefix("? ").partition(" ! ")[0] for line in _entries())
    return frozenset(term for line in lines for term in line.split(", "))


@cache
def _lasts() -> frozenset[str]:
    """Return the last syllables of these terms."""
    return frozenset(term[term.rfind(" ") + 1 :] for term in _members())


def _parted(report: Report) -> Iterator[Hit]:
    """Yield two terms of series without the comma that the report puts between the same two elsewhere."""
    parted: Counter[tuple[str, ...]] = Counter()
    lasts, members = _lasts(), _members()
    for facts in report.facts.blocks:
        low = facts.low
        commas = [k for k, gap in enumerate(facts.gaps[:-1]) if gap == ", " and k > 1 and low[k - 1] in lasts]
        behind = [k for k in commas if f"{low[k - 2]} {low[k - 1]}" in members]
        parted.update(_terms(facts, k - 1, ", ") for k in behind)
    series = {four: times for four, times in parted.items() if four and _is_series(*four)}
    joints = frozenset((four[1], four[2]) for four in series) - _joints() - _joints(either=True)
    bare: dict[tuple[str, ...], list[Hit]] = defaultdict(list)
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        for i in facts.meeting(joints):
            four = _terms(facts, i, " ")
            start, end, at = facts.start(i - 1), facts.end(min(i + 2, len(facts.low) - 1)), facts.end(i)
            if four in series and not facts.quoted(start, end):
                args = {"found": facts.text[start:end], "wanted": f"{four[0]} {four[1]}, {four[2]} {four[3]}"}
                bare[four].append(Hit(start, end, args, (Edit(at, at, ","),)).shifted(block.start))
    for four, hits in bare.items():
        if len(hits) <= MAX_BARE * series[four]:
            yield from hits


def _terms(facts: BlockFacts, i: int, joint: str) -> tuple[str, ...]:
    """Return the two words that end with word `i` and the two behind it, small all, with `joint` between; none where they are not so."""
    if i < 1 or i + 2 >= len(facts.low) or facts.gaps[i : i + 3] != (" ", joint, " "):
        return ()
    four = facts.written[i - 1 : i + 3]
    return four if all(map(str.islower, four)) else ()


def _is_series(first: str, second: str, third: str, fourth: str) -> bool:
    """Tell whether both are terms of series and legal texts all but never write one directly behind the other."""
    left, right = f"{first} {second}", f"{third} {fourth}"
    if left in _GOVERNS or (right == "tổ chức" and left != "cơ quan") or not {left, right} <= _members():
        return False
    terms = min(ngrams.bigram(first, second), ngrams.bigram(third, fourth))
    meeting = min(ngrams.trigram(first, second, third), ngrams.trigram(second, third, fourth))
    return terms >= KNOWN and meeting * RARELY < terms
