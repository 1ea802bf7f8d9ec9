"""Comments to the linter in Markdown and HTML: `<!-- reportlint: bỏ qua VD003: lý do -->`."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from reportlint.document import SYNTHETIC, Directive

if TYPE_CHECKING:
    import re

    from reportlint.loaders.builder import DocumentBuilder


def add_comment_directives(text: str, pattern: re.Pattern[str], builder: DocumentBuilder) -> None:
    """Add each comment that speaks to the linter as a directive on the block it stands in, or the next one."""
    document = builder.build()
    anchored = [
        (document.source.anchor(b.start).offset, document.source.end_anchor(b.end).offset, b)
        for b in document.blocks
        if b.end > b.start and document.source.anchor(b.start).node != SYNTHETIC
    ]
    anchored.sort(key=lambda entry: entry[0])
    for match in pattern.finditer(text):
        remark = match.group()[4:-3].strip()
        if not remark.lower().startswith("reportlint"):
            continue
        i = bisect_right(anchored, match.start(), key=lambda entry: entry[0]) - 1
        if i < 0 or anchored[i][1] < text.rfind("\n", 0, match.start()) + 1:
            i += 1
        if i < len(anchored):
            block = anchored[min(i, len(anchored) - 1)][2]
            builder.directives.append(Directive(block.start, block.end, remark))
