"""Dashes: spaces on both sides or on none; one kind of dash in compounds; one way to write ranges."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from reportlint.facts.block import BlockFacts
from reportlint.knowledge import ngrams
from reportlint.letters import LOWER, UPPER
from reportlint.report import Report
from reportlint.rule import Edit, Hit, Rule, only_where

_DASH = re.compile(
    r"[-–](?: (?=[^\W\d_]{2}|(?:19|20)\d\d(?!\d))(?!(?:và|hoặc|hay) )|(?<= .)(?=[^\W\d_]{2}|(?:19|20)\d\d(?!\d)))"
)
_AMOUNTS = re.compile(r"[-–] ?(?=\d{1,3}\.\d{3}(?!\d))")
_AMOUNT_LEFT = re.compile(r"\d\.\d{3}(?P<gap> ?)\Z")
"""A dash between two amounts with dots for thousands."""
_SIGN = re.compile(r"(?<=\w)(?:[÷=] (?=\d|Km)| [÷=](?=\d|Km))")
_SMALL = re.compile(r"[-–] ?(?=\d{1,3}(?:,\d+)?(?![\w./]))")
_SMALL_LEFT = re.compile(r"(?<!\w)[Tt]ừ \d{1,3}(?:,\d+)?%?(?P<gap> ?)\Z")
"""A dash between two small figures behind `từ`."""
_YEAR_LEFT = re.compile(r"(?:19|20)\d\d(?<!\d.{4})$")
_LIST_DASH = re.compile(rf"(?:[ \t]*|[^.;:]*[.;:] )(?P<dash>[-–+])(?=[{UPPER}][{LOWER}])")
_UNDERSCORE = re.compile(r"_(?= \S)")
_JOINED = re.compile(r"[-–](?<=[^\W\d_].)(?=[^\W\d_])")
_COMPOUNDS = frozenset(
    {
        ("kinh tế", "xã hội"), ("văn hóa", "xã hội"), ("quốc phòng", "an ninh"), ("khoa học", "công nghệ"), ("kinh tế", "kỹ thuật"),
        ("thi đua", "khen thưởng"), ("chính trị", "xã hội"), ("tài chính", "kế hoạch"), ("kế hoạch", "tài chính"),
        ("thương mại", "dịch vụ"), ("công nghiệp", "xây dựng"),
    }
)  # fmt: skip
"""Pairs that state texts join with a spaced hyphen: 14 places to none in a law of 2025."""
_BARE = {
    "kinh tế kỹ thuật": re.compile(
        r"(?:báo cáo|định mức|hạ tầng|tiêu chuẩn) (?P<bare>kinh tế kỹ thuật)", re.IGNORECASE
    ),
    "chính trị xã hội": re.compile(r"tổ chức (?P<bare>chính trị xã hội)(?! nghề)"),
    "kinh tế xã hội": re.compile(
        r"(?:phát triển|tình hình|hạ tầng|chỉ tiêu|mục tiêu|điều kiện) (?P<bare>kinh tế xã hội)"
    ),
    "quốc phòng an ninh": re.compile(r"(?P<bare>quốc phòng an ninh)"),
    "KINH TẾ XÃ HỘI": re.compile(r"(?P<bare>KINH TẾ XÃ HỘI)"),
    "Lao động, Thương binh": re.compile(r"(?P<bare>Lao động, Thương binh)(?= (?:và|&) Xã hội)"),
    "Lao động Thương binh": re.compile(r"(?P<bare>Lao động Thương binh)(?= (?:và|&) Xã hội)"),
}
_SPACED_DASH = re.compile(rf"(?P<dash>[-–—])(?<=[{LOWER}] .) (?P<right>[^\W\d_]+)")
_RANGE = re.compile(
    r"(?P<from>(?:19|20)\d\d)(?<![\d/.-].{4})(?P<dash> ?[-–—] ?)(?P<to>(?:19|20)\d\d)(?![\d/]|-\d)"
)
COMMON = 300
"""Two syllables seen together this often are a word (n-grams of legal texts)."""
_MOTTO = frozenset({("lập", "Tự"), ("do", "Hạnh")})
_FROM_DASH = re.compile(
    r"[Tt]ừ (?:năm|tháng|ngày) \d{1,4}(?:/\d{1,4}){0,2}(?P<dash> ?[-–] ?)(?=(?:năm |tháng |ngày )?\d)"
)


def one_sided(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield dashes with a space on one side only, and list dashes run into their first word."""
    text = block.text
    if text.startswith("_") and (match := _UNDERSCORE.match(text)):
        yield Hit(0, 1, {"found": "_"}, (Edit(0, 1, "-"),), variant="underscore", certainty="heuristic")
    yield from _signs(text)
    if "-" not in text and "–" not in text:
        return
    if (match := _LIST_DASH.match(text)) and match.start("dash") == len(text) - len(text.lstrip()):
        at = match.start("dash")
        yield Hit(at, at + 1, {"found": text[at : at + 8]}, (Edit(at + 1, at + 1, " "),), variant="list")
    yield from _amounts(text)
    first_word = len(text) - len(text.lstrip()) + len("I. A- ")
    for match in _DASH.finditer(text):
        start, end = match.span()
        if start < first_word:
            continue
        if left := end == start + 1:  # the blank stands before the dash
            start -= 1
        before = text[start - 1]
        years = bool(_YEAR_LEFT.search(text, 0, start)) and text[end].isdigit()
        if not years and (text[end].isdigit() or not (before.islower() or (before.isdigit() and not left))):
            continue
        if not block.cited(start, end):
            dash = match.group().strip()
            yield Hit(
                start,
                end,
                {"found": _around(text, start, end)},
                (Edit(start, end, dash if years else f" {dash} "),),
            )


def _signs(text: str) -> Iterator[Hit]:
    """Yield `÷` and `=` with a blank on one side: `Km26+793÷ Km30+00`, `Lt= 2,4m`."""
    for match in _SIGN.finditer(text) if "÷" in text or "=" in text else ():
        start, end = match.span()
        args = {"found": _around(text, start, end), "sign": match.group().strip()}
        yield Hit(start, end, args, (Edit(start, end, f" {args['sign']} "),), variant="sign")


def _amounts(text: str) -> Iterator[Hit]:
    for dash, before in ((_AMOUNTS, _AMOUNT_LEFT), (_SMALL, _SMALL_LEFT)):
        for match in dash.finditer(text):
            start, end = match.span()
            left = before.search(text, max(0, start - len("từ 000,000% ")), start)
            if left and bool(left["gap"]) != match.group().endswith(" "):
                start -= len(left["gap"])
                edit = Edit(start, end, f" {match.group().strip()} ")
                yield Hit(start, end, {"found": _around(text, start, end)}, (edit,))


def _around(text: str, start: int, end: int) -> str:
    left = text[:start].rsplit(" ", 1)[-1]
    return left + text[start:end] + re.split(r"[\s,.;]", text[end:], maxsplit=1)[0]


def compounds(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield the well-known compounds that state texts write with a spaced hyphen, written without spaces or without hyphen."""
    text = block.text
    for match in _JOINED.finditer(text) if "-" in text or "–" in text else ():
        at = match.start()
        if (pair := _joined(text, at)) and not block.cited(at, at + 1):
            left, right = pair
            args = {"found": left + match.group() + right, "wanted": f"{left} - {right}"}
            yield Hit(at, at + 1, args, (Edit(at, at + 1, " - "),))
    for phrase, pattern in _BARE.items():
        if phrase in text:
            for match in pattern.finditer(text):
                start, end = match.span("bare")
                if not block.quoted(start, end):
                    words = text[start:end].replace(",", "").split()
                    wanted = f"{' '.join(words[:2])} - {' '.join(words[2:])}"
                    yield Hit(
                        start,
                        end,
                        {"found": text[start:end], "wanted": wanted},
                        (Edit(start, end, wanted),),
                        variant="bare",
                        certainty="heuristic",
                    )


def _joined(text: str, at: int) -> tuple[str, str] | None:
    """Return two words of two syllables that a dash joins without spaces: well-known ones, or words of legal texts on both sides."""
    left = text[max(0, at - 24) : at].split()[-2:]
    right = [word.rstrip(".,;:)”") for word in text[at + 1 : at + 24].split()[:2]]
    if len(left) < 2 or len(right) < 2:
        return None
    pair = " ".join(left), " ".join(right)
    if (pair[0].lower(), pair[1].lower()) not in _COMPOUNDS:
        one_joint = not any(dash in " ".join(pair) for dash in "-–/")
        if not (one_joint and left[1].islower() and _is_word(left) and _is_word(right)):
            return None
    return pair


def _is_word(syllables: list[str]) -> bool:
    return not "".join(syllables).isascii() and ngrams.bigram(*syllables) >= COMMON


def mixed_in_compounds(report: Report, rule: Rule) -> Iterable[Hit]:
    """Yield the rarer of hyphen and en dash between two words, where both are small or the pair stands elsewhere with the other."""
    text = report.document.text
    if "–" not in text and "—" not in text:
        return
    found = [(m, text[: m.start()].rsplit(maxsplit=1)[-1], m["right"]) for m in _SPACED_DASH.finditer(text)]
    found = [(m, left, right) for m, left, right in found if (left, right) not in _MOTTO]
    hyphens = {(left, right.lower()) for m, left, right in found if m["dash"] == "-"}
    others = [entry for entry in found if entry[0]["dash"] != "-"]
    if not 0 < len(others) * 3 <= len(found) - len(others):
        return
    for match, left, right in others:
        start, end = match.span("dash")
        if right[0].islower() or (left, right.lower()) in hyphens or _joins(text, start):
            yield Hit(
                start,
                end,
                {"found": f"{left} {match['dash']} {right}", "habit": "-"},
                (Edit(start, end, "-"),),
            )


def _joins(text: str, at: int) -> bool:
    """Tell whether a spaced dash stands between two common words, the second with a capital: `Văn hóa – Xã hội`."""
    left, right = text[max(0, at - 24) : at].split()[-2:], text[at + 1 : at + 25].split()[:2]
    right = [word.rstrip(".,;:)”") for word in right]
    return len(left) == len(right) == len("ab") and _is_word(left) and _is_word(right)


def mixed_ranges(report: Report, rule: Rule) -> Iterable[Hit]:
    """Yield ranges of years that are not written in the way that is the commonest in the report."""
    ranges = list(_RANGE.finditer(report.document.text))
    ways = Counter(m["dash"] for m in ranges).most_common()
    if len(ways) < 2 or ways[0][1] <= ways[1][1]:
        return
    habit = ways[0][0]
    for match in ranges:
        if match["dash"] != habit and not _one_sided(match["dash"]):
            wanted = match["from"] + habit + match["to"]
            yield Hit(
                match.start(),
                match.end(),
                {"found": match.group(), "wanted": wanted},
                (Edit(*match.span("dash"), habit),),
            )


def _one_sided(dash: str) -> bool:
    return len(dash) == 2


@only_where("ừ n", "ừ t")
def from_with_dash(block: BlockFacts, rule: Rule) -> Iterator[Hit]:
    """Yield a dash where `từ năm …` asks for `đến`."""
    for match in _FROM_DASH.finditer(block.text):
        start, end = match.span("dash")
        yield Hit(start, end, {"found": block.text[match.start() : end + 4]}, (Edit(start, end, " đến "),))
