"""The subject of one document against its other mentions and against the register: words dropped, added or turned round."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from reportlint.checks.citations.known import register_of
from reportlint.rule import Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.citations import Citation
    from reportlint.report import Report
    from reportlint.rule import Rule

_LEAD = re.compile(r"\s*,?\s*(?P<quote>[“\"])?\s*(?:[Vv]ề việc |[Vv]ề |[Vv]/v )?(?P<quote2>[“\"])?")
_END = re.compile(r"[“”\".;:()\n]|, (?=[A-ZĐ])")
_GOES_ON = re.compile(r"(?:và|hoặc|để|gồm|nhằm|đến)\b")
"""What follows is no subject: the sentence goes on."""
_WORD = re.compile(r"[^\W_]+")
MIN_COMMON = 3
"""Words that must agree on both sides of a difference, so that it is one text with a slip and not two texts."""
MAX_GAP = 4
"""Words that may be dropped or added."""


class _Subject(NamedTuple):
    """A subject as written: its words in lower case, and where it stands in the text of the document."""

    words: tuple[str, ...]
    text: str
    start: int
    end: int

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where each word stands."""
        return [m.span() for m in _WORD.finditer(self.text, self.start, self.end)]


def conflicts(report: Report, rule: Rule) -> Iterable[Hit]:
    """One document has one subject: the mention that differs from the register, or drops words the other has, is marked."""
    for document in report.facts.cited:
        if len(document.mentions) < 2:
            continue
        found = [
            (m, s)
            for m in document.mentions
            if report.in_body(m.start) and len((s := _subject(report, m)).words) > 2 * MIN_COMMON
        ]
        for i, (mention, subject) in enumerate(found):
            for other, model in found[:i]:
                if hit := _pair_hit(report, (mention, subject), (other, model)):
                    yield hit
                    break


def _pair_hit(report: Report, one: tuple[Citation, _Subject], two: tuple[Citation, _Subject]) -> Hit | None:
    """Compare two mentions; mark the one that has fewer words, or that the register contradicts."""
    gap = _difference(one[1].words, two[1].words)
    if gap is None:
        return None
    (wrong, place), (right, _) = ((one, gap[0]), (two, gap[1]))
    if _knows(report, one[0], one[1]) or (
        len(one[1].words[gap[0][0] : gap[0][1]]) > gap[1][1] - gap[1][0]
        and not _knows(report, two[0], two[1])
    ):
        (wrong, place), (right, _) = ((two, gap[1]), (one, gap[0]))
    start, end = _span(wrong[1], place)
    args = {
        "document": wrong[0].symbol_text,
        "found": report.document.text[start:end],
        "where": report.where(right[0].start),
    }
    return Hit(
        start,
        end,
        args,
        (),
        (Related(right[1].spans[0][0], right[1].spans[-1][1], Said("trích yếu khác", "another subject")),),
        cause="subject",
    )


def against_register(report: Report, rule: Rule) -> Iterable[Hit]:
    """The subject of a central document as the register has it; only words dropped or added inside an otherwise equal text count."""
    for document in report.facts.cited:
        for mention in document.mentions:
            if not (mention.year or mention.organ in {"TW", "CP", "TTg"}) or not mention.date:
                continue
            subject = _subject(report, mention)
            for entry in register_of(report).lookup(mention.symbol, mention.date.value):
                title = _words(re.sub(r"^(?:về việc|về) ", "", entry.title))
                gap = _difference(subject.words, title) if entry.confidence != "weak" else None
                if gap and not _hollow(subject.words[slice(*gap[0])] + title[slice(*gap[1])]):
                    start, end = _span(subject, gap[0])
                    yield Hit(
                        start,
                        end,
                        {
                            "document": mention.symbol_text,
                            "found": report.document.text[start:end],
                            "known": entry.title,
                        },
                        cause="subject",
                    )
                    break


def _hollow(words: tuple[str, ...]) -> bool:
    """Tell whether the words in which two texts differ change nothing: `hướng dẫn (thi hành) một số điều`."""
    return set(words) <= {"thi", "hành"}


def _subject(report: Report, mention: Citation) -> _Subject:
    text = report.document.text
    lead = _LEAD.match(text, mention.subject_start)
    start = lead.end() if lead else mention.subject_start
    limit = min(start + 320, report.document.block_at(mention.start).end)
    citations = report.facts.citations
    following = bisect_right(citations, mention.end, key=_START)
    if following < len(citations):
        limit = min(limit, citations[following].start)
    if _GOES_ON.match(text, start):
        return _Subject((), text, start, start)
    stop = _END.search(text, start, limit)
    end = stop.start() if stop else limit
    return _Subject(_words(text[start:end]), text, start, end)


_START = attrgetter("start")


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.lower()))


def _knows(report: Report, mention: Citation, subject: _Subject) -> bool:
    """Tell whether the register's title begins as this subject does, or the other way round."""
    for entry in register_of(report).lookup(mention.symbol):
        title = _words(re.sub(r"^(?:về việc|về) ", "", entry.title))
        common = min(len(title), len(subject.words))
        if common > MIN_COMMON and title[:common] == subject.words[:common]:
            return True
    return False


def _difference(
    one: tuple[str, ...], other: tuple[str, ...]
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return where two texts differ, as word ranges in each, when they agree before and behind; None when equal or too unlike."""
    first = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if first is None:
        return None
    best = None
    for drop in range(MAX_GAP + 1):
        for add in range(MAX_GAP + 1):
            if drop == add == 0 or (drop and add and first >= MIN_COMMON):
                continue
            behind = one[first + drop : first + drop + MIN_COMMON]
            if (
                len(behind) == MIN_COMMON
                and behind == other[first + add : first + add + MIN_COMMON]
                and (best is None or drop + add < best[0])
            ):
                best = (drop + add, drop, add)
    if best is None or (first < MIN_COMMON and best[1] * best[2] == 0):
        return None
    return (first, first + best[1]), (first, first + best[2])


def _span(subject: _Subject, place: tuple[int, int]) -> tuple[int, int]:
    """The differing words, or the two between which words are missing."""
    low, high = place
    if low == high:
        low, high = max(0, low - 1), min(low + 1, len(subject.words))
    return subject.spans[low][0], subject.spans[high - 1][1]
