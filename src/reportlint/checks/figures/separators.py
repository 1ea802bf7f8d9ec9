"""Thousands, by the report's own way of writing them: 8.693/9688; groups that are not of three digits: 5.378.7000.000."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.checks.figures.units import COUNTED, PHYSICAL
from reportlint.facts.numbers import ratios, render
from reportlint.facts.tables import tables
from reportlint.patterns import Pattern
from reportlint.rule import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.facts.block import BlockFacts
    from reportlint.facts.numbers import Figure
    from reportlint.report import Report
    from reportlint.rule import Rule

FOUR_DIGITS = 4
GROUP = 3
_GROUPS = Pattern(
    r"[1-9][0-9]{0,2}(?:\.[0-9]+)*\.[0-9]{3}(?:,[0-9]+)?|[1-9][0-9]{0,2}\.[0-9]{3}(?:\.[0-9]+)+(?:,[0-9]+)?"
)
"""Numbers meant to have groups: one behind the first is of three digits."""
_YEARS = range(1900, 2101)
_DRAWN = frozenset(("mm", "cm", "m", "v", "h", "độ", "kva"))
"""Units of drawings and machines, whose numbers stand without dots."""
_MASSES = frozenset(("tấn", "kg", "ha", "đồng", "m2", "m3"))
_NUMBER_OF = Pattern(
    r"(?<!\bmã )\bsố (?:lượng |lượt )?(?:người|hộ(?! chiếu| khẩu)|vụ|đối tượng|học sinh|sinh viên|lao động|doanh nghiệp)\b"
    r"[^.;:()]*\slà\s\Z"
)
"""What says of a number without a unit that it counts: `số người phát sinh trong kỳ là 1283`."""


def thousands(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report numbers of four digits and more without dots where the report's other numbers have them."""
    pairs = [
        (b.start, f) for b, f in zip(report.document.blocks, report.facts.blocks, strict=True) if f.figures
    ]
    dotted = sum(f.style == "dotted" for _, b in pairs for f in b.figures)
    if not dotted:
        return
    wide = dotted >= rule.params["dotted"]
    for shift, block in pairs:
        beside = any(f.style == "dotted" for f in block.figures)
        if wide or beside:
            for figure in _undotted(block):
                if not block.quoted(figure.start, figure.end):
                    yield _dotted(figure.start, figure.end, figure, shift)
        yield from _misgrouped(block, shift)
    for start, end, text in _cells(report):
        expected = f"{int(text):,}".replace(",", ".")
        yield Hit(start, end, {"found": text, "expected": expected}, (Edit(start, end, expected),))


def _misgrouped(block: BlockFacts, shift: int) -> Iterator[Hit]:
    """Report counts and measures of which one group between dots has not three digits; which number is meant cannot be told."""
    for figure in block.figures:
        if figure.style != "malformed" or not (
            _GROUPS.fullmatch(figure.text) and (figure.unit or figure.scale)
        ):
            continue
        group = next(g for g in figure.text.partition(",")[0].split(".")[1:] if len(g) != GROUP)
        args = {"found": figure.text, "group": f"“{group}”"}
        yield Hit(shift + figure.start, shift + figure.end, args, variant="groups", severity="error")


def _dotted(start: int, end: int, figure: Figure, shift: int) -> Hit:
    expected = render(figure.value)
    variant = "comma" if figure.style == "english" else ""
    edit = Edit(start + shift, end + shift, expected)
    return Hit(
        start + shift, end + shift, {"found": figure.text, "expected": expected}, (edit,), variant=variant
    )


def _undotted(block: BlockFacts) -> Iterator[Figure]:
    """Yield the numbers of a paragraph that lack dots; a year-like one only where it cannot be a year."""
    partners = {id(f): r for r in ratios(block.figures) for f in r}
    for figure in block.figures:
        if figure.style == "english":
            if figure.unit:
                yield figure
            continue
        if figure.ranged:
            continue
        if figure.style == "decimal":
            if _long_before_comma(figure):
                yield figure
            continue
        if len(figure.text) < FOUR_DIGITS or figure.style != "plain":
            continue
        if not figure.unit and figure.value not in _YEARS and _NUMBER_OF.search(block.text, 0, figure.start):
            yield figure
            continue
        ratio = partners.get(id(figure))
        known = figure.unit in COUNTED or figure.unit in PHYSICAL
        if (ratio and (ratio.part.style == "dotted" or ratio.whole.style == "dotted")) or (
            known
            and figure.unit not in _DRAWN
            and (figure.value not in _YEARS or figure.unit in _MASSES or _counts(block, figure))
        ):
            yield figure


def _long_before_comma(figure: Figure) -> bool:
    """Tell whether a measured decimal has four digits and more before its comma: `8147,67 g`; a year has no decimals."""
    whole = figure.text.partition(",")[0]
    measured = figure.unit in PHYSICAL or figure.unit == "đồng" or figure.scale > 0
    return measured and len(whole) >= FOUR_DIGITS and whole[0] != "0" and int(whole) not in _YEARS


def _counts(block: BlockFacts, figure: Figure) -> bool:
    """Tell whether what stands before a number shows that it counts, and is no year: `người nghiện: 2078 người`."""
    return block.text[: figure.start].endswith((": ", " là ", " có ", " gồm ", " được ", " còn "))


def _cells(report: Report) -> Iterator[tuple[int, int, str]]:
    """Yield the numbers of table cells that lack dots in a column that has them."""
    for table in tables(report.document):
        for column in range(1, table.width):
            numbers = [
                c.number
                for (row, at), c in table.cells.items()
                if at == column and row >= table.head and c.number
            ]
            if not any("." in n.text and n.value >= 1000 for n in numbers):
                continue
            for n in numbers:
                if n.text.isdigit() and len(n.text) >= FOUR_DIGITS and n.value not in _YEARS:
                    yield n.start, n.end, n.text
