"""Totals in running text against the parts enumerated behind them: `25 văn bản (10 quyết định, 15 kế hoạch)`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from reportlint.checks.figures.enumerations import Enumeration, enumerations
from reportlint.checks.figures.paired_sums import paired
from reportlint.checks.figures.units import PHYSICAL, same_unit, shown
from reportlint.facts.numbers import render
from reportlint.rule import Hit, Related, only_where
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.facts.numbers import Figure
    from reportlint.rule import Rule

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
NEAR = Decimal("0.005")
"""Parts of a `trong đó` need not be all; a sum off by less than this share is still a slip."""
MIN_NEAR = 1000
MIXED_NEAR = Decimal("0.1")
"""Where total and parts are counted in other words (mỏ, giấy phép), only a sum this close is taken for one."""


@only_where(fact="figures")
def total(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Report a total that its parts do not make, rounding of every member allowed for."""
    if len(block.figures) < 3:
        return
    for found in enumerations(block):
        members = (found.total, *found.parts)
        if any(f.style in {"point", "malformed"} for f in members):
            continue
        got = sum((p.amount for p in found.parts), Decimal(0))
        off = abs(got - found.total.amount)
        if off > _slack(members) and (doubt := _doubt(found, off)) is not None:
            yield _hit(block, found.total, found.parts, doubtful=doubt)
    for wrong in paired(block):
        yield _hit(block, wrong.total, wrong.parts, doubtful=False)


def _slack(members: tuple[Figure, ...]) -> Decimal:
    """Half the last digit of every rounded member; counts are exact."""
    rounded = [Decimal(1).scaleb(f.scale - f.decimals) for f in members if f.decimals or f.scale]
    return max(rounded) * len(members) / 2 if rounded else Decimal(0)


def _doubt(found: Enumeration, off: Decimal) -> bool | None:
    """Tell whether a sum that does not fit is doubtful; None when it is no sum at all."""
    whole, parts = found.total, found.parts
    alike = all(same_unit(p, whole) for p in parts)
    if found.partial:
        near = whole.amount >= MIN_NEAR and off <= whole.amount * NEAR
        # People may be counted twice (nữ, dân tộc thiểu số, đảng viên), money and land may not.
        over = whole.unit in {"đồng", *PHYSICAL} and sum(p.amount for p in parts) > whole.amount
        return True if alike and found.labelled and (near or over) else None
    if alike or _partition(whole, parts):
        return False
    if all(not p.unit for p in parts) and found.labelled:
        return False
    if _digit_slip(whole, parts):
        return True
    mixed = all(same_unit(p, parts[0]) for p in parts) and found.labelled and len(parts) > 2
    return True if mixed and off <= whole.amount * MIXED_NEAR else None


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


def _hit(block: BlockFacts, whole: Figure, parts: tuple[Figure, ...], *, doubtful: bool) -> Hit:
    got = sum((p.amount for p in parts), Decimal(0))
    sum_ = (
        " + ".join(p.text for p in parts)
        if len({p.scale for p in parts}) == 1
        else Said("các số thành phần", "its parts")
    )
    got_text = render(got.scaleb(-whole.scale).normalize() if got else got)
    return Hit(
        whole.start,
        whole.end,
        {"total": shown(block.text, whole), "sum": sum_, "got": got_text},
        related=tuple(Related(p.start, p.end, block.text[p.start : p.unit_end or p.end]) for p in parts),
        variant="doubtful" if doubtful else "",
        severity="warning" if doubtful else None,
        certainty="heuristic" if doubtful else None,
    )
