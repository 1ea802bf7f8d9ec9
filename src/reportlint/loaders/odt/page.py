"""Page styles of an ODT file: paper, margins, headers and footers, the page number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.layout import Page, PageNumber
from reportlint.loaders.odt.names import millimetres, q
from reportlint.loaders.odt.reader import Where

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportlint.layout import NumberPlace
    from reportlint.loaders.odt.reader import Reader

A4_WIDTH, A4_HEIGHT = 210.0, 297.0
_PARTS: tuple[tuple[str, NumberPlace], ...] = (
    ("style:header", "header"), ("style:header-left", "header"), ("style:footer", "footer"),
    ("style:footer-left", "footer"),
)  # fmt: skip


def pages_of(reader: Reader, styles: _Element) -> list[Page]:
    """Read headers and footers into the document and return the page facts, one for each run of pages."""
    masters = {e.get(q("style:name"), ""): e for e in styles.iter(q("style:master-page"))}
    layouts = {e.get(q("style:name"), ""): e for e in styles.iter(q("style:page-layout"))}
    used = reader.masters or [(0, next(iter(masters), ""))]
    if used[0][0] > 0:
        used = [(0, "Standard" if "Standard" in masters else next(iter(masters), "")), *used]
    numbers: dict[str, PageNumber | None] = {}
    pages = []
    for first, name in used:
        master = masters.get(name)
        if master is None:
            continue
        follower = masters.get(master.get(q("style:next-style-name"), name), master)
        on_first, later = (_number(reader, each, numbers) for each in (master, follower))
        layout = layouts.get(master.get(q("style:page-layout-name"), ""))
        pages.append(_page(layout, first, later, on_first=on_first is not None))
    return pages


def _number(reader: Reader, master: _Element, numbers: dict[str, PageNumber | None]) -> PageNumber | None:
    """Read the headers and footers of a page style, once; return its page number."""
    name = master.get(q("style:name"), "")
    if name in numbers:
        return numbers[name]
    numbers[name] = None
    emitter = reader.emitter
    for tag, place in _PARTS:
        part = master.find(q(tag))
        if part is None or part.get(q("style:display")) == "false":
            continue
        seen = len(emitter.page_fields)
        reader.read_blocks(part, Where(place))
        for block, layout, paragraph in emitter.page_fields[seen:][:1]:
            numbers[name] = PageNumber(
                place,
                paragraph.alignment or "left",
                layout.size if layout else None,
                layout.font if layout else None,
                italic=bool(layout and layout.italic),
                bold=bool(layout and layout.bold),
                block=block if block < reader.builder.block_count else None,
            )
    return numbers[name]


def _page(layout: _Element | None, first: int, number: PageNumber | None, *, on_first: bool) -> Page:
    properties = None if layout is None else layout.find(q("style:page-layout-properties"))

    def length(name: str) -> float | None:
        value = None if properties is None else properties.get(q(f"fo:{name}"))
        return millimetres(value)

    def edge(name: str, area: str) -> float | None:
        value = length(f"margin-{name}")
        value = length("margin") if value is None else value
        return None if value is None else round(value + _area(layout, area), 1)

    return Page(
        width=round(length("page-width") or A4_WIDTH, 1),
        height=round(length("page-height") or A4_HEIGHT, 1),
        top=edge("top", "style:header-style"),
        bottom=edge("bottom", "style:footer-style"),
        left=edge("left", ""),
        right=edge("right", ""),
        first_block=first,
        number=number,
        number_on_first=on_first,
    )


def _area(layout: _Element | None, name: str) -> float:
    """Return how much room a header or footer takes between the margin and the body, in mm."""
    area = (
        None
        if layout is None or not name
        else layout.find(f"{q(name)}/{q('style:header-footer-properties')}")
    )
    if area is None:
        return 0.0
    return millimetres(area.get(q("fo:min-height")) or area.get(q("svg:height"))) or 0.0
