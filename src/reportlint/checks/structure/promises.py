"""BC018: tasks ahead that the subject announces and no section of the report has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.patterns import Pattern
from reportlint.rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report
    from reportlint.rule import Rule

_PROMISED = Pattern(r"(?:[,;]|\b[Vv]à)\s+(?P<what>(?:[Pp]hương hướng|[Nn]hiệm vụ trọng tâm)\b[^,;]{0,50})")
_KEPT = Pattern(
    r"phương hướng|nhiệm vụ|giải pháp|kế hoạch|thời gian tới|thời gian đến|tiếp theo", re.IGNORECASE
)

MAX_TITLE = 200
"""How far into a paragraph the words of its title are looked for (code points)."""


def tasks(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report `… và phương hướng tháng 3` in the subject, where no line of the body is headed with tasks or a plan."""
    span = report.outline.parts.get("subject")
    promised = _PROMISED.search(report.outline.text("subject")) if span else None
    if span is None or promised is None or not report.outline.sections:
        return
    text = report.document.text
    numbered = {s.block for s in report.outline.sections}
    for block in report.outline.body_blocks:
        titled = block.index in numbered or block.kind == "heading" or text[block.start : block.end].isupper()
        if titled and _KEPT.search(text, block.start, min(block.end, block.start + MAX_TITLE)):
            return
    found = promised["what"].split(" trên địa bàn")[0].rstrip(" .")
    start = span.start + promised.start("what")
    yield Hit(start, start + len(found), {"found": found})
