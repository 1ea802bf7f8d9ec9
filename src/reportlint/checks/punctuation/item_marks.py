"""DC010: items that have no final mark where their siblings have one, or no colon before their own items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reportlint.letters import LOWER, UPPER
from reportlint.rule import Edit, Hit

if TYPE_CHECKING:
    from reportlint.document import Block
    from reportlint.report import Report

_ITEM = re.compile(
    r"\s*(?:(?P<number>\(?\d{1,2}[.)]|\([ivx]+\))|(?P<letter>[a-zđ]\))|(?P<sign>[-–•*])|(?P<plus>\+)|(?P<person>(?:Ông|Bà|Đồng chí)(?=:)))[\s:]"
)
_RANK = {"number": 0, "letter": 1, "sign": 2, "plus": 3, "person": 4}
_HEADING = re.compile(
    r"\s*(?:[IVX]{1,5}\.|\d{1,2}(?:\.\d{1,2})+|Phần|Chương|Mục|Điều|PHẦN|CHƯƠNG|PHỤ LỤC|Phụ lục)\b"
)
_SENTENCE = re.compile(rf"\s*(?!Căn cứ|Xét|Theo)[{UPPER}][{LOWER}]+ [^\n]{{60}}")
_BARE = re.compile(r"[^\W_][)”%²³]?$")
LONG = 150
"""Where no paragraph is longer, lines may be torn: an end tells nothing (code points)."""
MIN_SIBLINGS = 2
MIN_NUMBERED = 60
MIN_HABIT = 6
MIN_HABIT_SHARE = 4
"""So many times as many items with a mark as without one make a habit of the report."""
_TORN = re.compile(r" (?:của|và|các|những|cho|với|tại|về|theo|từ|đến|trong|là|để|do|được|cùng)$")
"""A word behind which no sentence ends: the paragraph is torn."""
_EXAMPLE = re.compile(r"Ví dụ[^.]*$")
_Area = Sequence["Block"]


class _Item(NamedTuple):
    """A paragraph with a sign before it."""

    block: Block
    text: str
    kind: str
    leads: str
    """Kind of the items of a lower rank that follow, or `text` where a paragraph of its own does; else empty."""
    ends_list: bool
    """Whether a paragraph that begins a sentence follows."""
    last: bool
    """Whether nothing of its rank follows at once."""

    @property
    def mark(self) -> str:
        """Its last character, empty where that is a letter, a digit or a bracket behind one."""
        return "" if _BARE.search(self.text) else self.text[-1:]


def areas(report: Report) -> tuple[_Area, ...]:
    """Return the blocks of the body and of the annexes, nothing where lines are torn."""
    if report.document.format == "pdf" or report.identity.ocr:
        return ()
    body, annex = report.outline.body_blocks, report.outline.annex
    found = (body,) if annex is None else (body, report.document.blocks[annex:])
    return tuple(blocks for blocks in found if any(block.end - block.start > LONG for block in blocks))


def bare_items(report: Report) -> Iterator[Hit]:
    """Yield the items without a final mark of which two siblings, and two thirds of all, have one, or all but a few of the report."""
    for blocks in areas(report):
        groups = list(_siblings(report, blocks))
        told = set()
        for items in groups:
            for hit in (*_bare_ends(items), *_bare_leads(items), *_open_end(items)):
                told.add(hit.end)
                yield hit
        yield from (hit for hit in _against_habit(groups) if hit.end not in told)


def _bare_ends(items: list[_Item]) -> Iterator[Hit]:
    ends = [item for item in items if not item.leads and item.mark != ":"]
    if items[0].kind == "number":  # a short one is a heading
        ends = [item for item in ends if item.mark or len(item.text) >= MIN_NUMBERED]
    marks = Counter(item.mark for item in ends if item.mark in {";", "."})
    bare = [item for item in ends if not item.mark]
    if bare and marks.total() >= max(MIN_SIBLINGS, 2 * len(bare)):
        for item in bare:
            if not _EXAMPLE.search(item.text):
                yield _hit(item, "." if item.last else marks.most_common()[0][0], "none")


def _against_habit(groups: list[list[_Item]]) -> Iterator[Hit]:
    """Yield long items without a mark where four times as many of the report have one, whatever their own list does."""
    items = [item for group in groups for item in group if item.kind in {"sign", "plus"} and not item.leads]
    items = [item for item in items if len(item.text) >= MIN_NUMBERED and item.mark != ":"]
    bare = [item for item in items if not item.mark]
    marked = [item for item in items if item.mark in {".", ";"}]
    if len(marked) >= max(MIN_HABIT, MIN_HABIT_SHARE * len(bare)):
        for item in bare:
            if not _EXAMPLE.search(item.text) and not _TORN.search(item.text):
                yield replace(_hit(item, ".", "habit"), certainty="heuristic")


def _bare_leads(items: list[_Item]) -> Iterator[Hit]:
    leads = [item for item in items if item.leads in _RANK and item.kind in {"sign", "letter"}]
    bare = [item for item in leads if not item.mark]
    if (
        bare
        and len(leads) > len(bare)
        and sum(item.mark == ":" for item in leads) >= min(MIN_SIBLINGS, len(bare))
    ):
        for item in bare:
            yield _hit(item, ":", "colon")


def _open_end(items: list[_Item]) -> Iterator[Hit]:
    """Yield the semicolon of the last item before a paragraph that begins a sentence, where other lists end in a full stop."""
    last = items[-1]
    ends = {item.mark for item in items if item.leads not in _RANK}
    if last.ends_list and len(items) > MIN_SIBLINGS and last.mark == ";" and ends == {";"}:
        end = last.block.start + len(last.text)
        yield Hit(
            end - 1,
            end,
            {"found": ";", "wanted": "."},
            (Edit(end - 1, end, "."),),
            variant="open",
            cause="sentence-end",
        )


def _hit(item: _Item, mark: str, variant: str) -> Hit:
    end = item.block.start + len(item.text)
    word = item.text.split()[-1]
    args = {"found": word, "wanted": mark}
    edit = Edit(end - 1, end, word[-1] + mark)  # an insertion here would stand between two paragraphs
    return Hit(end - len(word), end, args, (edit,), variant=variant, cause="sentence-end")


def _siblings(report: Report, blocks: _Area) -> Iterator[list[_Item]]:
    """Yield the items of one kind between two headings; lists of persons go on over headings."""
    open_: dict[str, list[_Item]] = {}
    rows = [(block, report.document.block_text(block).rstrip()) for block in blocks]
    matches = [_ITEM.match(text) if _may_be_item(block) else None for block, text in rows]
    for i, (block, text) in enumerate(rows):
        match = matches[i]
        kind = (match and match.lastgroup) or ""
        if not kind:
            if text.endswith(":") or block.kind in {"heading", "table-cell"} or _HEADING.match(text):
                yield from _closed(open_, 0)
            continue
        yield from _closed(open_, _RANK[kind] + 1)
        below = (matches[i + 1] and matches[i + 1].lastgroup) or "" if i + 1 < len(rows) else kind  # type: ignore[union-attr]
        leads = below if _RANK.get(below, -1) > _RANK[kind] else ""
        if not below and kind in {"number", "letter"}:
            leads = "text"
        if text[-1:] and not (i + 1 < len(rows) and rows[i + 1][1].lstrip()[:1].islower() and not below):
            open_.setdefault(kind, []).append(
                _Item(
                    block,
                    text,
                    kind,
                    leads,
                    not below and i + 1 < len(rows) and bool(_SENTENCE.match(rows[i + 1][1])),
                    below != kind,
                )
            )
    yield from open_.values()


def _may_be_item(block: Block) -> bool:
    return block.kind in {"paragraph", "list-item"}


def _closed(open_: dict[str, list[_Item]], rank: int) -> Iterator[list[_Item]]:
    """Take out and yield the lists of this rank and below, persons apart."""
    for kind in [k for k in open_ if rank <= _RANK[k] < _RANK["person"]]:
        yield open_.pop(kind)
