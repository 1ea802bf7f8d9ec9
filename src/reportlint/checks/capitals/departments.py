"""VH008: departments named together with a capital, `các Sở, ngành`, where the report also writes `các sở, ngành`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.patterns import holds
from reportlint.rule import Edit, Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report

_TOGETHER = re.compile(r"ở(?<= [Ss]ở)(?=,? (?:ban|ngành|địa phương|đơn vị)(?!\w))")
_ALL = ("các ", "từng ", "của ")
"""Words behind which all departments are meant."""


def together(report: Report) -> Iterable[Hit]:
    """Yield the capital of a word that stands for all departments, and so names none."""
    if not holds(report.document.text, ("các Sở", "từng Sở", "của Sở")):
        return
    text = report.document.text
    found = [
        m.start() - 1
        for m in _TOGETHER.finditer(text)
        if text.endswith(_ALL, 0, m.start() - 1) and report.in_body(m.start())
    ]
    small = next((at for at in found if text[at] == "s"), None)
    if small is None:
        return
    there = text[small : small + len("sở")]
    related = (Related(small, small + len(there), Said(f"ở đây viết “{there}”", f"written “{there}” here")),)
    for at in found:
        end = at + len("Sở")
        if text[at] == "S" and not report.facts.quoted(at, end):
            args = {"found": text[at:end], "right": "sở", "word": "Sở"}
            yield Hit(at, end, args, (Edit(at, at + 1, "s"),), related, cause="capital")
