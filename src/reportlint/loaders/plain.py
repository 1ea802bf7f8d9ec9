"""Plain text → `Document`: one paragraph a line, or paragraphs of wrapped lines with blank lines between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

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
_WIDTHS = range(50, 110)
"""Line lengths at which a text may have been wrapped (code points)."""


def load(data: bytes, path: str) -> Document:
    """Read plain text. Raises `UnreadableError`."""
    text = decode(data, path)
    builder = DocumentBuilder(path, "txt", text)
    lines = [(m.group().rstrip("\r"), m.start()) for m in _LINE.finditer(text)]
    width = _wrap_width(lines)
    blocks = _wrapped(lines, width, text) if width else [_block(*line) for line in lines if line[0].strip()]
    emit(builder, join_torn(blocks))
    return builder.build(ocr=looks_like_ocr(text))


def _block(line: str, offset: int) -> RawBlock:
    stripped = line.strip()
    start = offset + line.find(stripped[:1]) if stripped else offset
    kind: BlockKind = "list-item" if stripped[:2] in {"- ", "+ ", "– "} else "paragraph"
    return RawBlock(kind, [Piece(stripped, start)])


def _wrap_width(lines: list[tuple[str, int]]) -> int:
    """Return the width at which the text was wrapped by hand or by OCR, 0 when each line is a paragraph."""
    lengths = sorted(len(line) for line, _ in lines)
    if len(lengths) < 8 or lengths[-1] > _WIDTHS.stop:
        return 0
    width = lengths[int(len(lengths) * 0.9)]
    full = [i for i, (line, _) in enumerate(lines[:-1]) if len(line) >= 0.8 * width]
    running = [i for i in full if lines[i][0].rstrip()[-1:] not in ".;:!?"]
    return width if width in _WIDTHS and len(running) > max(3, len(lines) / 5) else 0


def _wrapped(lines: list[tuple[str, int]], width: int, text: str) -> list[RawBlock]:
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
