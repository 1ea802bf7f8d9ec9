"""Marks that stand twice, beside one that excludes them, or where none belongs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportlint.facts.block import BlockFacts
from reportlint.knowledge.syllables import is_syllable
from reportlint.letters import LOWER
from reportlint.patterns import Pattern
from reportlint.report import Report
from reportlint.rule import Edit, Hit, Rule, only_where

_RUN = re.compile(r"[,;:.!?](?: ?[,;:.!?])+")
"""Two marks or more, perhaps with a blank between them: few places, told apart below."""
_CLOSED_TWICE = re.compile(r"\.”\.(?<!\.\.”.)(?!\w)")
_CLOSING = re.compile(r"(?<![\d./])(?:\./\.{2,3}|\.? \./\.|\. ?/ \.|\. /\.)(?=\s*$)")
"""The sign that closes a paper, `./.`, mistyped."""
_CONFLICTING = frozenset({",;", ";,", ":;", ";:", ",:", ":,", ";.", ",.", ".,", ".;", "!.", "?.", ".:"})
_SHORTENED = re.compile(r"(?:\b[A-ZĐ]|\bv\.v|\bTP|\bTS|\bST|\bTT|\bTx)$")
_BLANK = re.compile(
    r"(?:ngày|tháng|năm|số|Số|ông|bà|Ông|Bà|của|lần|thứ|kh[óo][aá]|kỳ|quý|từ|đến|là|tại|tên|chí)$"
)
_STRAY = re.compile(
    r"(?<=[Ss]ố)(?P<comma>,) (?=\d{1,5}(?:[/,;]|-[A-ZĐ]| ngày))"
    r"|(?<=ngày)(?P<comma2>,) (?=\d{1,2}[/ ])"
    r"|(?<=\d)(?P<stop>\.) (?=số \d)"
)
_MINUTE = Pattern(r"(?<![\w.])\d{1,2} ?(?:h|giờ) ?\d{2}[’'′]")
_SMALL = re.compile(rf"\. (?<=[{LOWER}]{{2}}\. )(?=[{LOWER}]{{2}})")
_LAST = re.compile(rf"(?<![^\W\d_])[{LOWER}]{{2,}}$")
_NEXT = re.compile(rf"[{LOWER}]+")
_CLIPPED = frozenset({"tr", "st", "đc", "tp", "tx", "tt", "nxb", "trđ", "vd", "tel", "fax"})
_SUSPENSION = re.compile(r"(?<=\w)(?P<wrong>, (?:\.{3}|…))|(?<=\w)(?P<right>(?:,?\.{3}|,?…))(?!\.)")
_OPENERS = (
    "Qua đó|Bên cạnh đó|Ngoài ra|Đồng thời|Do đó|Tuy nhiên|Trong đó|Theo đó|Từ đó|Vì vậy|Vì thế|Nhờ đó|Mặt khác|Tuy vậy|Hiện nay|Đến nay"
    "|Trên cơ sở đó|Cùng với đó|Song song đó|Nhìn chung|Sau đó|Trước đó|Tiếp đó|Kết quả là|Đặc biệt|Cụ thể|Các|Những|Nhằm|Để|Nếu|Khi|Tại|Theo"
)
_CAPITAL_OPENER = re.compile(rf",(?<=[{LOWER}\d)”%],) (?P<word>{_OPENERS})(?= [{LOWER}])")


def repeated(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield marks that stand twice in a row or beside one that excludes them; `./.` and an ellipsis are right."""
    text = block.text
    for twice in _CLOSED_TWICE.finditer(text):
        edit = Edit(twice.start(), twice.start() + 1, "")
        yield Hit(*twice.span(), {"found": twice.group()}, (edit,), variant="quote")
    if closing := _CLOSING.search(text, max(0, len(text) - len(". / ."))):
        edit = Edit(*closing.span(), "./.")
        yield Hit(*closing.span(), {"found": closing.group()}, (edit,), variant="closing")
    for match in _RUN.finditer(text):
        marks = match.group().replace(" ", "")
        start, end = match.span()
        if "/" in text[start - 1 : start] + text[end : end + 1] or "\\" in text[start - 1 : start]:
            continue
        if set(marks) == {"."}:
            if _is_wrong_ellipsis(text, match) and not block.quoted(start, end):
                yield Hit(start, end, {"found": match.group()}, variant="dots")
        elif len(set(marks)) == 1:
            yield Hit(start, end, {"found": match.group()}, (Edit(start, end, marks[0]),))
        elif (
            marks in _CONFLICTING
            and not (marks[0] == "." and _SHORTENED.search(text, 0, start))
            and not (
                match.group().endswith(" .") and text[end : end + 1].isalnum()
            )  # endings of files: .doc, .docx
        ):
            yield Hit(start, end, {"found": match.group()})


def _is_wrong_ellipsis(text: str, match: re.Match[str]) -> bool:
    """Tell whether two, four or five dots close a word; more of them, or dots behind `ngày`, are a blank to fill."""
    start, end = match.span()
    count = end - start
    if count not in {2, 4, 5} or " " in match.group() or _is_blank(text, match):
        return False
    behind = text[end : end + 1]
    return (
        (text[start - 1 : start].isalpha() or text[start - 1 : start] == ")")
        and not behind.islower()
        and not behind.isdigit()
    )


def _is_blank(text: str, match: re.Match[str]) -> bool:
    """Tell whether dots stand for something to be filled in."""
    return bool(_BLANK.search(text[: match.start()])) or text[match.end() : match.end() + 1] == "/"


_COLON = re.compile(r"ố ?:(?<=[^\W\d_] [Ss]ố:)(?= ?\d{1,5}(?:/\d{4})?/[A-ZĐ])")


@only_where("ố, ", "gày, ", ". số ", "ố:")
def stray(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield a mark between `số` or `ngày` and its number, and a full stop before `số` in a series of citations."""
    for match in _STRAY.finditer(block.text):
        start, end = next(match.span(g) for g in ("comma", "comma2", "stop") if match[g])
        stop = bool(match["stop"])
        edit = Edit(start, end, ",") if stop else Edit(start, end, "")
        yield Hit(
            start,
            end,
            {},
            (edit,),
            variant="stop" if stop else "",
            certainty="heuristic" if stop else None,
        )
    if not block.text.lstrip().startswith("Số"):  # the number of the report itself has its colon
        for match in _COLON.finditer(block.text):
            at = match.end() - 1
            yield Hit(at, at + 1, {}, (Edit(at, at + 1, ""),), variant="colon", severity="info")


@only_where("’", "'", "′")
def minute_mark(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield the minute mark behind hours and minutes, `13h30’`: the letter already says what the figures are."""
    for match in _MINUTE.finditer(block.text):
        start, end = match.span()
        mark = end - 1
        args = {"found": match.group(), "right": block.text[start:mark]}
        yield Hit(start, end, args, (Edit(mark, end, ""),))


@only_where(". ")
def small_after_stop(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield a full stop inside a sentence: a small letter follows, and both words are Vietnamese syllables."""
    text = block.text
    for match in _SMALL.finditer(text):
        start, end = match.span()
        left, right = _LAST.search(text, 0, start), _NEXT.match(text, end)
        if (
            left
            and right
            and is_syllable(left.group())
            and is_syllable(right.group())
            and not block.quoted(start, end)
        ):
            word = right.group()
            if left.group() not in _CLIPPED and not text.startswith(".", end + len(word)):
                yield Hit(start, end + len(word), {"word": word})


def suspension(report: Report, rule: Rule) -> Iterable[Hit]:
    """Yield `, ...` where the report writes its ellipses without that space elsewhere."""
    if ", ..." not in report.document.text and ", …" not in report.document.text:
        return
    found = list(_SUSPENSION.finditer(report.document.text))
    wrong = [m for m in found if m["wrong"]]
    if len(found) - len(wrong) > len(wrong):
        for match in wrong:
            yield Hit(
                match.start(),
                match.end(),
                {"found": match.group()},
                (Edit(match.start() + 1, match.start() + 2, ""),),
            )


@only_where(", ")
def comma_before_capital(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield a comma before a capital word that opens a sentence."""
    for match in _CAPITAL_OPENER.finditer(block.text):
        if not block.quoted(match.start(), match.end()):
            word = match["word"]
            yield Hit(match.start(), match.end(), {"word": word, "small": word[:1].lower() + word[1:]})
