"""Kind `existence`: wording that must not occur. `words = ["…"]`, or `pattern = "…"` (a regular expression); `case = true`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from reportlint.kinds.wording import any_of, occurrences
from reportlint.rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.rule import Rule


def check(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Mark each occurrence; the message may name {found}."""
    case = bool(rule.params.get("case"))
    if "pattern" in rule.params:
        pattern = _compiled(rule.params["pattern"], 0 if case else re.IGNORECASE)
    else:
        pattern = any_of(tuple(rule.params["words"]), case=case)
    for match in occurrences(block, pattern, rule.params):
        yield Hit(match.start(), match.end(), {"found": match.group()})


@lru_cache(maxsize=256)
def _compiled(pattern: str, flags: int) -> re.Pattern[str]:
    return re.compile(pattern, flags)
