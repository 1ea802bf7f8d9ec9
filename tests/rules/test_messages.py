"""Messages are of one style (docs/messages.md): what can be held by a machine is held here, for all of them."""

from __future__ import annotations

import re

import pytest

from reportlint import catalogue
from reportlint.pipeline import lint
from reportlint.rule import Rule
from reportlint.settings import Settings

RULES = catalogue.rules()
TEXTS = [
    pytest.param(rule, vi, en, id=f"{rule.code}-{key or 'message'}")
    for rule in RULES
    for key, (vi, en) in {"": (rule.message, rule.message_en), **rule.variants}.items()
]
HEDGE = re.compile(r"\b(?:may|perhaps|probably)\b")
NAMES = re.compile(r"\{(\w+)\}")


def bare(message: str) -> str:
    """Leave out what is quoted: it is the report's."""
    return re.sub(r"“[^”]*”", "“”", message)


@pytest.mark.parametrize(("rule", "vi", "en"), TEXTS)
def test_a_message_is_one_sentence_in_both_languages(rule: Rule, vi: str, en: str) -> None:
    for message in (vi, en):
        assert message.endswith("."), rule.code
        assert not re.search(r"[.!?…] \w|!", bare(message)), rule.code


@pytest.mark.parametrize(("rule", "vi", "en"), TEXTS)
def test_a_message_says_what_is_wrong_and_what_is_expected(rule: Rule, vi: str, en: str) -> None:
    assert bare(vi).count(";") == 1, rule.code
    assert bare(en).count(";") == 1 or ":" in bare(en), rule.code


@pytest.mark.parametrize(("rule", "vi", "en"), TEXTS)
def test_both_languages_quote_the_same(rule: Rule, vi: str, en: str) -> None:
    assert set(NAMES.findall(en)) <= set(NAMES.findall(vi)), rule.code


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.certainty == "heuristic"], ids=lambda r: r.code
)
def test_what_is_not_certain_is_said_so(rule: Rule) -> None:
    for vi, en in ((rule.message, rule.message_en), *rule.variants.values()):
        assert "có thể" in vi.lower()
        assert HEDGE.search(en)


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.code)
def test_titles_and_pages_are_sentences(rule: Rule) -> None:
    page = catalogue.pages()[rule.code]
    assert rule.title_en
    assert not re.search(r"[.!]$", rule.title)
    for text in (page["why"], page["remedy"]):
        assert text.endswith("."), text
        assert "!" not in text


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.certainty == "certain"], ids=lambda r: r.code
)
def test_doubt_and_certainty_of_a_finding_agree(rule: Rule) -> None:
    for example in catalogue.pages()[rule.code].get("bad", ()):
        if "layout" in example or "settings" in example:
            continue
        text = re.sub("[⟦⟧]", "", example["text"])
        for finding in lint(text, Settings(select=(rule.code,)), name="a.md").findings:
            assert ("có thể" in finding.message.lower()) == (finding.certainty == "heuristic"), (
                finding.message
            )
            assert "…" not in re.sub(r"“[^”]*”", "", finding.message), "an argument is missing"
