"""Dashes: spaces on both sides or on none; one kind of dash in compounds; one way to write ranges."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from reportlint.facts.block import BlockFacts
from reportlint.letters import LOWER, UPPER
from reportlint.report import Report
from reportlint.rule import Edit, Hit, Rule

_LETTER = r"[^\W\d_]"
_ONE_SIDED = re.compile(
    rf"(?<=[{LOWER}\d])(?P<right>[-–]) (?={_LETTER}{{2}})(?!(?:và|hoặc|hay) )"
    rf"|(?<=[{LOWER}])(?P<left> [-–])(?={_LETTER}{{2}})"
    r"|(?<=(?<!\d)(?:19|20)\d\d)(?P<year>[-–] | [-–])(?=(?:19|20)\d\d(?!\d))"
)
_LIST_DASH = re.compile(rf"(?:[ \t]*|[^.;:]*[.;:] )(?P<dash>[-–+])(?=[{UPPER}][{LOWER}])")
_UNDERSCORE = re.compile(r"_(?= \S)")
_COMPOUNDS = (
    "kinh tế|xã hội;văn hóa|xã hội;quốc phòng|an ninh;khoa học|công nghệ;kinh tế|kỹ thuật;thi đua|khen thưởng;chính trị|xã hội"
    ";tài chính|kế hoạch;nông|lâm|ngư nghiệp;thương mại|dịch vụ;công nghiệp|xây dựng;kế hoạch|tài chính;giáo dục|đào tạo"
)
_JOINED = re.compile(
    "|".join(r"(?:(?<!\w)" + r"(?P<{}>[-–])".join(p.split("|")[:2]).format(f"d{i}") + r"(?!\w))" for i, p in enumerate(_COMPOUNDS.split(";")))
)
_BARE = re.compile(
    r"(?:báo cáo|định mức|chỉ tiêu|hạ tầng|tiêu chuẩn|nghiên cứu) (?P<a>kinh tế kỹ thuật)|(?:tổ chức) (?P<b>chính trị xã hội)(?! nghề)"
    r"|(?:phát triển|tình hình|hạ tầng|chỉ tiêu|mục tiêu|điều kiện) (?P<c>kinh tế xã hội)|(?P<d>văn hóa xã hội)(?=[,;.])|(?P<e>quốc phòng an ninh)"
)
_SPACED_DASH = re.compile(rf"(?P<left>[{LOWER}]+) (?P<dash>[-–—]) (?P<right>{_LETTER}+)")
_RANGE = re.compile(r"(?<![\d/.-])(?P<from>(?:19|20)\d\d)(?P<dash> ?[-–—] ?)(?P<to>(?:19|20)\d\d)(?![\d/]|-\d)")
_FROM_DASH = re.compile(r"[Tt]ừ (?:năm|tháng|ngày) \d{1,4}(?:/\d{1,4}){0,2}(?P<dash> ?[-–] ?)(?=(?:năm |tháng |ngày )?\d)")


def one_sided(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield dashes with a space on one side only, and list dashes run into their first word."""
    text = block.text
    if text.startswith("_") and (match := _UNDERSCORE.match(text)):
        yield Hit(0, 1, {"found": "_"}, (Edit(0, 1, "-"),), variant="underscore")
    if "-" not in text and "–" not in text:
        return
    if (match := _LIST_DASH.match(text)) and match.start("dash") == len(text) - len(text.lstrip()):
        at = match.start("dash")
        yield Hit(at, at + 1, {"found": text[at : at + 8]}, (Edit(at + 1, at + 1, " "),), variant="list")
    first_word = len(text) - len(text.lstrip()) + 6
    for match in _ONE_SIDED.finditer(text):
        start, end = match.span()
        if block.cited(start, end) or start < first_word or text[start - 1] in ",;:.":
            continue
        edit = Edit(start, end, match.group().strip() if match["year"] else f" {match.group().strip()} ")
        yield Hit(start, end, {"found": _around(text, start, end)}, (edit,))


def _around(text: str, start: int, end: int) -> str:
    left = text[:start].rsplit(" ", 1)[-1]
    return left + text[start:end] + re.split(r"[\s,.;]", text[end:], maxsplit=1)[0]


def compounds(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield the well-known compounds that state texts write with a spaced hyphen, written without spaces or without hyphen."""
    text = block.text
    if "-" in text or "–" in text:
        for match in _JOINED.finditer(text):
            at = match.start(match.lastgroup or 0)
            found = match.group()
            yield Hit(at, at + 1, {"found": found, "wanted": re.sub("[-–]", " - ", found)}, (Edit(at, at + 1, " - "),))
    if "kinh tế" in text or "chính trị" in text or "văn hóa" in text or "quốc phòng" in text:
        for match in _BARE.finditer(text):
            start, end = match.span(match.lastgroup or 0)
            found = text[start:end]
            if not block.quoted(start, end):
                words = found.split()
                wanted = f"{' '.join(words[:2])} - {' '.join(words[2:])}"
                yield Hit(start, end, {"found": found, "wanted": wanted}, (Edit(start, end, wanted),), variant="bare")


def mixed_in_compounds(report: Report, rule: Rule) -> Iterable[Hit]:
    """Yield the rarer of hyphen and en dash between two words, where both are small or the pair stands elsewhere with the other."""
    text = report.document.text
    if "–" not in text and "—" not in text:
        return
    found = [m for m in _SPACED_DASH.finditer(text) if not _in_motto(text, m)]
    hyphens = [m for m in found if m["dash"] == "-"]
    others = [m for m in found if m["dash"] != "-"]
    if not 0 < len(others) * 3 <= len(hyphens):
        return
    pairs = {(m["left"], m["right"].lower()) for m in hyphens}
    for match in others:
        if match["right"][0].islower() or (match["left"], match["right"].lower()) in pairs:
            start, end = match.span("dash")
            yield Hit(start, end, {"found": match.group(), "habit": "-"}, (Edit(start, end, "-"),))


def _in_motto(text: str, match: re.Match[str]) -> bool:
    return match["left"] == "lập" or (match["left"] == "do" and match["right"] == "Hạnh")


def mixed_ranges(report: Report, rule: Rule) -> Iterable[Hit]:
    """Yield ranges of years that are not written in the way that is the commonest in the report."""
    ranges = list(_RANGE.finditer(report.document.text))
    ways = Counter(m["dash"] for m in ranges).most_common(2)
    if len(ways) < 2 or ways[0][1] <= ways[1][1]:
        return
    habit = ways[0][0]
    for match in ranges:
        if match["dash"] != habit and not _one_sided(match["dash"]):
            wanted = match["from"] + habit + match["to"]
            yield Hit(match.start(), match.end(), {"found": match.group(), "wanted": wanted}, (Edit(*match.span("dash"), habit),))


def _one_sided(dash: str) -> bool:
    return len(dash) == 2


def from_with_dash(block: BlockFacts, rule: Rule) -> Iterator[Hit]:
    """Yield a dash where `từ năm …` asks for `đến`."""
    if "ừ n" in block.text or "ừ t" in block.text:
        for match in _FROM_DASH.finditer(block.text):
            start, end = match.span("dash")
            yield Hit(start, end, {"found": block.text[match.start() : end + 4]}, (Edit(start, end, " đến "),))
