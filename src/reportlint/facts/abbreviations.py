"""Abbreviations and short forms that a text declares: `cải cách hành chính (CCHC)`, `(sau đây gọi tắt là …)`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportlint.letters import UPPER

if TYPE_CHECKING:
    from collections.abc import Iterator

ABBREVIATION = rf"[{UPPER}][{UPPER}0-9]*(?:[ &./-]?[{UPPER}0-9]{{2,}}|&[{UPPER}]+|[a-zđ]?[{UPPER}]+)*"
_DECLARED = re.compile(
    rf"\((?:(?:(?P<lead>(?:[Ss]au đây |[Dd]ưới đây )?(?:gọi|viết) tắt(?: chung)? là|[Gg]ọi tắt(?: là)?|[Vv]iết tắt(?: (?:theo |trong |bằng )?tiếng Anh)?(?: là)?|[Gg]ọi chung là"
    rf"|[Ss]au đây gọi là)[: ]+)?(?P<open>[“\"])?(?P<short>(?(lead)[^()“”\"]{{2,80}}|{ABBREVIATION}))[”\"]?"
    rf"|(?P<one>{ABBREVIATION})(?P<and> và |, )(?P<two>{ABBREVIATION}))\)"
)


class Definition(NamedTuple):
    """A short form and the words it stands for. `start` and `end` are those of the brackets."""

    start: int
    end: int
    short: str
    short_start: int
    long: str
    """The words before the bracket whose initials make the abbreviation; empty when they do not."""
    announced: bool
    """By `sau đây gọi tắt là` and the like."""

    def moved(self, by: int) -> Definition:
        """Return the definition moved by a number of code points."""
        return Definition(
            self.start + by, self.end + by, self.short, self.short_start + by, self.long, self.announced
        )


def definitions(text: str) -> Iterator[Definition]:
    """Yield the definitions of one paragraph, in order. A bracketed abbreviation counts when the words before it spell it."""
    for match in _DECLARED.finditer(text):
        if match["short"] is None:
            yield from _two(text, match)
            continue
        short = match["short"].strip()
        long = expansion(text[max(0, match.start() - MAX_LONG) : match.start()], short)
        announced = match["lead"] is not None
        if announced or long or _like_abbreviation(short):
            yield Definition(match.start(), match.end(), short, match.start("short"), long, announced)


def _two(text: str, match: re.Match[str]) -> Iterator[Definition]:
    """Yield both abbreviations of one bracket where the words before it spell them: `… và cứu nạn, cứu hộ (PCCC và CNCH)`."""
    before = text[max(0, match.start() - MAX_LONG) : match.start()].rstrip()
    if second := expansion(before, match["two"]):
        before = re.sub(r"[\s,]+(?:và )?$", "", before.removesuffix(second))
        if first := expansion(before, match["one"]):
            spans = (match.start(), match.start("and")), (match.start("two"), match.end())
            for (start, end), name, long in zip(spans, ("one", "two"), (first, second), strict=True):
                yield Definition(start, end, match[name], match.start(name), long, announced=False)


def _like_abbreviation(short: str) -> bool:
    letters = [c for c in short if c.isalpha()]
    return len(letters) >= 2 and sum(c.isupper() for c in letters) >= len(letters) - 1


def expansion(before: str, short: str) -> str:
    """Return the words at the end of `before` whose initials are the letters of `short`; empty when they are not."""
    letters = [c for c in short if c.isalpha()]
    words = list(re.finditer(r"[^\W\d_]+", before))
    skipped = 0
    at = len(words)
    for letter in reversed(letters):
        at -= 1
        while at >= 0 and words[at].group()[0].upper() != letter.upper() and skipped < MAX_SKIPPED:
            at, skipped = at - 1, skipped + 1
        if at < 0 or words[at].group()[0].upper() != letter.upper():
            return ""
    return before[words[at].start() :].strip() if letters else ""


_USE = re.compile(rf"[{UPPER}](?<![\w/.&-].)[{UPPER}]+(?:[&-][{UPPER}]+)*(?!\w|/(?!\d+ )|[.-]\d)")
"""A run of capitals that is no piece of a document's symbol, a number or a code with figures."""


def uses(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, text) of every run of capitals that may be an abbreviation, those in brackets too."""
    for match in _USE.finditer(text):
        yield match.start(), match.end(), match.group()


MAX_LONG = 300
"""The words that an abbreviation stands for are among so many code points before its bracket."""
MAX_SKIPPED = 3
"""How many small words (và, của …) an abbreviation may pass over."""
