"""Heads that differ from the model: who issues, what stands in place of the national name, how the addressee is spelt."""

from __future__ import annotations

from reportlint.loaders import load_bytes
from reportlint.pipeline import read_report
from reportlint.report import Report
from reportlint.settings import Settings

UNION = """HUYỆN ĐOÀN TUY PHƯỚC
BCH ĐOÀN XÃ HÒA BÌNH
***
ĐOÀN TNCS HỒ CHÍ MINH
Số: 12-KH/ĐTN
Hòa Bình, ngày 12 tháng 9 năm 2023
KẾ HOẠCH
Tổ chức ngày hội trồng cây
"""
STATE = """UBND TỈNH BÌNH ĐỊNH
{body}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/BC-HH
Quy Nhơn, ngày 12 tháng 9 năm 2023
BÁO CÁO
Kết quả hoạt động năm 2023
"""


def report(text: str) -> Report:
    """Read a text as the program does."""
    return read_report(load_bytes(text.encode(), "a.txt"), Settings())


def test_a_paper_of_the_youth_union_has_rules_of_its_own() -> None:
    found = report(UNION)
    assert (found.outline.text("union_name"), found.outline.text("issuing_body")) == (
        "ĐOÀN TNCS HỒ CHÍ MINH",
        "BCH ĐOÀN XÃ HÒA BÌNH",
    )
    assert found.identity.regime == "other"


def test_the_youth_union_in_the_name_of_a_body_changes_nothing() -> None:
    for body in ("ĐOÀN TNCS HỒ CHÍ MINH", "BCH ĐOÀN TNCS HỒ CHÍ MINH TỈNH BÌNH ĐỊNH"):
        found = report(STATE.format(body=body))
        assert (found.outline.text("issuing_body"), found.identity.regime) == (body, "nd30")


def test_an_association_below_a_committee_issues() -> None:
    found = report(STATE.format(body="HIỆP HỘI DOANH NGHIỆP"))
    assert found.outline.text("issuing_body") == "HIỆP HỘI DOANH NGHIỆP"
    assert found.identity.level == "province"


def test_reads_the_addressee_in_other_spellings() -> None:
    for label in ("Kính gởi :", "Kính\xa0gửi\xa0:", "KÍNH GỞI:"):
        found = report(STATE.format(body="SỞ NỘI VỤ") + f"{label}      - Các phòng, ban.\n")
        assert found.outline.text("subject") == "Kết quả hoạt động năm 2023"
        assert [found.document.text[a.start : a.end] for a in found.outline.addressees] == [
            "- Các phòng, ban."
        ]


def test_a_first_section_without_a_blank_is_no_subject() -> None:
    text = "**BÁO CÁO**\n\n**Kết quả hoạt động năm 2023**\n\n**I.Tình hình chung**\n\nCông tác đã xong.\n\n**II. Kết quả**\n"
    found = read_report(load_bytes(text.encode(), "a.md"), Settings())
    assert found.outline.text("subject") == "Kết quả hoạt động năm 2023"
    assert [section.number for section in found.outline.sections] == ["I", "II"]


def test_a_name_over_two_lines_is_one() -> None:
    found = report(STATE.format(body="TRUNG TÂM PHỤC VỤ\nHÀNH CHÍNH CÔNG"))
    assert found.outline.body_names[-1] == "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"
    assert found.identity.issuer == "Trung tâm Phục vụ hành chính công"


def test_a_head_with_both_columns_on_one_line_keeps_its_names_apart() -> None:
    text = """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH BÌNH ĐỊNH\tĐộc lập - Tự do - Hạnh phúc
Số: 12/2023/CT-UBND\tQuy Nhơn, ngày 15 tháng 4 năm 2023
CHỈ THỊ
Về việc trồng cây
"""
    found = report(text)
    assert found.identity.issuer == "Ủy ban nhân dân tỉnh Bình Định"
    assert found.outline.text("number_symbol") == "Số: 12/2023/CT-UBND"


def test_a_party_committee_is_of_its_own_place() -> None:
    found = report(
        "TỈNH ỦY NGHỆ AN\nHUYỆN ỦY THANH CHƯƠNG\n*\nSố: 12-BC/HU\nĐẢNG CỘNG SẢN VIỆT NAM\nThanh Chương, ngày 12 tháng 9 năm 2023\nBÁO CÁO\nkết quả công tác\n"
    ).identity
    assert (found.issuer, found.level) == ("Huyện ủy Thanh Chương", "district")
    assert (found.place, found.province) == ("Thanh Chương", "Nghệ An")


def test_the_place_behind_an_area_has_its_capitals() -> None:
    found = report(STATE.format(body="BỆNH VIỆN ĐA KHOA KHU VỰC CAI LẬY"))
    assert found.identity.issuer == "Bệnh viện Đa khoa khu vực Cai Lậy"
    assert report(STATE.format(body="CHI CỤC THUẾ KHU VỰC XI")).identity.issuer.endswith("khu vực XI")


def test_a_post_torn_over_two_lines_is_no_name() -> None:
    found = report(
        STATE.format(body="SỞ NỘI VỤ")
        + "\nNội dung.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT, NV.\nTM. HỘI ĐỒNG\nCHỦ TỊCH\nGIÁM ĐỐC SỞ GIÁO DỤC VÀ\nĐÀO TẠO\nLê Quang Trí\n"
    ).outline
    assert found.text("signer_name") == "Lê Quang Trí"
    assert found.text("signature_block").endswith("ĐÀO TẠO")
