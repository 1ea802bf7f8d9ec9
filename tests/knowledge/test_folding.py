import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.knowledge.folding import fold_tone, tone_style


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Khánh Hoà, hoá chất, KHOẺ, thuỷ sản", "Khánh Hòa, hóa chất, KHỎE, thủy sản"),
        ("UỶ BAN, Uỷ ban", "ỦY BAN, Ủy ban"),
        ("quý, quỳnh, toàn, khoản, hoàng, ngoằn", "quý, quỳnh, toàn, khoản, hoàng, ngoằn"),
        ("hóa thủy khỏe", "hóa thủy khỏe"),
    ],
)
def test_only_open_syllables_have_two_spellings(text: str, folded: str) -> None:
    assert fold_tone(text) == folded


def test_style_of_a_syllable() -> None:
    assert [tone_style(word) for word in ("hoá", "hóa", "UỶ", "quý", "toàn", "a", "")] == [
        "new",
        "old",
        "new",
        None,
        None,
        None,
        None,
    ]


@given(st.text(alphabet="hqtoaeuyOAEUYàáảãạòóỏõọùúủũụỳýỷỹỵèéẻẽẹÀÁỦỶÝ nm", max_size=40))
def test_folding_keeps_length_and_case_and_is_idempotent(text: str) -> None:
    folded = fold_tone(text)
    assert fold_tone(folded) == folded
    assert len(folded) == len(text)
    assert unicodedata.is_normalized("NFC", folded)
    assert fold_tone(text.lower()) == folded.lower()
