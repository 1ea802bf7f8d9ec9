"""Units as figures carry them, compared."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlint.facts.numbers import Figure

PHYSICAL = frozenset(
    [
        *("kg", "g", "mg", "tấn", "tạ", "yến", "ha", "m", "m2", "m3", "m²", "m³", "km", "km2", "km²", "cm", "mm", "mét"),
        *("lít", "ml", "l", "kw", "kwh", "mw", "mwp", "kv", "kva", "mva", "h", "giờ", "phút", "độ", "ms", "v"),
    ]
)
"""Units of measurement: numbers before them are no counts."""

COUNTED = frozenset(
    [
        *("đồng", "usd", "hồ", "người", "hộ", "lượt", "vụ", "việc", "đảng", "học", "sinh", "sản", "cái", "chiếc", "quả"),
        *("con", "cây", "giấy", "thủ", "văn", "trang", "cuốn", "tờ", "tin", "bài", "đại", "đoàn", "cán", "công", "lao"),
        *("khách", "doanh", "cơ", "đơn", "thửa", "căn", "phương", "xe", "máy", "tài", "chữ", "phiếu", "liều", "ca", "mũi"),
        *("suất", "bộ", "viên", "nhà", "khẩu", "nhân", "hội", "trường", "thẻ", "ý", "lớp", "buổi", "cuộc", "hợp", "dự"),
        *("lần", "kíp", "kho", "mỏ", "biên", "đối", "tổ", "bản", "mẫu", "sáng", "chỉ", "bệnh", "trẻ", "hàng", "thuê"),
    ]
)
"""First syllables of what reports count: hồ sơ, người, đảng viên, giấy phép …"""


def same_unit(one: Figure, other: Figure) -> bool:
    """Tell whether two figures count the same, tone marks aside (a scan mistakes them); scales may differ."""
    return bool(one.unit) and bare(one.unit) == bare(other.unit) and one.per == other.per


def bare(word: str) -> str:
    """Take the marks off a word: `đồng`, `động`, `đông` → `dong`.

    >>> bare("đồng")
    'dong'
    """
    plain = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(c for c in plain if not unicodedata.combining(c))
