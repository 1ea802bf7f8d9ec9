"""Properties as one level of the cascade writes them: what `w:pPr` and `w:rPr` say, unmerged."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from reportlint.loaders.docx.names import VAL, is_on, millimetres, number, points, w

if TYPE_CHECKING:
    from lxml.etree import _Element

Properties: TypeAlias = dict[str, object]
"""Fact name → value; a name is absent where the level is silent."""

TOGGLES = {
    w("b"): "bold", w("i"): "italic", w("caps"): "caps", w("strike"): "strike", w("vanish"): "hidden",
}  # fmt: skip
ALIGNMENTS = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right", "both": "justify",
    "distribute": "justify", "lowKashida": "justify", "mediumKashida": "justify", "highKashida": "justify",
    "thaiDistribute": "justify",
}  # fmt: skip

_RFONTS, _SZ, _COLOR, _U = w("rFonts"), w("sz"), w("color"), w("u")
_HIGHLIGHT, _VALIGN, _RSTYLE, _SHD = w("highlight"), w("vertAlign"), w("rStyle"), w("shd")
_JC, _IND, _SPACING, _PBDR = w("jc"), w("ind"), w("spacing"), w("pBdr")
_CONTEXTUAL, _NUMPR, _PSTYLE = w("contextualSpacing"), w("numPr"), w("pStyle")
_OUTLINE, _BREAK_BEFORE = w("outlineLvl"), w("pageBreakBefore")
_ASCII, _HANSI, _ASCII_THEME, _HANSI_THEME = w("ascii"), w("hAnsi"), w("asciiTheme"), w("hAnsiTheme")
_HALF_POINTS = 2
_LINE_UNITS = 240
"""A line of automatic spacing is counted in 240ths of single."""


def run_properties(element: _Element | None, theme: dict[str, str]) -> Properties:
    """Read `w:rPr`; theme fonts are looked up at once ("minorHAnsi" → its typeface)."""
    found: Properties = {}
    for child in () if element is None else element:
        tag = child.tag
        if tag in TOGGLES:
            found[TOGGLES[tag]] = is_on(child.get(VAL))
        elif tag == _RFONTS:
            _fonts(child, theme, found)
        elif tag == _SZ:
            found["size"] = number(child.get(VAL)) / _HALF_POINTS or None
        elif tag == _COLOR:
            value = child.get(VAL, "auto")
            found["color"] = None if value in {"auto", "000000"} else value.upper()
        elif tag == _U:
            found["underline"] = child.get(VAL, "single") != "none"
        elif tag == _HIGHLIGHT:
            found["highlight"] = None if child.get(VAL) == "none" else child.get(VAL)
        elif tag == _VALIGN:
            found["vertical"] = child.get(VAL)
        elif tag == _RSTYLE:
            found["style"] = child.get(VAL)
    return found


def _fonts(element: _Element, theme: dict[str, str], found: Properties) -> None:
    """Read the fonts of plain and of accented letters; a theme name beats a typeface on the same element."""
    for name, plain, themed in (("ascii", _ASCII, _ASCII_THEME), ("hansi", _HANSI, _HANSI_THEME)):
        value = theme.get(element.get(themed, "")) or element.get(plain)
        if value:
            found[name] = value


def paragraph_properties(element: _Element | None) -> Properties:
    """Read `w:pPr`: indents in mm, distances in pt, the rest by name."""
    found: Properties = {}
    for child in () if element is None else element:
        tag = child.tag
        if tag in _PARTS:
            _PARTS[tag](child, found)
        elif tag == _PSTYLE:
            found["style"] = child.get(VAL)
        elif tag == _JC:
            found["alignment"] = ALIGNMENTS.get(child.get(VAL, "left"), "left")
        elif tag == _CONTEXTUAL:
            found["contextual"] = is_on(child.get(VAL))
        elif tag == _OUTLINE:
            found["outline"] = number(child.get(VAL), 9)
        elif tag == _BREAK_BEFORE:
            found["break_before"] = is_on(child.get(VAL))
    return found


def _borders(element: _Element, found: Properties) -> None:
    below = element.find(w("bottom"))
    found["border_below"] = below is not None and below.get(VAL) not in {None, "nil", "none"}


def _indents(element: _Element, found: Properties) -> None:
    hanging, first = millimetres(element.get(w("hanging"))), millimetres(element.get(w("firstLine")))
    if hanging is not None:
        found["first_line"] = -hanging
    elif first is not None:
        found["first_line"] = first
    for name, spellings in (("left", ("start", "left")), ("right", ("end", "right"))):
        for spelling in spellings:
            value = millimetres(element.get(w(spelling)))
            if value is not None:
                found[name] = value


def _distances(element: _Element, found: Properties) -> None:
    for name in ("before", "after"):
        automatic = element.get(w(f"{name}Autospacing"))
        value = points(element.get(w(name)))
        if automatic is not None and is_on(automatic):
            found[name] = 14.0  # what Word puts for HTML's automatic distance
        elif value is not None:
            found[name] = value
    line, rule = element.get(w("line")), element.get(w("lineRule"), "auto")
    if line is not None:
        exact = points(line)
        found["line_rule"] = {"exact": "exact", "atLeast": "at-least"}.get(rule, "multiple")
        found["line"] = round(number(line) / _LINE_UNITS, 3) if rule == "auto" else exact


def _numbering(element: _Element, found: Properties) -> None:
    level, num = element.find(w("ilvl")), element.find(w("numId"))
    if num is not None:
        found["num"] = num.get(VAL)
    if level is not None:
        found["level"] = number(level.get(VAL))


_PARTS = {_IND: _indents, _SPACING: _distances, _NUMPR: _numbering, _PBDR: _borders}
