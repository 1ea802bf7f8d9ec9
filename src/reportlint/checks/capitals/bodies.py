"""VH004: capitals in the names of bodies (nd30, PL II, mục IV.1): the words for type, function and field."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reportlint.checks.capitals.words import raised
from reportlint.facts.bodies import FIELDS
from reportlint.rule import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.rule import Rule

_PLURAL = frozenset(["các", "những", "hai", "ba", "bốn", "năm", "nhiều", "mỗi", "từng", "giữa", "cùng", "liên", "hoặc", "và"])
"""Words before `phòng`, `sở`, `bộ` that make them plural, where a small letter is the custom."""
_OTHER_WORD = frozenset(
    ["văn", "trưởng", "quốc", "dự", "đề", "hải", "biên", "nội", "tiêu", "cán", "căn", "đông", "tây", "toàn", "cơ", "trụ", "công", "mầm", "sơ", "một", "phần", "phó"]
)
"""Words that make another word or a post with the following one: văn phòng, trưởng phòng, toàn bộ."""
_BOARD = (
    "chuyển đổi số|cải cách hành chính|phòng, chống|xây dựng nông thôn mới|giảm nghèo|đổi mới doanh nghiệp|cải cách tư pháp"
    "|an toàn giao thông|phát triển du lịch|phát triển kinh tế|thi hành án|quy chế dân chủ"
)


@cache
def _small_type() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w“\"])(?P<type>phòng|sở|bộ) (?:{FIELDS})(?!\w)")


@cache
def _board() -> re.Pattern[str]:
    return re.compile(rf"Ban [Cc]hỉ đạo (?=(?:{_BOARD})(?!\w))(?P<word>\w+)")


def names(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Report wrong capitals in the name of a body. `params.names`: wrong form → right form, of the same length."""
    text = block.text
    for wrong, right in rule.params["names"].items():
        if wrong in text:
            yield from _wrong_name(block, wrong, right)
    if any(word in text for word in ("phòng ", "sở ", "bộ ")):
        for match in _small_type().finditer(text):
            if not _is_other(text, match.start()) and not block.quoted(match.start(), match.end()):
                yield _hit(match.start(), match["type"], match.group(), raised(match.group()))
    if "hỉ đạo " in text:
        for match in _board().finditer(text):
            if not block.quoted(match.start(), match.end()):
                found = text[match.start() : match.end("word")]
                yield _hit(
                    match.start("word"),
                    match["word"],
                    found,
                    text[match.start() : match.start("word")] + raised(match["word"]),
                )


def _wrong_name(block: BlockFacts, wrong: str, right: str) -> Iterable[Hit]:
    differing = [i for i in range(len(wrong)) if wrong[i] != right[i]]
    for match in re.finditer(rf"(?<!\w){re.escape(wrong)}(?!\w)", block.text):
        start = match.start() + differing[0]
        end = match.start() + differing[-1]
        while end < len(block.text) and block.text[end].isalpha():
            end += 1
        if not block.quoted(start, end):
            fixed = right[differing[0] :][: end - start]
            yield Hit(start, end, {"found": wrong, "right": right}, (Edit(start, end, fixed),))


def _is_other(text: str, at: int) -> bool:
    before = re.search(r"(\w+)[ ,]*$", text[max(0, at - 20) : at])
    return before is not None and (
        before[1].lower() in _PLURAL or before[1].lower() in _OTHER_WORD or before[1].isdigit()
    )


def _hit(start: int, word: str, found: str, right: str) -> Hit:
    return Hit(
        start,
        start + len(word),
        {"found": found, "right": right},
        (Edit(start, start + len(word), raised(word)),),
    )
