"""The list of recipients (Nơi nhận): one a line, `- …;`, the archive line last."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlint.outline.foot import AUTHORITY, POST
from reportlint.rule import Edit, Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.report import Report
    from reportlint.rule import Rule

_PIECE = re.compile(r"(?:(?!\t|[^\S\n]{4})[^\n])+")
"""A line, or what stands before or behind a wide gap within it."""
_BRACE = re.compile(r"[{}]")
"""Joins several recipients to one purpose, so that none of their lines ends as usual."""
_DASH = re.compile(r"\s*[-–_+•*]\s*")
_SIGNED = re.compile(r"(?<=[:;.,]) +(?=(?:T/?M|K/?T|T/?L|TUQ|Q)\.? (?!\()|PHÓ |CHỦ TỊCH|GIÁM ĐỐC)")
_JUNK = re.compile(
    r"(?P<mark>[;,.]?)(?P<junk>(?:\s+\S{1,2})*\s+\w?['\"‘’“”`´^~|*\\/&_]\w?(?:\s+\S{1,2})*)\s*$"
)
_KEEPING = re.compile(r"L[ưu]u\b", re.IGNORECASE)
BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One recipient. `start` is the document's; the other offsets are the entry's text's."""

    start: int
    text: str
    name_start: int
    name_end: int
    last: bool
    """Whether the list ends here for sure: nothing of it was lost behind."""
    broken: bool
    """Whether the next line or a brace goes on with this entry, so that its end is not known."""

    @property
    def name(self) -> str:
        """The recipient without dash and final mark."""
        return self.text[self.name_start : self.name_end]

    @property
    def keeping(self) -> bool:
        """Whether it is the archive line."""
        return bool(_KEEPING.match(self.text, self.name_start))


def entries(report: Report) -> list[Entry]:
    """Return the recipients in order; a signature that OCR ran into a line is cut off."""
    document, found = report.document, []
    spans = report.outline.recipients
    for i, span in enumerate(spans):
        lines = list(_lines(document.text, span.start, span.end))
        for j, line in enumerate(lines):
            text = _SIGNED.split(line.group(), maxsplit=1)[0].rstrip()
            if not text.strip() or AUTHORITY.match(text.strip()) or POST.match(text.strip()):
                continue
            last = i + 1 == len(spans) and j + 1 == len(lines)
            torn = j + 1 == len(lines) and _goes_on(report, span.end, last=last)
            found.append(_entry(line.start(), text, last=last, broken=torn or bool(_BRACE.search(text))))
    return found


def _lines(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the lines of an entry; behind a wide gap only what has a dash of its own, else it is the signature beside."""
    for piece in _PIECE.finditer(text, start, end):
        before = text[start : piece.start()].rstrip(" \t\xa0")
        if not before or before.endswith("\n") or _DASH.match(piece.group()):
            yield piece


def _entry(start: int, text: str, *, last: bool, broken: bool) -> Entry:
    dash = _DASH.match(text)
    name_start = dash.end() if dash else len(text) - len(text.lstrip())
    name_end = max(name_start, len(text.rstrip(" ;,.")))
    return Entry(start, text, name_start, name_end, last, broken)


def _goes_on(report: Report, end: int, *, last: bool) -> bool:
    """Tell whether the line behind an entry is its own rest: no entry, no signature, not the end."""
    document = report.document
    at = document.block_at(end - 1).index + 1
    while at < len(document.blocks) and not document.block_text(document.blocks[at]).strip():
        at += 1
    if at >= len(document.blocks):
        return False
    text = document.block_text(document.blocks[at]).strip()
    if _DASH.match(text) or _KEEPING.match(text):
        return False
    open_end = not last or not _KEEPING.search(document.text[max(0, end - 60) : end])
    torn = document.text[max(0, end - 2) : end].rstrip().endswith(",")
    return (
        torn
        or text[:1].islower()
        or (document.format == "pdf" and open_end and not POST.match(text) and not AUTHORITY.match(text))
    )


def punctuation(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report marks and dashes of the list that are not `- …;` with a full stop at the end (a comma in hd36)."""
    listed = entries(report)
    inner = "," if report.identity.regime == "hd36" else ";"
    yield from _heading(report)
    for i, entry in enumerate(listed):
        if entry.text.lstrip().startswith(("_", "+", "•", "*")):
            at = entry.start + len(entry.text) - len(entry.text.lstrip())
            yield Hit(
                at, at + 1, {"found": report.document.text[at]}, (Edit(at, at + 1, "-"),), variant="dash"
            )
        if not entry.broken:
            wanted = "." if i + 1 == len(listed) and (entry.keeping or not report.identity.ocr) else inner
            yield from _end(entry, wanted)
        if inner == ";":
            yield from _two(entry)


def _heading(report: Report) -> Iterator[Hit]:
    span = report.outline.parts.get("recipients")
    if span and (
        match := re.match(r"\s*(N\w+\s+nh\w+)[ \t]*(?:\n|$)", report.document.text[span.start : span.end])
    ):
        start, end = span.start + match.start(1), span.start + match.end(1)
        yield Hit(start, end, {"found": match[1]}, (Edit(end, end, ":"),), variant="colon")


def _end(entry: Entry, wanted: str) -> Iterator[Hit]:
    text = entry.text.rstrip()
    end = entry.start + len(text)
    if text.endswith(wanted) and not text.endswith(("..", "./.")):
        return
    if junk := _JUNK.search(text, entry.name_start):
        start = entry.start + (junk.start("junk") if junk["mark"] == wanted else junk.start())
        start += len(text[start - entry.start :]) - len(text[start - entry.start :].lstrip())
        edit = Edit(start, end, "" if junk["mark"] == wanted else wanted)
        yield Hit(
            start, end, {"found": text[start - entry.start :], "expected": wanted}, (edit,), variant="junk"
        )
    elif text[-1:] in {",", ";", ".", ":"}:
        mark = len(text) - len(text.rstrip(",;.:/ "))
        found = text[len(text) - mark :]
        yield Hit(
            end - mark, end, {"found": found.strip(), "expected": wanted}, (Edit(end - mark, end, wanted),)
        )
    elif entry.name:
        word = max(entry.name_start, text.rfind(" ") + 1)
        yield Hit(
            entry.start + word,
            end,
            {"found": text[word:], "expected": wanted},
            (Edit(end, end, wanted),),
            variant="missing",
        )


def _two(entry: Entry) -> Iterator[Hit]:
    """Find a semicolon within one entry, outside brackets: two recipients in one line."""
    text = BRACKETS.sub(lambda m: "·" * len(m.group()), entry.text[: entry.name_end])
    at = text.find(";", entry.name_start)
    rest = text[at + 1 :].strip()
    if at >= 0 and len(rest) > 2 and rest[0].isalpha() and not entry.keeping:
        yield Hit(entry.start + at, entry.start + at + 1, {"found": entry.name}, variant="two")


def duplicates(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a recipient named twice."""
    seen: dict[str, Entry] = {}
    for entry in entries(report):
        key = " ".join(BRACKETS.sub("", entry.name).lower().split()).rstrip(" ;,.")
        if key and key in seen and not entry.keeping:
            first = seen[key]
            related = Related(
                first.start + first.name_start,
                first.start + first.name_end,
                Said("đã ghi ở đây", "named here already"),
            )
            start = entry.start + entry.name_start
            yield Hit(start, entry.start + entry.name_end, {"found": entry.name}, related=(related,))
        seen.setdefault(key, entry)
