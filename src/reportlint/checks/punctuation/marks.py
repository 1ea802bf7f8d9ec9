"""Marks that stand twice, beside one that excludes them, or where none belongs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportlint.facts.block import BlockFacts
from reportlint.letters import LOWER, UPPER
from reportlint.report import Report
from reportlint.rule import Edit, Hit, Rule

_TWICE = re.compile(
    r"(?P<same>,(?: ?,)+|;(?: ?;)+|:(?: ?:)+|!{2,}|\?{2,})"
    r"|(?P<mixed>,;|;,|:;|;:|,:|:,|;\.(?![.\w])|,\.(?![.\d])|(?<![.v])\.[,;](?!\.)|(?<=[^\W\d_]) ?, ;)"
    r"|(?P<dots>(?<![./\\])\.{2}(?![./\\])|(?<=[^\W\d_]|\))\.{4,5}(?=[\s)”A-ZĐ]|$))"
)
_BLANK = re.compile(r"(?:ngày|tháng|năm|số|Số|ông|bà|Ông|Bà|của|lần|thứ|kh[óo][aá]|kỳ|quý|từ|đến|là|tại|tên|chí)$")
_STRAY = re.compile(
    r"(?<=[Ss]ố)(?P<comma>,) (?=\d{1,5}(?:[/,;]|-[A-ZĐ]| ngày))"
    r"|(?<=ngày)(?P<comma2>,) (?=\d{1,2}[/ ])"
    r"|(?<=\d)(?P<stop>\.) (?=số \d)"
)
_SUSPENSION = re.compile(r"(?<=\w)(?P<wrong>, (?:\.{3}|…))|(?<=\w)(?P<right>(?:,?\.{3}|,?…))(?!\.)")
_OPENERS = (
    "Qua đó|Bên cạnh đó|Ngoài ra|Đồng thời|Do đó|Tuy nhiên|Trong đó|Theo đó|Từ đó|Vì vậy|Vì thế|Nhờ đó|Mặt khác|Tuy vậy|Hiện nay|Đến nay"
    "|Trên cơ sở đó|Cùng với đó|Song song đó|Nhìn chung|Sau đó|Trước đó|Tiếp đó|Kết quả là|Đặc biệt|Cụ thể|Các|Những|Nhằm|Để|Nếu|Khi|Tại|Theo"
)
_CAPITAL_OPENER = re.compile(rf"(?<=[{LOWER}\d)”%])(?P<mark>,) (?P<word>{_OPENERS})(?= [{LOWER}])")
_CONTENT = re.compile(rf"(?:[Cc]hủ đề|[Tt]ên gọi|gồm|[Bb]ộ|[Uu]ỷ ban|[Ủủ]y ban|[{UPPER}]\w*)[^,;.]*$")


def repeated(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield marks that stand twice in a row or beside one that excludes them; `./.` and an ellipsis are right."""
    text = block.text
    for match in _TWICE.finditer(text):
        found = match.group()
        start = match.start()
        if match["dots"] and (_is_blank(text, match) or block.quoted(start, match.end())):
            continue
        if match["mixed"] and found[0] == "." and re.search(r"(?:\b[A-ZĐ]|\bv\.v|\bTP|\bTS|\bST)$", text[:start]):
            continue
        if "//" in text[start : start + 4]:
            continue
        edits = (Edit(start, match.end(), found[0]),) if match["same"] else ()
        yield Hit(start, match.end(), {"found": found}, edits, variant="dots" if match["dots"] else "")


def _is_blank(text: str, match: re.Match[str]) -> bool:
    """Tell whether dots stand for something to be filled in."""
    return bool(_BLANK.search(text[: match.start()])) or text[match.end() : match.end() + 1] == "/"


def stray(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield a mark between `số` or `ngày` and its number, and a full stop before `số` in a series of citations."""
    if "số" in block.text or "ngày" in block.text or "Số" in block.text:
        for match in _STRAY.finditer(block.text):
            start, end = next(match.span(g) for g in ("comma", "comma2", "stop") if match[g])
            stop = bool(match["stop"])
            edit = Edit(start, end, ",") if stop else Edit(start, end, "")
            yield Hit(start, end, {}, (edit,), variant="stop" if stop else "")


def suspension(report: Report, rule: Rule) -> Iterable[Hit]:
    """Yield `, ...` where the report writes its ellipses without that space elsewhere."""
    if ", ..." not in report.document.text and ", …" not in report.document.text:
        return
    found = list(_SUSPENSION.finditer(report.document.text))
    wrong = [m for m in found if m["wrong"]]
    if len(found) - len(wrong) > len(wrong):
        for match in wrong:
            yield Hit(match.start(), match.end(), {"found": match.group()}, (Edit(match.start() + 1, match.start() + 2, ""),))


def comma_before_capital(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield a comma before a capital word that opens a sentence."""
    if ", " not in block.text:
        return
    for match in _CAPITAL_OPENER.finditer(block.text):
        if not block.quoted(match.start(), match.end()):
            word = match["word"]
            yield Hit(match.start(), match.end(), {"word": word, "small": word[:1].lower() + word[1:]})
