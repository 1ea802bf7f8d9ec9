"""Every rule does on its examples what they say: they are its tests and its page."""

from __future__ import annotations

import pytest

from reportlint import catalogue
from reportlint.testing import assert_rule


@pytest.mark.parametrize("code", [rule.code for rule in catalogue.rules()])
def test_rule_keeps_its_examples(code: str) -> None:
    """The marked stretches of bad examples are found, exactly; good examples are silent."""
    assert_rule(code)


TOLD_BY_LOADERS = {"DL001"}
"""A file that cannot be read has no text to mark."""


@pytest.mark.parametrize(
    "code", [rule.code for rule in catalogue.rules() if rule.code not in TOLD_BY_LOADERS]
)
def test_rule_has_examples(code: str) -> None:
    """A rule without a bad and a good example cannot be understood."""
    page = catalogue.examples()[code]
    assert page.get("bad"), f"{code} has no bad example"
    assert page.get("good"), f"{code} has no good example"
