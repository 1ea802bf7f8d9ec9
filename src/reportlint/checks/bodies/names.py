"""Names of bodies and congresses held against each other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from reportlint.outline.sections import roman
from reportlint.rule import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.report import Report
    from reportlint.rule import Rule

_CONGRESS = re.compile(
    r"Đại hội (?:[Đđ]ại biểu )?(?:lần thứ )?(?P<before>[IVX]{1,6})?,? ?(?:của )?Đảng bộ (?P<level>tỉnh|huyện|thành phố|thị xã|quận|xã|phường)"
    r"(?P<place>(?: [^\W\d_a-z]\w*){0,4})(?: lần thứ (?P<after>[IVX]{1,6})\b)?(?:,? nhiệm kỳ (?P<term>\d{4} ?[-–] ?\d{4}))?"
)


class _Congress(NamedTuple):
    start: int
    end: int
    ordinal: str
    level: str
    term: str


def congress_ordinals(report: Report, rule: Rule) -> Iterable[Hit]:
    """One Party congress has one ordinal; on a tie the one farther from the upper level's is marked."""
    groups: dict[str, list[_Congress]] = defaultdict(list)
    for congress in _congresses(report):
        groups[congress.level].append(congress)
    upper = [roman(c.ordinal) for c in groups.get("tỉnh", [])]
    for level, found in groups.items():
        counts = Counter(c.ordinal for c in found)
        if len(counts) != 2 or len({c.term for c in found if c.term}) > 1:
            continue
        right = max(counts, key=lambda o: (counts[o], -_distance(o, upper if level != "tỉnh" else [])))
        model = next(c for c in found if c.ordinal == right)
        for congress in found:
            if congress.ordinal != right:
                args = {
                    "found": congress.ordinal,
                    "other": right,
                    "where": report.where(model.start),
                    "level": level,
                }
                yield Hit(
                    congress.start,
                    congress.end,
                    args,
                    (),
                    (Related(model.start, model.end, "số thứ tự khác"),),
                )


def _congresses(report: Report) -> Iterator[_Congress]:
    text = report.document.text
    if "Đại hội" not in text:
        return
    for match in _CONGRESS.finditer(text):
        group = "after" if match["after"] else "before"
        if match[group]:
            start = match.start(group)
            lead = text.rfind("lần thứ ", match.start(), start)
            yield _Congress(
                lead if lead == start - 8 else start,
                match.end(group),
                match[group],
                match["level"],
                (match["term"] or "").replace(" ", ""),
            )


def _distance(ordinal: str, upper: list[int]) -> int:
    return min((abs(roman(ordinal) - u) for u in upper), default=0)
