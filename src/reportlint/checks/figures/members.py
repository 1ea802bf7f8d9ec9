"""Counted lists: `11 phòng chuyên môn (gồm: Phòng Tư pháp, …)`, the number against the members named.

A comma or a `và` may stand inside a name (Phòng Văn hóa, Thể thao và Du lịch), so a list has a least and a most number
of members; only a number outside both is a fault.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.checks.figures.counted_dates import listed_days
from reportlint.checks.figures.units import shown
from reportlint.facts.bodies import FIELDS
from reportlint.patterns import Pattern
from reportlint.rule import Hit, Related, only_where
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.facts.block import BlockFacts
    from reportlint.facts.numbers import Figure
    from reportlint.rule import Rule

HEADS = frozenset(
    [
        "phòng",
        "ban",
        "sở",
        "ngành",
        "xã",
        "phường",
        "huyện",
        "quận",
        "thôn",
        "đơn",
        "cơ",
        "doanh",
        "công",
        "trường",
        "cụm",
        "khu",
        "chi",
        "hội",
        "trung",
        "trạm",
        "bệnh",
        "hợp",
        "lĩnh",
        "dự",
        "đồng",
        "thành",
    ]
)
"""First syllables of what is listed by name: đơn vị, cơ quan, doanh nghiệp, công ty, trường, cụm (khu) công nghiệp …"""

_OPENER = Pattern(
    r"(?P<noun>(?:[^\W\d_]|[ \n/-]|,(?= (?:thị trấn|phường|ngành|ban|đơn vị|thị xã))){0,60}?)\s?"
    r"(?:(?P<colon>:\s(?=[A-ZĐ]))|(?P<open>\((?:\s?(?:gồm có|bao gồm|gồm|là)(?: các)?\s?:?|(?=[A-ZĐ])|\s?(?=[Xx]ã |[Pp]hường |[Pp]hòng |[Ss]ở ))|,?\s(?:gồm có|bao gồm|gồm|là)(?: các [^\W\d_]+)?\s?:))\s*"
)
_UNSURE = Pattern(
    r"\.{2,}|…|v\.v|\bnhư\b|trong đó|mỗi|các (?:xã|phường|phòng|sở|ngành|đơn vị|cơ quan|huyện)|\bcùng\b|khác",
    re.IGNORECASE,
)
_STOP = Pattern(r"\.(?=\s|\Z)|:")
_SEMICOLON = Pattern(r";\s*(?:và\s)?")
_COMMA = Pattern(r",\s*(?:và\s)?|\s+và\s+|\s+-\s+(?=[Pp]hòng|[Ss]ở)")
_NESTED = Pattern(r"\([^()]*\)")
_NAMED = Pattern(r"\D*|[^\W\d_]\D*\s\d{1,2}\s*")
_ONE_NAME = Pattern(rf"(?:Sở|Phòng|Ban|Bộ) (?:{FIELDS})\b")
_INSIDE = Pattern(r", | và ")
_PLACES = frozenset({"xã", "phường", "huyện", "thôn", "quận", "cụm", "khu"})
MAX_COUNT = 60


@only_where("gồm", "(", " là", ": ", "ngày", fact="figures")
def count(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Report a number of members, or of days, that the list behind it cannot have."""
    yield from _named(block)
    for figure, days in listed_days(block):
        args = {"found": shown(block.text, figure), "got": str(len(days)), "number": figure.text}
        related = tuple(Related(d.start, d.end, d.text) for d in days)
        yield Hit(figure.start, figure.end, args, related=related, variant="days")


def _named(block: BlockFacts) -> Iterator[Hit]:
    for figure in block.figures:
        if (
            figure.unit not in HEADS
            or figure.style != "plain"
            or figure.ratio
            or figure.ranged
            or not 1 < figure.value <= MAX_COUNT
        ):
            continue
        match = _OPENER.match(block.text, figure.end)
        if match is None or (listed := _listed(block.text, match)) is None:
            continue
        start, end = listed
        least, most = _bounds(_NESTED.sub("", block.text[start:end]), figure)
        if match["colon"] and not block.text[start:end].lower().startswith(f"{figure.unit} "):
            continue  # what stands behind the colon is no list
        if match["colon"] and figure.value < least:
            continue  # the sentence may go on behind the list
        if most < 2 or least <= figure.value <= most:
            continue
        got = (
            Said(str(least), str(least))
            if least == most
            else Said(f"{least} đến {most}", f"{least} to {most}")
        )
        found = shown(block.text, figure)
        yield Hit(
            figure.start, figure.end, {"found": found, "got": got, "number": figure.text},
            related=(Related(start, end, block.text[start:end]),),
        )  # fmt: skip


def _listed(text: str, opener: re.Match[str]) -> tuple[int, int] | None:
    """Return where the list stands; None when its end or its completeness cannot be told."""
    start = opener.end()
    if (opener["open"] or "").lstrip().startswith("("):
        depth, end = 1, start
        while end < len(text) and depth:
            depth += (text[end] == "(") - (text[end] == ")")
            end += 1
        if depth:
            return None
        end -= 1
    else:
        stop = _STOP.search(text, start)
        end = stop.start() if stop else len(text)
        if stop and stop.group() == ":":
            return None
    listed = text[start:end]
    plain = _NESTED.sub("", listed)
    if _UNSURE.search(plain) or (
        ";" not in plain and not all(_NAMED.fullmatch(m) for m in _COMMA.split(plain))
    ):
        return None
    return start, end


def _bounds(listed: str, figure: Figure) -> tuple[int, int]:
    """Return the least and the most number of members a list can have; the commas of known names part none."""
    listed = _ONE_NAME.sub(lambda m: _INSIDE.sub(" ", m.group()), listed)
    if ";" in listed:
        members = [m for m in _SEMICOLON.split(listed) if m.strip()]
        commas = sum(len([p for p in _COMMA.split(m) if p.strip()]) for m in members)
        plain = all(len(m.split()) < 7 for m in members)
        return len(members), len(members) if not plain else commas
    members = [m.strip() for m in _COMMA.split(listed) if m.strip()]
    headed = sum(m.lower().split()[0] == figure.unit for m in members)
    names = all(m[:1].isupper() and len(m.split()) <= 4 for m in members)
    # Bare names of places hold no `và`; of departments only those that say `phòng`, `sở` again are sure to begin anew.
    bare = names and figure.unit in _PLACES and headed == 0
    return (len(members) if bare else max(headed, 1)), len(members)
