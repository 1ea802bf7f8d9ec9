"""Types of document and their abbreviations, for the State and for the Party.

Sources: Nghị định 30/2020/NĐ-CP, Điều 7 and Phụ lục III, Mục I (27 abbreviations and
3 for copies; công văn and thư công have none); Hướng dẫn 36-HD/VPTW and
05-HD/VPTW for the Party; ``wild`` marks types seen in real documents only.
Abbreviations are case-sensitive: QyĐ, CTr, TTr.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from reportlint.knowledge.data_files import read_rows
from reportlint.knowledge.folding import fold_tone

Regime = Literal["nd30", "hd36", "hd05", "qppl"]


class DocumentType(NamedTuple):
    """One type of document: its full name and its abbreviation under each regime ("" for none)."""

    name: str
    nd30: str
    hd36: str
    hd05: str
    qppl: str
    wild: str

    def code(self, regime: Regime) -> str:
        """Return the abbreviation under ``regime``, "" where the type has none."""
        return str(getattr(self, regime))


@cache
def document_types() -> tuple[DocumentType, ...]:
    """Return every known type: decree order, then Party, normative and wild ones (name "" if unknown)."""
    return tuple(DocumentType(*row.split("\t")) for row in read_rows("doctypes.tsv"))


@cache
def _by_folded_name() -> dict[str, DocumentType]:
    return {_fold(kind.name): kind for kind in document_types() if kind.name}


def _fold(text: str) -> str:
    return fold_tone(" ".join(text.lower().split()))


def canonical_type(text: str) -> str | None:
    """Return the official spelling of a type's full name, whatever its capitals, spaces and tones."""
    kind = _by_folded_name().get(_fold(text))
    return kind.name if kind else None


def state_code(type_name: str) -> str | None:
    """Return the abbreviation of a type in state documents; None when unknown or without one."""
    kind = _by_folded_name().get(_fold(type_name))
    return (kind.nd30 or kind.qppl or kind.wild or None) if kind else None


def party_codes(type_name: str) -> frozenset[str]:
    """Return the abbreviations the Party uses or used for a type (Quy định: QĐ and QĐi)."""
    kind = _by_folded_name().get(_fold(type_name))
    return frozenset({kind.hd36, kind.hd05} - {""}) if kind else frozenset()


@cache
def types_of_code(code: str, regime: Regime) -> tuple[str, ...]:
    """Return the names of the types that ``code`` stands for under ``regime``.

    State regimes also know the normative types and those seen in real documents.
    """
    return tuple(kind.name for kind in document_types() if kind.name and code in _codes(kind, regime))


def _codes(kind: DocumentType, regime: Regime) -> frozenset[str]:
    if regime in ("hd36", "hd05"):
        return frozenset({kind.code(regime)} - {""})
    return frozenset({kind.nd30, kind.qppl, kind.wild} - {""})
