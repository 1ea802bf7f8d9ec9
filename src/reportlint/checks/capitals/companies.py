"""VH008: the field of a company in small letters behind its type, where the report gives other companies a capital."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.checks.capitals.words import raised
from reportlint.patterns import Pattern
from reportlint.rule import Edit, Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report

_FIELDS = (
    "đầu tư|xây dựng|xây lắp|thương mại|hóa chất|hoá chất|khoáng sản|xi măng|chè|thủy điện|thuỷ điện|phân lân|phân bón|đá|phát triển"
    "|sản xuất|dịch vụ|vận tải|tư vấn|khai thác|chế biến|năng lượng|đường sắt|tập đoàn|môi trường|nông nghiệp|lâm nghiệp|dược phẩm"
    "|dược liệu|điện lực|cấp nước|cao su|may mặc|dệt may|gạch|bê tông|cơ khí|luyện kim|than|vật liệu|vật tư|xuất nhập khẩu|thủy sản"
    "|thuỷ sản|thực phẩm|du lịch|công nghệ|giải pháp|truyền thông|viễn thông|bất động sản|xăng dầu|giống|chăn nuôi|hạ tầng|kỹ thuật"
    "|thiết bị|công nghiệp"
)
"""What companies do, as their names say it."""
_COMPANY = Pattern(
    r"\bCông ty (?:TNHH|[Tt]rách nhiệm hữu hạn|[Cc]ổ phần|CP)(?: MTV| một thành viên)? "
    rf"(?P<field>(?i:{_FIELDS})\b)",
    needs=("Công ty ",),
)
_PLURAL = ("các ", "những ", "nhiều ", "mọi ")
"""Words before which no one company is meant."""


def small_fields(report: Report) -> Iterable[Hit]:
    """Yield the first word of the field of a company where it is small, if another company's has its capital (nd30, PL II, IV.1)."""
    text = report.document.text
    first = next((m for m in _COMPANY.finditer(text) if m["field"][0].isupper()), None)
    if first is None or first["field"].isupper():
        return
    there = text[first.start() : first.end()]
    related = (Related(*first.span(), Said(f"ở đây viết “{there}”", f"written “{there}” here")),)
    for match in _COMPANY.finditer(text):
        start, field = match.start("field"), match["field"]
        plural = text[: match.start()][-len("những ") :].lower().endswith(_PLURAL)
        if not field[0].islower() or plural or report.facts.quoted(*match.span()):
            continue
        word = field.split(" ", 1)[0]
        right = match.group()[: start - match.start()] + raised(field)
        args = {"found": match.group(), "right": right, "word": word}
        edit = Edit(start, start + 1, word[0].upper())
        yield Hit(start, start + len(word), args, (edit,), related, cause="capital")
