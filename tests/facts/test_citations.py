"""Citations of one paragraph: well-formed, malformed and wild ones, and what is none."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.facts.bodies import bodies
from reportlint.facts.citations import Citation, citations
from reportlint.facts.dates import dates, proper


def one(text: str) -> Citation:
    """Read the only citation of a text."""
    (found,) = citations(text)
    return found


@pytest.mark.parametrize(
    ("text", "symbol", "regime", "kind"),
    [
        ("Kế hoạch số 95/KH-UBND ngày 18/5/2023", "95/KH-UBND", "state", "Kế hoạch"),
        ("Nghị quyết số 28-NQ/TW ngày 17/11/2022", "28-NQ/TW", "party", "Nghị quyết"),
        ("Chương trình hành động số 20-CTr/TU", "20-CTr/TU", "party", "Chương trình hành động"),
        ("Nghị định số 34/2016/NĐ-CP ngày 14/5/2016", "34/2016/NĐ-CP", "normative", "Nghị định"),
        ("Nghị quyết số 66.7/2025/NQ-CP", "66.7/2025/NQ-CP", "normative", "Nghị quyết"),
        ("Luật Hóa chất số 69/2025/QH15", "69/2025/QH15", "normative", "Luật"),
        ("Công văn số 2019/SNV-CCVC ngày 05/11/2023", "2019/SNV-CCVC", "letter", "Công văn"),
        ("Tờ trình số 292/TTr-CAT-PC07", "292/TTr-CAT-PC07", "state", "Tờ trình"),
        ("Công văn số 138-CV/BTGDVTU", "138-CV/BTGDVTU", "party", "Công văn"),
        ("Quyết định của Ủy ban nhân dân tỉnh số 12/QĐ-UBND", "12/QĐ-UBND", "state", "Quyết định"),
        ("Quy chế số 05-QC/BTCTU-BNCTU", "05-QC/BTCTU-BNCTU", "party", "Quy chế"),
    ],
)
def test_well_formed(text: str, symbol: str, regime: str, kind: str) -> None:
    """Symbol as written, regime and type name."""
    found = one(text)
    assert (found.symbol_text, found.regime, found.type) == (symbol, regime, kind)


@pytest.mark.parametrize(
    ("text", "written", "meant"),
    [
        ("Nghị quyết số 05/NQ-TU ngày 20/9/2021", "05/NQ-TU", "05-NQ/TU"),
        ("Kế hoạch số 80-KH-TU ngày 29/5/2023", "80-KH-TU", "80-KH/TU"),
        ("Nghị quyết số 18- NQ/TW ngày 25/10/2017", "18- NQ/TW", "18-NQ/TW"),
        ("Quyết định số 1368/QĐ- UBND ngày 12/12/2023", "1368/QĐ- UBND", "1368/QĐ-UBND"),
        ("Quyết định số 728/0ĐÐĐ-UBND", "728/0ĐÐĐ-UBND", "728/QĐ-UBND"),
    ],
)
def test_malformed_are_found_and_kept_as_written(text: str, written: str, meant: str) -> None:
    """A malformed symbol is a citation too."""
    found = one(text)
    assert (found.symbol_text, found.symbol) == (written, meant)


@pytest.mark.parametrize(
    "text",
    [
        "đạt 5.381/5.399 đảng viên, 13/13 xã, thị trấn",
        "02 lần/tháng, 05 trường/huyện",
        "QCVN 01:2019/BCT của Bộ Công Thương",
        "Km12+300 đến Km15 - Đường tỉnh 640",
        "từ năm 2021 - 2025 và 2022 - CÔNG TÁC",
        "trước ngày 10/11 hàng năm",
    ],
)
def test_what_is_no_citation(text: str) -> None:
    """Ratios, rates, standards, chainages, ranges."""
    assert list(citations(text)) == []


def test_date_and_issuer_on_either_side() -> None:
    """Behind the symbol, in both orders, the comma of Party papers too."""
    found = one("Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư về công tác văn thư")
    assert found.date is not None
    assert (found.date.value, found.issuer_text) == (dt.date(2026, 1, 9), "Ban Bí thư")
    assert (
        "về công tác"
        in "Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư về công tác văn thư"[found.subject_start :]
    )


def test_items_of_a_list_inherit_the_type() -> None:
    """`các Công văn: số …, số …`."""
    found = list(
        citations("tại các Công văn: số 87/HĐND-KTNS ngày 15/5/2024, số 208/HĐND-KTNS ngày 30/10/2024")
    )
    assert [(c.type_text, c.inherited) for c in found] == [("Công văn", True)] * 2


def test_a_blank_number_is_a_citation_without_number() -> None:
    """The head of a draft and annexes of drafts."""
    assert one("Kèm theo Công văn số        /SCT-CN ngày").number == ""


@given(
    st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31)),
    st.integers(1, 9999),
    st.sampled_from(["KH", "QĐ", "BC", "TB", "TTr"]),
)
def test_rendered_citations_are_read_back(day: dt.date, number: int, code: str) -> None:
    """Render → parse: number, code and day survive."""
    found = one(f"theo Văn bản số {number:02d}/{code}-UBND ngày {proper(day)} của UBND huyện.")
    assert (int(found.number), found.code, found.date and found.date.value) == (number, code, day)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31)))
def test_both_forms_of_a_date_mean_one_day(day: dt.date) -> None:
    """Numeric and in words."""
    words = f"ngày {day.day:02d} tháng {day.month:02d} năm {day.year}"
    assert [d.value for d in dates(f"{proper(day)} và {words}")] == [day, day]


@pytest.mark.parametrize(
    ("one_name", "other", "agree"),
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh Bình Định", True),
        ("Tỉnh ủy", "Ban Thường vụ Tỉnh ủy Bình Định", True),
        ("UBND huyện", "UBND tỉnh", False),
        ("Chủ tịch UBND tỉnh", "UBND tỉnh", True),
        ("Ban Thường vụ Thành ủy", "Ban Thường vụ Huyện ủy", False),
        ("Ban Chấp hành Trung ương", "Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII", True),
        ("Thủ tướng Chính phủ", "Chính phủ", False),
    ],
)
def test_names_of_one_body_agree(one_name: str, other: str, agree: bool) -> None:  # noqa: FBT001
    """Shorter names, full names, and other bodies."""
    (first,), (second,) = bodies(one_name), bodies(other)
    assert first.agrees(second) is agree
