"""The hand-written lists of the spelling and punctuation rules hold what their comments promise."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.checks.punctuation import enumerations
from reportlint.checks.spelling import collocations, confusions, verdicts
from reportlint.knowledge import ngrams
from reportlint.knowledge.folding import fold_tone
from reportlint.pipeline import lint

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
        for joint in enumerations.joints(either=either):
            for series in enumerations.series_at(joint, either=either):
                assert series.syllables[series.before - 1 :][:2] == joint
    assert collocations._phrases()
    for key, entries in collocations._phrases().items():
        assert key
        assert all("marked" in phrase.pattern.groupindex for phrase in entries)


def words_below_the_head(name: str) -> str:
    head, _, words = (CHECKS / "spelling" / name).read_text(encoding="utf-8").partition("\n\n")
    assert all(line.startswith("# ") for line in head.split("\n"))
    return words


def test_known_pairs_are_in_form_and_unknown_to_the_ngrams() -> None:
    pairs = words_below_the_head("known_pairs.txt").rstrip("\n").split("\n")
    assert pairs == sorted(set(pairs))
    for pair in pairs:
        assert pair == fold_tone(pair.lower())
        first, second = pair.split(" ")
        assert ngrams.bigram(first, second) <= 7


def test_reduplicated_syllables_are_in_form() -> None:
    words = words_below_the_head("reduplicated.txt").rstrip("\n").split("\n")
    assert words == sorted(set(words))
    assert all(word == fold_tone(word.lower()) and " " not in word for word in words)


def test_ordinary_words_are_in_form_and_seldom_seen_by_the_ngrams() -> None:
    words = words_below_the_head("ordinary_words.txt").split()
    assert words == sorted(set(words))
    for word in words:
        assert word == fold_tone(word.lower())
        assert ngrams.unigram(word) < verdicts.RARE


@pytest.mark.parametrize(
    "text",
    [
        "Các em có hứng thú với giờ đọc sách.",
        "Xã đã phun thuốc diệt muỗi và vận động nhà nhà thả bèo, trồng rau muống.",
        "Bệnh sởi, bệnh dại giảm; bà con vội gặt lúa chạy bão, hộ nghèo bớt khó khăn.",
        "Nhân dân phấn khởi, làng bản yên vui; mô hình nuôi ếch, nuôi vịt trời cho lãi khá.",
    ],
)
def test_ordinary_words_raise_no_doubt(text: str) -> None:
    assert [f for f in lint(f"{text}\n").findings if f.code == "CT003"] == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Trường bảo đảm trình độ chuyện môn cho giáo viên.", "chuyên"),
        ("Các xã đẩy nhanh tiến độ giải phóng mặt bắng.", "bằng"),
        ("Xã đã triền khai kế hoạch phòng cháy.", "triển"),
    ],
)
def test_an_ordinary_word_in_the_place_of_another_is_told(text: str, right: str) -> None:
    assert [f.edits[0].text for f in lint(f"{text}\n").findings if f.code == "CT003"] == [right]
