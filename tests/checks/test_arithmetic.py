"""Arithmetic of running text: what is found in a clean sentence once one of its figures is changed."""

from __future__ import annotations

import pytest

from reportlint import Settings, lint

SENTENCES = (
    ("Đã cấp 6.930 giấy phép, gồm 6.688 giấy phép nhà ở và 242 giấy phép công trình.", "242", "232"),
    ("Có 74 nhiệm vụ với 12 đơn vị tham gia, gồm: 38 nhiệm vụ cũ; 36 nhiệm vụ mới.", "74", "76"),
    (
        "Trong tổng số 1.246 cơ sở có 1.012 cơ sở giữ lại; 131 cơ sở thu hồi; 103 cơ sở điều chuyển.",
        "103",
        "100",
    ),
    ("Tiếp nhận 132 ý kiến, đã trả lời 126 ý kiến (95,5%).", "95,5", "92,5"),
    ("Trồng được 5.120 ha rừng, đạt 102,4% kế hoạch (5.000 ha).", "102,4", "104,2"),
    ("Thu hút 26.000 lượt người, tăng 8,3% so với năm 2023 (24.000 lượt).", "8,3", "3,8"),
    ("Đầu năm có 2.145 hộ nghèo; cuối năm còn 1.568 hộ nghèo, giảm 577 hộ.", "577", "587"),
)


@pytest.mark.parametrize(("sentence", "right", "wrong"), SENTENCES)
def test_a_changed_figure_is_found(sentence: str, right: str, wrong: str) -> None:
    settings = Settings(select=("SL001", "SL002", "SL004"))
    assert not lint(sentence, settings).findings
    assert lint(sentence.replace(right, wrong), settings).findings


def test_a_long_paragraph_is_summed_in_pieces() -> None:
    """Figures a sentence away explain nothing, so that the time grows with the length of a paragraph only."""
    far = "Có 74 nhiệm vụ, " + "công việc được giao cho các đơn vị; " * 40
    text = f"{far}gồm: 38 nhiệm vụ cũ; 37 nhiệm vụ mới."
    assert not lint(text, Settings(select=("SL002",))).findings
