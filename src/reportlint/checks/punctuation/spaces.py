"""Spaces: before a mark, missing behind one, doubled inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportlint.facts.block import BlockFacts
from reportlint.knowledge.syllables import is_syllable
from reportlint.letters import LOWER, UPPER
from reportlint.rule import Edit, Hit, Rule

_BEFORE_MARK = re.compile(r"(?<=[\w)”\"%])[ \u00a0]+(?P<mark>[,;:!?]|\.(?![\w./…])|[)\]”](?=[\s.,;:)]|$))")
_BEHIND_BRACKET = re.compile(r"(?<=[(\[“])[ \u00a0]+(?=\w)")
_FORMULA = re.compile(r"[=∛√≤≥<>∑±≈÷×]")
_LETTER = r"[^\W\d_]"
_GLUED = re.compile(
    rf"(?<=[\w)\]”%])[,;:!?]+(?={_LETTER})"  # an end mark run into a word
    rf"|(?<=[\w)\]”]);(?=\d)|(?<={_LETTER}{_LETTER}),(?=\d{{2}})"
    rf"|(?<=[{LOWER}]{{2}}|[{LOWER})”\d][)”\d])\.{{1,5}}(?=[{UPPER}][{LOWER}])"  # two sentences
    rf"|(?<=[{LOWER}]{{2}})\.(?=[{LOWER}]{{2}})"
    rf"|(?<={_LETTER}{{2}})[(“](?=\w)|(?<=[)”])(?={_LETTER}{{2}})"
)
_NUMBER_MARK = re.compile(rf"[ \t]*(?:\d{{1,2}}[.)]|[IVX]{{1,4}}\.|[a-zđ]\))(?=[{UPPER}][{LOWER}])")
_NUMBER_WORD = re.compile(rf"(?<![\w.,/+-])\d+(?=(?P<word>[{LOWER}]{{2,}})(?![\w]))")
_WORD_NUMBER = re.compile(r"(?<!\w)(?P<word>[Tt]háng|[Nn]gày|[Nn]ăm|[Đđ]iều|[Kk]hoản|[Qq]uý)(?=\d+(?![\w]))")
_URL = re.compile(r"\S*(?:@|https?:|www\.|\.vn\b|\.com\b|\.gov|\.edu|\.org|\.net|\.docx?|\.xlsx?|\.pdf|\\)\S*")
_UNITS = frozenset(
    "kg mg km cm mm dm ha ml lit mol gam gram inch bar tr kva mva mpa atm cal kcal wh kwh mwh kw mw gw hz kv mah ppm ph th nd st rd am pm px mx cc cv".split()
)
_ABBREVIATED = frozenset("tp tx tt ths ts pgs gs bs ks cn st tr vd tk nxb gv hs sv đc".split())
_REPEATED = re.compile(r"(?<=[\w,;:.)”])(?:[ \u00a0]{2,3})(?=[\w(“])")
_BLANK_LEFT = re.compile(r"(?:ngày|tháng|năm|số|Số|quý|[Ll]ần|thứ)$")
MIN_PROSE = 40
"""A shorter text is a cell, a label or a line of the head, where spaces place things (code points)."""


def before_mark(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield the spaces before a mark or a closing bracket, and behind an opening one."""
    text = block.text
    if not any(s in text for s in _SPACED) or _FORMULA.search(text):
        return
    for match in _BEFORE_MARK.finditer(text):
        mark, left, right = match["mark"], text[match.start() - 1], text[match.end() : match.end() + 2]
        if mark == ":" and left.isdigit() and right.strip()[:1].isdigit():
            continue  # a ratio, 1 : 500
        if mark in ",;:" and right[:1] in {".", "…"}:
            continue  # an ellipsis behind a list
        yield Hit(match.start(), match.end(), {"mark": mark}, (Edit(match.start(), match.start("mark"), ""),))
    for match in _BEHIND_BRACKET.finditer(text):
        start = match.start() - 1
        yield Hit(start, match.end(), {"mark": text[start]}, (Edit(match.start(), match.end(), ""),), variant="opening")


_SPACED = tuple(space + mark for space in (" ", "\u00a0") for mark in ",;:!?.)]”") + tuple(m + s for m in "([“" for s in " \u00a0")


def missing(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield the places where a space is missing behind a mark, beside a bracket, or between a number and a word."""
    text = block.text
    taken = [m.span() for m in _URL.finditer(text)] if "@" in text or "." in text or "\\" in text else []
    taken += [(c.symbol_start, c.symbol_end) for c in block.citations]
    for at, hit in _missing(text):
        if not any(s <= at < e for s, e in taken):
            yield hit


def _missing(text: str) -> Iterable[tuple[int, Hit]]:
    if match := _NUMBER_MARK.match(text):
        yield match.start(), _gap(text, match.end() - 1, match.end(), match.end())
    for match in _GLUED.finditer(text):
        if match.start() and _really_glued(text, match):
            start, end = match.span()
            opening = match.group() in {"(", "“"}
            start, end = (start - 1, end) if opening else (start, max(end, start + 1))
            start = start - 1 if not match.group() else start
            end = start + 1 if not match.group() else end
            yield match.start(), _gap(text, start, end, match.start() if opening else match.end())
    if any(c.isdigit() for c in text):
        yield from _numbers(text)


def _gap(text: str, start: int, end: int, at: int) -> Hit:
    """Make a hit that marks `start` to `end` and puts a space in at `at`."""
    left, right = _word_left(text, at), _word_right(text, at)
    return Hit(start, end, {"found": left + right, "wanted": f"{left} {right}"}, (Edit(at, at, " "),))


def _word_left(text: str, at: int) -> str:
    return text[text.rfind(" ", 0, at) + 1 : at][-20:]


def _word_right(text: str, at: int) -> str:
    return re.split(r"[\s,;]", text[at : at + 20], maxsplit=1)[0]


def _really_glued(text: str, match: re.Match[str]) -> bool:
    mark, left, right = match.group(), text[: match.start()], text[match.end() :]
    before = re.search(r"[^\W\d_]*$", left[-12:])
    word = before.group() if before else ""
    if mark.startswith("."):
        after = re.match(r"[^\W\d_]+", right)
        if word.lower() in _ABBREVIATED or not after or (word and not is_syllable(word)) or not is_syllable(after.group()):
            return False
        return len(mark) > 1 or after.group()[0].isupper() or not (word.isascii() or after.group().isascii())
    if mark == "(":
        content = re.match(r"([^()]*)\)?(\w?)", right)
        inside = content.group(1) if content else ""
        return not (content and content.group(2)) and not inside.isdigit() and len(inside) > 1 and "=" not in inside
    if not mark:  # behind a closing bracket or quotation mark
        opened = left.rfind("(" if left[-1] == ")" else "“")
        return opened <= 0 or not left[opened - 1].isalnum()
    return not (mark == ":" and (len(word) == 1 or right[:1] in "/\\"))


def _numbers(text: str) -> Iterable[tuple[int, Hit]]:
    for match in _NUMBER_WORD.finditer(text):
        word = match["word"]
        if is_syllable(word) and word not in _UNITS and (not word.isascii() or len(word) > 3):
            end = match.end("word")
            yield match.start(), Hit(match.start(), end, _pair(match.group(), word), (Edit(match.end(), match.end(), " "),))
    for match in _WORD_NUMBER.finditer(text):
        number = re.match(r"\d+", text[match.end() :])
        digits = number.group() if number else ""
        end = match.end() + len(digits)
        if match["word"].lower() != "năm" or len(digits) == 4:
            yield match.start(), Hit(match.start(), end, _pair(match["word"], digits), (Edit(match.end(), match.end(), " "),))


def _pair(left: str, right: str) -> dict[str, str]:
    return {"found": left + right, "wanted": f"{left} {right}"}


def repeated(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield two or three spaces in a row inside a sentence; more of them are a blank to fill or a layout."""
    text = block.text
    if block.kind == "table-cell" or len(text) < MIN_PROSE or ("  " not in text and "\u00a0" not in text):
        return
    if "\t" in text or "    " in text or "____" in text or "....." in text:
        return
    for match in _REPEATED.finditer(text):
        if not (_BLANK_LEFT.search(text[: match.start()]) and not text[match.end()].isdigit()) and match.start() > 3:
            yield Hit(match.start(), match.end(), {}, (Edit(match.start(), match.end(), " "),))
