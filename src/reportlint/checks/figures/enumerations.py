"""Figures followed by an enumeration of their parts, read only where the structure is beyond doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportlint.checks.figures.listed_parts import listed_parts
from reportlint.checks.figures.shared_runs import shared_runs
from reportlint.checks.figures.units import MAX_SENTENCE, same_kind, same_unit, sentence_start
from reportlint.facts.numbers import within
from reportlint.patterns import Pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from reportlint.checks.figures.listed_parts import Parts
    from reportlint.facts.block import BlockFacts
    from reportlint.facts.numbers import Figure

_NOUN = r"(?:[^\W\d_]|[ \n-]|, ?(?=thị trấn|phường|đặc khu|thị xã|thành phố|quận|[^\W\d_]+(?: [^\W\d_]+){0,2} ?\()){0,70}"
_WHOLE = r"(?:gồm có|bao gồm|gồm|chia ra)(?: các)?"
_SOME = r"[Tt]rong đó(?:\s?:|,|\scó)?(?=\s)"
_OPENER = Pattern(
    rf"(?P<noun>{_NOUN}(?:\([^()\d]{{0,60}}\)\s?)?(?:/ ?[^\W\d_]+\s?)?(?:\([^()]{{0,40}}\)\s?)?)"
    rf"(?:(?P<bracket>\()\s?(?:{_WHOLE})?\s?:?|[,;:]?\s?(?:{_WHOLE})(?:\s?:|(?P<bare>(?=\s)))|[,;:]?\s?(?P<partial>{_SOME}))"
)
_FARTHER = Pattern(rf"(?<=[,;]\s)(?:(?:{_WHOLE})(?:\s?:|(?=\s))|(?P<partial>{_SOME}))")
"""What introduces the parts of a total that is not the last figure before it."""
_CAUSES = Pattern(r"Nguyên nhân[^.:;\d]{0,40}:(?=\s\d)")
_HAPPENED = Pattern(r"(?:xảy ra|phát sinh)\s(?:tổng số\s)?\Z")
_OF_ALL = Pattern(r"\b[Tt]rong (?:(?:tổng )?số )?\Z")
_OF_ALL_LINK = Pattern(r"(?P<partial>(?:\s[^\W\d_]+){1,5}?),?\s(?:thì )?có(?=\s\d)")
_STOP = Pattern(r"\.(?=\s|\Z)|;?\s*[Tt]rong (?:đó|số đó)")


class Enumeration(NamedTuple):
    """A total and the figures of the parts behind it."""

    total: Figure
    parts: tuple[Figure, ...]
    partial: bool
    """Introduced by `trong đó`: the parts need not be all."""
    labelled: bool
    """Every part has words before its figure (`Nam: 05`), or all are of one kind (`26 đội hình …; 13 đội hình …`)."""
    loose: bool = False
    """Read behind a bare `gồm`, up to a semicolon behind which the sentence goes on, or behind figures of other things."""
    rest: bool = False
    """The last part is what is left (`các khoản khác`), so that none is missing."""
    apart: bool = False
    """The parts share nothing: each case has one cause."""


def enumerations(block: BlockFacts) -> Iterator[Enumeration]:
    """Yield what is followed by its parts: in brackets, behind `gồm:` or `trong đó`."""
    read: set[int] = set()
    for figure in block.figures[:-2]:
        if not _countable(figure):
            continue
        opener = _OPENER.match(block.text, figure.end) or _of_all(block.text, figure)
        if opener and (found := _enumeration(block, figure, opener)):
            if any(same_unit(p, figure) or not p.unit for p in found.parts):
                read.add(found.parts[0].start)
            yield found
    yield from (e for e in _farther(block) if e.parts[0].start not in read)
    yield from _causes(block)
    for total, parts in shared_runs(block):
        if parts[0].start not in read:
            yield Enumeration(total, parts, partial=False, labelled=True, loose=True)


def _of_all(text: str, figure: Figure) -> re.Match[str] | None:
    """Match what stands between total and parts in `trong tổng số 40 cơ sở có 25 cơ sở …; 15 cơ sở …`."""
    lead = _OF_ALL.search(text, max(0, figure.start - 14), figure.start)
    return _OF_ALL_LINK.match(text, figure.end) if lead else None


def _farther(block: BlockFacts) -> Iterator[Enumeration]:
    """Yield parts whose total stands before figures of other things: `10 lớp cho 400 người, gồm: 04 lớp …; 06 lớp …`."""
    text = block.text
    if "gồm" not in text and "rong đó" not in text and "hia ra" not in text:
        return
    for match in _FARTHER.finditer(text):
        low = sentence_start(text, match.start())
        behind = within(block.figures, match.end(), match.end() + MAX_SENTENCE)[:1]
        totals = within(block.figures, low, match.start())
        total = next(
            (f for f in reversed(totals) if behind and _countable(f) and same_kind(f, behind[0])), None
        )
        found = _enumeration(block, total, match) if total else None
        if found and all(same_kind(p, found.total) for p in found.parts):
            yield found._replace(loose=True)


def _causes(block: BlockFacts) -> Iterator[Enumeration]:
    """Yield what happened and its causes in a sentence of their own: `Xảy ra 04 vụ. Nguyên nhân: 03 vụ do …; 01 vụ do …`."""
    for match in _CAUSES.finditer(block.text) if "Nguyên nhân" in block.text else ():
        parts = listed_parts(block, match.end(), _close(block.text, match))
        told = within(block.figures, match.start() - MAX_SENTENCE, match.start())
        happened = [
            f for f in told if _countable(f) and _HAPPENED.search(block.text, max(0, f.start - 20), f.start)
        ]
        if parts and len(happened) == 1 and all(same_unit(p, happened[0]) for p in parts.figures):
            yield Enumeration(happened[0], parts.figures, partial=True, labelled=parts.labelled, apart=True)


def _enumeration(block: BlockFacts, total: Figure, opener: re.Match[str]) -> Enumeration | None:
    """Read the parts up to the end of the sentence, or else up to a semicolon behind which no part can follow."""
    start, end = opener.end(), _close(block.text, opener)
    if not end:
        return None
    parts, loose = listed_parts(block, start, end), False
    if parts is None and not opener.groupdict().get("bracket"):
        parts, loose = _before_semicolon(block, total, start, end), True
    if parts is None:
        return None
    partial = opener["partial"] is not None and not parts.shared
    loose = loose or opener.groupdict().get("bare") is not None
    return Enumeration(total, parts.figures, partial, parts.labelled, loose, parts.rest)


def _before_semicolon(block: BlockFacts, total: Figure, start: int, end: int) -> Parts | None:
    """Read parts of one unit, or of none, up to a semicolon behind which the sentence speaks of other things."""
    semicolon = block.text.find(";", start, end)
    parts = listed_parts(block, start, semicolon) if semicolon > 0 else None
    if parts is None or len({p.unit for p in parts.figures}) > 1:
        return None
    return parts if _goes_on(block, semicolon, end, (total, parts.figures[0])) else None


def _goes_on(block: BlockFacts, start: int, end: int, counted: tuple[Figure, ...]) -> bool:
    """Tell whether the sentence speaks of other things behind a list: none of its figures may be one more part."""
    rest = within(block.figures, start, end)
    return not any(not f.unit or any(same_unit(f, c) for c in counted) for f in rest)


def _close(text: str, opener: re.Match[str]) -> int:
    """Return where the enumeration ends; 0 when that cannot be told."""
    if opener.groupdict().get("bracket"):
        depth = 1
        for at in range(opener.end(), len(text)):
            depth += (text[at] == "(") - (text[at] == ")")
            if depth == 0:
                return at
        return 0
    stop = _STOP.search(text, opener.end())
    return stop.start() if stop else len(text)


def _countable(figure: Figure) -> bool:
    return not figure.ratio and not figure.ranged and figure.unit not in {"%", "‰"}
