"""Numbers of sections: gaps, repeats, the order of letters, marks, decimals."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from reportlint.checks.structure.siblings import sibling_lists
from reportlint.outline.sections import LETTERS, ORDINALS, to_roman
from reportlint.rule import Edit, Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.outline.sections import Section
    from reportlint.report import Report
    from reportlint.rule import Rule

_COUNTED = frozenset({"roman", "arabic", "decimal", "letter", "part", "chapter"})
MAX_GAP = 4
"""A greater leap is no gap in a list: the number begins a sentence."""
_FOREIGN = frozenset("fjwz")
_FOURTH, _SIXTH = LETTERS.index("d") + 1, LETTERS.index("e") + 1


def gaps(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a number that leaves out one or more; mark the number."""
    for listed in sibling_lists(report):
        if listed[0].scheme not in _COUNTED or any(len(s.number) > 1 for s in listed if s.scheme == "letter"):
            continue
        yield from _first(report, listed)
        for before, section in pairwise(listed):
            if (
                before.order
                and 1 < section.order - before.order <= MAX_GAP
                and not _skips_d_bar(before, section)
            ):
                yield _gap(report, before, section)


def _first(report: Report, listed: list[Section]) -> Iterable[Hit]:
    """A list of headings that begins with II or 2 has lost its first; parts and decimals need no third to show it."""
    first = listed[0]
    if first.order != 2 or not first.heading:
        return
    goes_on = len(listed) > 1 and listed[1].order == 3
    if (goes_on and first.scheme in {"roman", "decimal"}) or (
        len(listed) == 1 and (first.scheme == "part" or _belongs(report, first))
    ):
        start, end = _number(report, first)
        found = report.document.text[start:end] if first.scheme == "part" else _label(first)
        args = {"found": found, "expected": found.replace(first.number, _bare(first, 1))}
        yield Hit(start, end, args, variant="first")


def _belongs(report: Report, section: Section) -> bool:
    """Tell whether a decimal number begins with that of the section it stands in."""
    parent = next((s for s in report.outline.sections if s.path == section.parent), None)
    return (
        section.scheme == "decimal"
        and parent is not None
        and section.number == f"{parent.number}.{section.order}"
    )


def _gap(report: Report, before: Section, section: Section) -> Hit:
    start, end = _number(report, section)
    args = {"found": _label(section), "before": _label(before), "expected": _write(section, before.order + 1)}
    related = Related(*_number(report, before), Said("số liền trước", "the number before"))
    return Hit(
        start,
        end,
        args,
        (Edit(start, start + len(section.number), _bare(section, before.order + 1)),),
        (related,),
    )


def repeats(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a number that stands twice among siblings."""
    for listed in sibling_lists(report):
        for i, (before, section) in enumerate(pairwise(listed)):
            after = listed[i + 2].order if i + 2 < len(listed) else 0
            back = (
                section.order < before.order
                and (
                    after == before.order + 2  # 1, 2, 3, 2, 5: a slip of one
                    or (section.scheme == "decimal" and any(s.number == section.number for s in listed[:i]))
                )
            )
            if section.order and (section.order == before.order or back):
                start, end = _number(report, section)
                args = {"found": _label(section), "expected": _write(section, before.order + 1)}
                edit = Edit(start, start + len(section.number), _bare(section, before.order + 1))
                yield Hit(
                    start,
                    end,
                    args,
                    (edit,),
                    (Related(*_number(report, before), Said("số liền trước", "the number before")),),
                )


def letters(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report the first letter of a list that is not the next of the Vietnamese alphabet: đ left out, f, j, w or z used."""
    for listed in sibling_lists(report):
        if listed[0].scheme != "letter" or any(len(s.number) > 1 for s in listed):
            continue
        for before, section in pairwise(listed):
            if section.number in _FOREIGN or _skips_d_bar(before, section):
                start, end = _number(report, section)
                following = LETTERS[before.order : before.order + 1] or "…"
                args = {"found": section.number, "before": before.number, "expected": following}
                yield Hit(start, end, args, (Edit(start, start + 1, following),))
                break


def _skips_d_bar(before: Section, section: Section) -> bool:
    return section.scheme == "letter" and before.order == _FOURTH and section.order == _SIXTH


def marks(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a number with another mark than its siblings have (`2)` between `1.` and `3.`)."""
    for listed in sibling_lists(report):
        common = max({s.mark for s in listed}, key=lambda m: sum(s.mark == m for s in listed))
        odd = [s for s in listed if s.mark != common]
        if common == "." and _from_a(listed) and report.identity.regime == "nd30":
            yield from (_point(report, s) for s in listed if s.mark == ".")
            continue
        if not odd or len(odd) * 3 > len(listed) or listed[0].scheme == "decimal":
            continue
        for section in odd:
            start, end = _number(report, section)
            args = {"found": report.document.text[start:end], "expected": section.number + common}
            yield Hit(start, end, args, (Edit(start, end, section.number + common),))


def _from_a(listed: list[Section]) -> bool:
    """Tell whether it is a list of lettered points; one that begins with `i.` counts in small Roman numbers."""
    return listed[0].scheme == "letter" and listed[0].order == 1


def _point(report: Report, section: Section) -> Hit:
    """Find fault with `a.`: the decree puts a bracket behind the letter of a point, also where all of a list agree."""
    start, end = _number(report, section)
    args = {"found": report.document.text[start:end], "expected": f"{section.number})"}
    edit = Edit(start, end, f"{section.number})")
    return Hit(start, end, args, (edit,), variant="point", severity="info")


def decimal_parent(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a decimal number whose beginning is not the number of the section it stands in (4.1 under 5)."""
    by_path = {s.path: s for s in report.outline.sections}
    fitting: set[str] = set()
    for section in report.outline.sections:
        parent = by_path.get(section.parent)
        if (
            section.scheme != "decimal"
            or parent is None
            or parent.scheme not in {"arabic", "roman", "decimal"}
        ):
            continue
        prefix = section.number.rsplit(".", 1)[0]
        own = {parent.number, str(parent.order)} if parent.scheme == "roman" else {parent.number}
        if prefix in own:
            fitting.add(section.parent)
        elif section.order == 1 or section.parent in fitting:
            start, end = _number(report, section)
            related = Related(*_number(report, parent), Said("mục chứa nó", "the section it stands in"))
            args = {
                "found": section.number,
                "parent": parent.number,
                "expected": f"{parent.number}.{section.order}",
            }
            yield Hit(
                start,
                end,
                args,
                (Edit(start, start + len(section.number), f"{parent.number}.{section.order}"),),
                (related,),
            )


def decimals(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report the first decimal number: the decree knows none."""
    first = next((s for s in report.outline.sections if s.scheme == "decimal"), None)
    if first:
        yield Hit(*_number(report, first), {"found": first.number})


def _number(report: Report, section: Section) -> tuple[int, int]:
    text = report.document.text[section.number_start : section.number_end]
    return section.number_start, section.number_start + len(text.rstrip())


def _bare(section: Section, order: int) -> str:
    if section.scheme == "roman":
        return to_roman(order)
    if section.scheme == "letter":
        return LETTERS[order - 1 : order]
    if section.scheme == "decimal":
        return f"{section.number.rsplit('.', 1)[0]}.{order}"
    if section.number.lower() in ORDINALS and order <= len(ORDINALS):
        word = ORDINALS[order - 1]
        return word.upper() if section.number.isupper() else word
    return str(order)


def _write(section: Section, order: int) -> str:
    return _bare(section, order) + section.mark


def _label(section: Section) -> str:
    return section.number + section.mark
