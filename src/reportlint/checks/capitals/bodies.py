"""VH004: capitals in the names of bodies (nd30, PL II, mục IV.1): the words for type, function and field."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.checks.capitals import doubled, small_bodies
from reportlint.checks.capitals.words import raised
from reportlint.patterns import OPENED, Pattern, at_word
from reportlint.rule import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.facts.block import BlockFacts
    from reportlint.rule import Rule

_FIELDS = (
    "Nông nghiệp", "Tài nguyên", "Tài chính", "Lao động", "Văn hóa", "Văn hoá", "Thông tin", "Khoa học", "Giáo dục", "Kế hoạch",
    "Giao thông", "Xây dựng", "Công Thương", "Công thương", "Y tế", "Nội vụ", "Tư pháp", "Quốc phòng", "Ngoại giao", "Ngoại vụ",
    "Du lịch", "Dân tộc", "Kinh tế", "Quản lý",
)  # fmt: skip
"""First words of the fields of ministries, departments and divisions."""
_NOT_ONE = frozenset(
    {"các", "những", "hai", "ba", "bốn", "năm", "nhiều", "mỗi", "từng", "giữa", "cùng", "liên", "hoặc", "và"}
)
"""Words before `phòng`, `sở`, `bộ` that make them plural, where a small letter is the custom."""
_OTHER_WORD = frozenset(
    {
        "văn",
        "trưởng",
        "quốc",
        "dự",
        "đề",
        "hải",
        "biên",
        "nội",
        "tiêu",
        "cán",
        "căn",
        "toàn",
        "cơ",
        "trụ",
        "công",
        "sơ",
        "phó",
    }
)
"""Words that make another word or a post with the following one: văn phòng, trưởng phòng, toàn bộ."""
_SMALL_TYPE = Pattern(rf"(?:{at_word('phòng|sở|bộ', OPENED)}) (?=[A-ZĐ])", needs=("phòng ", "sở ", "bộ "))
_SMALL_BANK = Pattern(
    r"n(?<!\w.)gân hàng (?=(?:Nông nghiệp|Ngoại thương|Công [Tt]hương|Đầu tư|Chính sách|Nhà nước|Hợp tác xã|Phát triển)(?!\w))",
    needs=("ngân hàng ",),
)
_LAST_WORD = re.compile(r"(\w+)[ ,]*$")
_BOARD = Pattern(r"Ban [Cc]hỉ đạo (?=\w)", needs=("hỉ đạo ",))
_BOARD_FIELDS = (
    "chuyển đổi số", "cải cách hành chính", "phòng, chống", "xây dựng nông thôn mới", "giảm nghèo", "đổi mới doanh nghiệp",
    "cải cách tư pháp", "an toàn giao thông", "phát triển du lịch", "phát triển kinh tế", "thi hành án", "quy chế dân chủ",
)  # fmt: skip


def names(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Report wrong capitals in the name of a body. `params.names`: wrong form → right form, of the same length."""
    for wrong, right in rule.params["names"].items():
        if wrong in block.text:
            yield from _wrong_name(block, wrong, right)
    yield from _small_types(block)
    yield from _boards(block)
    yield from small_bodies.small(block)
    yield from small_bodies.headed(block)
    yield from doubled.bodies(block)


def _small_types(block: BlockFacts) -> Iterator[Hit]:
    """Yield `phòng`, `sở`, `bộ`, `ngân hàng` before a field with its capital."""
    text = block.text
    for match in _SMALL_TYPE.finditer(text):
        if text.startswith(_FIELDS, match.end()) and not _is_other(text, match.start()):
            yield from _hit(block, match.start(), match.start())
    for match in _SMALL_BANK.finditer(text):
        if not text.endswith(("các ", "những "), 0, match.start()):
            yield from _hit(block, match.start(), match.start())


def _boards(block: BlockFacts) -> Iterator[Hit]:
    """Yield the field of a steering board in small letters."""
    for match in _BOARD.finditer(block.text):
        if block.text.startswith(_BOARD_FIELDS, match.end()):
            yield from _hit(block, match.end(), match.start())


def _wrong_name(block: BlockFacts, wrong: str, right: str) -> Iterable[Hit]:
    differing = [i for i in range(len(wrong)) if wrong[i] != right[i]]
    for match in re.finditer(rf"(?<!\w){re.escape(wrong)}(?!\w)", block.text):
        start = match.start() + differing[0]
        end = match.start() + differing[-1]
        while end < len(block.text) and block.text[end].isalpha():
            end += 1
        if not block.quoted(start, end):
            fixed = right[differing[0] :][: end - start]
            yield Hit(
                start, end, {"found": wrong, "right": right}, (Edit(start, end, fixed),), cause="capital"
            )


def _is_other(text: str, at: int) -> bool:
    before = _LAST_WORD.search(text[max(0, at - 20) : at])
    return before is not None and (before[1].lower() in _NOT_ONE | _OTHER_WORD or before[1].isdigit())


def _hit(block: BlockFacts, at: int, start: int) -> Iterable[Hit]:
    """Yield the fault that the word at `at` is small, in the name that begins at `start`."""
    words = [w for w in block.words if w.start >= at][:3]
    end, found = words[0].end, block.text[start : words[-1].end]
    if not block.quoted(start, end):
        right = found[: at - start] + raised(found[at - start :])
        edit = Edit(at, at + 1, block.text[at].upper())
        yield Hit(at, end, {"found": found, "right": right}, (edit,), cause="capital")
