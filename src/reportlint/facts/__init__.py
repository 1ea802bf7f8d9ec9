"""What a report states: found paragraph by paragraph, then joined. Found, never judged."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from reportlint.facts.block import BlockFacts
from reportlint.facts.cited import CitedDocument, cited_documents

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from reportlint.document import Block, Document
    from reportlint.facts.citations import Citation
    from reportlint.facts.dates import DateMention

__all__ = ["BlockFacts", "CitedDocument", "Facts", "read_facts"]


@dataclass(frozen=True)
class Facts:
    """Facts of the whole report. Offsets are the document's."""

    document: Document
    blocks: tuple[BlockFacts, ...]
    """One for each block of the document, in the same order."""

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """All citations in the order of the text."""
        return tuple(c.moved(b.start) for b, facts in self._pairs for c in facts.citations)

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """All dates in the order of the text."""
        return tuple(d.moved(b.start) for b, facts in self._pairs for d in facts.dates)

    @cached_property
    def cited(self) -> tuple[CitedDocument, ...]:
        """The documents cited, each with its mentions, in the order of the first one."""
        return cited_documents(self.citations)

    def quoted(self, start: int, end: int) -> bool:
        """Tell whether a stretch of the document touches a quotation."""
        block = self.document.block_at(start)
        return self.blocks[block.index].quoted(start - block.start, end - block.start)

    @property
    def _pairs(self) -> zip[tuple[Block, BlockFacts]]:
        return zip(self.document.blocks, self.blocks, strict=True)


def read_facts(document: Document, memo: MutableMapping[tuple[str, str], BlockFacts] | None = None) -> Facts:
    """Read the facts of a document. With a memo, paragraphs read before are not read again."""
    if memo is None:
        return Facts(document, tuple(BlockFacts(_text(document, b), b.kind) for b in document.blocks))
    found = []
    for block in document.blocks:
        key = (block.kind, _text(document, block))
        if key not in memo:
            memo[key] = BlockFacts(key[1], block.kind)
        found.append(memo[key])
    return Facts(document, tuple(found))


def _text(document: Document, block: Block) -> str:
    """Return what facts are read from: the stamp of a digital signature tells none of the report."""
    return "" if block.kind == "stamp" else document.block_text(block)
