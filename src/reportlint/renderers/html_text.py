"""The text of a report as HTML: paragraphs, tables, notes, with the findings marked in place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import groupby
from typing import TYPE_CHECKING

from reportlint.document import OUTSIDE
from reportlint.renderers.html_page import escaped
from reportlint.renderers.html_words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportlint.document import Block, Document
    from reportlint.findings import Finding

_RANK = {"error": 0, "warning": 1, "info": 2}
_TAGS = {"bold": "b", "italic": "i", "underline": "u", "superscript": "sup", "code": "code"}


def text(document: Document, marked: Sequence[tuple[str, Finding]], lang: str = "vi") -> str:
    """Return the text; `marked` gives each finding with the id of its entry in the list."""
    return "\n".join(_parts(document, _Marker(document, marked, lang), lang))


def _parts(document: Document, marker: _Marker, lang: str) -> Iterator[str]:
    section = ""
    for table, blocks in groupby(document.blocks, _table_of):
        if table >= 0:
            yield from _table(blocks, marker)
            section = ""
            continue
        for block in blocks:
            new = _section_of(block)
            if new and new != section:
                yield f"<h3>{WORDS[lang][new]}</h3>"
            section = new
            yield _paragraph(block, marker)


def _table_of(block: Block) -> int:
    return block.cell.table if block.cell and block.kind == "table-cell" else -1


def _table(blocks: Iterable[Block], marker: _Marker) -> Iterator[str]:
    yield "<table>"
    for _, row in groupby(blocks, lambda block: block.cell and block.cell.row):
        yield "<tr>"
        for _, cell in groupby(row, lambda block: block.cell and block.cell.column):
            paragraphs = list(cell)
            inside = "\n".join(marker.block(block) for block in paragraphs)
            yield f"<td{_spans(paragraphs[0])}>{inside}</td>"
        yield "</tr>"
    yield "</table>"


def _section_of(block: Block) -> str:
    if block.kind in {"footnote", "endnote"}:
        return "notes"
    return "margin" if block.kind in OUTSIDE else ""


def _spans(block: Block) -> str:
    if block.cell is None:
        return ""
    rows = f' rowspan="{block.cell.rows}"' if block.cell.rows > 1 else ""
    return rows + (f' colspan="{block.cell.columns}"' if block.cell.columns > 1 else "")


def _paragraph(block: Block, marker: _Marker) -> str:
    kind = escaped(block.kind)
    note = f"<sup>{escaped(block.note)}</sup> " if block.note else ""
    return f'<p class="{kind}" data-p="{block.index + 1}">{note}{marker.block(block)}</p>'


class _Marker:
    """Cuts the text where a finding, an emphasis or a note mark begins or ends."""

    def __init__(self, document: Document, marked: Sequence[tuple[str, Finding]], lang: str) -> None:
        self._document, self._lang = document, lang
        self._marked = sorted(marked, key=lambda entry: entry[1].start)
        self._starts = [finding.start for _, finding in self._marked]
        self._longest = max((f.end - f.start for _, f in self._marked), default=0)
        self._emphasis = sorted(
            (e.start, e.end, _TAGS[e.style]) for e in document.emphasis if e.style in _TAGS
        )
        self._emphasis_starts = [e[0] for e in self._emphasis]
        self._notes = sorted(document.marks, key=lambda mark: mark.offset)
        self._note_offsets = [mark.offset for mark in self._notes]

    def block(self, block: Block) -> str:
        """Return the inside of one block."""
        start, end = block.start, block.end
        low = bisect_left(self._starts, start - self._longest)
        high = bisect_right(self._starts, end)
        found = [
            (i, f)
            for i, f in self._marked[low:high]
            if f.start <= end and (f.end > start or f.start >= start)
        ]
        styles = self._styles(start, end)
        notes = self._notes[bisect_left(self._note_offsets, start) : bisect_right(self._note_offsets, end)]
        cuts = {start, end, *(mark.offset for mark in notes)}
        for _, finding in found:
            cuts |= {max(start, min(finding.start, end)), max(start, min(finding.end, end))}
        for first, behind, _ in styles:
            cuts |= {max(start, first), min(end, behind)}
        ordered = sorted(cuts)
        pieces = []
        for at, until in zip(ordered, [*ordered[1:], end], strict=True):
            pieces += [f"<sup>{escaped(mark.label)}</sup>" for mark in notes if mark.offset == at]
            pieces += [
                self._point(i, f) for i, f in found if f.start == f.end == at and self._home(at) is block
            ]
            if until > at:
                pieces.append(self._piece(at, until, found, styles))
        return "".join(pieces)

    def _home(self, offset: int) -> Block:
        return self._document.block_at(offset)

    def _styles(self, start: int, end: int) -> list[tuple[int, int, str]]:
        high = bisect_left(self._emphasis_starts, end)
        low = bisect_left(self._emphasis_starts, start)
        while low and self._emphasis[low - 1][1] > start:
            low -= 1
        return [e for e in self._emphasis[low:high] if e[1] > start]

    def _piece(
        self, start: int, end: int, found: list[tuple[str, Finding]], styles: list[tuple[int, int, str]]
    ) -> str:
        inside = escaped(self._document.text[start:end])
        for tag in dict.fromkeys(tag for first, behind, tag in styles if first <= start and end <= behind):
            inside = f"<{tag}>{inside}</{tag}>"
        here = [(i, f) for i, f in found if f.start <= start and end <= f.end]
        return f"{_open(here, self._lang, first=start)}{inside}</mark>" if here else inside

    def _point(self, identity: str, finding: Finding) -> str:
        return f"{_open([(identity, finding)], self._lang, first=finding.start, point=True)}◆</mark>"


def _open(here: list[tuple[str, Finding]], lang: str, *, first: int, point: bool = False) -> str:
    """Open a mark: in the colour of the gravest finding, naming all; a finding's first piece carries its anchor."""
    severity = min((f.severity for _, f in here), key=lambda s: _RANK[s])
    ids = " ".join(i for i, _ in here)
    opens = next((i for i, f in here if f.start == first), "")
    anchor = f' id="m-{opens}"' if opens else ""
    title = escaped(" · ".join(f"{f.code}: {f.told(lang)}" for _, f in here))
    extra = " point" if point else ""
    return f'<mark class="{severity}{extra}" data-f="{ids}" title="{title}"{anchor}>'
