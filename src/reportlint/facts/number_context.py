"""Words around a number: those that make it a label and no figure, scales, and units."""

from __future__ import annotations

import re
from typing import NamedTuple

_LABELS_WORDS = (
    "số điều khoản điểm mục chương phần lục bảng biểu mẫu hình trang ngày tháng năm quý thứ khóa khoá lộ "
    "tcvn qcvn iso thoại fax bản phiên version ver đt tel cccd cmnd mst zone thửa quận phố km quốc no sđt "
    "hotline bm cas kênh dòng block ô hộp nghị nđ tt lúc tuổi"
)
LABELS = frozenset(_LABELS_WORDS.split())
"""Words that make the number behind them a name or a date: Điều 5, tháng 6, trang 8, phiên bản 3.0."""

_WEAK_LABELS_WORDS = (
    "cấp loại lớp nhóm tổ thôn ấp đợt kỳ lần đường bước hạng lô đoạn gói nhà khối vùng đội ca tiêu viên "
    "đạo đề tờ phòng hệ"
)
WEAK_LABELS = frozenset(_WEAK_LABELS_WORDS.split())
"""Words that do so unless a unit follows: nhóm 5, but cấp 24 giấy phép."""

_COLON_LABELS_WORDS = "số thoại fax tel đt khoản sđt hotline"
COLON_LABELS = frozenset(_COLON_LABELS_WORDS.split())
"""Words that do so even before a colon."""

SCALES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tr": 6, "tỷ": 9, "tỉ": 9}

_SYMBOLS_WORDS = (
    "kg g mg tấn tạ yến ha m m2 m3 m² m³ km km2 km² cm mm l lít ml kw kwh mw mwp mva kv kva w h đ vnđ vnd usd"
)
SYMBOLS = frozenset(_SYMBOLS_WORDS.split())
"""Units that may stand glued to the number, in small letters."""

_NO_UNIT_WORDS = (
    "và có đã được của là với đến theo tại cho trong từ so tăng giảm đạt chiếm bằng trở do để thì hoặc "
    "hay các những này đó như khi trên dưới về còn đang sẽ gồm bao ban thuộc vào ra lên xuống nay nên sau "
    "trước qua bởi vì cùng"
)
_NO_UNIT = frozenset(_NO_UNIT_WORDS.split())
_UNIT = re.compile(
    r"\s?(?P<percent>[%‰])|[ \u00a0\n]{0,2}(?P<word>[^\W\d_]+[23²³]?)(?:[ \u00a0\n](?P<second>[^\W\d_]+[23²³]?))?(?:[ \u00a0\n](?P<third>[^\W\d_]+))?"
)
_PER = re.compile(r" ?/ ?([^\W\d_]+[23²³]?)")
_GLUED = re.compile(r"[^\W\d_]+[23²³]?")


class Unit(NamedTuple):
    """What stands behind a number. `start` and `end` are 0 when nothing does."""

    word: str
    phrase: str
    scale: int
    start: int
    end: int
    per: str


NOTHING = Unit("", "", 0, 0, 0, "")


def glued_unit(text: str, at: int) -> bool:
    """Tell whether a known unit begins right at `at`."""
    match = _GLUED.match(text, at)
    return match is not None and match.group().lower() in SYMBOLS


def unit_at(text: str, at: int) -> Unit:
    """Read scale and unit behind a number that ends at `at`."""
    match = _UNIT.match(text, at)
    if match is None:
        return NOTHING
    if match["percent"]:
        return Unit(match["percent"], match["percent"], 0, match.start("percent"), match.end(), "")
    words = [w for w in ("word", "second", "third") if match[w]]
    scale = 0
    start = match.start("word")
    while words and match[words[0]].lower() in SCALES:
        scale += SCALES[match[words[0]].lower()]
        words = words[1:]
    if not words or match[words[0]].lower() in _NO_UNIT:
        return Unit("", "", scale, start, match.end("word"), "") if scale else NOTHING
    word = match[words[0]].lower()
    end = match.end(words[0])
    per = ""
    if rate := _PER.match(text, end) or (len(words) > 1 and _PER.match(text, match.end(words[1]))) or None:
        per, end = rate[1].lower(), rate.end()
    phrase = " ".join(match[w].lower() for w in words)
    return Unit(word, phrase, scale, start, end, per)
