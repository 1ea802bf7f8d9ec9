"""Paper, orientation, margins and page numbers (nd30 PL I, I.1–I.3, I.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.checks.layout.words import number, span, within
from reportlint.rule import Hit
from reportlint.said import Said, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.layout import Layout, Page
    from reportlint.report import Report
    from reportlint.rule import Rule

EDGES = (
    ("top", Said("lề trên", "top margin")),
    ("bottom", Said("lề dưới", "bottom margin")),
    ("left", Said("lề trái", "left margin")),
    ("right", Said("lề phải", "right margin")),
)
MEASURED_SLACK = 3.0
"""mm; a margin measured on the printed page depends on where letters begin."""
LONG = 3500
"""A text longer than this (code points) has a second page."""


def size(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report paper other than `params.size` mm, once for each size, either way up."""
    layout = report.document.layout
    wanted = sorted(rule.params["size"])
    seen: set[tuple[float, float]] = set()
    for page, at in _sections(report):
        short, long = sorted((page.width, page.height))
        slack = MEASURED_SLACK if layout and layout.measured else rule.params["slack"]
        fits = abs(short - wanted[0]) <= slack and abs(long - wanted[1]) <= slack
        if not fits and (short, long) not in seen:
            seen.add((short, long))
            yield Hit(at, at, {"found": f"{number(page.width)} × {number(page.height)}"})


def orientation(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report landscape pages: the first ones always, later ones when no table stands on them."""
    del rule
    layout = report.document.layout
    for place, (page, at) in enumerate(_sections(report)):
        if page.landscape and (place == 0 or not (layout and _holds_table(report, layout, place))):
            yield Hit(at, at)


def margins(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report margins of upright pages outside the ranges of `params.<regime>` in mm, one hit for each page format."""
    layout = report.document.layout
    ranges = rule.params.get(report.identity.regime) or rule.params["nd30"]
    seen: set[tuple[float | None, ...]] = set()
    for page, at in _sections(report):
        edges = (page.top, page.bottom, page.left, page.right)
        if page.landscape or edges in seen or layout is None:
            continue
        seen.add(edges)
        wrong = list(_wrong_edges(page, ranges, rule.params["slack"], measured=layout.measured))
        if wrong:
            found, wanted = zip(*wrong, strict=True)
            yield Hit(at, at, {"found": joined(found), "wanted": joined(wanted)})


def numbering(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report pages without numbers, numbers out of their place or size, and a number on the first page."""
    document, layout = report.document, report.document.layout
    if layout is None or not layout.pages or not _has_second_page(report):
        return
    first = layout.pages[0]
    shown = first.number or next((page.number for page in layout.pages if page.number), None)
    if shown is None:
        yield Hit(0, 0)
        return
    block = document.blocks[shown.block] if shown.block is not None else None
    start, end = (block.start, block.end) if block else (0, 0)
    faults = []
    if (shown.place, shown.alignment) != ("header", "center"):
        faults += [_PLACES[shown.place], _SIDES[shown.alignment]]
    if shown.size is not None and not within(shown.size, rule.params["size"]):
        faults.append(Said(f"cỡ chữ {number(shown.size)}", f"{number(shown.size)} pt"))
    faults += [
        word
        for on, word in ((shown.italic, Said("in nghiêng", "italic")), (shown.bold, Said("in đậm", "bold")))
        if on
    ]
    if faults:
        yield Hit(start, end, {"found": joined(faults)}, variant="place")
    if first.number_on_first and first.number_start in {None, 1}:
        yield Hit(start, end, variant="first")


_PLACES = {
    "header": Said("nằm ở lề trên", "in the top margin"),
    "footer": Said("nằm ở lề dưới", "in the bottom margin"),
}
_SIDES = {
    "left": Said("bên trái", "on the left"),
    "center": Said("canh giữa", "centred"),
    "right": Said("bên phải", "on the right"),
    "justify": Said("bên trái", "on the left"),
}


def _wrong_edges(
    page: Page, ranges: dict[str, list[float]], slack: float, *, measured: bool
) -> Iterator[tuple[Said, Said]]:
    for key, name in EDGES:
        value = getattr(page, key)
        if value is None or (measured and key in {"top", "bottom"}):
            continue
        if not within(value, ranges[key], MEASURED_SLACK if measured else slack):
            there, right = number(value), span(ranges[key])
            yield (
                Said(f"{name.vi} {there} mm", f"{name.en} {there} mm"),
                Said(f"{name.vi} {right} mm", f"{name.en} {right} mm"),
            )


def _sections(report: Report) -> Iterator[tuple[Page, int]]:
    """Yield the page formats with the offset at which their pages begin; annexes behind the signature count too."""
    document = report.document
    for page in document.layout.pages if document.layout else ():
        block = min(page.first_block, len(document.blocks) - 1)
        yield page, document.blocks[block].start if block > 0 else 0


def _holds_table(report: Report, layout: Layout, place: int) -> bool:
    blocks = report.document.blocks
    first = layout.pages[place].first_block
    last = layout.pages[place + 1].first_block if place + 1 < len(layout.pages) else len(blocks)
    return any(block.kind == "table-cell" for block in blocks[first:last])


def _has_second_page(report: Report) -> bool:
    pages = report.document.pages
    return pages > 1 if pages else len(report.document.text) > LONG
