"""The hand-written lists of the spelling and punctuation rules hold what their comments promise."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.checks.punctuation import enumerations
from reportlint.checks.spelling import collocations, confusions
from reportlint.knowledge import ngrams
from reportlint.knowledge.folding import fold_tone

CHECKS = Path(confusions.__file__).parents[1]


def lines(path: str) -> list[str]:
    text = (CHECKS / path).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


def test_a_misspelling_is_written_once_and_differs_from_its_correction() -> None:
    wrong = [line.split(" > ")[0] for line in lines("spelling/confusions.txt")]
    assert len(wrong) == len(set(wrong)) > 400
    for line in lines("spelling/confusions.txt"):
        before, after = line.partition(" ! ")[0].split(" > ")
        assert before != after
        assert before == fold_tone(before.lower())


def test_no_correction_is_itself_a_misspelling() -> None:
    wrong = {line.split(" > ")[0] for line in lines("spelling/confusions.txt")}
    right = {line.partition(" ! ")[0].split(" > ")[1] for line in lines("spelling/confusions.txt")}
    assert not wrong & right


@pytest.mark.parametrize("line", [line for line in lines("punctuation/enumerations.txt") if line[0] != "?"])
def test_legal_texts_do_not_write_the_terms_without_comma(line: str) -> None:
    first, second = (part.split() for part in line.partition(" ! ")[0].split(", ")[:2])
    bare = ngrams.bigram(first[-1], second[0])
    if len(first) > 1:
        bare = min(bare, ngrams.trigram(first[-2], first[-1], second[0]))
    if len(second) > 1:
        bare = min(bare, ngrams.trigram(first[-1], second[0], second[1]))
    rarer = min(frequency(first), frequency(second))
    assert bare <= 60 or bare <= rarer / 14


def frequency(term: list[str]) -> int:
    return min(map(ngrams.bigram, term, term[1:])) if len(term) > 1 else ngrams.unigram(term[0])


def test_lists_load() -> None:
    for either in (False, True):
        for joint in enumerations._joints(either=either):
            for series in enumerations._series(joint, either=either):
                assert series.syllables[series.before - 1 :][:2] == joint
    assert collocations._phrases()
    for key, entries in collocations._phrases().items():
        assert key
        assert all("marked" in phrase.pattern.groupindex for phrase in entries)
