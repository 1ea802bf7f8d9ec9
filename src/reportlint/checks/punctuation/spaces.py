"""Spaces: before a mark, missing behind one, doubled inside a sentence.

Each pattern begins with the mark itself, the rarest character it needs, and looks back from there: five times faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportlint.facts.block import BlockFacts
from reportlint.knowledge.syllables import is_syllable
from reportlint.letters import LOWER, UPPER
from reportlint.patterns import Pattern, holds, in_address
from reportlint.rule import Edit, Hit, Rule, only_where

_SPACE = " \u00a0"
_SPACED_MARK = re.compile(rf"[,;:!?.)\]”](?<=[\w)”\"%][{_SPACE}].)")
_SPACED_OPENING = re.compile(rf"[(\[“][{_SPACE}]+(?=\w)")
_FORMULA = re.compile(r"[=∛√≤≥<>∑±≈÷×]")
_ENDING = re.compile(r"[)”\]]?(?=[\s.,;:)]|$)")
_GLUED = re.compile(r"[,;:!?.(“)”\]%…](?=[^\W_])")
_NUMBER_MARK = re.compile(r"[ \t]*(?:\d{1,2}[.)]|[IVX]{1,4}\.|[a-zđ]\))(?=[^\W\d_][^\W\d_])")
_NUMBER = re.compile(r"\d(?:(?<=[^\W\d_].)\d*|\d*(?=[^\W\d_]))")
"""A number that touches a letter."""
_SIGNED = re.compile(r"\([+-]$")
"""The sign of a change in brackets: `tăng (+760đồng/lít)`."""
_LETTERS = re.compile(r"[^\W\d_]+")
_LETTERS_LEFT = re.compile(r"[^\W\d_]*$")
_TOUCHED = re.compile(rf"[{UPPER}](?<=[{LOWER}].)[{UPPER}]{{2,}}(?!\w)")
_STUCK = re.compile(rf"(?<![\w@./-])[{LOWER}]{{2,}}\Z")
"""An abbreviation, and a word in small letters that touches it: `dụngVLNCN`."""
_STUCK_DASH = Pattern(rf"[:;](?<=[{LOWER})].)-(?= ?[{UPPER}])", needs=(":-", ";-"))
"""A colon or semicolon that touches the dash of the next item: `như sau:- Dùng lưới thép`."""
_BEFORE_QUOTE = Pattern(r"[,;](?<=[\w”)].)“(?=\w)", needs=(",“", ";“"))
"""A comma that touches the quotation behind it: `bằng số,“làm sạch dữ liệu”`."""
_AUTHORITY = Pattern(rf"(?<!\w)(?:TM|KT|TL|TUQ)\.(?=[{UPPER}]{{2}})", needs=("TM.", "KT.", "TL.", "TUQ."))
"""The authority to sign that touches the post: `KT.CHỦ TỊCH` (nd30, PL I, II.7.a)."""
_AMOUNT = Pattern(r"\d\.\d{3}(?=đồng(?!\w))", needs=("đồng",))
"""An amount that touches its unit: `254.000đồng`."""
_ORDINALS = Pattern(
    r"(?<![\w.,/-])\d(?:,\d){2,}(?![\w/-]|[.,]\d)", needs=tuple(f",{n}," for n in range(2, 9))
)
"""Numbers in a row, which no decimal is: `Cụm công nghiệp 1,2,3`."""
_PACKED = re.compile(r"x\d|[^\W\d_]{2}")
"""What follows a number that counts inside a run: `cao24x330ml`, `thùng24lon`; a note mark has nothing behind it."""
_UNITS = frozenset(
    {"kg", "mg", "km", "cm", "mm", "dm", "ha", "ml", "lit", "mol", "gam", "gram", "inch"}
    | {"bar", "tr", "kva", "mva", "mpa", "atm", "cal", "kcal", "wh", "kwh", "mwh", "kw", "mw"}
    | {"gw", "hz", "kv", "mah", "ppm", "ph", "th", "nd", "st", "rd", "am", "pm", "px", "mx"}
    | {"cc", "cv"}
)
_COUNTED = frozenset({"tháng", "ngày", "năm", "điều", "khoản", "quý"})
"""Words that a number follows behind a space; any other word before a digit may be a name, a code or a note mark."""
_ABBREVIATED = frozenset(
    {"tp", "tx", "tt", "ths", "ts", "pgs", "gs", "bs", "ks", "cn", "st", "tr", "vd", "tk"}
    | {"nxb", "gv", "hs", "sv", "đc"}
)
_REPEATED = re.compile(r"[ \u00a0]{2,3}(?=[\w(“])")
_BLANK_LEFT = re.compile(r"(?:ngày|tháng|năm|số|Số|quý|[Ll]ần|thứ|gửi:?|trình:?)$")
LONGEST = 12
"""No syllable has so many letters."""
NEAR = 20
"""A formula is one only where its operator stands so close to the mark (code points)."""
MIN_PROSE = 40
"""A shorter text is a cell, a label or a line of the head, where spaces place things (code points)."""


def before_mark(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield the spaces before a mark or a closing bracket, and behind an opening one."""
    text = block.text
    for match in _SPACED_MARK.finditer(text):
        mark, at, end = match.group(), match.start(), match.end()
        if _may_be_spaced(text, mark, at, end):
            continue
        start = len(text[:at].rstrip(_SPACE))
        yield Hit(start, end, {"mark": mark}, (Edit(start, at, ""),))
    for match in _SPACED_OPENING.finditer(text):
        start, end = match.span()
        if not _FORMULA.search(text, max(0, start - NEAR), end + NEAR):
            yield Hit(start, end, {"mark": text[start]}, (Edit(start + 1, end, ""),), variant="opening")


def _may_be_spaced(text: str, mark: str, at: int, end: int) -> bool:
    """Tell whether a mark stands apart with reason: an ellipsis, `./.`, a ratio, a list mark, a formula."""
    right = text[end : end + 2]
    if mark == ".":
        apart = bool(right) and (right[0].isalnum() or right[0] in "./…_")
    elif mark in ")]”":
        apart = not _ENDING.match(text, end)
    else:
        ratio = mark == ":" and right.strip()[:1].isdigit() and text[:at].rstrip()[-1:].isdigit()
        apart = ratio or right[:1] in {".", "…"}
    reach = NEAR if mark in ")]”" else 3
    return apart or bool(_FORMULA.search(text, max(0, at - reach), end + reach))


def missing(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield the places where a space is missing behind a mark, beside a bracket, or between a number and a word."""
    for at, hit in _missing(block.text):
        if not in_address(block.text, at) and not block.cited(at, at + 1):
            yield hit


def _missing(text: str) -> Iterator[tuple[int, Hit]]:
    first = _NUMBER_MARK.match(text)
    if first and text[first.end()].isupper() and text[first.end() + 1].islower():
        yield first.start(), _gap(text, first.end() - 1, first.end(), first.end())
    for match in _GLUED.finditer(text, first.end() if first else 0):
        mark, at = match.group(), match.start()
        if mark == "." and (at == 0 or text[at - 1].isdigit()):
            continue  # thousands and numbering: by far the commonest
        if at and _is_glued(text, mark, at):
            opening = mark in "(“"
            run = at - (len(text[:at]) - len(text[:at].rstrip("."))) if mark == "." else at
            yield at, _gap(text, run - 1 if opening else run, at + 1, at if opening else at + 1)
    yield from _stuck(text)
    yield from _numbers(text)


def _stuck(text: str) -> Iterator[tuple[int, Hit]]:
    """Yield what fixed marks, abbreviations and units stick to."""
    for match in _TOUCHED.finditer(text):
        at = match.start()
        word = _STUCK.search(text, max(0, at - LONGEST), at)
        if word and is_syllable(word.group()) and not word.group().isascii():
            yield word.start(), _gap(text, word.start(), match.end(), at)
    for pattern in (_STUCK_DASH, _BEFORE_QUOTE):
        for match in pattern.finditer(text):
            yield match.start(), _gap(text, match.start(), match.end(), match.start() + 1)
    for pattern in (_AUTHORITY, _AMOUNT):
        for match in pattern.finditer(text):
            yield match.start(), _gap(text, match.start(), match.end(), match.end())
    for match in _ORDINALS.finditer(text):
        numbers = [int(n) for n in match.group().split(",")]
        if numbers == list(range(numbers[0], numbers[0] + len(numbers))):
            args = {"found": match.group(), "wanted": match.group().replace(",", ", ")}
            places = [at + 1 for at in range(*match.span()) if text[at] == ","]
            yield match.start(), Hit(*match.span(), args, tuple(Edit(at, at, " ") for at in places))


def _gap(text: str, start: int, end: int, at: int) -> Hit:
    """Make a hit that marks `start` to `end` and puts a space in at `at`."""
    left = text[text.rfind(" ", 0, at) + 1 : at][-20:]
    right = re.split(r"[\s,;]", text[at : at + 20], maxsplit=1)[0]
    return Hit(start, end, {"found": left + right, "wanted": f"{left} {right}"}, (Edit(at, at, " "),))


def _is_glued(text: str, mark: str, at: int) -> bool:
    """Tell whether a mark that touches the letter or digit behind it should not."""
    left = _LETTERS_LEFT.search(text, max(0, at - 12), at)
    word, following = left.group() if left else "", _LETTERS.match(text, at + 1)
    after = following.group() if following else ""
    if mark == ".":
        return _two_sentences(text, at, word, after)
    if mark == "…":  # between two words; elsewhere a blank to fill
        return len(word) > 1 and len(after) > 1 and after.islower() and not _BLANK_LEFT.search(text, 0, at)
    if mark in "(“":
        return len(word) > 1 and (mark == "“" or _holds_words(text, at))
    if mark in ")”]":
        opened = text.rfind({")": "(", "”": "“", "]": "["}[mark], 0, at)
        return len(after) > 1 and (opened <= 0 or not text[opened - 1].isalnum())
    if not after:
        return mark == ";" or (
            mark == "," and len(word) > 1 and word.islower() and text[at + 1 : at + 3].isdigit()
        )
    one_name = text.startswith("&", at + 1 + len(after))  # `VH,TT&DL`
    before = text[at - 1]
    return (
        before.isdigit()
        if mark == "%"
        else (before.isalnum() or before in ")]”%") and not (one_name or (mark == ":" and len(word) == 1))
    )


def _two_sentences(text: str, at: int, word: str, after: str) -> bool:
    """Tell whether a full stop, or several, joins the end of a sentence to the start of the next."""
    stops = len(text[: at + 1]) - len(text[: at + 1].rstrip("."))
    if stops > 1:
        left = _LETTERS_LEFT.search(text, 0, at + 1 - stops)
        word = left.group() if left else ""
    if len(word) < 2 or not word[-1].islower() or word.lower() in _ABBREVIATED:
        return False
    if len(after) < 2 or not after[1].islower() or not (is_syllable(word) and is_syllable(after)):
        return False
    return stops > 1 or after[0].isupper() or not (word.isascii() or after.isascii())


def _holds_words(text: str, at: int) -> bool:
    """Tell whether a bracket holds words, not a note mark, a number of a formula or one letter."""
    end = text.find(")", at)
    inside = text[at + 1 : end] if end >= 0 else text[at + 1 :]
    glued = end >= 0 and text[end + 1 : end + 2].isalnum()
    return not glued and not inside.isdigit() and len(inside) > 1 and "=" not in inside


def _numbers(text: str) -> Iterator[tuple[int, Hit]]:
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if text[end : end + 1].islower() and not (
            start
            and (text[start - 1].isalnum() or text[start - 1] in ".,/+-_")
            and not _SIGNED.search(text, 0, start)
        ):
            following = _LETTERS.match(text, end)
            word = following.group() if following else ""
            if len(word) > 1 and _is_word(text, word, end):
                yield start, Hit(start, end + len(word), _pair(match.group(), word), (Edit(end, end, " "),))
        elif start and text[start - 1].islower() and not text[end : end + 1].isalnum():
            word = _word_left(text, start)
            if word.lower() in _COUNTED and (word.lower() != "năm" or end - start == len("2023")):
                yield _run_together(text, word, start, end)
        elif end - start > 1 and start and text[start - 1].islower() and _PACKED.match(text, end):
            word = _word_left(text, start)
            if len(word) > 1 and word.islower() and is_syllable(word):
                yield _run_together(text, word, start, end)


def _word_left(text: str, at: int) -> str:
    left = _LETTERS_LEFT.search(text, max(0, at - 8), at)
    return left.group() if left else ""


def _run_together(text: str, word: str, start: int, end: int) -> tuple[int, Hit]:
    """Return the hit of a word and the number behind it, and where the number stands."""
    args = _pair(word, text[start:end])
    return start, Hit(start - len(word), end, args, (Edit(start, start, " "),))


def _is_word(text: str, word: str, start: int) -> bool:
    whole = not text[start + len(word) : start + len(word) + 1].isalnum() and word.islower()
    long = not word.isascii() or len(word) > len("nam") or word == "ca"
    return whole and long and word not in _UNITS and is_syllable(word)


def _pair(left: str, right: str) -> dict[str, str]:
    return {"found": left + right, "wanted": f"{left} {right}"}


@only_where("  ", "\u00a0")
def repeated(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield two or three spaces in a row inside a sentence; more of them are a blank to fill or a layout."""
    text = block.text
    if block.kind == "table-cell" or len(text) < MIN_PROSE:
        return
    if holds(text, ("\t", "    ", "____", ".....")):
        return
    for match in _REPEATED.finditer(text):
        start, end = match.span()
        before = text[start - 1 : start]
        blank = _BLANK_LEFT.search(text, 0, start) and not text[end].isdigit()
        if start > len("1. ") and not blank and (before.isalnum() or before in ",;:.)”"):
            yield Hit(start, end, {}, (Edit(start, end, " "),))
