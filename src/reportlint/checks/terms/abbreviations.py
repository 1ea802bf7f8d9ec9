"""VT002–VT006: abbreviations defined late, twice, in vain, in several spellings or with two meanings."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from reportlint.checks.terms.glossary import (
    Use,
    bare,
    body_paragraphs,
    definitions,
    entries,
    in_capitals,
    same,
    uses,
)
from reportlint.knowledge.abbreviations import commonly_known
from reportlint.rule import Edit, Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.abbreviations import Definition
    from reportlint.report import Report
    from reportlint.rule import Rule

LONG_TOKEN = 4
"""Letters from which initials found in the report's own words prove an abbreviation."""
BEFORE = 2
"""How many times the words must stand in full before their bracket for that to come late."""


def late(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report an abbreviation used before its definition, and a definition that comes late after the full words."""
    found = uses(report)
    seen: set[str] = set()
    yield from _listed_late(report, found)
    for d in definitions(report):
        if d.short in seen or d.announced or d.short in commonly_known() or d.short not in found:
            continue
        seen.add(d.short)
        first = next((u for u in found.get(d.short, ()) if not report.facts.quoted(u.start, u.end)), None)
        if first and first.start < d.start:
            related = (Related(d.start, d.end, Said("định nghĩa ở đây", "defined here")),)
            yield Hit(first.start, first.end, {"short": d.short, "long": d.long}, related=related)
        elif d.long and len(d.long.split()) > 1:
            places = _in_full(report, d)
            if len(places) >= BEFORE:
                related = (
                    Related(
                        places[0],
                        places[0] + len(d.long),
                        Said("cụm từ đầy đủ xuất hiện từ đây", "in full from here on"),
                    ),
                )
                yield Hit(d.start, d.end, {"short": d.short, "long": d.long}, related=related, variant="long")


def _listed_late(report: Report, found: dict[str, list[Use]]) -> Iterable[Hit]:
    """Yield first uses of abbreviations that only a list behind them explains."""
    brackets = {d.short for d in definitions(report)}
    for short, listed in entries(report).items():
        first = next((u for u in found.get(short, ()) if not report.facts.quoted(u.start, u.end)), None)
        if first and first.start < listed.start and short not in brackets and short not in commonly_known():
            text = report.document.text[listed.start : listed.end]
            related = (Related(listed.start, listed.end, Said("giải thích ở đây", "explained here")),)
            yield Hit(first.start, first.end, {"short": short, "long": text}, related=related)


def _in_full(report: Report, d: Definition) -> list[int]:
    """Return where the words of a definition stand before it, outside headings and quotations."""
    long, places = d.long.lower(), []
    headings = {s.block for s in report.outline.sections if s.heading}
    for start, facts in body_paragraphs(report):
        if start >= d.start:
            break
        lower = facts.text.lower()
        at = lower.find(long)
        if at >= 0 and report.document.block_at(start).index in headings:
            continue
        while at >= 0 and start + at < d.start - len(long) - 1:  # the words before the bracket are its own
            if not facts.quoted(at, at + len(long)) and not in_capitals(facts):
                places.append(start + at)
            at = lower.find(long, at + 1)
    return places


def twice(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report a second definition of the same short form for the same words."""
    first: dict[str, Definition] = {}
    for d in definitions(report):
        key = bare(d.short)
        earlier = first.setdefault(key, d)
        if earlier is not d and not (d.announced or _is_label(d)) and _same_words(report, earlier, d):
            related = (
                Related(earlier.start, earlier.end, Said("đã giải thích ở đây", "explained here already")),
            )
            yield Hit(d.start, d.end, {"short": d.short}, _drop(report, d), related)


def _is_label(d: Definition) -> bool:
    """Tell whether a bracket only names what it follows: `nút giao (IC14)`, `trí tuệ nhân tạo (AI)`."""
    short_known = len(d.short) < LONG_TOKEN and d.short in commonly_known()
    return not d.long and (short_known or any(map(str.isdigit, d.short)))


def _drop(report: Report, d: Definition) -> tuple[Edit, ...]:
    text = report.document.text
    if text[d.start] != "(" or text[d.end - 1] != ")":
        return ()  # one of two in a bracket
    start = d.start - 1 if text[d.start - 1 : d.start] == " " else d.start
    return (Edit(start, d.end, ""),)


def _same_words(report: Report, a: Definition, b: Definition) -> bool:
    """Tell whether words before both brackets agree, so that both gloss one name."""
    text = report.document.text
    reach, needed = (4, 2) if b.long or len(b.short) < LONG_TOKEN else (20, 4)
    one, other = (set(same(text[max(0, d.start - 150) : d.start]).split()[-reach:]) for d in (a, b))
    return len(one & other) >= needed


def unused(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report a short form that is declared and never used again."""
    text = report.document.text
    counted: set[str] = set()
    for d in definitions(report):
        if (
            d.short in counted
            or d.short.startswith(("QCVN", "TCVN"))
            or (not d.announced and (not d.long or d.short in commonly_known()))
        ):
            continue
        counted.add(d.short)
        if not (
            _used_name(text, d) if d.announced else _used(text, d.short, d) or _used(text, bare(d.short), d)
        ):
            yield Hit(d.start, d.end, {"short": d.short}, _drop(report, d))


def _used(text: str, short: str, d: Definition) -> bool:
    """Tell whether an abbreviation stands as a word outside the brackets that declare it."""
    at = text.find(short)  # an expression that looks back first would try every place
    while at >= 0:
        end = at + len(short)
        if not (d.start <= at < d.end or _in_word(text[at - 1 : at]) or _in_word(text[end : end + 1])):
            return True
        at = text.find(short, at + 1)
    return False


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _used_name(text: str, d: Definition) -> bool:
    """Tell whether a short name stands behind the brackets; of a symbol the number is enough."""
    name = d.short.partition("/")[0] if any(c.isdigit() for c in d.short) else d.short
    return text.find(name, d.end) >= 0


def spellings(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report the rarer spellings of one abbreviation: PAR INDEX, PAR-INDEX, PARINDEX."""
    groups: dict[str, dict[str, list[Use]]] = defaultdict(lambda: defaultdict(list))
    for text, places in _all_runs(report).items():
        if len(bare(text)) >= LONG_TOKEN:
            groups[bare(text)][text] += places
    for forms in groups.values():
        if len(forms) < 2:
            continue
        usual = max(forms, key=lambda f: (len(forms[f]), -forms[f][0].start))
        for form, places in forms.items():
            if form == usual:
                continue
            related = (
                Related(
                    forms[usual][0].start,
                    forms[usual][0].end,
                    Said(f"ở đây viết “{usual}”", f"written “{usual}” here"),
                ),
            )
            for place in places:
                yield Hit(
                    place.start,
                    place.end,
                    {"found": form, "usual": usual},
                    (Edit(place.start, place.end, usual),),
                    related,
                )


def _all_runs(report: Report) -> dict[str, list[Use]]:
    """Return every run of capitals, also two runs with a blank between when they also stand joined."""
    found: dict[str, list[Use]] = defaultdict(list)
    pairs: dict[str, list[Use]] = defaultdict(list)
    for start, facts in body_paragraphs(report):
        if in_capitals(facts):
            continue
        runs = [
            r
            for r in facts.capital_runs
            if not facts.cited(r.start, r.end) and not facts.quoted(r.start, r.end)
        ]
        for run in runs:
            found[run.text].append(Use(start + run.start, start + run.end, run.text))
        for one, other in pairwise(runs):
            if facts.text[one.end : other.start] == " ":
                text = facts.text[one.start : other.end]
                pairs[text].append(Use(start + one.start, start + other.end, text))
    joined = {bare(text) for text in found}
    return {**found, **{text: places for text, places in pairs.items() if bare(text) in joined}}


def meanings(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report one short form declared for two different things."""
    first: dict[str, Definition] = {}
    for d in definitions(report):
        if not d.long or d.announced:
            continue
        earlier = first.setdefault(d.short, d)
        if earlier is not d and not set(_content(earlier.long)) & set(_content(d.long)):
            related = (
                Related(
                    earlier.start,
                    earlier.end,
                    Said(f"ở đây là “{earlier.long}”", f"here it is “{earlier.long}”"),
                ),
            )
            args = {"short": d.short, "long": d.long, "other": earlier.long}
            yield Hit(d.start, d.end, args, related=related)


def _content(long: str) -> list[str]:
    words = same(long).split()
    return [" ".join(words[i : i + 2]) for i in range(len(words) - 1)] or words
