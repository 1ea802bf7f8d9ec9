"""SL021: chainages whose metres lack a digit: `Km30+50` among `Km26+793`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.patterns import Pattern
from reportlint.rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report
    from reportlint.rule import Rule

_CHAINAGE = Pattern(r"(?<![^\W\d_])[Kk][Mm]\s?[0-9]+\s?\+\s?(?P<metres>[0-9]+)(?:[.,][0-9]+)?(?![\w+])")
DIGITS = 3
"""How many digits the metres of a kilometre take."""


def short_metres(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report chainages with fewer than three digits behind the plus, where the report has others with three.

    `Km30+00` is a whole kilometre however many zeros it has.
    """
    model = ""
    short: list[tuple[int, int, str]] = []
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        if "+" not in facts.text:
            continue
        for match in _CHAINAGE.finditer(facts.text):
            if len(match["metres"]) == DIGITS:
                model = model or match.group()
            elif len(match["metres"]) < DIGITS and int(match["metres"]) and not facts.quoted(*match.span()):
                short.append((block.start + match.start(), block.start + match.end(), match.group()))
    for start, end, found in short if model else ():
        yield Hit(start, end, {"found": found, "model": model})
