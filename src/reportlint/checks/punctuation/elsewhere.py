"""DC023: the comma of a series that may go without it, where the report has it elsewhere; that of `sở, ban ngành` always."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import compress, count

from reportlint.checks.punctuation.enumerations import entries, joints, matches, series_at
from reportlint.facts.block import BlockFacts
from reportlint.knowledge import ngrams
from reportlint.patterns import holds
from reportlint.report import Report
from reportlint.rule import Edit, Hit, Rule


def as_elsewhere(report: Report, rule: Rule) -> Iterable[Hit]:
    """Yield series that may go without their comma, where the report has it elsewhere, and `sở ban ngành`."""
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
        for i in facts.meeting(joints(either=True)):
            for hit in matches(facts, i, series_at((facts.low[i], facts.low[i + 1]), either=True)):
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
_KEPT = 8192
"""How many answers are remembered: officialese repeats its series."""
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
    lines = (line.removeprefix("? ").partition(" ! ")[0] for line in entries())
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
        low, gaps = facts.low, facts.gaps
        for k in compress(count(), map(", ".__eq__, gaps)):  # behind word k - 1
            if (
                1 < k < len(low) - 1
                and low[k - 1] in lasts
                and f"{low[k - 2]} {low[k - 1]}" in members
                and f"{low[k]} {low[k + 1]}" in members
            ):
                parted[_terms(facts, k - 1, ", ")] += 1
    series = {four: times for four, times in parted.items() if four and _is_series(*four)}
    meeting = frozenset((four[1], four[2]) for four in series) - joints() - joints(either=True)
    bare: dict[tuple[str, ...], list[Hit]] = defaultdict(list)
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        for i in facts.meeting(meeting):
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


@lru_cache(_KEPT)
def _is_series(first: str, second: str, third: str, fourth: str) -> bool:
    """Tell whether both are terms of series and legal texts all but never write one directly behind the other."""
    left, right = f"{first} {second}", f"{third} {fourth}"
    if left in _GOVERNS or (right == "tổ chức" and left != "cơ quan") or not {left, right} <= _members():
        return False
    terms = min(ngrams.bigram(first, second), ngrams.bigram(third, fourth))
    meeting = min(ngrams.trigram(first, second, third), ngrams.trigram(second, third, fourth))
    return terms >= KNOWN and meeting * RARELY < terms
