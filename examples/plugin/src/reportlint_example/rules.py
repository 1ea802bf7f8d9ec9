"""A rule with its check: exclamation marks have no place in a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint import Edit, Hit, Rule, Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts


def exclamation(block: BlockFacts, rule: Rule) -> Iterable[Hit]:  # noqa: ARG001 - the shape of a check
    """Mark each exclamation mark outside quotations."""
    at = block.text.find("!")
    while at >= 0:
        if not block.quoted(at, at + 1):
            yield Hit(at, at + 1, {"found": "!"}, (Edit(at, at + 1, "."),))
        at = block.text.find("!", at + 1)


RULES = (
    Rule(
        code="EX001",
        name="exclamation-mark",
        title="Dấu chấm than trong báo cáo",
        title_en="Exclamation mark in a report",
        message="Báo cáo có dấu “{found}”, có thể không hợp; thói quen trình bày là dùng dấu chấm.",
        message_en="The report has “{found}”, which may not fit; a full stop is the habit.",
        severity="info",
        certainty="heuristic",
        fix="ask",
        normativity="tập quán",
        source=Source(),
        check="python:reportlint_example.rules:exclamation",
        scope="block",
        regimes=("any",),
    ),
)
