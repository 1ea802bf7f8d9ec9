"""VD041: the term of the National Assembly or of the Party's Central Committee against the year of a document.

Symbols of laws end with the number of the term (norms: nd30, PL III; 31/2024/QH15), Party documents are numbered within a term
(hd36, mục 1.3). The windows of the terms are from memory and overlap where one follows another, so this is never sure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.knowledge.calendar import assembly_terms, assembly_terms_of_year, party_terms
from reportlint.outline.sections import roman, to_roman
from reportlint.rule import Hit, only_where
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.facts.block import BlockFacts
    from reportlint.facts.citations import Citation
    from reportlint.rule import Rule

_ASSEMBLY_SYMBOL = re.compile(r"(?:UBTV)?QH(?P<term>[0-9]{1,2})$")
_STATED = re.compile(r"\b[Kk]h(?:óa|oá) (?P<term>[IVX]+)$")
"""The term at the end of the issuer's name."""
_ASSEMBLY = Said("Quốc hội", "the National Assembly")
_PARTY = Said("Ban Chấp hành Trung ương Đảng", "the Party's Central Committee")


@only_where("QH", "TW", fact="citations")
def against_year(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield terms in which no document of that year or day was issued."""
    for citation in block.citations:
        on = citation.date.value if citation.date else None
        if match := _ASSEMBLY_SYMBOL.search(citation.symbol_text):
            terms = (
                assembly_terms(on) if on and not citation.year else assembly_terms_of_year(citation.year or 0)
            )
            at = citation.symbol_start + match.start("term"), citation.symbol_end
            year = citation.year or (on.year if on else 0)
            if terms and int(match["term"]) not in terms:
                yield _hit(block, at, year, _ASSEMBLY, terms)
            yield from _stated(block, citation, year, _ASSEMBLY, (int(match["term"]),))
        elif citation.organ == "TW" and on:
            yield from _stated(block, citation, on.year, _PARTY, tuple(map(roman, party_terms(on))))


def _stated(
    block: BlockFacts, citation: Citation, year: int, body: Said, terms: tuple[int, ...]
) -> Iterator[Hit]:
    """Yield the term stated with the issuer where it is another than those possible."""
    issuer = citation.issuer
    if terms and issuer and issuer.level == "central" and (match := _STATED.search(issuer.text)):
        start = issuer.start + match.start("term")
        if roman(match["term"]) not in terms:
            yield _hit(block, (start, issuer.end), year, body, terms)


def _hit(block: BlockFacts, at: tuple[int, int], year: int, body: Said, terms: tuple[int, ...]) -> Hit:
    right = "/".join(map(to_roman, terms))
    return Hit(*at, {"found": block.text[slice(*at)], "year": year, "body": body, "right": right})
