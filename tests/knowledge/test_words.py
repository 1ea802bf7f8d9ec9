import pytest

from reportlint.knowledge import abbreviations, ngrams, syllables


@pytest.mark.parametrize(
    "word", ["Nghiêng", "THUỶ", "thủy", "Krông", "H’Mông", "logistics", "Wi-Fi", "Mát-xcơ-va"]
)
def test_known_words(word: str) -> None:
    assert syllables.is_known_word(word)


@pytest.mark.parametrize("word", ["", "đươgn", "nghành", "logictic", "Plôngx", "-"])
def test_unknown_words(word: str) -> None:
    assert not syllables.is_known_word(word)


def test_a_foreign_word_is_no_syllable() -> None:
    assert syllables.is_syllable("HOÀ")
    assert not syllables.is_syllable("logistics")


@pytest.mark.parametrize("word", ["ngh", "nghà", "cê", "qa", "gh", "zà", "đđi", "b a", ""])
def test_a_rhyme_takes_its_own_beginnings_alone(word: str) -> None:
    assert not syllables.is_syllable(word)
    assert all(map(syllables.is_syllable, ("ở", "nghè", "kê", "quà", "gì", "nghiêng", "uỷ", "ủy", "y", "đ")))


def test_counts_ignore_capitals_and_tone_placement() -> None:
    assert ngrams.trigram("Theo", "quy", "ĐỊNH") == 47212
    assert ngrams.bigram("hoà", "bình") == ngrams.bigram("hòa", "bình") > 0
    assert ngrams.unigram("của") > ngrams.unigram("củn")


def test_unseen_words_count_nothing() -> None:
    assert ngrams.bigram("quy", "xyzt") == ngrams.trigram("xyzt", "quy", "định") == ngrams.unigram("") == 0


def test_abbreviations() -> None:
    assert {"UBND", "TNHH", "GRDP", "kWh"} <= abbreviations.commonly_known()
    assert "PPP" not in abbreviations.commonly_known()
    assert abbreviations.expansion("BCSĐ") == ("ban cán sự đảng",)
    assert abbreviations.expansion("KHÔNGCÓ") == ()
