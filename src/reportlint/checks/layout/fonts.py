"""Fonts, colours, and how each part is set (nd30 PL I, I.4 and Mục V)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from reportlint.checks.layout.words import BODY_KINDS, PARAGRAPHS, by_style, number, span, times, within
from reportlint.rule import Hit
from reportlint.said import Said, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.layout import Layout, Run
    from reportlint.report import Report
    from reportlint.rule import Rule, Severity

FEW = 30
"""Stray letters: fewer than this in a wrong font or colour weigh less."""
DARK = 0x33
"""A colour whose parts are all below this is black to the eye."""
WIDTH = 60
"""Longest stretch a finding marks, in code points."""
SHARE = 0.6
"""A part is set in a way when this share of its letters is."""


def family(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report fonts other than `params.font`, one hit for each at its first place; symbol fonts do not count."""
    layout = report.document.layout
    if layout is None:
        return
    names = (
        *rule.params["font"],
        *rule.params["symbols"],
        *(rule.params["printed"] if layout.measured else ()),
    )
    allowed = tuple(_bare(name) for name in names)
    wrong = {
        font: runs
        for font, runs in _by_value(report, layout, "font").items()
        if font and not _bare(str(font)).startswith(allowed)
    }
    for font, runs in wrong.items():
        yield _first(report, runs, {"found": font, "style": _style(runs)})


def color(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report letters that are not black, one hit for each colour at its first place."""
    del rule
    layout = report.document.layout
    if layout is None:
        return
    for value, runs in _by_value(report, layout, "color").items():
        if value and not _is_dark(str(value)):
            yield _first(report, runs, {"found": _COLORS.get(str(value), f"#{value}")})


_COLORS = {
    "FF0000": Said("đỏ", "red"), "C00000": Said("đỏ sẫm", "dark red"), "0000FF": Said("xanh dương", "blue"),
    "0070C0": Said("xanh dương", "blue"), "00B050": Said("xanh lá", "green"), "FFFF00": Said("vàng", "yellow"),
    "FFFFFF": Said("trắng", "white"), "000080": Said("xanh thẫm", "navy"),
    "0563C1": Said("xanh dương (liên kết)", "blue (a link)"),
}  # fmt: skip


def part(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report each part set otherwise than `params.parts` says, one hit for each part."""
    layout = report.document.layout
    if layout is None:
        return
    for name, wanted in rule.params["parts"].items():
        if name == "subject" and report.outline.kind == "CV":
            continue
        for start, end in _places(report, name):
            faults = list(_faults(report, layout, (start, end), wanted))
            if faults:
                found, right = zip(*faults, strict=True)
                args = {"part": wanted["title"], "found": joined(found), "wanted": joined(right)}
                yield Hit(*_line(report, start, end), args)


def body_size(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report running text outside the sizes `params.body`, one hit for each size at its first place."""
    document, layout = report.document, report.document.layout
    if layout is None:
        return
    found: dict[float, list[tuple[int, int]]] = {}
    for block in report.outline.body_blocks:
        if block.kind not in BODY_KINDS or block.cell is not None:
            continue
        sizes = Counter[float]()
        for run in layout.runs_in(block.start, block.end):
            sizes[run.format.size or 0.0] += len(document.text[run.start : run.end].strip())
        size = sizes.most_common(1)[0][0] if sizes else 0.0
        if size and not within(size, rule.params["body"]):
            found.setdefault(size, []).append((block.start, block.end))
    for size, places in found.items():
        args = {
            "found": number(size),
            "wanted": span(rule.params["body"]),
            "count": times(len(places), PARAGRAPHS),
        }
        yield Hit(*_short(report, *places[0]), args)


def _places(report: Report, name: str) -> Iterator[tuple[int, int]]:
    """Yield where a part of the table stands; Nơi nhận has a label and entries."""
    recipients = report.outline.parts.get("recipients")
    if name == "recipients_label" and recipients:
        yield recipients.start, report.document.block_at(recipients.start).end
    elif name == "recipients_list" and report.outline.recipients:
        yield report.outline.recipients[0].start, report.outline.recipients[-1].end
    elif name in report.outline.parts:
        found = report.outline.parts[name]
        yield found.start, found.end


def _faults(
    report: Report, layout: Layout, place: tuple[int, int], wanted: dict[str, Any]
) -> Iterator[tuple[Said, Said]]:
    """Yield what is there and what is wanted, for size, weight, slope and case."""
    runs = _lettered(report, layout, *place)
    if not runs:
        return
    size = _main(report, runs, "size")
    if isinstance(size, int | float) and not within(size, wanted["size"], 0.5 if layout.measured else 0.0):
        right = span(wanted["size"])
        yield Said(f"cỡ chữ {number(size)}", f"{number(size)} pt"), Said(f"cỡ chữ {right}", f"{right} pt")
    for attribute, on, off in _LOOKS:
        value = _main(report, runs, attribute)
        if attribute in wanted and value is not None and bool(value) != wanted[attribute]:
            yield (on, off) if value else (off, on)
    text = report.document.text[place[0] : place[1]]
    if wanted.get("upper") and not text.isupper() and not all(run.format.caps for run in runs):
        yield Said("chữ thường", "small letters"), Said("chữ in hoa", "capitals")


_LOOKS = (
    ("bold", Said("chữ đậm", "bold"), Said("chữ không đậm", "not bold")),
    ("italic", Said("chữ nghiêng", "italic"), Said("chữ đứng", "upright")),
)


def _main(report: Report, runs: list[Run], attribute: str) -> object:
    """Return the value that most letters of the runs have; None when none prevails."""
    counts = Counter[object]()
    for run in runs:
        counts[getattr(run.format, attribute)] += len(report.document.text[run.start : run.end].strip())
    value, letters = counts.most_common(1)[0]
    return value if letters >= SHARE * counts.total() else None


def _by_value(report: Report, layout: Layout, attribute: str) -> dict[object, list[Run]]:
    """Group the runs that show letters or figures by a value of their format; converted legacy text is left out."""
    found: dict[object, list[Run]] = {}
    legacy = [(start, end) for start, end, _ in report.document.legacy]
    for run in layout.runs:
        text = report.document.text[run.start : run.end]
        if any(map(str.isalnum, text)) and not any(a < run.end and run.start < b for a, b in legacy):
            found.setdefault(getattr(run.format, attribute), []).append(run)
    return found


def _lettered(report: Report, layout: Layout, start: int, end: int) -> list[Run]:
    text = report.document.text
    return [run for run in layout.runs_in(start, end) if any(map(str.isalnum, text[run.start : run.end]))]


def _first(report: Report, runs: list[Run], args: dict[str, object]) -> Hit:
    """Make one hit of many places: at the first, lighter when only a few letters are meant."""
    letters = sum(run.end - run.start for run in runs)
    text = report.document.text
    start, end = runs[0].start, runs[0].end
    while text[start].isspace():
        start += 1
    block = report.document.block_at(start)
    severity: Severity | None = "info" if letters < FEW else None
    places = times(len({report.document.block_at(run.start).index for run in runs}), PARAGRAPHS)
    return Hit(*_short(report, start, min(end, block.end)), {**args, "count": places}, severity=severity)


def _bare(font: str) -> str:
    """Return a font's name without case and blanks: printed files write it together."""
    return font.lower().replace(" ", "")


def _style(runs: list[Run]) -> Said:
    """Say which style the font comes from, when it is one and the same."""
    names = {run.format.style for run in runs}
    name = names.pop() if len(names) == 1 else ""
    return by_style(name or "")


def _line(report: Report, start: int, end: int) -> tuple[int, int]:
    """Return the first line of a part."""
    block = report.document.block_at(start)
    return _short(report, start, min(end, block.end))


def _short(report: Report, start: int, end: int) -> tuple[int, int]:
    """Cut a long stretch behind a word: a finding marks where to look, not all it is about."""
    text = report.document.text
    if end - start > WIDTH:
        cut = text.rfind(" ", start, start + WIDTH)
        end = cut if cut > start else start + WIDTH
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_dark(value: str) -> bool:
    try:
        return all(int(value[at : at + 2], 16) <= DARK for at in (0, 2, 4))
    except ValueError:
        return True
