"""Finds the stamp of a digital signature, which programs print as text: who signed, for whom, and when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIGNER = re.compile(r"\s*(?:(?:Người ký|(?:Được )?[Kk]ý bởi)\s*:|Digitally signed by\s)")
_DAY = re.compile(r"(?:Ngày ký|Thời gian ký|Date)\s*:\s*\d{1,4}[-./]\d{1,2}[-./]\d{1,4}")
_CLOCK = re.compile(r"\s*\d{1,2}:\d{2}:\d{2}(?:\s*[+-]\d{2}:?'?\d{2}'?)?\s*")
MOST_LINES = 9
"""A stamp of more lines than this is none: its column is narrow, and name, address and body are broken over lines."""
LONGEST = 200
"""A stamp is shorter than this, in code points."""


def stamped(texts: Sequence[str]) -> set[int]:
    """Return the numbers of the paragraphs that are a stamp: from the signer to the day, and the time below it."""
    found: set[int] = set()
    for first, text in enumerate(texts):
        if _SIGNER.match(text) and (last := _end(texts, first)) is not None:
            found.update(range(first, last + 1))
    return found


def _end(texts: Sequence[str], first: int) -> int | None:
    """Return the last paragraph of a stamp that may begin at `first`; None when it is none."""
    length = 0
    for at in range(first, min(first + MOST_LINES, len(texts))):
        length += len(texts[at])
        if length > LONGEST:
            return None
        if _DAY.search(texts[at]):
            clock = at + 1 < len(texts) and _CLOCK.fullmatch(texts[at + 1])
            return at + 1 if clock else at
    return None
