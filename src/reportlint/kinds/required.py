"""Kind `required`: wording that the report must contain somewhere. `words = ["…", …]`: one of them is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.kinds.wording import any_of
from reportlint.rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report
    from reportlint.rule import Rule


def check(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report once, at the head, when none of the words occurs; the message may name {wanted}."""
    words = tuple(rule.params["words"])
    if not any_of(words, case=bool(rule.params.get("case"))).search(report.document.text):
        yield Hit(0, 0, {"wanted": words[0]})
