"""Kinds of document told by their title line: `BÁO CÁO` → BC (nd30, PL III, mục I)."""

from __future__ import annotations

import re

_TITLES = {
    "BÁO CÁO": "BC", "KẾ HOẠCH": "KH", "TỜ TRÌNH": "TTr", "THÔNG BÁO": "TB", "QUYẾT ĐỊNH": "QĐ", "NGHỊ QUYẾT": "NQ",
    "BIÊN BẢN": "BB", "GIẤY MỜI": "GM", "HƯỚNG DẪN": "HD", "CHỈ THỊ": "CT", "CHƯƠNG TRÌNH": "CTr", "QUY CHẾ": "QC",
    "QUY ĐỊNH": "QyĐ", "PHƯƠNG ÁN": "PA", "ĐỀ ÁN": "ĐA", "DỰ ÁN": "DA", "CÔNG ĐIỆN": "CĐ", "HỢP ĐỒNG": "HĐ",
    "KẾT LUẬN": "KL", "THÔNG CÁO": "TC", "GIẤY PHÉP": "GP", "GIẤY GIỚI THIỆU": "GGT", "GIẤY ỦY QUYỀN": "GUQ",
    "PHIẾU TRÌNH": "PT", "PHIẾU": "PT", "NGHỊ ĐỊNH": "NĐ", "THÔNG TƯ": "TT", "LUẬT": "L", "BÁO CÁO THẨM ĐỊNH": "BC",
}  # fmt: skip
_TITLE = re.compile(
    r"\s*(?:\(?DỰ THẢO\)?:?\s*)?(" + "|".join(sorted(_TITLES, key=len, reverse=True)) + r")\b(.*)$", re.DOTALL
)
_SPACED = re.compile(r"(?<=\w) (?=\w(?: |$))")
_TAIL = re.compile(
    r"[\s*:]*(?:(?:THAM LUẬN|TỔNG KẾT|TỔNG HỢP|SƠ KẾT|CÔNG TÁC|GIẢI TRÌNH|CHUYÊN ĐỀ|NHANH|THẨM ĐỊNH|THẨM TRA|KẾT QUẢ|GIÁM SÁT|TÓM TẮT|ĐỊNH KỲ"
    r"|KẾT LUẬN|LIÊN TỊCH|THÁNG|QUÝ|NĂM|TÌNH HÌNH|TIẾP THU|CỦA BAN|KIỂM TRA|THANH TRA|CHÍNH TRỊ|TRÌNH|ĐÁNH GIÁ|TỰ)\b[^.]*)?$"
)


def kind_of_title(line: str) -> str:
    """Return the abbreviation of the kind whose title stands on a line of its own; empty when it is none."""
    text = line.strip().strip("*").strip()
    if text != text.upper():
        return ""
    match = _TITLE.match(text) or _TITLE.match(_SPACED.sub("", text))
    return _TITLES[match[1]] if match and _TAIL.match(match[2]) else ""
