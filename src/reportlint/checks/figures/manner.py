"""How numbers are written beside each other: leading zeros, zeros, letters for thousands, symbols of units, rates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.checks.figures.units import PHYSICAL, SINGLE
from reportlint.patterns import Pattern
from reportlint.rule import Edit, Hit, only_where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.document import Block
    from reportlint.facts.block import BlockFacts
    from reportlint.facts.numbers import Figure
    from reportlint.report import Report
    from reportlint.rule import Rule

SYMBOLS = {
    "kg": "kg", "km": "km", "ha": "ha", "cm": "cm", "mm": "mm", "kw": "kW", "kwh": "kWh", "kv": "kV", "kva": "kVA", "mva": "MVA",
    "mw": "MW", "m2": "m2", "m3": "m3",
}  # fmt: skip
"""Symbols of units by their small letters (the list of legal units of measurement writes them so)."""

_COUNTED = r" (?:tấn|đồng|kg|lít|sản phẩm|người|con|m3|m2|ha)\b"
_LETTERS = ((Pattern(f"N{_COUNTED}"), "N", "nghìn"), (Pattern(f"Tr{_COUNTED}"), "Tr", "triệu"))
_NUMBER_BEFORE = Pattern(r"(?<![\w.,/-])\d+(?:\.\d{3})*\s?\Z")
_LEADING = Pattern(r"\s*(?:[Cc]ông suất(?: thiết kế)?\s?:?\s?)?\Z")
MIN_RATES = 4


@only_where(fact="figures")
def symbol(block: BlockFacts, _rule: Rule) -> Iterable[Hit]:
    """Report units of measurement in wrong letters: 5 Kg, 3 KW."""
    if block.text.isupper():
        return
    for figure in block.figures:
        right = SYMBOLS.get(figure.unit)
        if right is None:
            continue
        start = block.text.lower().index(figure.unit, figure.unit_start)  # behind a scale: `1,2 triệu m3`
        end = start + len(right)
        found = block.text[start:end]
        if found not in {right, right.replace("2", "²").replace("3", "³")} and not block.quoted(start, end):
            yield Hit(start, end, {"found": found, "expected": right}, (Edit(start, end, right),))


@only_where(fact="figures")
def leading_zero(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Report counts below ten that are padded unlike the others of the same thing in one paragraph."""
    groups: dict[str, list[Figure]] = {}
    for figure in block.figures:
        if _small_count(figure):
            name = figure.unit if figure.unit in SINGLE else " ".join(figure.phrase.split()[:2])
            groups.setdefault(name, []).append(figure)
    for unit, figures in groups.items():
        padded = [f for f in figures if f.padded]
        bare = [f for f in figures if not f.padded]
        if len(padded) >= len(bare) > 0:
            odd, pattern = bare, padded[0].text
        elif len(bare) >= rule.params["bare"] * len(padded) > 0:
            odd, pattern = padded, bare[0].text
        else:
            continue
        for f in odd:
            expected = f"0{f.text}" if odd is bare else f.text.lstrip("0")
            args = {"found": f.text, "expected": expected, "pattern": pattern, "unit": unit}
            yield Hit(f.start, f.end, args, (Edit(f.start, f.end, expected),))


def _small_count(figure: Figure) -> bool:
    plain = figure.style == "plain" and not figure.ratio and not figure.ranged and not figure.scale
    return plain and 0 < figure.value < 10 and bool(figure.unit) and figure.unit not in {"%", *PHYSICAL}


def double_zero(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report cells with `00` in tables whose other cells say `0`; a plain text has its cells as paragraphs."""
    groups: dict[int, tuple[list[Block], int]] = {}
    for block in report.document.blocks:
        if block.end - block.start > 4 or block.end == block.start:
            continue
        text = report.document.block_text(block).strip()
        if text in {"0", "00"}:
            key = block.cell.table if block.cell else -1
            doubles, single = groups.setdefault(key, ([], 0))
            groups[key] = ([*doubles, block] if text == "00" else doubles, single + (text == "0"))
    for doubles, single in groups.values():
        if single >= rule.params["single"] * len(doubles):
            for block in doubles:
                start = report.document.text.index("00", block.start)
                yield Hit(start, start + 2, {}, (Edit(start, start + 2, "0"),))


def letter(block: BlockFacts, _rule: Rule) -> Iterable[Hit]:
    """Report a letter that stands for a word of number: 100N tấn for 100 nghìn tấn."""
    text = block.text
    for pattern, letters, word in _LETTERS:
        for match in pattern.finditer(text):
            if number := _NUMBER_BEFORE.search(text, max(0, match.start() - 16), match.start()):
                start, end = number.start(), match.start() + len(letters)
                yield Hit(start, end, {"found": text[start:end], "letter": letters, "word": word})


def percent_space(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report blanks before the percent sign where the report mostly has none."""
    spaced: list[tuple[int, int]] = []
    tight = 0
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        if "%" not in facts.text:
            continue
        for figure in facts.figures:
            if figure.unit == "%":
                tight += figure.unit_start == figure.end
                if figure.unit_start > figure.end:
                    spaced.append((block.start + figure.end, block.start + figure.unit_start))
    if tight > 2 * len(spaced):
        for start, end in spaced:
            yield Hit(start, end + 1, {}, (Edit(start, end, ""),))


def rate(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report a capacity without its `/năm` in a table where all others have it."""
    annex = report.outline.annex
    groups: dict[tuple[int, str], tuple[list[Hit], list[str]]] = {}
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        if block.cell is None and (annex is None or block.index < annex):
            continue
        for hit, figure in _rates(block, facts):
            key = (block.cell.table if block.cell else -1, figure.unit)
            missing, pers = groups.setdefault(key, ([], []))
            if hit:
                missing.append(hit)
            else:
                pers.append(figure.per)
    for (_, unit), (missing, pers) in groups.items():
        if len(missing) == 1 and len(pers) >= MIN_RATES and len(set(pers)) == 1:
            hit = missing[0]
            yield Hit(hit.start, hit.end, {**hit.args, "expected": f"{unit}/{pers[0]}"})


def _rates(block: Block, facts: BlockFacts) -> Iterator[tuple[Hit | None, Figure]]:
    for figure in facts.figures:
        if figure.unit not in {"tấn", "kg", "sản", "lít", "m3", "con"}:
            continue
        if figure.per:
            yield None, figure
        elif _LEADING.fullmatch(facts.text, 0, figure.start):
            start, end = block.start + figure.start, block.start + figure.unit_end
            yield Hit(start, end, {"found": facts.text[figure.start : figure.unit_end]}), figure
