"""What the examples of the rules cannot show of parts: where a missing one is put, and traces that OCR leaves."""

from __future__ import annotations

from reportlint.pipeline import lint
from reportlint.settings import Settings

REPORT = """

SỞ XÂY DỰNG
{motto}
Số: 45/BC-SXD
Hưng Yên, ngày 12 tháng 9 năm 2023
BÁO CÁO
Kết quả công tác văn thư năm 2023
Công tác văn thư đã được thực hiện theo quy định./.
Nơi nhận:
- Phòng Nội vụ; {foot}
- Lưu: VT, NV.
GIÁM ĐỐC
Trần Văn Hưng
"""
NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"


def findings(text: str, *codes: str) -> list[dict[str, object]]:
    """Return the findings of some codes in the form of the JSON output."""
    found: list[dict[str, object]] = lint(text, Settings(select=codes), format="txt").to_dict()["findings"]
    return found


def test_a_part_missing_from_the_head_stands_on_line_1_below_blank_lines_too() -> None:
    found = findings(REPORT.format(motto=NAME, foot=""), "TT002")
    assert [(f["code"], f["start"]) for f in found] == [("TT002", {"line": 1, "column": 1})]


def test_a_part_that_left_a_trace_is_not_missing() -> None:
    garbled = NAME + "Độc lâp - Tự d0 - Hạnh phúc"
    assert not findings(REPORT.format(motto=garbled, foot=""), "TT002")


def test_a_signature_run_into_a_recipient_is_no_fault_of_its_marks() -> None:
    text = REPORT.format(motto=NAME + "Độc lập - Tự do - Hạnh phúc", foot="KT. GIÁM ĐỐC")
    assert not findings(text, "TT023")


def test_a_signature_beside_a_recipient_is_no_recipient() -> None:
    text = REPORT.format(motto=NAME + "Độc lập - Tự do - Hạnh phúc", foot="")
    assert not findings(text.replace("Vụ; ", "vụ;") + "", "TT023")
    for gap in ("      ", "  \t"):
        assert not findings(text.replace("Phòng Nội vụ; ", f"Phòng Nội vụ;{gap}(đã ký) Mai Văn Hòa"), "TT023")


def test_recipients_joined_by_a_brace_end_as_they_like() -> None:
    text = REPORT.format(motto=NAME + "Độc lập - Tự do - Hạnh phúc", foot="")
    assert not findings(text.replace("Phòng Nội vụ; ", "Phòng Nội vụ } để báo cáo"), "TT023")
