"""SL025: a sum of money without its unit, `vốn tăng từ 09 tỷ lên 20 tỷ`, where the report has `tỷ đồng`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.patterns import Pattern
from reportlint.rule import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report
    from reportlint.rule import Rule

_BARE = Pattern(
    r"(?<![\d.,/])\d[\d.,]* tỷ(?=[,;)]|\.(?!\d)|$| (?:lên|xuống|so với|sẽ|trở|từ|để|thực hiện|cho|đối với)(?!\w))",
    needs=(" tỷ",),
)
REACH = 40
"""Behind the first of two sums the unit of the second serves both: `từ 09 tỷ lên 20 tỷ đồng` (code points)."""


def bare(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Yield `tỷ` that no unit follows, in reports that write `tỷ đồng`."""
    text = report.document.text
    if "tỷ đồng" not in text:
        return
    first, last = report.outline.body
    for block, facts in zip(report.document.blocks[first:last], report.facts.blocks[first:last], strict=True):
        for match in _BARE.finditer(facts.text):
            start, end = match.span()
            if "tỷ đồng" not in facts.text[end : end + REACH] and not facts.quoted(start, end):
                edits = (Edit(block.start + end, block.start + end, " đồng"),)
                yield Hit(block.start + start, block.start + end, {"found": match.group()}, edits)
