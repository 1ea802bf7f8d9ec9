"""VH004, VH009: a capital on both syllables of a post, a body, a type of document: `Nghị Quyết`, `Sở Nội Vụ`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from reportlint.checks.capitals.words import gap, lowered, pair
from reportlint.patterns import listed
from reportlint.rule import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts


TYPES = listed(
    """nghị quyết|nghị định|quyết định|thông tư|công văn|kế hoạch|báo cáo|chỉ thị|kết luận|tờ trình|thông báo
    |công điện|hướng dẫn|chương trình|đề án|phụ lục|quy định|quy chế|biên bản|pháp lệnh|hiến pháp|giấy mời"""
)
BODIES = listed(
    """thủ tướng|chủ tịch|giám đốc|bí thư|quốc hội|chính phủ|nhà nước|ủy ban|hội đồng|mặt trận|trung ương
    |công an|thanh tra|trưởng phòng|chánh văn|văn phòng|trung tâm|tỉnh ủy|huyện ủy|thành ủy|đảng ủy|đảng bộ
    |bộ trưởng|cục trưởng|hiệu trưởng|kho bạc|chi cục|tòa án|viện kiểm|huyện đội|bộ phận|hiệp hội|tổ trưởng
    |nhóm trưởng|đội trưởng|chi nhánh|hợp tác"""
)
_FIELDS = listed(
    """nội vụ|tài chính|xây dựng|y tế|giáo dục|đào tạo|lao động|nông nghiệp|môi trường|tài nguyên|khoa học
    |công nghệ|thông tin|truyền thông|du lịch|thể thao|văn hóa|kế hoạch|đầu tư|tư pháp|giao thông|kinh tế
    |dân tộc|ngoại giao|ngoại vụ|quốc phòng|nhân dân|tổ quốc|cảnh sát|hạ tầng"""
)
_HEADS = frozenset({"sở", "bộ", "phòng", "ban", "ủy", "hội", "trận"})
"""What heads the name of a body whose field may have two capitals; companies write theirs as they like."""
_OWN = ("ông ty", "TNHH", "CTCP", "ập đoàn", "gân hàng", "iệp hội", "áo ", "ạp chí")
_PLACES = frozenset(
    {"xã", "phường", "thôn", "khu", "đường", "phố", "ấp", "bản", "chợ", "trấn", "làng", "tổ", "ông", "bà"}
)
"""Words before the name of a place or a person, whose syllables all have capitals: `phường Trung Tâm`."""
REACH = 50
"""How far before a word the name of a company or a paper may begin."""


def types(block: BlockFacts) -> Iterable[Hit]:
    """Yield types of documents with two capitals."""
    yield from _doubled(block, TYPES, fields=False)


def bodies(block: BlockFacts) -> Iterable[Hit]:
    """Yield posts, bodies and their fields with two capitals."""
    yield from _doubled(block, BODIES, fields=True)


def _doubled(block: BlockFacts, known: frozenset[str], *, fields: bool) -> Iterable[Hit]:
    for i, j in pairwise(block.titled):
        if j != i + 1:
            continue
        two = pair(block, i)
        if two not in known and not (fields and two in _FIELDS and _heads(block, i)):
            continue
        if i and block.folded[i - 1] in _PLACES:
            continue
        if two == "trưởng phòng" and _named(block, j + 1):
            continue  # the head of a division that has a name: `Phó Trưởng Phòng Công tác HĐND`
        first, second = block.words[i], block.words[j]
        before = block.text[max(0, first.start - REACH) : first.start]
        if any(own in before for own in _OWN) or block.quoted(first.start, second.end) or _third(block, j):
            continue
        right = f"{first.text} {lowered(second.text)}"
        edits = (Edit(second.start, second.start + 1, second.text[0].lower()),)
        args = {"found": block.text[first.start : second.end], "right": right}
        yield Hit(second.start, second.end, args, edits, variant="doubled", cause="capital")


def _named(block: BlockFacts, i: int) -> bool:
    """Tell whether word `i` follows directly and begins a name."""
    return i < len(block.written) and gap(block, i) == " " and block.written[i][0].isupper()


def _heads(block: BlockFacts, i: int) -> bool:
    """Tell whether one of the four words before heads a body, joined by blanks."""
    for j in range(i - 1, max(i - 5, -1), -1):
        if gap(block, j + 1) not in {" ", " - ", ", "}:
            return False
        if block.folded[j] in _HEADS and j in block.titled:
            return True
    return False


def _third(block: BlockFacts, j: int) -> bool:
    """Tell whether the second syllable begins the next word: `Bộ trưởng Công An`, `Trung tâm Y tế`, `Phòng Hội Đồng`."""
    after = pair(block, j)
    return after in _FIELDS or after in BODIES or after in TYPES
