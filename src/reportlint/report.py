"""What a check may read of one report: the document, its outline, its facts, its identity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlint.said import Said

if TYPE_CHECKING:
    from reportlint.document import Document
    from reportlint.facts import Facts
    from reportlint.identity import Identity
    from reportlint.outline import Outline
    from reportlint.settings import Settings


@dataclass(frozen=True)
class Report:
    """One report, read."""

    document: Document
    outline: Outline
    facts: Facts
    identity: Identity
    settings: Settings

    def where(self, offset: int) -> Said:
        """Say where an offset stands, as a message quotes it: `dòng 75`, or `đoạn 61` for formats without lines."""
        place = self.document.place(offset)
        if place.line:
            return Said(f"dòng {place.line}", f"line {place.line}")
        return Said(f"đoạn {place.paragraph}", f"paragraph {place.paragraph}")

    def in_body(self, offset: int) -> bool:
        """Tell whether an offset stands in the body, footnotes included: behind the head, before recipients and signature."""
        first, last = self.outline.body
        return first <= self.document.block_at(offset).index < last
