"""The words of the text output, in Vietnamese and English."""

from __future__ import annotations

from typing import Any

SEVERITY = {
    "vi": {"error": "phải sửa", "warning": "nên sửa", "info": "xem xét"},
    "en": {"error": "must be mended", "warning": "should be mended", "info": "to consider"},
}
LEVEL = {
    "vi": {"central": "cấp trung ương", "province": "cấp tỉnh", "district": "cấp huyện", "commune": "cấp xã"},
    "en": {"central": "central", "province": "province", "district": "district", "commune": "commune"},
}
REGIME = {
    "nd30": "NĐ 30/2020/NĐ-CP",
    "hd36": "HD 36-HD/VPTW",
    "hd05": "HD 05-HD/VPTW",
    "qppl": "Luật Ban hành VBQPPL",
}
OWN_RULES = {"vi": "thể thức riêng của tổ chức", "en": "presentation rules of its own"}
"""How the regime `other` is called: no norm that is known here."""
STATE = {
    "vi": {"draft": "bản chưa ghi đủ số, ngày", "final": "bản chính", "excerpt": "đoạn trích"},
    "en": {"draft": "number or date still blank", "final": "final", "excerpt": "excerpt"},
}
COUNTS = {
    "vi": {
        "paragraphs": "đoạn",
        "sections": "mục",
        "citations": "viện dẫn",
        "footnotes": "chú thích",
        "tables": "bảng",
    },
    "en": {
        "paragraphs": "paragraphs",
        "sections": "sections",
        "citations": "citations",
        "footnotes": "notes",
        "tables": "tables",
    },
}
PROSE = {
    "vi": {
        "report": "Báo cáo", "of": "của", "read": "đã đọc", "understood": "hiểu được", "not_understood": "chưa",
        "line": "dòng", "column": "cột", "paragraph": "đoạn", "page": "trang", "section": "Mục", "outside": "Ngoài các mục",
        "fix": "Sửa", "ask": "hỏi trước", "safe": "tự động", "never": "sửa bằng tay", "more": "và {n} chỗ nữa: {places}", "rule": "reportlint rule {code}",
        "nothing": "không có chỗ nào phải sửa", "nothing_new": "không có chỗ nào mới",
        "not_looked": "; {n} quy tắc không áp dụng được cho dạng tệp này (--verbose)", "unread": "không đọc được", "unchecked": "Chưa kiểm tra",
        "safe_fixes": "Sửa được tự động an toàn: {n}", "omitted": "còn {n} chỗ không hiện (--max-findings)",
        "to_fill": "cần điền trước khi gửi", "draft_date": "chưa ghi ngày", "dated": "ngày {date}", "ocr": "văn bản nhận dạng (OCR)",
        "total": "Tổng cộng {files} tệp", "failed_files": "{n} tệp không đọc được", "clean_files": "{n} tệp không có gì phải sửa",
        "profile": "hồ sơ {name}", "remove": "bỏ", "unused": "Chú thích bỏ qua không còn dùng: {codes} (dòng {line})", "unknown": "Chú thích bỏ qua nêu mã không có: {codes} (dòng {line})",
        "no_reason": "Chú thích bỏ qua {codes} không ghi lý do (dòng {line})", "rules": "{n} quy tắc", "checked": "kiểm tra theo {n} quy tắc",
        "baseline": "Không báo {n} chỗ đã có trong tệp ghi nhận tồn tại", "gone": "; {n} chỗ trong tệp đó nay không còn, nên ghi lại tệp", "before": "trước khi có {name}", "now": "nay theo {name}", "habit": "thói quen trình bày", "and": "và",
    },
    "en": {
        "report": "Report", "of": "of", "read": "read", "understood": "understood", "not_understood": "not",
        "line": "line", "column": "column", "paragraph": "paragraph", "page": "page", "section": "Section", "outside": "Outside the sections",
        "fix": "Fix", "ask": "asks first", "safe": "automatic", "never": "by hand", "more": "and {n} more: {places}", "rule": "reportlint rule {code}",
        "nothing": "nothing to mend", "nothing_new": "nothing new",
        "not_looked": "; {n} rules cannot look at this kind of file (--verbose)", "unread": "could not be read", "unchecked": "Not checked",
        "safe_fixes": "Safe automatic fixes: {n}", "omitted": "{n} more not shown (--max-findings)",
        "to_fill": "to fill in before sending", "draft_date": "not dated", "dated": "of {date}", "ocr": "recognised text (OCR)",
        "total": "{files} files in all", "failed_files": "{n} could not be read", "clean_files": "{n} with nothing to mend",
        "profile": "profile {name}", "remove": "remove", "unused": "Suppression no longer of use: {codes} (line {line})", "unknown": "Suppression of codes that are none: {codes} (line {line})",
        "no_reason": "Suppression of {codes} gives no reason (line {line})", "rules": "{n} rules", "checked": "checked by {n} rules",
        "baseline": "{n} known from the baseline not shown", "gone": "; {n} of the baseline are gone, write it anew", "before": "before {name}", "now": "now by {name}", "habit": "habit of presentation", "and": "and",
    },
}  # fmt: skip


def kind_name(code: str | None, lang: str) -> str:
    """Return the name of a kind of document, `Báo cáo` for BC."""
    if not code or code == "BC":
        return PROSE[lang]["report"]
    from reportlint.knowledge.doctypes import document_types

    return next((kind.name for kind in document_types() if code in {kind.nd30, kind.hd36, kind.qppl}), code)


def clause(source: dict[str, Any] | None, norms: dict[str, str], lang: str = "vi") -> str:
    """Return norm and clause as one reads them aloud, the norm abbreviated: `NĐ 30/2020/NĐ-CP, Điều 8`.

    A report older than the norm is not bound by it: then it is said that the norm holds now.
    """
    if not source:
        return ""
    name = norms.get(source["norm"], source["norm"])
    for long, short in (
        ("Nghị định số ", "NĐ "),
        ("Hướng dẫn số ", "HD "),
        ("Thông tư số ", "TT "),
        ("Quyết định số ", "QĐ "),
    ):
        name = name.replace(long, short)
    name = f"{name}, {source['clause']}" if source["clause"] else name
    return name if source.get("in_force", True) else PROSE[lang]["now"].format(name=name)


def regime_name(identity: dict[str, Any], lang: str) -> str:
    """Return the norm a report is judged by, and say so when it is older than the norm."""
    if identity["regime"] == "other":
        return OWN_RULES[lang]
    name = REGIME.get(identity["regime"], identity["regime"])
    return name if identity.get("in_force", True) else PROSE[lang]["before"].format(name=name)


def place(where: dict[str, Any], lang: str) -> str:
    """Return where a finding or a related place stands: line and column, else paragraph and page."""
    words = PROSE[lang]
    if where.get("start"):
        return f"{words['line']} {where['start']['line']}, {words['column']} {where['start']['column']}"
    parts = [f"{words[key]} {where[key]}" for key in ("paragraph", "page") if where.get(key)]
    return ", ".join(parts)


def short_place(where: dict[str, Any], lang: str) -> str:
    """Return a place as `75:51`, or `đ.61` (`p.61` in English) for formats without lines."""
    if where.get("start"):
        return f"{where['start']['line']}:{where['start']['column']}"
    return f"{'p' if lang == 'en' else 'đ'}.{where.get('paragraph') or '?'}"
