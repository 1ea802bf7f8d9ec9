from datetime import date

from reportlint.knowledge import bodies


def test_codes_end_with_their_body() -> None:
    assert bodies.code_names("BTNMT", date(2025, 2, 28)) == ("Bộ Tài nguyên và Môi trường",)
    assert bodies.code_names("BTNMT", date(2025, 6, 28)) == ()
    assert bodies.code_names("BNNMT", date(2025, 6, 28)) == ("Bộ Nông nghiệp và Môi trường",)
    assert bodies.successors("Sở kế hoạch và đầu tư", date(2025, 3, 1)) == ("Sở Tài chính",)
    assert bodies.successors("Sở Kế hoạch và Đầu tư", date(2025, 2, 28)) == ()


def test_level_of_a_party_code() -> None:
    codes = ("TW", "TU", "HU", "ThU", "ĐU", "BTCTU", "UBND")
    levels = [bodies.party_level(code) for code in codes]
    assert levels == ["central", "province", "district", "district", "commune", "province", None]
