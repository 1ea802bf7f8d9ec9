"""VT009: words shortened with a slash inside a sentence: `Công văn số … V/v hoàn thiện hồ sơ`, `đ/c Nguyễn Văn A`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.checks.terms.glossary import body_paragraphs
from reportlint.letters import UPPER
from reportlint.rule import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report
    from reportlint.rule import Rule

_SLASHED = re.compile(rf"/(?:v(?<=\w V/v)(?= [^\W\d_])|c(?<=[\s(][Đđ]/c)(?= [{UPPER}]))")
_FULL = {"V/v": "về việc", "đ/c": "đồng chí", "Đ/c": "Đồng chí"}


def slashed(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report such words in the body; in the subject of a letter and among the recipients they are usual."""
    for start, facts in body_paragraphs(report):
        for match in _SLASHED.finditer(facts.text) if "/v " in facts.text or "/c " in facts.text else ():
            at, end = match.start() - 1, match.end()
            if not facts.quoted(at, end):
                found = facts.text[at:end]
                edit = Edit(start + at, start + end, _FULL[found])
                yield Hit(start + at, start + end, {"found": found, "right": _FULL[found]}, (edit,))
