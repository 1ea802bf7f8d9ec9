"""Kind `consistency`: several forms of one word, of which a report should use one. `forms = [["axit", "a-xít"], …]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.kinds.wording import any_of, occurrences
from reportlint.rule import Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report
    from reportlint.rule import Rule


def check(report: Report, rule: Rule) -> Iterable[Hit]:
    """Mark the rarer forms (of equal ones the later in the list); the message may name {found} and {main}."""
    for forms in rule.params["forms"]:
        places: dict[str, list[tuple[int, int]]] = {form.lower(): [] for form in forms}
        pattern = any_of(tuple(places), case=False)
        for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
            for match in occurrences(facts, pattern, rule.params):
                places[" ".join(match.group().lower().split())].append(
                    (block.start + match.start(), block.start + match.end())
                )
        main = max(places, key=lambda form: len(places[form]))
        for form, spans in places.items():
            if form != main:
                related = tuple(
                    Related(start, end, Said(f"ở đây viết “{main}”", f"written “{main}” here"))
                    for start, end in places[main][:1]
                )
                yield from (
                    Hit(start, end, {"found": report.document.text[start:end], "main": main}, related=related)
                    for start, end in spans
                )
