"""What a check may read of one report: the document, its outline, its facts, its identity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
