"""Styles of an ODT file: defaults, parents, automatic styles, and the formats that come of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from reportlint.layout import ParagraphLayout, RunLayout
from reportlint.loaders.odt.names import millimetres, points, q

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from reportlint.layout import Alignment, LineRule

Properties: TypeAlias = dict[str, str]
"""Attribute name → value, as written."""

_ALIGNMENTS: dict[str, Alignment] = {
    "start": "left", "left": "left", "end": "right", "right": "right", "center": "center",
    "justify": "justify",
}  # fmt: skip
_TEXT, _PARAGRAPH = q("style:text-properties"), q("style:paragraph-properties")
_DIRECT = {
    "fo:text-align": "alignment", "fo:text-indent": "first_line", "fo:margin-left": "left",
    "fo:margin-right": "right", "fo:margin-top": "before", "fo:margin-bottom": "after",
    "fo:line-height": "line",
}  # fmt: skip
DEFAULT_SIZE = 12.0
_PERCENT = 100.0


class Styles:
    """All styles of the two parts that hold them, content.xml and styles.xml."""

    def __init__(self, roots: Iterable[_Element]) -> None:
        """Read the styles of the roots; automatic styles of the first root win over those of later ones."""
        self._styles: dict[tuple[str, str], _Element] = {}
        self._defaults: dict[str, _Element] = {}
        self._automatic: set[tuple[str, str]] = set()
        self._faces: dict[str, str] = {}
        self._runs: dict[tuple[str, ...], RunLayout] = {}
        self._paragraphs: dict[str, ParagraphLayout] = {}
        for root in roots:
            self._read(root)

    def element(self, family: str, name: str | None) -> _Element | None:
        """Return a style by family and name."""
        return self._styles.get((family, name or ""))

    def display_name(self, name: str | None) -> str:
        """Return the name the user knows: that of the first style in the chain that is not automatic."""
        for style in self._chain("paragraph", name):
            key = ("paragraph", style.get(q("style:name"), ""))
            if key not in self._automatic:
                return style.get(q("style:display-name")) or key[1]
        return ""

    def inherited(self, name: str | None, attribute: str) -> str | None:
        """Return an attribute of a paragraph style, or the nearest parent's that has it."""
        values = (style.get(attribute) for style in self._chain("paragraph", name))
        return next((value for value in values if value is not None), None)

    def paragraph(self, name: str) -> ParagraphLayout:
        """Return the layout of paragraphs of a style."""
        if name not in self._paragraphs:
            merged = self._merged("paragraph", name, _PARAGRAPH)
            own = self.element("paragraph", name)
            direct: Properties = {}
            if own is not None and ("paragraph", name) in self._automatic:
                direct = _properties(own, _PARAGRAPH)
            self._paragraphs[name] = _paragraph(self.display_name(name), merged, direct)
        return self._paragraphs[name]

    def run(self, paragraph: str, spans: tuple[str, ...]) -> RunLayout:
        """Return the format of text in nested spans of a paragraph."""
        key = (paragraph, *spans)
        if key not in self._runs:
            merged = self._merged("paragraph", paragraph, _TEXT)
            for span in spans:
                _lay(merged, self._merged("text", span, _TEXT, defaults=False))
            self._runs[key] = self._run(merged, self.display_name(paragraph))
        return self._runs[key]

    def _run(self, merged: Properties, style: str) -> RunLayout:
        font = merged.get(q("style:font-name"), "")
        family = self._faces.get(font) or merged.get(q("fo:font-family")) or font or None
        color = merged.get(q("fo:color"), "").lstrip("#").upper()
        background = merged.get(q("fo:background-color"), "transparent")
        position = merged.get(q("style:text-position"), "")
        return RunLayout(
            font=family.strip("'\"").split(",")[0].strip("'\"") if family else None,
            size=points(merged.get(q("fo:font-size"))) or DEFAULT_SIZE,
            bold=merged.get(q("fo:font-weight"), "normal") not in {"normal", "400"},
            italic=merged.get(q("fo:font-style"), "normal") != "normal",
            underline=merged.get(q("style:text-underline-style"), "none") != "none",
            strike=merged.get(q("style:text-line-through-style"), "none") != "none",
            caps=merged.get(q("fo:text-transform")) == "uppercase",
            color=None
            if color in {"", "000000"} or merged.get(q("style:use-window-font-color")) == "true"
            else color,
            highlight=None if background in {"transparent", "#ffffff"} else background,
            superscript=position.startswith(("super", "3", "5")),
            subscript=position.startswith(("sub", "-")),
            hidden=merged.get(q("text:display")) == "none",
            style=style,
        )

    def _merged(self, family: str, name: str, part: str, *, defaults: bool = True) -> Properties:
        merged: Properties = {}
        if defaults and family in self._defaults:
            merged.update(_properties(self._defaults[family], part))
        for style in reversed(self._chain(family, name)):
            _lay(merged, _properties(style, part))
        return merged

    def _chain(self, family: str, name: str | None) -> list[_Element]:
        """Return a style and its parents, nearest first; a circle is cut."""
        chain: list[_Element] = []
        while name and (found := self.element(family, name)) is not None and found not in chain:
            chain.append(found)
            name = found.get(q("style:parent-style-name"))
        return chain

    def _read(self, root: _Element) -> None:
        for face in root.iter(q("style:font-face")):
            family = face.get(q("svg:font-family"))
            if family:
                self._faces.setdefault(face.get(q("style:name"), ""), family)
        for default in root.iter(q("style:default-style")):
            self._defaults.setdefault(default.get(q("style:family"), ""), default)
        for style in root.iter(q("style:style")):
            key = (style.get(q("style:family"), ""), style.get(q("style:name"), ""))
            self._styles.setdefault(key, style)
            parent = style.getparent()
            if parent is not None and parent.tag == q("office:automatic-styles"):
                self._automatic.add(key)


def _lay(merged: Properties, layer: Properties) -> None:
    """Lay properties over inherited ones; a colour of its own ends an inherited automatic one."""
    if q("fo:color") in layer and q("style:use-window-font-color") not in layer:
        merged.pop(q("style:use-window-font-color"), None)
    merged.update(layer)


def _properties(style: _Element, part: str) -> Properties:
    found: Properties = {}
    for element in style.iterchildren(part):
        found.update((str(name), str(value)) for name, value in element.items())
    return found


def _paragraph(name: str, merged: Properties, direct: Properties) -> ParagraphLayout:
    def length(attribute: str) -> float:
        return round(millimetres(merged.get(q(attribute))) or 0.0, 2)

    def distance(attribute: str) -> float:
        return points(merged.get(q(attribute))) or 0.0

    line, rule = _line(merged)
    border = merged.get(q("fo:border-bottom")) or merged.get(q("fo:border")) or "none"
    return ParagraphLayout(
        style=name,
        alignment=_ALIGNMENTS.get(merged.get(q("fo:text-align"), "start"), "left"),
        first_line=length("fo:text-indent"),
        left=length("fo:margin-left"),
        right=length("fo:margin-right"),
        before=distance("fo:margin-top"),
        after=distance("fo:margin-bottom"),
        line=line,
        line_rule=cast("LineRule", rule),
        contextual=merged.get(q("style:contextual-spacing")) == "true",
        border_below=border != "none",
        direct=frozenset(fact for attribute, fact in _DIRECT.items() if q(attribute) in direct),
    )


def _line(merged: Properties) -> tuple[float, str]:
    at_least = points(merged.get(q("style:line-height-at-least")))
    if at_least:
        return at_least, "at-least"
    height = merged.get(q("fo:line-height"), "normal")
    if height.endswith("%") and height[:-1].replace(".", "", 1).isdecimal():
        return round(float(height[:-1]) / _PERCENT, 3), "multiple"
    exact = points(height)
    return (exact, "exact") if exact else (1.0, "multiple")
