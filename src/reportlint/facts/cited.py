"""Which mentions mean one document. Key: number, type code, organ, and year or Party term (norms: nd30 Điều 15, hd36 1.3.1)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.citations import Citation

PARTY_TERMS = (2010, 2015, 2020, 2025)
"""Years in which terms of local and central Party committees begin, taken coarsely: a number is given once a term."""


@dataclass(frozen=True)
class CitedDocument:
    """A document and its mentions, in the order of the text."""

    mentions: tuple[Citation, ...]

    @property
    def first(self) -> Citation:
        """The first mention."""
        return self.mentions[0]


def cited_documents(citations: Iterable[Citation]) -> tuple[CitedDocument, ...]:
    """Group mentions by document, ordered by first mention."""
    series: dict[tuple[str, str, str], list[Citation]] = defaultdict(list)
    for citation in citations:
        if citation.number:
            series[_series(citation)].append(citation)
    groups = [group for mentions in series.values() for group in _by_period(mentions)]
    return tuple(CitedDocument(tuple(group)) for group in sorted(groups, key=lambda g: g[0].start))


def _series(citation: Citation) -> tuple[str, str, str]:
    """The part of the key that needs no date. Party organs are left out: their code is what drafters get wrong."""
    if citation.regime == "party":
        scope = "TW" if citation.organ.startswith("TW") else "local"
        return citation.number, citation.code, scope
    return citation.number, citation.code, f"{citation.year or ''}/{citation.organ}"


def _by_period(mentions: list[Citation]) -> list[list[Citation]]:
    """Split mentions of one symbol by year, or Party term, and issuer; those without a date go with the nearest before them."""
    groups: list[list[Citation]] = []
    for mention in mentions:
        home = next((g for g in reversed(groups) if _same(g, mention)), None)
        if home is None:
            groups.append([mention])
        else:
            home.append(mention)
    return groups


def _same(group: list[Citation], mention: Citation) -> bool:
    dated = [m for m in group if m.date and m.date.value]
    if mention.date and mention.date.value and dated:
        if any(m.date.value == mention.date.value for m in dated if m.date):
            return True
        if not all(_one_period(m, mention) for m in dated):
            return False
    if mention.regime == "party" and any(m.organ != mention.organ for m in group):
        return bool(
            dated and mention.date and any(m.date and m.date.text == mention.date.text for m in dated)
        )
    return _issuers_agree(group, mention)


def _one_period(one: Citation, other: Citation) -> bool:
    if not (one.date and other.date):
        return True
    if one.regime == "party":
        return _term(one.date.year) == _term(other.date.year)
    return one.date.year == other.date.year or one.year is not None


def _term(year: int) -> int:
    return max((t for t in PARTY_TERMS if t <= year), default=0)


def _issuers_agree(group: list[Citation], mention: Citation) -> bool:
    """Two bodies of different level may use one symbol (95/KH-UBND of the province and of the district)."""
    issuers = [m.issuer for m in group if m.issuer]
    return (
        not mention.issuer
        or not issuers
        or any(mention.issuer.agrees(i) for i in issuers)
        or mention.regime == "party"
    )
