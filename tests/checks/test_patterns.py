"""The lazy expressions: what one says every match needs, every match must hold."""

from __future__ import annotations

import gc
import re

import pytest

from reportlint import catalogue
from reportlint.patterns import OPENED, Pattern, at_word
from reportlint.running import resolve


def test_every_match_holds_what_its_expression_needs() -> None:
    for rule in catalogue.rules():
        resolve(rule.check)
    texts = [
        e["text"]
        for page in catalogue.pages().values()
        for kind in ("bad", "good")
        for e in page.get(kind, ())
    ]
    picky = [found for found in gc.get_objects() if isinstance(found, Pattern) and found.needs]
    assert picky
    for pattern in picky:
        for text in texts:
            assert pattern.may_match(text) or not pattern.compiled.search(text), (pattern.source, text)


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
