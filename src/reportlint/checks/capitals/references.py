"""VH006 capitals of Điều, khoản, điểm (nd30, PL II, V.7); VH009 the type of a numbered document (V.6)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.checks.capitals import doubled
from reportlint.checks.capitals.words import raised
from reportlint.patterns import OPENED, at_word, holds
from reportlint.rule import Edit, Hit, only_where

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.rule import Rule

_PART = r"(?:Luật|Bộ luật|Nghị|Thông tư|Quyết định|Hiến pháp|Pháp lệnh|Quy |Điều lệ|của)"
_CAPITAL = re.compile(r"(?<=[^\W_A-Z] |[,; ] |\d )(?:Khoản(?= \d)|Điểm(?= [a-zđ]\b))")
_SMALL = re.compile(
    rf"(?:đ(?<!\w.)iều(?= [\dIVX])(?:(?<=khoản \d[ ,]điều)|(?<=khoản \d, điều)|(?= \d+[a-zđ]?,? {_PART}))"
    rf"|c(?<!\w.)hương(?= [\dIVX])(?:(?<=khoản \d[ ,]chương)|(?<=khoản \d, chương)|(?= [IVX]+,? {_PART})))"
)
_SECTION = re.compile(
    rf"(?:{at_word('tiểu mục|mục|phần', OPENED, 'Tiểu ')})(?= (?:[IVX]+(?:[.-]?\d+)*|\d+)(?:[ ,]+(?:[Mm]ục|[Cc]hương|[Pp]hần) [\dIVX]+)*,? (?:{_PART}|Kế hoạch|Chương trình|Đề án|Chỉ thị|Kết luận|Công văn|Hướng dẫn|Thông báo|Văn bản|QCVN))"
)
_TYPES = (
    "phụ lục", "quyết định", "kế hoạch", "công văn", "nghị quyết", "nghị định", "thông tư", "chỉ thị", "báo cáo", "tờ trình",
    "thông báo", "giấy phép", "giấy chứng nhận", "hợp đồng", "chương trình", "đề án", "kết luận", "công điện", "văn bản", "luật",
    "quy định", "hướng dẫn", "quy chế",
)  # fmt: skip
_NUMBER = re.compile(
    r" (?:số:? ?\d+[\d.]*[/-]|số:? \d+(?= ngày)|\d+[\d.]*(?:/\d+)?[/-][A-ZĐ]{2}|(?<=đề án )\d\d(?![\w/%.,-]))"
)
_TYPE = re.compile(rf"(?:{at_word('|'.join(_TYPES), OPENED)})\Z")
LONGEST = max(map(len, _TYPES))
"""Code points of the longest type."""
_ANNEX = re.compile(rf"{at_word('phụ lục', OPENED)} (?=(?:số )?(?:\d+|[IVX]+)(?![\w,]))")


_SOME_ARTICLES = re.compile(
    r"Điều(?:(?<=một số Điều)|(?<=các Điều)|(?<=những Điều))(?= (?:của|Luật|Bộ luật|Nghị định|Thông tư|Quyết định|khoản))"
)
_FORMS = (
    (("Khoản", "Điểm"), _CAPITAL, str.lower),
    ((" Điều ",), _SOME_ARTICLES, str.lower),
    (("điều ", "chương "), _SMALL, raised),
    (("mục ", "phần "), _SECTION, raised),
)
"""Pieces of which a text must hold one, the expression that finds the wrong word, what it should be."""


@only_where("Khoản", "Điểm", " Điều ", "điều ", "chương ", "mục ", "phần ")
def clauses(block: BlockFacts, _rule: Rule) -> Iterable[Hit]:
    """Report Khoản and Điểm with a capital, Điều with one where several are meant, điều, chương, mục, phần without."""
    for pieces, pattern, mended in _FORMS:
        if holds(block.text, pieces):
            for match in pattern.finditer(block.text):
                if not block.quoted(*match.span()):
                    yield _hit(match.start(), match.group(), mended(match.group()))


def types(block: BlockFacts, _rule: Rule) -> Iterable[Hit]:
    """Report a small letter on the type of a document that its number makes one document."""
    yield from doubled.types(block)
    text = block.text
    if "số" not in text and "/" not in text and "phụ lục " not in text:
        return
    for number in _NUMBER.finditer(text):  # fewer than types
        at = number.start()
        kind = text.endswith(_TYPES, 0, at) and _TYPE.search(text, max(0, at - LONGEST - 1), at)
        named = kind and kind.group() == "kết luận" and text.endswith("Thông báo ", 0, kind.start())
        if kind and not named and not block.quoted(kind.start(), number.end()):
            yield _hit(kind.start(), kind.group(), raised(kind.group()))
    if "phụ lục " in text:
        for match in _ANNEX.finditer(text):
            if not block.quoted(*match.span()):
                yield _hit(match.start(), "phụ lục", "Phụ lục")


def _hit(start: int, found: str, right: str) -> Hit:
    return Hit(
        start, start + len(found), {"found": found, "right": right}, (Edit(start, start + len(found), right),)
    )
