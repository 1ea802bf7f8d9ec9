"""The citation at a place, the document it means, and where else that is mentioned."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reportlint.facts import CitedDocument
    from reportlint.facts.citations import Citation
    from reportlint.lsp.analysis import Analysis
    from reportlint.lsp.jsonrpc import Json


class Mention(NamedTuple):
    """A citation with the document it means."""

    citation: Citation
    document: CitedDocument


def mention_at(analysis: Analysis, position: Json) -> Mention | None:
    """Return the mention at a position; None where there is none."""
    if analysis.result is None:
        return None
    offset = analysis.offset(position)
    if offset is None:
        return None
    for document in analysis.result.report.facts.cited:
        for citation in document.mentions:
            if citation.start <= offset <= citation.end:
                return Mention(citation, document)
    return None


def symbol_range(analysis: Analysis, citation: Citation) -> Json:
    """Return the range of the symbol of a citation: what one clicks on."""
    return analysis.range(citation.symbol_start, citation.symbol_end)
