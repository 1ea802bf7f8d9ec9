from datetime import date

import pytest

from reportlint.knowledge import units

BEFORE, AFTER = date(2023, 11, 10), date(2025, 8, 1)


def test_a_district_has_its_own_types_of_communes() -> None:
    assert units.unit_types("huyện Tuy Phước", BEFORE) == {"xã", "thị trấn"}
    assert units.unit_types("huyện Tuy Phước", AFTER) == frozenset()
    assert units.count("huyện Tuy Phước", "xã", BEFORE) == 11
    assert units.count("huyện Tuy Phước", "phường", BEFORE) == 0


def test_names_are_found_with_any_tone_capitals_and_type_word() -> None:
    found = [units.find(name, BEFORE, "Bình Định") for name in ("xã Phước Hoà", "PHƯỚC HÒA", "Xã Phước  Hòa")]
    assert {unit.district for group in found for unit in group} == {"huyện Tuy Phước"}
    assert units.exists("TP. Quy Nhơn", BEFORE)
    assert units.exists("TP.HCM", AFTER)
    assert units.find("phường Phước Hòa", BEFORE, "Bình Định") == ()


def test_units_live_in_their_time() -> None:
    assert units.exists("thị trấn Diêu Trì", date(2025, 6, 30))
    assert not units.exists("thị trấn Diêu Trì", date(2025, 7, 1))
    assert not units.exists("xã Tuy Phước Đông", BEFORE)
    assert units.exists("xã Tuy Phước Đông", AFTER, "Gia Lai")


@pytest.mark.parametrize(("on", "number"), [(BEFORE, 63), (date(2025, 6, 30), 63), (AFTER, 34)])
def test_number_of_provinces(on: date, number: int) -> None:
    assert len(units.provinces(on)) == number


def test_provinces_that_changed_their_type_or_name() -> None:
    assert "tỉnh Thừa Thiên Huế" in units.provinces(BEFORE)
    assert "thành phố Huế" in units.provinces(date(2025, 1, 1))
    assert "tỉnh Đồng Nai" in units.provinces(date(2026, 4, 29))
    assert "thành phố Đồng Nai" in units.provinces(date(2026, 4, 30))


def test_successors() -> None:
    commune = units.find("thị trấn Diêu Trì", BEFORE)[0]
    assert units.successor_text(commune) == "xã Tuy Phước (tỉnh Gia Lai)"
    assert units.new_province("Bình Định") == "tỉnh Gia Lai"


def test_an_ambiguous_or_undated_parent_has_no_count() -> None:
    assert units.count("huyện Châu Thành", "xã", BEFORE) is None
    assert units.district("Châu Thành") is None
    assert units.count("Hà Nội", "phường", BEFORE) is None


def test_totals_of_the_two_level_government() -> None:
    names = units.provinces(AFTER)
    totals = [
        sum(units.count(name, kind, AFTER) or 0 for name in names) for kind in ("xã", "phường", "đặc khu")
    ]
    assert sum(totals) == 3321
    assert totals[2] == 13
