"""The cascade: document defaults, table style, paragraph style, character style, direct formatting."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from reportlint.layout import ParagraphLayout, RunLayout
from reportlint.loaders.docx.names import A_NS, VAL, w
from reportlint.loaders.docx.properties import TOGGLES, Properties, paragraph_properties, run_properties

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportlint.layout import Alignment, LineRule
    from reportlint.loaders.docx.package import Package

DEFAULT_SIZE = 10.0
DEFAULT_FONT = "Times New Roman"
"""What Word sets when neither the defaults nor any style name a font or a size."""
_TOGGLED = frozenset(TOGGLES.values())
_DIRECT = ("alignment", "first_line", "left", "right", "before", "after", "line")


@dataclass
class Style:
    """A style with what it inherits: `run` and `paragraph` are merged along `w:basedOn`."""

    name: str
    run: Properties = field(default_factory=dict)
    paragraph: Properties = field(default_factory=dict)


class Styles:
    """All styles of a file, and the formats that paragraphs and runs end up with."""

    def __init__(self, package: Package) -> None:
        """Read the styles and the theme of a package; both may be missing."""
        self.theme = _theme_fonts(package.related_root("theme"))
        root = package.related_root("styles")
        self._elements: dict[str, _Element] = {}
        self._styles: dict[str, Style] = {}
        self._runs: dict[object, RunLayout] = {}
        self._paragraphs: dict[object, ParagraphLayout] = {}
        self.default_paragraph = ""
        self.default_table = ""
        self.run_defaults: Properties = {}
        self.paragraph_defaults: Properties = {}
        if root is not None:
            self._read(root)

    def style(self, style_id: str | None) -> Style:
        """Return a style by id; an empty one when there is none of that id."""
        if not style_id:
            return Style("")
        if style_id not in self._styles:
            self._styles[style_id] = self._merge(style_id)
        return self._styles[style_id]

    def paragraph_style(self, direct: Properties) -> Style:
        """Return the style of a paragraph, the default one when it names none."""
        named = cast("str | None", direct.get("style"))
        return self.style(named if named in self._elements else self.default_paragraph)

    def paragraph(self, direct: Properties, level: Properties, table: Style | None) -> ParagraphLayout:
        """Return the layout of a paragraph; `level` is what its numbering level says of indents."""
        style = self.paragraph_style(direct)
        key = (
            style.name,
            table.name if table else "",
            tuple(sorted(level.items())),
            tuple(sorted(direct.items(), key=str)),
        )
        found = self._paragraphs.get(key)
        if found is None:
            merged = dict(self.paragraph_defaults)
            for layer in (table.paragraph if table else {}, style.paragraph, level, direct):
                merged.update(layer)
            found = self._paragraphs[key] = _paragraph(style.name, merged, direct)
        return found

    def run(
        self, element: _Element | None, style: Style, table: Style | None, *, accented: bool
    ) -> RunLayout:
        """Return the format of a run in a paragraph of `style`; `accented` letters may have a font apart."""
        inside = () if element is None else tuple([(c.tag, *c.items()) for c in element])
        key = (inside, style.name, table.name if table else "", accented)
        found = self._runs.get(key)
        if found is None:
            found = self._runs[key] = self._run(
                run_properties(element, self.theme), style, table, accented=accented
            )
        return found

    def _run(self, direct: Properties, style: Style, table: Style | None, *, accented: bool) -> RunLayout:
        character = self.style(cast("str | None", direct.get("style")))
        layers = [table.run if table else {}, style.run, character.run]
        merged: Properties = dict(self.run_defaults)
        for layer in (*layers, direct):
            merged.update({k: v for k, v in layer.items() if k not in _TOGGLED})
        toggled = {name: _toggle(name, self.run_defaults, layers, direct) for name in _TOGGLED}
        font = "hansi" if accented else "ascii"
        origin = "" if font in direct else (character.name if font in character.run else style.name)
        return RunLayout(
            font=cast("str | None", merged.get(font)) or DEFAULT_FONT,
            size=cast("float | None", merged.get("size")) or DEFAULT_SIZE,
            underline=bool(merged.get("underline")),
            color=cast("str | None", merged.get("color")),
            highlight=cast("str | None", merged.get("highlight")),
            superscript=merged.get("vertical") == "superscript",
            subscript=merged.get("vertical") == "subscript",
            style=origin,
            **toggled,
        )

    def _read(self, root: _Element) -> None:
        defaults = root.find(w("docDefaults"))
        if defaults is not None:
            self.run_defaults = run_properties(defaults.find(f"{w('rPrDefault')}/{w('rPr')}"), self.theme)
            self.paragraph_defaults = paragraph_properties(defaults.find(f"{w('pPrDefault')}/{w('pPr')}"))
        for element in root.iter(w("style")):
            style_id = element.get(w("styleId"), "")
            self._elements[style_id] = element
            if element.get(w("default")) in {"1", "true", "on"}:
                if element.get(w("type")) == "paragraph":
                    self.default_paragraph = style_id
                elif element.get(w("type")) == "table":
                    self.default_table = style_id

    def _merge(self, style_id: str) -> Style:
        """Merge a style with those it is based on, the base first; a circle of styles is cut."""
        chain: list[_Element] = []
        at: str | None = style_id
        while at and at in self._elements and self._elements[at] not in chain:
            chain.append(self._elements[at])
            based = chain[-1].find(w("basedOn"))
            at = None if based is None else based.get(VAL)
        if not chain:
            return Style("")
        name = chain[0].find(w("name"))
        style = Style(style_id if name is None else name.get(VAL, style_id))
        for element in reversed(chain):
            style.run.update(run_properties(element.find(w("rPr")), self.theme))
            style.paragraph.update(paragraph_properties(element.find(w("pPr"))))
        return style


def _toggle(name: str, defaults: Properties, layers: list[Properties], direct: Properties) -> bool:
    """Combine an on/off property: direct formatting decides, else styles that set it cancel in pairs."""
    if name in direct:
        return bool(direct[name])
    return bool(defaults.get(name)) or sum(bool(layer.get(name)) for layer in layers) % 2 == 1


def _paragraph(name: str, merged: Properties, direct: Properties) -> ParagraphLayout:
    def length(key: str) -> float:
        return round(cast("float", merged.get(key) or 0.0), 2)

    return ParagraphLayout(
        style=name,
        alignment=cast("Alignment", merged.get("alignment", "left")),
        first_line=length("first_line"),
        left=length("left"),
        right=length("right"),
        before=length("before"),
        after=length("after"),
        line=cast("float | None", merged.get("line")) or 1.0,
        line_rule=cast("LineRule", merged.get("line_rule", "multiple")),
        contextual=bool(merged.get("contextual")),
        border_below=bool(merged.get("border_below")),
        direct=frozenset(key for key in _DIRECT if key in direct),
    )


def _theme_fonts(root: _Element | None) -> dict[str, str]:
    """Return the typefaces of the theme by the names runs use ("minorHAnsi")."""
    fonts: dict[str, str] = {}
    for kind in ("major", "minor") if root is not None else ():
        latin = None if root is None else root.find(f".//{{{A_NS}}}{kind}Font/{{{A_NS}}}latin")
        if latin is not None and latin.get("typeface"):
            fonts[f"{kind}HAnsi"] = fonts[f"{kind}Ascii"] = latin.get("typeface", "")
    return fonts
