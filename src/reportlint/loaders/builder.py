"""The builder that all loaders use: pieces of text with their anchors → `Document`."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from reportlint.document import SYNTHETIC, Block, Document, SourceMap, line_starts
from reportlint.loaders.stamps import stamped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.document import BlockKind, Directive, Emphasis, Format, NoteMark, Unread
    from reportlint.layout import Layout


class DocumentBuilder:
    """Collects pieces of text with their anchors, block by block; composes letters; makes the `Document`.

    >>> builder = DocumentBuilder("a.txt", "txt")
    >>> with_text = builder.open("paragraph"); builder.add("Báo cáo", 0, 0); builder.close()
    """

    def __init__(self, path: str, format_: Format, source_text: str = "") -> None:
        """Start an empty document; `source_text` is the decoded file for text formats."""
        self.path, self.format, self.source_text = path, format_, source_text
        self._pieces: list[str] = []
        self._at = 0
        self._starts: list[int] = []
        self._nodes: list[int] = []
        self._offsets: list[int] = []
        self._widths: dict[int, int] = {}
        self._blocks: list[Block] = []
        self._open: tuple[BlockKind, dict[str, object]] | None = None
        self._block_start = 0
        self.emphasis: list[Emphasis] = []
        self.marks: list[NoteMark] = []
        self.directives: list[Directive] = []
        self.unread: list[Unread] = []
        self.decomposed = 0
        self.legacy: list[tuple[int, int, str]] = []
        self.declared: list[tuple[str, str]] = []

    @property
    def at(self) -> int:
        """The offset at which the next piece will stand."""
        return self._at

    @property
    def block_count(self) -> int:
        """How many blocks are closed: the index of the next one."""
        return len(self._blocks)

    def open(self, kind: BlockKind, **facts: object) -> None:
        """Begin a block; `facts` are further fields of `Block`."""
        if self._blocks:
            self._segment(SYNTHETIC, 0)
            self._push("\n")
        self._open, self._block_start = (kind, facts), self._at

    def add(self, text: str, node: int = SYNTHETIC, offset: int = 0) -> None:
        """Append source text that stands at `offset` of `node`; letters are composed to NFC, the map kept."""
        if not text:
            return
        if unicodedata.combining(text[0]) and self._at > self._block_start:
            marks = next(iter(clusters(text)))[1]
            if self._compose_last(marks):
                self.add(text[len(marks) :], node, offset + len(marks))
                return
        if text.isascii() or unicodedata.is_normalized("NFC", text):
            self._segment(node, offset)
            self._push(text)
            return
        for at, cluster in clusters(text):
            composed = unicodedata.normalize("NFC", cluster)
            self._segment(node, offset + at, alone=len(cluster) != len(composed))
            if len(cluster) != len(composed):
                self.decomposed += 1
                self._widths[len(self._starts) - 1] = len(cluster)
            self._push(composed)

    def _compose_last(self, marks: str) -> bool:
        """Put combining marks that stand in another node onto the last letter; tell whether they fit."""
        composed = unicodedata.normalize("NFC", self._pieces[-1][-1] + marks)
        if len(composed) != 1:
            return False
        self._pieces[-1] = self._pieces[-1][:-1] + composed
        self.decomposed += 1
        return True

    def add_cluster(self, text: str, node: int, offset: int, width: int) -> None:
        """Append text read from `width` code points of another encoding; it maps one to one, or is one character."""
        self._segment(node, offset, alone=len(text) != width)
        if len(text) != width:
            self._widths[len(self._starts) - 1] = width
        self._push(text)

    def close(self) -> Block:
        """End the open block and return it."""
        if self._open is None:
            message = "no block is open"
            raise ValueError(message)
        kind, facts = self._open
        block = Block(len(self._blocks), kind, self._block_start, self._at, **facts)  # type: ignore[arg-type]
        self._blocks.append(block)
        self._open = None
        return block

    def build(
        self, *, layout: Layout | None = None, ocr: bool = False, pages: int | None = None, changes: int = 0
    ) -> Document:
        """Make the document; a stamp of a digital signature becomes blocks of their own kind."""
        text = "".join(self._pieces)
        stamp = stamped([text[block.start : block.end] for block in self._blocks])
        return Document(
            path=self.path,
            format=self.format,
            text=text,
            blocks=tuple(
                replace(block, kind="stamp") if block.index in stamp else block for block in self._blocks
            ),
            source=SourceMap(self._starts, self._nodes, self._offsets, self._widths),
            source_text=self.source_text,
            emphasis=tuple(self.emphasis),
            marks=tuple(self.marks),
            directives=tuple(self.directives),
            layout=layout,
            unread=tuple(self.unread),
            ocr=ocr,
            legacy=tuple(self.legacy),
            decomposed=self.decomposed,
            pages=pages,
            changes=changes,
            line_starts=line_starts(self.source_text) if self.source_text else (),
            declared=tuple(self.declared),
        )

    def _segment(self, node: int, offset: int, *, alone: bool = False) -> None:
        """Begin a segment, or go on with the last one; a character of another width stands `alone`."""
        if self._starts and self._starts[-1] == self._at:  # an empty segment gives way
            self._starts.pop(), self._nodes.pop(), self._offsets.pop()
        going_on = self._starts and node != SYNTHETIC and node == self._nodes[-1]
        if going_on and not alone and len(self._starts) - 1 not in self._widths:
            grown = self._offsets[-1] + self._at - self._starts[-1]
            if grown == offset:  # the segment goes on
                return
        self._starts.append(self._at)
        self._nodes.append(node)
        self._offsets.append(offset)

    def _push(self, text: str) -> None:
        self._pieces.append(text)
        self._at += len(text)


def clusters(text: str) -> Iterable[tuple[int, str]]:
    """Yield (offset, base letter with its combining marks) over the whole text."""
    start = 0
    for i in range(1, len(text) + 1):
        if i == len(text) or not unicodedata.combining(text[i]):
            yield start, text[start:i]
            start = i
