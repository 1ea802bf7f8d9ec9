"""Kind `substitution`: wording that is to be replaced. `pairs = [["wrong", "right"], …]`, `case = true` to heed capitals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.kinds.wording import any_of, occurrences
from reportlint.rule import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.rule import Rule


def check(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Mark each wrong wording; the message may name {found} and {right}."""
    case = bool(rule.params.get("case"))
    pairs = {
        " ".join((wrong if case else wrong.lower()).split()): right for wrong, right in rule.params["pairs"]
    }
    for match in occurrences(block, any_of(tuple(pairs), case=case), rule.params):
        found = match.group()
        right = pairs[" ".join((found if case else found.lower()).split())]
        if not case and found[:1].isupper():
            right = right[:1].upper() + right[1:]
        if found != right:
            yield Hit(
                match.start(),
                match.end(),
                {"found": found, "right": right},
                (Edit(match.start(), match.end(), right),),
            )
