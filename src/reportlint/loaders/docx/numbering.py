"""Automatic numbering: the labels Word shows before paragraphs and keeps nowhere in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportlint.loaders.docx.names import VAL, is_on, number, w
from reportlint.loaders.docx.properties import Properties, paragraph_properties
from reportlint.loaders.docx.symbols import symbol

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportlint.loaders.docx.package import Package

LEVELS = 9
_ALPHABET = 26
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ONES = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_MAX_ROMAN = 3999
_MAX_LETTERS = 780
"""Where Word's letters end: thirty times z."""


@dataclass
class Level:
    """One level of a list: how it counts and what it shows."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    """The level (from 1) whose step restarts this one; None for any higher; 0 for never."""
    legal: bool = False
    font: str = ""
    separator: str = " "
    paragraph: Properties = field(default_factory=dict)
    style: str = ""


class Numbering:
    """The lists of a file, counting as the paragraphs come by in reading order."""

    def __init__(self, package: Package) -> None:
        """Read the numbering part, which may be missing."""
        self._abstract: dict[str, dict[int, Level]] = {}
        self._nums: dict[str, tuple[str, dict[int, Level], dict[int, int]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        root = package.related_root("numbering")
        if root is not None:
            self._read(root)

    def level(self, num: str, level: int) -> Level | None:
        """Return a level of a list; None when the list or the level does not exist."""
        if num not in self._nums:
            return None
        abstract, overrides, _ = self._nums[num]
        return overrides.get(level) or self._abstract.get(abstract, {}).get(level)

    def level_of_style(self, num: str, style_id: str) -> int:
        """Return the level of a list that a paragraph style is tied to; 0 when none is."""
        abstract = self._nums[num][0] if num in self._nums else ""
        return next((i for i, at in self._abstract.get(abstract, {}).items() if at.style == style_id), 0)

    def label(self, num: str, level: int) -> str:
        """Count one paragraph and return its label and a blank ("1. ", "a) ", "- "); "" when it has none."""
        found = self.level(num, level)
        if found is None:
            return ""
        abstract, _, starts = self._nums[num]
        counts = self._counts.setdefault(abstract, {})
        for upper in range(level):
            upper_level = self.level(num, upper)
            counts.setdefault(upper, upper_level.start if upper_level else 1)
        if level in starts and (num, level) not in self._begun:
            counts[level] = starts[level]
        else:
            counts[level] = counts[level] + 1 if level in counts else found.start
        self._begun.add((num, level))
        for lower in range(level + 1, LEVELS):
            below = self.level(num, lower)
            if below is None or below.restart is None or (below.restart and level < below.restart):
                counts.pop(lower, None)
        return self._show(num, found, counts)

    def _show(self, num: str, found: Level, counts: dict[int, int]) -> str:
        if found.format == "bullet":
            return _bullet(found) + " "

        def count(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            level = self.level(num, at) or found
            shape = "decimal" if found.legal and level.format != "none" else level.format
            return count_as(shape, counts.get(at, level.start))

        shown = re.sub(r"%([1-9])", count, found.text)
        return shown + found.separator if shown.strip() else ""

    def _read(self, root: _Element) -> None:
        linked: dict[str, str] = {}
        by_style: dict[str, str] = {}
        for element in root.iter(w("abstractNum")):
            name = element.get(w("abstractNumId"), "")
            self._abstract[name] = {number(e.get(w("ilvl"))): _level(e) for e in element.iter(w("lvl"))}
            link, style = element.find(w("numStyleLink")), element.find(w("styleLink"))
            if link is not None:
                linked[name] = link.get(VAL, "")
            if style is not None:
                by_style[style.get(VAL, "")] = name
        for name, style_id in linked.items():
            self._abstract[name] = self._abstract.get(by_style.get(style_id, ""), {})
        for element in root.iter(w("num")):
            abstract = element.find(w("abstractNumId"))
            overrides, starts = _overrides(element)
            name = "" if abstract is None else abstract.get(VAL, "")
            self._nums[element.get(w("numId"), "")] = (name, overrides, starts)


def _overrides(num: _Element) -> tuple[dict[int, Level], dict[int, int]]:
    """Read what a list changes of its pattern: whole levels, and numbers to start from."""
    levels: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for element in num.iter(w("lvlOverride")):
        at = number(element.get(w("ilvl")))
        level, start = element.find(w("lvl")), element.find(w("startOverride"))
        if level is not None:
            levels[at] = _level(level)
        if start is not None:
            starts[at] = number(start.get(VAL), 1)
    return levels, starts


def _level(element: _Element) -> Level:
    def value(name: str) -> str | None:
        child = element.find(w(name))
        return None if child is None else child.get(VAL)

    restart, legal = value("lvlRestart"), element.find(w("isLgl"))
    fonts = element.find(f"{w('rPr')}/{w('rFonts')}")
    return Level(
        start=number(value("start"), 0 if element.find(w("start")) is None else 1),
        format=value("numFmt") or "decimal",
        text=value("lvlText") or "",
        restart=None if restart is None else number(restart),
        legal=legal is not None and is_on(legal.get(VAL)),
        font="" if fonts is None else fonts.get(w("ascii"), ""),
        separator="" if value("suff") == "nothing" else " ",
        paragraph=paragraph_properties(element.find(w("pPr"))),
        style=value("pStyle") or "",
    )


def _bullet(level: Level) -> str:
    return "".join(symbol(level.font, char) for char in level.text).strip() or "-"


def count_as(shape: str, value: int) -> str:
    """Write a count in one of Word's number formats; unknown formats are written in figures."""
    if shape in {"lowerLetter", "upperLetter"} and 0 < value <= _MAX_LETTERS:
        letter = chr(ord("a") + (value - 1) % _ALPHABET) * ((value - 1) // _ALPHABET + 1)
        return letter if shape == "lowerLetter" else letter.upper()
    if shape in {"lowerRoman", "upperRoman"} and 0 < value <= _MAX_ROMAN:
        return roman(value) if shape == "lowerRoman" else roman(value).upper()
    if shape == "decimalZero":
        return f"{value:02}"
    if shape in {"none", "bullet"}:
        return ""
    if shape in {"vietnameseCounting", "cardinalText", "ordinalText"}:
        return vietnamese(value)
    return str(value)


def roman(value: int) -> str:
    """Write 1 to 3999 in small Roman numerals."""
    shown = ""
    for worth, letters in _ROMAN:
        times, value = divmod(value, worth)
        shown += letters * times
    return shown


def vietnamese(value: int) -> str:
    """Write 1 to 99 in words, other numbers in figures."""
    tens, ones = divmod(value, 10)
    if not 0 < value < 100:
        return str(value)
    if tens == 0:
        return _ONES[ones]
    head = "mười" if tens == 1 else f"{_ONES[tens]} mươi"
    tail = {0: "", 1: "một" if tens == 1 else "mốt", 5: "lăm"}.get(ones, _ONES[ones])
    return f"{head} {tail}".strip()
