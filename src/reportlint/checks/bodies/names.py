"""Names of bodies and congresses held against each other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from reportlint.knowledge import bodies
from reportlint.letters import LOWER, UPPER
from reportlint.outline.sections import roman
from reportlint.patterns import Pattern, at_word
from reportlint.rule import Edit, Hit, Related
from reportlint.said import Said

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
                    (Related(model.start, model.end, Said("số thứ tự khác", "another ordinal")),),
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


_DASHED = Pattern(
    rf"(?P<head>{at_word('Sở|Bộ|Phòng')}) (?P<name>[{UPPER}][\w ]{{2,40}}?(?: ?[-–&] ?|, )[{UPPER}]\w+(?: [{LOWER}]\w*){{0,4}})",
    needs=("Sở ", "Bộ ", "Phòng "),
)


_JOINED = (
    "Tài nguyên và Môi trường", "Nông nghiệp và Môi trường", "Nông nghiệp và Phát triển nông thôn", "Kế hoạch và Đầu tư",
    "Giáo dục và Đào tạo", "Khoa học và Công nghệ", "Thông tin và Truyền thông", "Văn hóa, Thể thao và Du lịch", "Văn hóa và Thông tin",
    "Dân tộc và Tôn giáo",
)  # fmt: skip
"""What departments and ministries are for, of two or three fields."""
_UNJOINED = {re.sub(r",| và", "", name).lower(): name for name in _JOINED}
_RUN_TOGETHER = Pattern(
    rf"(?P<head>{at_word('Sở|Bộ|Phòng')}) (?P<name>(?i:{'|'.join(_UNJOINED)}))(?!\w)",
    needs=("Sở ", "Bộ ", "Phòng "),
)


def name_variant(report: Report, rule: Rule) -> Iterable[Hit]:
    """A ministry or department under a name put together otherwise than the official one: `Sở Kế hoạch - Đầu tư`."""
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        if block.kind in {"header", "footer"}:
            continue
        for match in _RUN_TOGETHER.finditer(facts.text):
            if not facts.quoted(*match.span()):
                start, end = block.start + match.start(), block.start + match.end()
                expected = f"{match['head']} {_UNJOINED[match['name'].lower()]}"
                args = {"found": match.group(), "expected": expected}
                yield Hit(start, end, args, (Edit(start, end, expected),))
        for match in _DASHED.finditer(facts.text):
            if _official(facts.text[match.start("name") : match.start("name") + 70]):
                continue
            name = re.sub(r" ?[-–&] ?|, ", " và ", match["name"])
            words = name.split()
            for count in range(len(words), 2, -1):
                official = bodies.find_body(f"Sở {' '.join(words[:count])}") or bodies.find_body(
                    f"Bộ {' '.join(words[:count])}"
                )
                if official:
                    break
            else:
                continue
            right = official.name.split(" ", 1)[1]
            end = _end_of(match, right)
            found = facts.text[match.start() : end]
            joined = _JOINTS.search(found.removeprefix(match["head"]))
            if (
                end
                and joined
                and _plain(found) != _plain(f"{match['head']} {right}")
                and not facts.quoted(match.start(), end)
            ):
                start = block.start + match.start()
                expected = f"{match['head']} {right}"
                edits = (Edit(start, block.start + end, expected),)
                yield Hit(start, block.start + end, {"found": found, "expected": expected}, edits)


def _official(text: str) -> bool:
    """Tell whether an official name begins a text, dashes and commas as they stand."""
    words = text.split()
    return any(
        bodies.find_body(f"Sở {' '.join(words[:count]).rstrip(',;.:')}")
        for count in range(min(9, len(words)), 1, -1)
    )


_JOINTS = re.compile(r"[-–&,]")


def _plain(name: str) -> str:
    """A name with its dashes alike, so that only another joint makes a difference."""
    return re.sub(r" ?[-–] ?", "-", name).lower()


def _end_of(match: re.Match[str], right: str) -> int:
    """Where the name as written ends, told by the last word of the official one; 0 when it is not there."""
    last = right.rsplit(maxsplit=1)[-1]
    at = match["name"].find(last)
    return match.start("name") + at + len(last) if at >= 0 else 0
