"""Does a text come from OCR? Told by traces that no keyboard leaves."""

from __future__ import annotations

import re
from itertools import islice

_TRACES = re.compile(
    r"[a-zà-ỹ](?:ru|rn)[a-z](?=\s)|[ỗổồốộ][ỗổồốộ]|[A-ZĐ]Ð|\w@\)|(?<=\s)@@(?=\s)|[a-zà-ỹ][A-ZÊÔƠƯĐ][a-zà-ỹ]ì"
    r"|^\s*['`‘_|/\\] ?\w{0,2}\s*$|(?<=[a-zà-ỹ,])\n\n(?:---\n\n)?(?:<sup>\d+</sup>[^\n]*\n+)*[a-zà-ỹ]",
    re.MULTILINE,
)
MIN_TRACES = 3


def looks_like_ocr(text: str) -> bool:
    """Tell whether at least `MIN_TRACES` traces of OCR stand in the text."""
    return next(islice(_TRACES.finditer(text), MIN_TRACES - 1, None), None) is not None
