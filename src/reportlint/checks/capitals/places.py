"""VH016: the second syllable of a country or a province in small letters, `Đài loan` (nd30, PL II, III)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.checks.capitals.words import gap
from reportlint.knowledge.folding import fold_tone
from reportlint.rule import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.rule import Rule

_NAMES = (
    "Việt Nam, Trung Quốc, Nhật Bản, Hàn Quốc, Đài Loan, Thái Lan, Hoa Kỳ, Ấn Độ, Triều Tiên, Hồng Kông, "
    "Hà Nội, Đà Nẵng, Hải Phòng, Cần Thơ, Sài Gòn, Hồ Chí, An Giang, Bạc Liêu, Bắc Giang, Bắc Kạn, Bắc Ninh, Bến Tre, Bình Dương, "
    "Bình Định, Bình Phước, Bình Thuận, Cà Mau, Cao Bằng, Đắk Lắk, Đắk Nông, Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, Hà Giang, "
    "Hà Nam, Hà Tĩnh, Hải Dương, Hậu Giang, Hòa Bình, Hưng Yên, Khánh Hòa, Kiên Giang, Kon Tum, Lai Châu, Lạng Sơn, Lào Cai, "
    "Lâm Đồng, Long An, Nam Định, Nghệ An, Ninh Bình, Ninh Thuận, Phú Thọ, Phú Yên, Quảng Bình, Quảng Nam, Quảng Ngãi, "
    "Quảng Ninh, Quảng Trị, Sóc Trăng, Sơn La, Tây Ninh, Thái Bình, Thái Nguyên, Thanh Hóa, Tiền Giang, Trà Vinh, Tuyên Quang, "
    "Vĩnh Long, Vĩnh Phúc, Yên Bái"
)
_PAIRS = frozenset(tuple(fold_tone(name.lower()).split()) for name in _NAMES.split(", "))


def small(block: BlockFacts, _rule: Rule) -> Iterable[Hit]:
    """Yield the second syllable where the first has its capital inside a sentence and no name runs into it."""
    written, folded = block.written, block.folded
    for i in block.titled:
        if folded[i : i + 2] not in _PAIRS or not written[i + 1].islower() or gap(block, i + 1) != " ":
            continue
        if i == 0 or gap(block, i) not in {" ", ", "} or not written[i - 1].islower():
            continue
        start, end = block.start(i), block.end(i + 1)
        if not block.quoted(start, end):
            at = block.start(i + 1)
            found = block.text[start:end]
            right = f"{written[i]} {written[i + 1].capitalize()}"
            yield Hit(
                at,
                end,
                {"found": found, "right": right},
                (Edit(at, at + 1, right[-(end - at)]),),
                cause="capital",
            )
