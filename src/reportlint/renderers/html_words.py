"""The words of the HTML report, in Vietnamese and English."""

from __future__ import annotations

FAMILIES = {
    "vi": {
        "DL": "Đọc tệp", "TT": "Thể thức", "TB": "Trình bày trang", "BC": "Bố cục", "VD": "Viện dẫn", "NT": "Ngày, kỳ",
        "CQ": "Cơ quan, địa danh", "SL": "Số liệu", "VT": "Viết tắt, thuật ngữ", "VH": "Viết hoa", "CT": "Chính tả", "DC": "Dấu câu",
        "MS": "Mẫu sót",
    },
    "en": {
        "DL": "Reading", "TT": "Parts", "TB": "Page layout", "BC": "Structure", "VD": "Citations", "NT": "Dates", "CQ": "Bodies, places",
        "SL": "Figures", "VT": "Abbreviations, terms", "VH": "Capitals", "CT": "Spelling", "DC": "Punctuation", "MS": "Template leftovers",
    },
}  # fmt: skip
WORDS = {
    "vi": {
        "title": "Phiếu rà soát báo cáo", "index": "Kết quả rà soát {n} báo cáo", "file": "Tệp", "total": "Tổng cộng", "unread": "Không đọc được",
        "text": "Nội dung báo cáo", "cited": "Văn bản được viện dẫn", "findings": "Các chỗ cần xem", "must": "Nội dung phải sửa",
        "none_must": "Không có nội dung phải sửa.", "clean": "Không có chỗ nào cần sửa.", "families": "Nhóm", "number": "Số chỗ",
        "reviewer": "Người rà soát", "drafter": "Người soạn thảo", "sign": "(Ký, ghi rõ họ tên)", "theme": "Sáng/tối", "print": "In phiếu",
        "filter": "Lọc", "shown": "Đang hiện {n}/{all}", "unchecked": "Chưa kiểm tra", "back": "Về danh sách", "fix": "Đề nghị", "source": "Căn cứ",
        "habit": "Thói quen trình bày", "see": "Xem", "policy_safe": "an toàn", "policy_ask": "xem lại trước khi sửa", "policy_never": "sửa bằng tay", "none": "Chưa có văn bản nào.",
        "keys": "j, k: chỗ sau, chỗ trước · 1, 2, 3: ẩn hiện mức · t: sáng, tối", "notes": "Chú thích", "margin": "Đầu trang, chân trang",
        "more": "… và {n} nội dung nữa, xem các trang sau.", "summary": "Tóm tắt", "heuristic": "có thể",
    },
    "en": {
        "title": "Review of the report", "index": "Review of {n} reports", "file": "File", "total": "Total", "unread": "Could not be read",
        "text": "Text of the report", "cited": "Documents cited", "findings": "Findings", "must": "Must be mended",
        "none_must": "Nothing must be mended.", "clean": "Nothing to mend.", "families": "Family", "number": "Findings",
        "reviewer": "Reviewer", "drafter": "Drafter", "sign": "(Signature, full name)", "theme": "Light/dark", "print": "Print",
        "filter": "Filter", "shown": "{n} of {all} shown", "unchecked": "Not checked", "back": "Back to the list", "fix": "Proposal",
        "source": "By", "habit": "Habit of presentation", "see": "See", "policy_safe": "safe", "policy_ask": "review first", "policy_never": "by hand", "none": "None yet.",
        "keys": "j, k: next, previous · 1, 2, 3: toggle severity · t: theme", "notes": "Notes", "margin": "Header, footer",
        "more": "… and {n} more, see the pages behind.", "summary": "Summary", "heuristic": "possibly",
    },
}  # fmt: skip
