"""Plain text → `Document`: one paragraph a line, or paragraphs of wrapped lines with blank lines between them.

Rows whose cells stand between bars or tabs, as a table is copied into a plain text, are read as a table.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from reportlint.document import Cell
from reportlint.loaders.builder import DocumentBuilder
from reportlint.loaders.decoding import decode
from reportlint.loaders.lines import Piece, RawBlock, emit, join_torn
from reportlint.loaders.ocr import looks_like_ocr

if TYPE_CHECKING:
    from reportlint.document import BlockKind, Document

_LINE = re.compile(r"[^\n]+")
_STARTS_ITEM = re.compile(
    r"(?:Kính (?:gửi|trình)\b|Nơi nhận|Số ?:)|(?:[-–+•*_]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[IVX]{1,5}\.)[ \t]"
)
_CELL_END = re.compile(r" *[|\t] *")
_NUMBER_CELL = re.compile(r"[|\t] *\d[\d.,]* *%? *(?:[|\t]|\Z)")
_WIDTHS = range(50, 110)
"""Line lengths at which a text may have been wrapped (code points)."""
MIN_ROWS = 3
"""So many rows of equally many cells make a table."""
Line = tuple[str, int]
"""A line and its offset."""


def load(data: bytes, path: str) -> Document:
    """Read plain text. Raises `UnreadableError`."""
    text = decode(data, path)
    builder = DocumentBuilder(path, "txt", text)
    lines = [(m.group().rstrip("\r"), m.start()) for m in _LINE.finditer(text)]
    width = _wrap_width(lines)
    blocks: list[RawBlock] = []
    for table, (bars, run) in enumerate(_runs(lines)):
        if bars:
            blocks += _table(run, table)
        elif width:
            blocks += _wrapped(run, width, text)
        else:
            blocks += [_block(*line) for line in run if line[0].strip()]
    emit(builder, join_torn(blocks))
    return builder.build(ocr=looks_like_ocr(text))


def _runs(lines: list[Line]) -> list[tuple[bool, list[Line]]]:
    """Part the lines into runs that are tables and runs that are not.

    Rows have the same number of cells, three and more, and a row that holds a number: two cells side by side are
    rather the two halves of the head of a report.
    """
    runs: list[tuple[bool, list[Line]]] = []
    for marks, group in groupby(lines, key=_cell_ends):
        run = list(group)
        table = marks > 1 and len(run) >= MIN_ROWS and any(_NUMBER_CELL.search(line) for line, _ in run)
        if runs and not table and not runs[-1][0]:
            runs[-1][1].extend(run)
        else:
            runs.append((table, run))
    return runs


def _cell_ends(line: Line) -> int:
    row = line[0].strip(" \r")
    return row.count("|") + row.count("\t")


def _table(rows: list[Line], table: int) -> list[RawBlock]:
    """Make a block of every cell; the bars are markup."""
    blocks = []
    for row, (line, offset) in enumerate(rows):
        low = len(line) - len(line.lstrip(" "))
        texts = []
        for mark in _CELL_END.finditer(line, low):
            texts.append((low, mark.start()))
            low = mark.end()
        texts.append((low, len(line.rstrip(" "))))
        blocks += [
            RawBlock("table-cell", [Piece(line[start:end], offset + start)], cell=Cell(table, row, column))
            for column, (start, end) in enumerate(texts)
        ]
    return blocks


def _block(line: str, offset: int) -> RawBlock:
    stripped = line.strip()
    start = offset + line.find(stripped[:1]) if stripped else offset
    kind: BlockKind = "list-item" if stripped[:2] in {"- ", "+ ", "– "} else "paragraph"
    return RawBlock(kind, [Piece(stripped, start)])


def _wrap_width(lines: list[Line]) -> int:
    """Return the width at which the text was wrapped by hand or by OCR, 0 when each line is a paragraph."""
    lengths = sorted(len(line) for line, _ in lines)
    if len(lengths) < 8 or lengths[-1] > _WIDTHS.stop:
        return 0
    width = lengths[int(len(lengths) * 0.9)]
    full = [i for i, (line, _) in enumerate(lines[:-1]) if len(line) >= 0.8 * width]
    running = [i for i in full if lines[i][0].rstrip()[-1:] not in ".;:!?"]
    return width if width in _WIDTHS and len(running) > max(3, len(lines) / 5) else 0


def _wrapped(lines: list[Line], width: int, text: str) -> list[RawBlock]:
    """Make paragraphs of wrapped lines: a full line runs on into the next unless a blank line or an item follows."""
    blocks: list[RawBlock] = []
    previous_end, previous_full = -2, False
    for line, offset in lines:
        if not line.strip():
            continue
        block = _block(line, offset)
        gap = text.count("\n", previous_end, offset) if previous_end >= 0 else 2
        if blocks and gap <= 1 and previous_full and not _STARTS_ITEM.match(line.lstrip()):
            _run_on(blocks[-1], block)
        else:
            blocks.append(block)
        previous_end, previous_full = offset + len(line), len(line) >= 0.75 * width
    return blocks


def _run_on(upper: RawBlock, lower: RawBlock) -> None:
    if not re.search(r"[\w]-$", upper.text):
        upper.pieces.append(Piece(" ", -1))
    upper.pieces += lower.pieces
