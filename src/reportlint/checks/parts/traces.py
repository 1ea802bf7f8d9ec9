"""Traces of parts that the outline could not read: a part that left one is not missing."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlint.report import Report

_WORDS = {
    "national_name": r"XÃ HỘI CHỦ|HỘI CHỦ NGHĨA|CHỦ NGHĨA VIỆT",
    "motto": r"[ĐD][ộôo]c l[ậâ]p|T[ựư] do\b|H[ạa]nh ph[úu]c",
    "party_name": r"C[ỘO]NG SẢN VI",
    "number_symbol": r"(?:^|\s)S[ốôÓ]\s*:|/BC-|-BC/",
    "place_date": r"ng[àa]y.{0,25}th[áa]ng.{0,25}n[ăa]m|,\s*ngày\s*\d",
    "issuing_body": r"^\W*(?:(?:ỦY|UỶ) BAN|UBND|SỞ\b|ĐẢNG (?:ỦY|UỶ|BỘ)|BỘ\b|CÔNG TY|TRƯỜNG)",
    "subject": r"^\W*(?:V/v|Về việc)\b",
    "addressee": r"[Kk][íi]nh\s+(?:g[ửưử][iỉ]|trình)|KÍNH (?:GỬI|TRÌNH)",
    "recipients": r"N[ơo][iỉ]\s+nh[ậâạ]n",
    "signature_block": r"CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG|BÍ THƯ|CHÁNH|\bKT\.|\bTM\.|\bT/M|Đã ký|HIỆU TRƯỞNG|THỦ TRƯỞNG",
}
FOOT_PARTS = frozenset({"recipients", "signature_block"})
HEAD_BLOCKS = 45
MAX_LINE = 250


@cache
def _pattern(part: str) -> re.Pattern[str]:
    return re.compile(_WORDS[part])


def left_trace(report: Report, part: str) -> bool:
    """Tell whether words of a part stand where it belongs, though it was not recognised (OCR, columns run together)."""
    document, outline = report.document, report.outline
    if part in FOOT_PARTS:
        last = outline.parts.get("closing")
        blocks = document.blocks[max(0, outline.body[1] - 1) :]
        start = max(last.end if last else 0, blocks[0].start if blocks else 0)
        return bool(_pattern(part).search(document.text, start))
    stop = max(outline.body[0], 0)
    head = document.blocks[: min(max(stop + 2, 12), HEAD_BLOCKS)]
    near = [b for b in head if b.end - b.start < MAX_LINE and b.kind != "footnote"]
    return any(_pattern(part).search(document.block_text(b)) for b in near)


def is_report(report: Report) -> bool:
    """Tell whether the paper is a báo cáo, or a piece that tells nothing of its kind."""
    kind = report.identity.kind
    return kind == "BC" or (not kind and report.identity.state == "excerpt")
