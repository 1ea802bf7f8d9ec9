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


def figures(text: str) -> list[str]:
    """Return the numbers of a text, in order of size: a language may turn its clauses round. 1,27 cm is 1.27 cm in English."""
    return sorted(re.findall(r"\d+(?:\.\d+)*", re.sub(r"(\d),(\d)", r"\1.\2", text)))


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
def test_titles_and_pages_are_sentences_in_both_languages(rule: Rule) -> None:
    page = catalogue.pages()[rule.code]
    for title in (rule.title, rule.title_en):
        assert re.search(r"[^.!]$", title)
    for key in ("why", "why_en", "remedy", "remedy_en"):
        assert page.get(key, "").endswith("."), f"{rule.code} {key}"
        assert "!" not in page[key]


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.code)
def test_a_page_names_the_same_figures_and_norms_in_both_languages(rule: Rule) -> None:
    page = catalogue.pages()[rule.code]
    for key in ("why", "remedy"):
        assert figures(page[f"{key}_en"]) == figures(page[key]), key


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.code)
def test_a_remark_on_an_example_is_there_in_both_languages(rule: Rule) -> None:
    for examples in catalogue.examples()[rule.code].values():
        for example in examples:
            assert bool(example.get("why")) == bool(example.get("why_en"))


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.certainty == "certain"], ids=lambda r: r.code
)
def test_doubt_and_certainty_of_a_finding_agree(rule: Rule) -> None:
    for example in catalogue.examples()[rule.code].get("bad", ()):
        if "layout" in example or "settings" in example:
            continue
        text = re.sub("[⟦⟧]", "", example["text"])
        for finding in lint(text, Settings(select=(rule.code,)), name="a.md").findings:
            assert ("có thể" in finding.message.lower()) == (finding.certainty == "heuristic"), (
                finding.message
            )
            assert "…" not in re.sub(r"“[^”]*”", "", finding.message), "an argument is missing"
