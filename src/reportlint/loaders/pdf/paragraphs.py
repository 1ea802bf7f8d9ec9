"""From rows to paragraphs: what the printed page tells of where one ends and the next begins."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportlint.knowledge.doctypes import canonical_type
from reportlint.loaders.pdf.columns import Region, regions_of
from reportlint.loaders.pdf.rows import CENTRE_SLACK, INDENT, MARKER, is_centred
from reportlint.patterns import is_typed_line

if TYPE_CHECKING:
    from reportlint.document import BlockKind, Cell
    from reportlint.layout import Alignment
    from reportlint.loaders.pdf.rows import Chunk, Frame, Row, SortedPage

DEEP_INDENT = 60.0
"""Lines that all stand in by more than this, in pt, are a list of their own: addressees."""
_ENDS = (".", ";", ":", "./.")


@dataclass
class Draft:
    """A paragraph: its lines in reading order, each a chunk of a row."""

    kind: BlockKind
    lines: list[tuple[Row, Chunk]] = field(default_factory=list)
    cell: Cell | None = None
    note: str = ""
    alignment: Alignment | None = None
    first_line: float | None = None
    """Indent of the first line, in pt."""


def body_of(pages: list[SortedPage], frame: Frame) -> list[Draft]:
    """Return the paragraphs of the body of all pages in reading order."""
    from reportlint.document import Cell

    rows = [row for page in pages for row in page.body]
    grids = {index: page.page.drawings.grids for index, page in enumerate(pages)}
    drafts: list[Draft] = []
    at, table, above = 0, -1, Region(0, 0, [])
    offset, title = 0, [""]
    for region in [*regions_of(rows, frame, grids), Region(len(rows), len(rows), [])]:
        drafts += _paragraphs(rows[at : region.first], frame)
        if region.continues(above):
            offset += max((cell.row for cell in above.cells), default=-1) + 1
            if _first_row(region) == title:  # the title row, printed again on the next page
                region.cells = [cell for cell in region.cells if cell.row > 0]
                offset -= 1
        else:
            table, offset, title = table + 1, 0, _first_row(region)
        drafts += [
            Draft("table-cell", cell.chunks, Cell(table, offset + cell.row, cell.column))
            for cell in region.cells
        ]
        at, above = region.last, region
    return drafts


def _first_row(region: Region) -> list[str]:
    """Return what the cells of a region's first row show."""
    return [" ".join(chunk.text for _, chunk in cell.chunks) for cell in region.cells if cell.row == 0]


def notes_of(pages: list[SortedPage]) -> list[Draft]:
    """Return the footnotes of all pages in order."""
    drafts: list[Draft] = []
    for page in pages:
        for row in page.notes:
            if row.note or not drafts:
                drafts.append(Draft("footnote", note=row.note))
            drafts[-1].lines += [(row, chunk) for chunk in row.chunks]
    return drafts


def _paragraphs(rows: list[Row], frame: Frame) -> list[Draft]:
    drafts: list[Draft] = []
    above: Row | None = None
    for row in rows:
        if above is None or _begins(above, row, frame):
            drafts.append(_draft(row, frame))
        drafts[-1].lines += [(row, chunk) for chunk in row.chunks]
        above = row
    for draft in drafts:
        if draft.alignment is None:
            first = draft.lines[0][0]
            if len(draft.lines) > 1:
                draft.alignment = "justify" if _is_justified(draft, frame) else "left"
            draft.first_line = max(0.0, first.left - frame.left)
    return drafts


def _draft(row: Row, frame: Frame) -> Draft:
    if is_centred(row, frame):
        return Draft("paragraph", alignment="center", first_line=0.0)
    right = row.left > (frame.left + frame.right) / 2
    return Draft("paragraph", alignment="right" if right else None)


def _is_justified(draft: Draft, frame: Frame) -> bool:
    """Tell whether all lines but the last reach the right edge."""
    return all(abs(row.right - frame.right) < 3 for row, _ in draft.lines[:-1])


def _begins(above: Row, row: Row, frame: Frame) -> bool:
    """Tell whether a row begins a paragraph, seeing the row above it, be it on the page before."""
    centred = is_centred(row, frame)
    if centred or is_centred(above, frame):
        return _begins_centred(above, row, frame)
    indented = row.left > frame.left + INDENT
    if above.page == row.page and above.bottom - row.bottom > frame.pitch + 0.3 * frame.size:
        return True
    deep = row.left > frame.left + DEEP_INDENT and abs(row.left - above.left) < INDENT * 2
    if deep and not MARKER.match(row.text):
        return above.text.rstrip().endswith(_ENDS)
    short = above.right < frame.right - 2.5 * frame.size
    if indented:
        return short or row.left - above.left > INDENT or MARKER.match(row.text) is not None
    return short and (above.text.rstrip().endswith(_ENDS) or not row.text[:1].islower())


def _begins_centred(above: Row, row: Row, frame: Frame) -> bool:
    """Tell whether a centred row begins a paragraph: lines of one look that follow closely go on."""
    if above.page != row.page or not (is_centred(row, frame) and _is_middle(above, frame)):
        return True
    if any(is_typed_line(text) or _is_title(text) for text in (above.text, row.text)):
        return True
    looks = [each.chunks[0].segments[0].pieces[0][2] for each in (above, row)]
    same = (looks[0].bold, looks[0].italic) == (looks[1].bold, looks[1].italic) and abs(
        above.size - row.size
    ) < 1
    close = above.bottom - row.bottom < 1.6 * row.size
    return not (same and close and above.text.isupper() == row.text.isupper())


def _is_title(text: str) -> bool:
    """Tell whether a row names a kind of document: it stands alone above the subject."""
    return text.isupper() and canonical_type(text) is not None


def _is_middle(row: Row, frame: Frame) -> bool:
    middle = (frame.left + frame.right) / 2
    return abs((row.left + row.right) / 2 - middle) < CENTRE_SLACK
