"""The outline of a report: its parts (thành phần thể thức) and the tree of sections, by the numbering, not by markup."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from reportlint.outline.foot import read_foot
from reportlint.outline.head import read_head
from reportlint.outline.sections import read_sections

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportlint.document import Block, Document, Span
    from reportlint.outline.sections import Section

PartName = Literal[
    "national_name", "motto", "party_name", "union_name", "superior_body", "issuing_body", "number_symbol", "place_date",
    "kind_title", "subject", "addressee", "recipients", "signature_block", "signer_name", "closing",
]  # fmt: skip
__all__ = ["Outline", "PartName", "read_outline"]


@dataclass(frozen=True)
class Outline:
    """Parts by name and sections in the order of the text."""

    parts: Mapping[str, Span]
    """Where each part that is there stands. A part of several lines goes from the first to the last."""
    kind: str
    """Abbreviation of the kind of document its title names (BC, KH …), CV for a letter; empty when unknown."""
    body_names: tuple[str, ...]
    """Lines of the head that name the superior and the issuing body, from above."""
    sections: tuple[Section, ...]
    """All numbered sections, in order; a section knows its parent."""
    body: tuple[int, int]
    """Index of the first block of the body and of the first one behind it: between the head and the recipients."""
    addressees: tuple[Span, ...]
    recipients: tuple[Span, ...]
    """Each entry, with its dash and final mark."""
    signature: tuple[Span, ...]
    """Lines of authority and post, in order."""
    annex: int | None
    """Index of the first block of the annexes behind the signature."""
    document: Document

    def text(self, part: PartName) -> str:
        """Return the text of a part; empty when it is not there."""
        span = self.parts.get(part)
        return self.document.text[span.start : span.end] if span else ""

    @cached_property
    def body_blocks(self) -> tuple[Block, ...]:
        """Blocks of the body, footnotes too."""
        return self.document.blocks[self.body[0] : self.body[1]]

    def section_at(self, offset: int) -> Section | None:
        """Return the innermost section that holds an offset."""
        found = None
        for section in self.sections:
            if section.start > offset:
                break
            if offset < section.end:
                found = section
        return found


def read_outline(document: Document) -> Outline:
    """Read parts and sections."""
    head = read_head(document)
    foot = read_foot(document, head.end)
    sections = read_sections(document, head.end, foot.start)
    return Outline(
        parts={**head.parts, **foot.parts},
        kind=head.kind,
        body_names=head.body_names,
        sections=sections,
        body=(head.end, foot.start),
        addressees=head.addressees,
        recipients=foot.recipients,
        signature=foot.signature,
        annex=foot.annex,
        document=document,
    )
