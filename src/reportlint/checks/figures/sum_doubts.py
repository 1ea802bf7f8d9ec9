"""How sure it is that parts should make their total: certain, doubtful, or no sum at all."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from reportlint.checks.figures.units import same_unit

if TYPE_CHECKING:
    from reportlint.checks.figures.enumerations import Enumeration
    from reportlint.facts.numbers import Figure

DOCUMENT_KINDS = (
    "nghị quyết", "quyết định", "chỉ thị", "kế hoạch", "công văn", "thông báo", "báo cáo", "tờ trình", "hướng dẫn", "kết luận",
    "quy chế", "quy định", "chương trình", "đề án", "phương án", "giấy mời", "biên bản", "văn bản",
)  # fmt: skip
PARTITIONS = (
    DOCUMENT_KINDS,
    ("nam", "nữ"),
    ("xã", "phường", "thị trấn", "đặc khu"),
    ("huyện", "quận", "thị xã", "thành phố"),
    ("trực tuyến", "trực tiếp", "qua bưu", "qua dịch"),
    ("đúng hạn", "trước hạn", "quá hạn", "trễ hạn", "chưa đến", "trong hạn"),
)
"""Kinds that share nothing, so that their numbers add up."""
_PEOPLE = "người lượt hộ đảng đoàn hội học sinh giáo cán công viên lao khách đại chiến nhân thanh trẻ bệnh khẩu thành đối"
PEOPLE = frozenset(_PEOPLE.split())
"""First syllables of people, who may be counted twice (nữ, dân tộc thiểu số, đảng viên), as money and things are not."""
NEAR = Decimal("0.005")
"""Parts of a `trong đó` need not be all; a sum off by less than this share is still a slip."""
MIN_NEAR = 1000
OFF = Decimal("0.12")
"""Parts that are all there, or more than there can be, are off by no more than this share when a figure is mistyped;
where they are, something else is counted."""
MIXED_NEAR = Decimal("0.1")
"""Where total and parts are counted in other words (mỏ, giấy phép), only a sum this close is taken for one."""


def doubtful(found: Enumeration, got: Decimal) -> bool | None:
    """Tell whether a sum that does not fit is doubtful; None when it is no sum at all."""
    whole, parts = found.total, found.parts
    off = abs(got - whole.amount)
    alike = all(same_unit(p, whole) for p in parts)
    if found.loose and off > whole.amount * OFF:
        return None
    if found.partial:
        return True if alike and found.labelled and _contradicted(found, got) else None
    bare = found.labelled and not any(p.unit for p in parts)
    if alike or bare or _partition(whole, parts):
        return found.loose
    if found.loose:
        return None
    if _digit_slip(whole, parts):
        return True
    mixed = all(same_unit(p, parts[0]) for p in parts) and found.labelled and len(parts) > 2
    return True if mixed and off <= whole.amount * MIXED_NEAR else None


def _contradicted(found: Enumeration, got: Decimal) -> bool:
    """Tell whether parts that need not be all still cannot be right: nearly all, too many, or closed by `khác`."""
    whole = found.total
    off = abs(got - whole.amount)
    if whole.amount >= MIN_NEAR and off <= whole.amount * NEAR:
        return True
    if found.apart:
        return got > whole.amount
    if whole.unit in PEOPLE or whole.phrase.startswith("đồng chí"):
        return False
    return (got > whole.amount or found.rest) and off <= whole.amount * OFF


def _digit_slip(whole: Figure, parts: tuple[Figure, ...]) -> bool:
    """Tell whether a large count differs from the sum of its parts in one digit: 82.438 for 83.438."""
    if any(f.scale or f.decimals for f in (whole, *parts)) or whole.value < MIN_NEAR:
        return False
    one, other = str(whole.value), str(sum(p.value for p in parts))
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _partition(whole: Figure, parts: tuple[Figure, ...]) -> bool:
    """Tell whether the parts are of kinds that share nothing and the total can be theirs."""
    for kinds in PARTITIONS:
        if (
            all(p.phrase.startswith(kinds) for p in parts)
            and len({p.phrase.split(" ")[0] for p in parts}) > 1
        ):
            return kinds is not DOCUMENT_KINDS or not whole.unit or whole.phrase.startswith("văn bản")
    return False
