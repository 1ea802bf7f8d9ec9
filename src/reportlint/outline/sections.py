"""The tree of sections, told by numbering: Phần, I., 1., 1.1., a). Markdown levels and styles are noise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from reportlint.document import OUTSIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.document import Block, Document

Scheme = Literal["part", "chapter", "roman", "arabic", "decimal", "letter"]

_MARK = re.compile(
    r"\s*(?:(?P<part>(?:PHẦN|Phần)\s+(?:(?:thứ|THỨ)\s+)?(?P<part_no>[IVX]+|[A-Z]\b|\d+|nhất|hai|ba|tư|năm|NHẤT|HAI|BA|TƯ))(?=[\s.:]|$)"
    r"|(?P<chapter>(?:CHƯƠNG|Chương)\s+(?P<chapter_no>[IVX]+|\d+))(?=[\s.:]|$)"
    r"|(?P<roman>[IVX]{1,5})(?P<roman_dot>\s?[.)/-])(?=\s*\S)"
    r"|(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,4})(?P<decimal_dot>[.)]?)(?=\s+\S)"
    r"|(?P<arabic>\d{1,2})(?P<arabic_dot>\s?[.)/])(?=\s*[^\W\d])"
    r"|(?P<letter>[a-zđ]\d{0,2})(?P<letter_dot>[.)])(?=\s*\S))"
)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Letters of points, in the order the decree itself uses (nd30 Điều 8; PL I, II.6.đ)."""
ORDINALS = ("nhất", "hai", "ba", "tư", "năm")
"""Words by which parts are counted: `Phần thứ nhất`."""
MAX_HEADING = 400
REACH = 25
"""How many paragraphs a quotation may have."""


class Section(NamedTuple):
    """A numbered piece of the body. Offsets are the document's."""

    path: str
    """Numbers from the top, joined by `/`: `II/3/3.3`."""
    number: str
    scheme: Scheme
    level: int
    """Depth in the tree, from 1."""
    order: int
    """The number as a count: III → 3, c → 3; for decimals the last field. 0 when it is none."""
    start: int
    end: int
    number_start: int
    number_end: int
    """The number with its dot or bracket."""
    title_start: int
    title_end: int
    block: int
    last_block: int
    """Index of the block that carries the number, and of the last block of the section."""
    parent: str
    heading: bool
    """Whether the block is a title; otherwise a numbered paragraph or list item."""
    mark: str
    """What follows the number: `.`, `)` …"""


def read_sections(document: Document, first: int, last: int) -> tuple[Section, ...]:
    """Return the sections between two blocks, in order."""
    open_sections: list[Section] = []
    found: list[Section] = []
    quoted = _quoted(document, document.blocks[first:last])
    for block in document.blocks[first:last]:
        if block.kind in {"footnote", "endnote", "table-cell", *OUTSIDE} or block.index in quoted:
            continue
        text = document.block_text(block)
        match = _MARK.match(text)
        if not match or (match["roman"] and not _is_roman(match)):
            continue
        section = _section(document, block, match, text)
        _climb(open_sections, section)
        parent = open_sections[-1] if open_sections else None
        path = f"{parent.path}/{section.number}" if parent else section.number
        section = section._replace(
            path=path, parent=parent.path if parent else "", level=len(open_sections) + 1
        )
        open_sections.append(section)
        found.append(section)
    return _with_ends(document, found, last)


def _quoted(document: Document, blocks: Sequence[Block]) -> frozenset[int]:
    """Return the numbers of paragraphs quoted in a row, the first of which opens with a quotation mark and the last closes it.

    What they number is the quoted law's, not the report's.
    """
    inside: set[int] = set()
    waiting: list[int] = []
    for block in blocks if "“" in document.text else ():
        text = document.block_text(block)
        depth = text.count("“") - text.count("”")
        if waiting:
            waiting.append(block.index)
            if depth < 0:
                inside.update(waiting)
            if depth < 0 or len(waiting) > REACH:
                waiting = []
        elif depth > 0 and text.lstrip().startswith("“"):
            waiting = [block.index]
    return frozenset(inside)


def _is_roman(match: re.Match[str]) -> bool:
    return roman(match["roman"]) > 0 and (
        match["roman_dot"].strip() != "-" or match.string[match.end() : match.end() + 1] == " "
    )


def _section(document: Document, block: Block, match: re.Match[str], text: str) -> Section:
    scheme: Scheme = next(s for s in ("part", "chapter", "roman", "decimal", "arabic", "letter") if match[s])
    number = match[scheme] if scheme not in {"part", "chapter"} else match[f"{scheme}_no"]
    dot = match.groupdict().get(f"{scheme}_dot") or ""
    start = block.start + match.start() + len(match.group()) - len(match.group().lstrip())
    title = text[match.end() :]
    title_start = block.start + match.end() + len(title) - len(title.lstrip())
    return Section(
        path="",
        number=number,
        scheme=scheme,
        level=0,
        order=_order(scheme, number),
        start=block.start,
        end=block.end,
        number_start=start,
        number_end=block.start + match.end(),
        title_start=title_start,
        title_end=block.start + len(text.rstrip()),
        block=block.index,
        last_block=block.index,
        parent="",
        heading=_is_heading(document, block, text, title, title_start),
        mark=dot.strip(),
    )


def _is_heading(document: Document, block: Block, text: str, title: str, title_start: int) -> bool:
    """A title is marked as one, bold, in capitals, or short and without the end mark of a sentence."""
    if len(text) > MAX_HEADING or not title.strip():
        return not title.strip()
    if block.kind == "heading" or document.styled("bold", title_start, block.end):
        return True
    return title.strip() == title.strip().upper() or (
        len(title) < 160 and title.rstrip()[-1:] not in ".;,:…/"
    )


def _order(scheme: Scheme, number: str) -> int:
    if scheme in {"roman", "part", "chapter"}:
        if number.lower() in ORDINALS:
            return ORDINALS.index(number.lower()) + 1
        return int(number) if number.isdigit() else roman(number) or ord(number[0]) - 64
    if scheme == "letter":
        return LETTERS.find(number[0]) + 1
    return int(number.rsplit(".", maxsplit=1)[-1])


def roman(number: str) -> int:
    """Return the value of a Roman number; 0 when it is none."""
    values = [_ROMAN.get(c, 0) for c in number]
    total = sum(-v if i + 1 < len(values) and v < values[i + 1] else v for i, v in enumerate(values))
    return total if total and to_roman(total) == number else 0


def to_roman(value: int) -> str:
    """Write a number from 1 to 89 in Roman digits."""
    out = ""
    for n, letters in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while value >= n:
            out, value = out + letters, value - n
    return out


def _climb(open_sections: list[Section], section: Section) -> None:
    """Close what a new section ends: pop to its sibling, or stay when its scheme is new below the open ones."""
    if section.scheme == "decimal":
        prefix = section.number.rsplit(".", 1)[0]
        for i in range(len(open_sections) - 1, -1, -1):
            other = open_sections[i]
            if other.number == prefix or (
                other.scheme == "roman" and prefix in {other.number, str(other.order)}
            ):
                del open_sections[i + 1 :]
                return
            if other.scheme == "decimal" and other.number.count(".") == section.number.count("."):
                del open_sections[i:]
                return
        return
    for i in range(len(open_sections) - 1, -1, -1):
        if open_sections[i].scheme == section.scheme:
            del open_sections[i:]
            return
    rank = ("part", "chapter", "roman", "arabic", "decimal", "letter").index(section.scheme)
    while (
        open_sections
        and ("part", "chapter", "roman", "arabic", "decimal", "letter").index(open_sections[-1].scheme) > rank
    ):
        open_sections.pop()


def _with_ends(document: Document, found: list[Section], last: int) -> tuple[Section, ...]:
    """Give each section its end: where the next one of its level or above begins."""
    blocks = document.blocks
    out = []
    for i, section in enumerate(found):
        after = next((s.block for s in found[i + 1 :] if s.level <= section.level), last)
        last_block = max(section.block, after - 1)
        out.append(section._replace(end=blocks[last_block].end, last_block=last_block))
    return tuple(out)
