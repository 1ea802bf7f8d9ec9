"""What the kinds share: finding given words in a paragraph, whole words only, outside quotations."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from reportlint.facts.block import BlockFacts


@lru_cache(maxsize=256)
def any_of(words: tuple[str, ...], *, case: bool) -> re.Pattern[str]:
    """Return a pattern for whole words or phrases, longer ones first; blanks match any blanks."""
    forms = (r"\s+".join(map(re.escape, word.split())) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", 0 if case else re.IGNORECASE)


def occurrences(
    block: BlockFacts, pattern: re.Pattern[str], params: Mapping[str, Any]
) -> Iterator[re.Match[str]]:
    """Yield the matches in a paragraph; those in quotation marks only with `quoted = true`."""
    for match in pattern.finditer(block.text):
        if match.end() > match.start() and (params.get("quoted") or not block.quoted(*match.span())):
            yield match
