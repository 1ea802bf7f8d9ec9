"""Sections of a Word file: paper, margins, and the page number in headers and footers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlint.layout import Page, PageNumber
from reportlint.loaders.docx.names import VAL, is_on, millimetres, number, w
from reportlint.loaders.docx.package import R_ID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from reportlint.layout import NumberPlace
    from reportlint.loaders.docx.package import Package

LETTER_WIDTH, LETTER_HEIGHT = 215.9, 279.4
"""Paper Word assumes when a section names none, in mm."""
_REFERENCES: dict[str, NumberPlace] = {w("headerReference"): "header", w("footerReference"): "footer"}


@dataclass(frozen=True)
class Margin:
    """A header or footer that some pages show."""

    place: NumberPlace
    pages: str
    """"default", "first" or "even"."""
    part: str


def margins_of(package: Package, sections: list[tuple[int, _Element]], *, even: bool) -> list[list[Margin]]:
    """Return the headers and footers each section shows: its own, else those of the section before."""
    found: list[list[Margin]] = []
    inherited: dict[tuple[NumberPlace, str], Margin] = {}
    for _, section in sections:
        for margin in _own_margins(package, section):
            inherited[margin.place, margin.pages] = margin
        shown = (
            {"default"} | ({"first"} if has_title_page(section) else set()) | ({"even"} if even else set())
        )
        found.append([margin for (_, pages), margin in inherited.items() if pages in shown])
    return found


def _own_margins(package: Package, section: _Element) -> Iterator[Margin]:
    for child in section:
        place = _REFERENCES.get(child.tag)
        part = package.target(package.main, child.get(R_ID, "")) if place else None
        if place and part:
            yield Margin(place, child.get(w("type"), "default"), part)


def has_title_page(section: _Element) -> bool:
    """Tell whether the first page of a section has headers of its own."""
    title = section.find(w("titlePg"))
    return title is not None and is_on(title.get(VAL))


def page_of(
    first_block: int, section: _Element, margins: list[Margin], numbers: dict[str, PageNumber]
) -> Page:
    """Return the page facts of a section; `numbers` are the page numbers found in header and footer parts."""
    size, edges, count = section.find(w("pgSz")), section.find(w("pgMar")), section.find(w("pgNumType"))

    def edge(name: str) -> float | None:
        value = None if edges is None else millimetres(edges.get(w(name)))
        return None if value is None else round(abs(value), 1)

    width = None if size is None else millimetres(size.get(w("w")))
    height = None if size is None else millimetres(size.get(w("h")))
    start = None if count is None else count.get(w("start"))
    shown = {margin.pages: numbers[margin.part] for margin in margins if margin.part in numbers}
    main = shown.get("default") or shown.get("even")
    return Page(
        width=round(width or LETTER_WIDTH, 1),
        height=round(height or LETTER_HEIGHT, 1),
        top=edge("top"),
        bottom=edge("bottom"),
        left=edge("left"),
        right=edge("right"),
        first_block=first_block,
        number=main,
        number_on_first="first" in shown if has_title_page(section) else main is not None,
        number_start=None if start is None else number(start),
    )
