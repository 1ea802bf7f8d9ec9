"""Markdown → `Document`. Markup makes blocks and emphasis and never shifts a position; heading levels are only noted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.document import Cell
from reportlint.loaders.builder import DocumentBuilder
from reportlint.loaders.decoding import decode
from reportlint.loaders.inline import parse_inline
from reportlint.loaders.lines import RawBlock, emit, join_torn
from reportlint.loaders.ocr import looks_like_ocr

if TYPE_CHECKING:
    from reportlint.document import Document
    from reportlint.loaders.lines import Piece

_LINE = re.compile(r"[^\n]*\n?")
_RULE = re.compile(r"\s*(?:-{3,}|\*{3,}|_{3,})\s*$")
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+")
_ITEM = re.compile(r"\s*(?=(?:[-+*]|\d{1,2}[.)])[ \t]+\S)")
_NOTE = re.compile(r"\s*(?:<sup>\s*(\d{1,3}|\*)\s*</sup>|\[\^([^\]\s]{1,8})\]:)\s*(?=\S)")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_QUOTE = re.compile(r" {0,3}>\s?")
_FRONT = re.compile(r"---[ \t]*\n((?:[\w-]+:[^\n]*\n|\s*\n|#[^\n]*\n)+)---[ \t]*\n")
_CELL = re.compile(r"(?:\\\||[^|\n])+")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FENCED = re.compile(
    r"^[ \t]*(?P<fence>`{3,}|~{3,})[^`\n]*\n(?:.*\n)*?[ \t]*(?P=fence)[`~]*[ \t]*$", re.MULTILINE
)


def load(data: bytes, path: str) -> Document:
    """Read Markdown. Raises `UnreadableError`."""
    source = decode(data, path)
    builder = DocumentBuilder(path, "md", source)
    text = _without_code(source)
    at = _front_matter(text, builder)
    reader = _Reader(text)
    for match in _LINE.finditer(text, at):
        reader.line(match.group(), match.start())
    reader.flush()
    emit(builder, join_torn(reader.blocks))
    _directives(text, builder)
    return builder.build(ocr=looks_like_ocr(text))


def _without_code(text: str) -> str:
    """Blank out what stands between fences, character by character, so that no position shifts: code is no prose.

    Fences around the whole text are left alone: so is a report wrapped by the program that has recognised it.
    """
    if "```" not in text and "~~~" not in text:
        return text

    first, last = len(text) - len(text.lstrip()), len(text.rstrip())

    def blanked(match: re.Match[str]) -> str:
        whole = match.start() <= first and match.end() >= last
        return match[0] if whole else re.sub(r"[^\n]", " ", match[0])

    return _FENCED.sub(blanked, text)


def _front_matter(text: str, builder: DocumentBuilder) -> int:
    match = _FRONT.match(text)
    if not match:
        return 0
    for line in match.group(1).splitlines():
        key, _, value = line.partition(":")
        if value.strip() and not key.lstrip().startswith("#"):
            builder.declared.append((key.strip(), value.strip().strip("'\"")))
    return match.end()


class _Reader:
    """Gathers lines into raw blocks."""

    def __init__(self, text: str) -> None:
        self.blocks: list[RawBlock] = []
        self._text = text
        self._open: list[tuple[str, int]] = []
        self._tables = 0
        self._row = -1

    def line(self, line: str, offset: int) -> None:
        body = line.rstrip("\r\n")
        if not body.strip() or _RULE.match(body):
            self.flush()
        elif body.lstrip().startswith("|") and body.count("|") > 1:
            self._table_row(body, offset)
        else:
            self._text_line(body, offset)

    def _text_line(self, body: str, offset: int) -> None:
        quote = _QUOTE.match(body)
        if quote:
            body, offset = body[quote.end() :], offset + quote.end()
        if self._open and (_HEADING.match(body) or _NOTE.match(body) or _ITEM.match(body) or self._broken()):
            self.flush()
        self._open.append((body, offset))
        if _HEADING.match(body):
            self.flush()

    def _broken(self) -> bool:
        """Tell whether the last line ends in a hard break: two blanks or a backslash."""
        last = self._open[-1][0]
        return last.endswith(("  ", "\\"))

    def flush(self) -> None:
        """Close the open block."""
        self._row = -1
        if not self._open:
            return
        (first, offset), *rest = self._open
        self._open = []
        block = _opening(first, offset)
        for line, at in rest:
            if block.pieces and not re.search(r"\w-$", block.text):
                block.pieces += parse_inline(" ", -1)
            block.pieces += parse_inline(line.strip(), at + len(line) - len(line.lstrip()))
        if block.text.strip():
            self.blocks.append(block)

    def _table_row(self, body: str, offset: int) -> None:
        row = self._row
        if row < 0:
            self.flush()
            self._tables += 1
        if _TABLE_RULE.match(body):
            return
        self._row = max(row, -1) + 1
        start = body.find("|") + 1
        for column, match in enumerate(_CELL.finditer(body, start)):
            pieces = _trimmed(match.group(), offset + match.start())
            cell = Cell(self._tables - 1, self._row, column)
            self.blocks.append(RawBlock("table-cell", pieces, cell=cell))


def _opening(line: str, offset: int) -> RawBlock:
    """Start a block with its first line, whose markup tells the kind."""
    if heading := _HEADING.match(line):
        end = len(line.rstrip().rstrip("#").rstrip()) if line.rstrip().endswith("#") else len(line)
        return RawBlock(
            "heading", _trimmed(line[heading.end() : end], offset + heading.end()), len(heading.group(1))
        )
    if note := _NOTE.match(line):
        label = note.group(1) or note.group(2)
        return RawBlock("footnote", _trimmed(line[note.end() :], offset + note.end()), note=label)
    kind = "list-item" if _ITEM.match(line) else "paragraph"
    return RawBlock(kind, _trimmed(line, offset))  # type: ignore[arg-type]


def _trimmed(text: str, offset: int) -> list[Piece]:
    stripped = text.strip().rstrip("\\") if not text.strip().endswith("\\\\") else text.strip()
    return parse_inline(stripped, offset + len(text) - len(text.lstrip()))


def _directives(text: str, builder: DocumentBuilder) -> None:
    """Note the HTML comments that speak to the linter, each on the block that follows it on its line or below."""
    from reportlint.loaders.directives import add_comment_directives

    if "<!--" in text:
        add_comment_directives(text, _COMMENT, builder)
