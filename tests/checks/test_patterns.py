"""The lazy expressions: what one says every match needs, every match must hold."""

from __future__ import annotations

import gc
import re

import pytest

from reportlint import catalogue
from reportlint.facts.block import BlockFacts
from reportlint.patterns import OPENED, Pattern, at_word
from reportlint.rule import Needs, needs_of
from reportlint.running import resolve


def examples() -> list[str]:
    """Return the texts of the examples of all rules."""
    shown = catalogue.examples().values()
    return [e["text"] for page in shown for kind in ("bad", "good") for e in page.get(kind, ())]


def test_every_match_holds_what_its_expression_needs() -> None:
    for rule in catalogue.rules():
        resolve(rule.check)
    texts = examples()
    picky = [found for found in gc.get_objects() if isinstance(found, Pattern) and found.needs]
    assert picky
    for pattern in picky:
        for text in texts:
            assert pattern.may_match(text) or not pattern.compiled.search(text), (pattern.source, text)


def test_a_check_finds_nothing_in_a_paragraph_without_what_it_needs() -> None:
    said = [(rule, check) for rule in catalogue.rules() if needs_of(check := resolve(rule.check)) != Needs()]
    assert said
    paragraphs = [BlockFacts(line) for text in examples() for line in text.split("\n")]
    for rule, check in said:
        for block in paragraphs:
            assert needs_of(check).met(block) or not list(check(block, rule)), (rule.code, block.text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Luật Đất đai", True),
        ("của Bộ luật", True),
        ("xLuật", False),
        ("_Luật", False),
        ("“Luật", False),
        ("\nLuật", True),
    ],
)
def test_at_word_looks_back_from_behind_the_first_letter(text: str, found: bool) -> None:  # noqa: FBT001
    assert bool(re.search(f"(?:{at_word('Luật|Bộ luật', OPENED)})", text)) is found
