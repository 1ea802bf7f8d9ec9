"""The name of who signs: what stands before and below it, and its capitals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.letters import LOWER, UPPER
from reportlint.outline.foot import POST
from reportlint.rule import Edit, Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report
    from reportlint.rule import Rule

_TITLE = re.compile(
    r"(?:(?:TS|ThS|Ths|PGS|GS|BS|KS|CN|NGƯT|NGND|BSCKII|BSCKI|CKII|CKI|Đ/c|Đ/C|Ông|Bà|Đồng chí)\b\.?\s*[-–]?\s*)+"
)
_EXEMPT = re.compile(
    r"Y TẾ|BỆNH VIỆN|GIÁO DỤC|TRƯỜNG|HỌC VIỆN|VIỆN|KHOA HỌC|CÔNG AN|QUÂN SỰ|BIÊN PHÒNG|QUÂN ĐỘI"
)
_SURNAMES = frozenset(
    [
        "NGUYỄN",
        "TRẦN",
        "LÊ",
        "PHẠM",
        "HOÀNG",
        "HUỲNH",
        "PHAN",
        "VŨ",
        "VÕ",
        "ĐẶNG",
        "BÙI",
        "ĐỖ",
        "HỒ",
        "NGÔ",
        "DƯƠNG",
        "LÝ",
        "ĐINH",
        "ĐÀO",
        "ĐOÀN",
        "VƯƠNG",
        "TRỊNH",
        "TRƯƠNG",
        "LÂM",
        "MAI",
        "PHÙNG",
        "HÀ",
        "CAO",
        "TẠ",
        "TÔ",
        "CHU",
        "THÁI",
        "LƯU",
        "QUÁCH",
        "KIỀU",
        "LA",
        "NÔNG",
        "GIÀNG",
        "VÀNG",
        "THÀO",
        "LÒ",
        "QUÀNG",
        "ĐIỂU",
        "Y",
        "RƠ",
        "CHÂU",
        "TÔN",
        "ĐÀM",
        "KHUẤT",
        "LƯƠNG",
        "TỐNG",
        "HỨA",
        "LỤC",
        "VI",
    ]
)


def title_before_name(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report degree, honour or address before the signer's name; some ministries allow their own."""
    span = report.outline.parts.get("signer_name")
    if not span or any(_EXEMPT.search(name) for name in report.outline.body_names):
        return
    text = report.document.text[span.start : span.end]
    match = _TITLE.match(text)
    if match and match.end() < len(text):
        end = span.start + match.end()
        yield Hit(
            span.start,
            span.start + len(match.group().rstrip()),
            {"found": match.group().strip()},
            (Edit(span.start, end, ""),),
        )


def name_case(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a signer's name in capitals."""
    span = report.outline.parts.get("signer_name")
    text = report.document.text[span.start : span.end].strip() if span else ""
    words = text.split()
    if (
        span
        and words
        and words[0] in _SURNAMES
        and re.fullmatch(rf"[{UPPER} ]+", text)
        and not re.search(f"[{LOWER}]", text)
    ):
        proper = " ".join(w.capitalize() for w in words)
        yield Hit(
            span.start,
            span.start + len(text),
            {"found": text, "expected": proper},
            (Edit(span.start, span.start + len(text), proper),),
        )


def post_below(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report a post of the signer in the line below the name; posts stand above it."""
    span = report.outline.parts.get("signer_name")
    if span is None or report.identity.ocr or report.document.format == "pdf":
        return
    text = report.document.text
    below = re.compile(r"\s*(?P<post>[^\n]+?)\s*$", re.MULTILINE).match(text, span.end)
    if below and POST.match(below["post"]):
        related = Related(span.start, span.end, Said("họ tên người ký", "the name of the signer"))
        args = {"found": below["post"], "name": text[span.start : span.end].strip()}
        yield Hit(*below.span("post"), args, (), (related,))
