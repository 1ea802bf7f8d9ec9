"""NT012: a document received on a day before its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.patterns import Pattern
from reportlint.rule import Hit, Related, only_where
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.rule import Rule

_RECEIVED = Pattern(r"(?<!\w)(?:nhận được|tiếp nhận)(?!\w)")
_CUT = Pattern(r"[;.]\s|:")
BETWEEN = 90
"""How far from the verb the day and the document may stand (code points)."""


@only_where("nhận được", "tiếp nhận", fact="citations")
def before_issued(block: BlockFacts, _rule: Rule) -> Iterable[Hit]:
    """Report `Ngày 12/8/2024, Sở nhận được Công văn … ngày 30/7/2025`: the day of receipt, related to the day of issue."""
    for match in _RECEIVED.finditer(block.text):
        cited = next((c for c in block.citations if c.start >= match.end()), None)
        received = next((d for d in reversed(block.dates) if d.end <= match.start()), None)
        if cited is None or received is None or cited.date is None:
            continue
        near = cited.start - match.end() <= BETWEEN and match.start() - received.end <= BETWEEN
        if not near or not received.value or not cited.date.value or received.value >= cited.date.value:
            continue
        if _CUT.search(block.text, received.end, cited.start) or any(
            c.start <= received.start < c.end for c in block.citations
        ):
            continue
        args = {
            "found": received.text,
            "document": cited.symbol_text,
            "date": cited.date.text.removeprefix("ngày "),
        }
        related = Related(
            cited.date.start, cited.date.end, Said("ngày của văn bản", "the day of the document")
        )
        yield Hit(received.start, received.end, args, (), (related,))
