"""VH008: departments named together with a capital, `các Sở, ngành`, where the report also writes `các sở, ngành`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.patterns import Pattern, holds
from reportlint.rule import Edit, Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report

_TOGETHER = Pattern(
    r"(?<!\w)(?:các|từng|của) (?P<noun>[Ss]ở)(?=,? (?:ban|ngành|địa phương|đơn vị)(?!\w))",
    needs=(" sở", " Sở"),
)


def together(report: Report) -> Iterable[Hit]:
    """Yield the capital of a word that stands for all departments, and so names none."""
    if not holds(report.document.text, ("các Sở", "từng Sở", "của Sở")):
        return
    found = [m for m in _TOGETHER.finditer(report.document.text) if report.in_body(m.start())]
    small = next((m for m in found if m["noun"] == "sở"), None)
    if small is None:
        return
    related = (
        Related(*small.span(), Said(f"ở đây viết “{small.group()}”", f"written “{small.group()}” here")),
    )
    for match in found:
        start, end = match.span("noun")
        if match["noun"] == "Sở" and not report.facts.quoted(start, end):
            args = {"found": match.group(), "right": "sở", "word": "Sở"}
            yield Hit(start, end, args, (Edit(start, start + 1, "s"),), related, cause="capital")
