"""Parts that must be there (nd30 Điều 8.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report
    from reportlint.rule import Rule


def head_part(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report the part `params.part` missing, at the head; an excerpt has no head to miss."""
    if report.identity.state != "excerpt" and rule.params["part"] not in report.outline.parts:
        yield Hit(0, 0)
