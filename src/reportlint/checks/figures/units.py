"""Units as figures carry them, compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.letters import bare

if TYPE_CHECKING:
    from reportlint.facts.numbers import Figure

_MEASURES = "kg g mg tấn tạ yến ha m m2 m3 m² m³ km km2 km² cm mm mét lít ml l kw kwh mw mwp kv kva mva h giờ phút độ ms v"
PHYSICAL = frozenset(_MEASURES.split())
"""Units of measurement: numbers before them are no counts."""

_COUNTED = (
    "đồng usd hồ người hộ lượt vụ việc đảng học sinh sản cái chiếc quả con cây giấy thủ văn trang cuốn tờ tin bài đại "
    "đoàn cán công lao khách doanh cơ đơn thửa căn phương xe máy tài chữ phiếu liều ca mũi suất bộ viên nhà khẩu nhân "
    "hội trường thẻ ý lớp buổi cuộc hợp dự lần kíp kho mỏ biên đối tổ bản mẫu sáng chỉ bệnh trẻ hàng thuê"
)
COUNTED = frozenset(_COUNTED.split())
"""First syllables of what reports count: hồ sơ, người, đảng viên, giấy phép …"""

_SINGLE = (
    "người hộ xã phường huyện tỉnh vụ lớp con cái chiếc quả cây lượt thôn mỏ kho cuộc buổi thẻ trang tin bài tờ sở "
    "phòng ban trường ca máy xe nam nữ đồng đơn năm tháng ngày lần đợt nhóm điểm"
)
SINGLE = frozenset(_SINGLE.split())
"""Counted words of one syllable; others are shown with the next (hồ sơ, đảng viên)."""


MAX_SENTENCE = 1000
"""How far a total may stand before its parts (code points)."""


def shown(text: str, figure: Figure) -> str:
    """Return a figure with its scale and unit, as the text has it."""
    end = figure.unit_end or figure.end
    words = figure.phrase.split()
    pair = len(words) > 1 and figure.unit not in SINGLE and figure.unit not in PHYSICAL and not figure.per
    if pair and text[end : end + 1].isspace():
        end += 1 + len(words[1])
    return " ".join(text[figure.start : end].split())


def same_unit(one: Figure, other: Figure) -> bool:
    """Tell whether two figures count the same, tone marks aside (a scan mistakes them); scales may differ."""
    return bool(one.unit) and bare(one.unit) == bare(other.unit) and one.per == other.per


def same_kind(one: Figure, other: Figure) -> bool:
    """Tell whether two figures count the same by two syllables (hồ sơ, hồ chứa), unless one is enough."""
    if not same_unit(one, other):
        return False
    single = one.unit in SINGLE or one.unit in PHYSICAL or one.unit == "đồng"
    return single or one.phrase.split()[:2] == other.phrase.split()[:2]


def sentence_start(text: str, at: int) -> int:
    """Return where the sentence before a place begins, looked for no farther back than a sentence may reach.

    >>> sentence_start("Một. Hai ba", 9)
    4
    """
    reach = max(0, at - MAX_SENTENCE)
    return max(reach, text.rfind(". ", reach, at) + 1)
