"""Parts that are larger than their whole: `45 hồ sơ, trong đó 50 hồ sơ …`, `14/13 xã`, `chiếm 102%`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.checks.figures.units import PHYSICAL, same_unit, shown
from reportlint.facts.numbers import ratios
from reportlint.patterns import Pattern
from reportlint.rule import Hit, Related, only_where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.facts.block import BlockFacts
    from reportlint.facts.numbers import Figure
    from reportlint.rule import Rule

_OF_WHICH = Pattern(r"[Tt]rong (?:số )?đó(?: có)?\b")
_SENTENCE = Pattern(r"[.;](?=\s)")
_OTHER_SCOPE = Pattern(
    r"tăng|giảm|so với|cùng kỳ|lũy kế|luỹ kế|cộng dồn|từ đầu|mỗi|kế hoạch|toàn (?:tỉnh|huyện|quốc)"
)
_FIXED = Pattern(r"(?:xã|phường|thị trấn|huyện|quận|thôn|ấp|khu phố|tổ dân phố|sở|đặc khu)\b")
_PLANNED = Pattern(r"kế hoạch|chỉ tiêu|vượt|giao")
_SHARE = Pattern(r"chiếm(?: tỷ lệ| tỉ lệ| tỷ trọng| khoảng| tới| đến)?\s\Z")
FULL = 100


@only_where(fact="figures")
def part(block: BlockFacts, _rule: Rule) -> Iterable[Hit]:
    """Report parts that exceed their whole."""
    yield from _of_which(block)
    for ratio in ratios(block.figures):
        behind = block.text[ratio.whole.end : ratio.whole.end + 60]
        if (
            ratio.part.amount > ratio.whole.amount
            and _FIXED.match(behind.lstrip())
            and not _PLANNED.search(behind)
        ):
            args = {"part": ratio.part.text, "whole": ratio.whole.text}
            yield Hit(ratio.part.start, ratio.whole.end, args, variant="fraction")
    for figure in block.figures:
        if figure.unit == "%" and figure.value > FULL and _SHARE.search(block.text, 0, figure.start):
            yield Hit(figure.start, figure.unit_end, {"part": f"{figure.text}%"}, variant="share")


def _of_which(block: BlockFacts) -> Iterator[Hit]:
    text = block.text
    for match in _OF_WHICH.finditer(text):
        low = max((m.end() for m in _SENTENCE.finditer(text, 0, match.start())), default=0)
        stop = _SENTENCE.search(text, match.end())
        high = stop.start() if stop else len(text)
        if _OTHER_SCOPE.search(text, low, high):
            continue
        wholes = [f for f in block.figures if low <= f.start < match.start()]
        for figure in (f for f in block.figures if match.end() <= f.start < high):
            alike = [w for w in wholes if _alike(w, figure)]
            if (
                alike
                and figure.amount > max(w.amount for w in alike)
                and figure.unit != "%"
                and not figure.ratio
            ):
                whole = max(alike, key=lambda w: w.amount)
                name = shown(text, whole)
                args = {"part": shown(text, figure), "whole": name}
                yield Hit(figure.start, figure.end, args, related=(Related(whole.start, whole.end, name),))
                break


def _alike(one: Figure, other: Figure) -> bool:
    """Tell whether two figures count the same, by two syllables unless it is a measure."""
    if one.ratio or not same_unit(one, other):
        return False
    return one.unit in PHYSICAL or one.unit == "đồng" or one.phrase.split()[:2] == other.phrase.split()[:2]
