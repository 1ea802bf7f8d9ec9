from datetime import date

import pytest

from reportlint.knowledge import bodies, body_levels


def test_codes_end_with_their_body() -> None:
    assert bodies.code_names("BTNMT", date(2025, 2, 28)) == ("Bộ Tài nguyên và Môi trường",)
    assert bodies.code_names("BTNMT", date(2025, 6, 28)) == ()
    assert bodies.code_names("BNNMT", date(2025, 6, 28)) == ("Bộ Nông nghiệp và Môi trường",)
    assert bodies.successors("Sở kế hoạch và đầu tư", date(2025, 3, 1)) == ("Sở Tài chính",)
    assert bodies.successors("Sở Kế hoạch và Đầu tư", date(2025, 2, 28)) == ()


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("UBND huyện Tuy Phước", "district"),
        ("Ủy ban nhân dân xã Phước Hòa, huyện Tuy Phước", "commune"),
        ("Sở Lao động - Thương binh và Xã hội", "province"),
        ("Bảo hiểm xã hội huyện Tuy Phước", "district"),
        ("Ban Thường vụ Tỉnh uỷ", "province"),
        ("Thành ủy Quy Nhơn", "district"),
        ("Thành ủy Hà Nội", "province"),
        ("UBND TP. Hồ Chí Minh", "province"),
        ("Bộ Nội vụ", "central"),
        ("Bộ Chỉ huy quân sự tỉnh", "province"),
        ("Thành ủy", None),
        ("Ủy ban nhân dân", None),
    ],
)
def test_level_of_a_name(name: str, level: str | None) -> None:
    assert body_levels.body_level(name) == level


def test_a_city_may_change_its_level() -> None:
    assert body_levels.body_level("UBND thành phố Huế", date(2026, 1, 1)) == "province"


def test_level_of_a_party_code() -> None:
    codes = ("TW", "TU", "HU", "ThU", "ĐU", "BTCTU", "UBND")
    levels = [body_levels.party_level(code) for code in codes]
    assert levels == ["central", "province", "district", "district", "commune", "province", None]
