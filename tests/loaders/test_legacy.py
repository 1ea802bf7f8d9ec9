"""Fonts older than Unicode: converted when font and text agree, left alone otherwise."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.loaders import legacy

SAMPLES = {
    "tcvn3": ("Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc, ®­îc", ".VnTime"),
    "vni": ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do - Haïnh phuùc, ñöôïc", "VNI-Times"),
}


def read(text: str, font: str, *, proven: bool = False) -> str | None:
    pieces = legacy.convert(text, font, proven=proven)
    return None if pieces is None else "".join(piece.text for piece in pieces)


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_converts(encoding: str) -> None:
    text, font = SAMPLES[encoding]
    shown = "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc, được"
    assert legacy.encoding_of(font) == encoding
    assert read(text, font) == shown


def test_capital_fonts_show_capitals() -> None:
    assert read("b¸o c¸o", ".VnTimeH") == "BÁO CÁO"
    assert read("so", ".VnTimeH", proven=True) == "SO"


@pytest.mark.parametrize(
    ("text", "font"),
    [
        ("Báo cáo năm", ".VnTimeH"), ("Và là", ".VnTime"), ("bao cao", ".VnTime"), ("Céng hßa", "Times New Roman"),
        ("Báo cáo", "VNI-Times"), ("Được", "VNI-Times"),
    ],
)  # fmt: skip
def test_leaves_unicode_alone(text: str, font: str) -> None:
    assert read(text, font) is None


def test_evidence_is_kept_by_encoding() -> None:
    evidence = legacy.Evidence()
    evidence.add("b¸o", ".VnTime")
    assert evidence.proven(".VnArial")
    assert not evidence.proven("VNI-Times")


@given(st.text(st.sampled_from("aeouAyiñöô ùøûõïâáàåãêéèúüë8")))
def test_vni_pieces_cover_the_source(text: str) -> None:
    pieces = legacy.convert(text, "VNI-Times", proven=True) or []
    at = 0
    for piece in pieces:
        assert piece.offset == at
        assert piece.width == len(piece.text) or len(piece.text) == 1
        at += piece.width
    assert at == len(text)
    assert unicodedata.is_normalized("NFC", "".join(piece.text for piece in pieces))
