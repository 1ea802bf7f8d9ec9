"""The table of cited documents: each once, with every form and place it is met in, and what contradicts itself."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reportlint.checks.citations.known import register_of
from reportlint.facts.dates import proper

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.facts.citations import Citation
    from reportlint.facts.cited import CitedDocument
    from reportlint.findings import Finding
    from reportlint.knowledge.registry import Registry
    from reportlint.report import Report
    from reportlint.result import Result

Known = Literal["known", "differs", "absent", "not-central"]

CONTRADICTIONS = frozenset({
    "VD003", "VD004", "VD005", "VD006", "VD007", "VD008", "VD014", "VD015", "VD016", "VD017", "VD018", "VD019", "VD020", "VD021",
    "VD025", "VD027",
})  # fmt: skip
"""Rules by which a mention contradicts another one, itself, the report or the register."""
MAX_SUBJECT = 240
_SUBJECT = re.compile(
    r"\s*,?\s*(?P<quote>[“\"])?(?P<lead>(?:[Vv]ề việc|[Vv]ề|[Vv]/v|ban hành|quy định|phê duyệt|hướng dẫn)\s"
    r"[^;:.()\n]*(?:\.\d[^;:.()\n]*)*)"
)
_SUBJECT_END = re.compile(r", (?=[A-ZĐ])|,? và (?=(?:các )?[A-ZĐ][\w ]{2,24} số )|(?:, | và )số \d")
_LAW = re.compile(
    r"\b(?P<type>Bộ luật|Luật|Pháp lệnh) (?P<name>[A-ZĐÁÀẢÃẠĂÂÊÔƠƯỦ][^.;:()“”\"\n\d]{2,110})(?P<year>(?:19|20)\d\d)?"
)
_NEXT_LAW = re.compile(r",? (?:và )?(?:Bộ luật|Luật|Pháp lệnh)\b")
_CENTRAL = frozenset({"TW", "CP", "TTg"})
_MIN_WORDS, _MAX_WORDS = 2, 16


@dataclass(frozen=True)
class Met:
    """One place where a document is cited. Numbers count from 1; None or empty where unknown."""

    text: str
    section: str
    line: int | None
    page: int | None
    paragraph: int | None
    start: int
    """Offset in the document's text."""


@dataclass(frozen=True)
class Contradiction:
    """What is wrong with a document's mentions."""

    code: str
    message: str
    quote: str


@dataclass(frozen=True)
class Cited:
    """A row of the table."""

    type: str
    symbol: str
    """Number and symbol as they should be written; empty for a law cited by name."""
    date: str
    """As it is most often written, in the decree's form when it is a real day; empty when never given."""
    iso: str
    issuer: str
    subject: str
    forms: tuple[tuple[str, int], ...]
    """Each way the document is written, with how often, in the order of the text."""
    places: tuple[Met, ...]
    contradictions: tuple[Contradiction, ...]
    known: Known
    known_title: str = ""
    """Title that the register gives."""
    understood: bool = True
    """False when number or symbol could not be read, or the number is left blank."""


def cited_table(result: Result) -> tuple[Cited, ...]:
    """Return the documents that a report cites, in the order of the first mention; laws cited by name among them."""
    report = result.report
    faults = [f for f in result.findings if f.code in CONTRADICTIONS]
    own = report.outline.parts.get("number_symbol")
    documents = [
        d
        for d in report.facts.cited
        if not (own and own.start <= d.first.symbol_start < own.end and len(d.mentions) == 1)
    ]
    rows = [_row(document, report, faults) for document in documents]
    blank = (c for c in report.facts.citations if not c.number)
    rows += [
        _blank(citation, report)
        for citation in blank
        if not (own and own.start <= citation.symbol_start < own.end)
    ]
    rows += _laws(report)
    return tuple(sorted(rows, key=lambda row: row.places[0].start))


def contradictions_first(rows: Iterable[Cited]) -> tuple[Cited, ...]:
    """Return the rows with those that contradict themselves in front, then those not understood."""
    return tuple(sorted(rows, key=lambda row: (not row.contradictions, row.understood, row.places[0].start)))


def _row(document: CitedDocument, report: Report, faults: list[Finding]) -> Cited:
    mentions = document.mentions
    dates = Counter(m.date.value for m in mentions if m.date and m.date.value)
    day = max(dates, key=lambda d: dates[d]) if dates else None
    written = next((m.date.text for m in mentions if m.date), "")
    known, title = _known(document, report)
    symbols = Counter(m.symbol for m in mentions)
    return Cited(
        type=next((m.type for m in mentions if m.type and not m.inherited), "")
        or next((m.type for m in mentions if m.type), ""),
        symbol=max(symbols, key=lambda s: symbols[s]),
        date=proper(day) if day else written,
        iso=day.isoformat() if day else "",
        issuer=max((m.issuer_text for m in mentions), key=len),
        subject=next(filter(None, (_subject(m, report) for m in mentions)), ""),
        forms=_forms(mentions, report),
        places=tuple(_met(m.start, m.end, report) for m in mentions),
        contradictions=tuple(_contradictions(mentions, report, faults)),
        known=known,
        known_title=title,
        understood=any(m.regime != "unknown" for m in mentions),
    )


def _blank(citation: Citation, report: Report) -> Cited:
    """Make a row of a citation whose number is left blank."""
    return Cited(
        type=citation.type,
        symbol=" ".join(citation.symbol_text.split()),
        date=citation.date.text if citation.date else "",
        iso=citation.date.value.isoformat() if citation.date and citation.date.value else "",
        issuer=citation.issuer_text,
        subject=_subject(citation, report),
        forms=_forms((citation,), report),
        places=(_met(citation.start, citation.end, report),),
        contradictions=(),
        known="not-central",
        understood=False,
    )


def _forms(mentions: Iterable[Citation], report: Report) -> tuple[tuple[str, int], ...]:
    counted = Counter(" ".join(report.document.text[m.start : m.symbol_end].split()) for m in mentions)
    return tuple(counted.items())


def _met(start: int, end: int, report: Report) -> Met:
    place = report.document.place(start)
    section = report.outline.section_at(start)
    return Met(
        " ".join(report.document.text[start:end].split()),
        section.path if section else "",
        place.line,
        place.page,
        place.paragraph,
        start,
    )


def _subject(mention: Citation, report: Report) -> str:
    """Return what the document is about, as far as it is written behind the mention."""
    block = report.document.block_at(mention.start)
    match = _SUBJECT.match(report.document.text, mention.subject_start, block.end)
    if not match:
        return ""
    lead = re.split(r"[”\x22]", match["lead"])[0] if match["quote"] else match["lead"]
    found = _SUBJECT_END.split(lead)[0]
    subject = " ".join(found.split()).rstrip(" ,")
    return subject if len(subject) <= MAX_SUBJECT else subject[:MAX_SUBJECT].rpartition(" ")[0] + " …"


def _contradictions(
    mentions: Iterable[Citation], report: Report, faults: list[Finding]
) -> Iterator[Contradiction]:
    seen: set[tuple[str, str]] = set()
    for mention in mentions:
        end = max(mention.end, min(mention.end + MAX_SUBJECT, report.document.block_at(mention.start).end))
        following = next((c.start for c in report.facts.citations if c.start >= mention.end), end)
        for fault in faults:
            meets = fault.start < min(end, following) and mention.start < fault.end
            if meets and (fault.code, fault.message) not in seen:
                seen.add((fault.code, fault.message))
                yield Contradiction(fault.code, fault.message, fault.quote)


def _known(document: CitedDocument, report: Report) -> tuple[Known, str]:
    """Ask the register of central documents."""
    first = document.first
    days = {m.date.value for m in document.mentions if m.date and m.date.value}
    entries = register_of(report).lookup(first.symbol)
    if entries:
        for entry in entries:
            if not days or entry.date is None or entry.date in days:
                return "known", entry.title
        return "differs", entries[0].title
    central = first.year is not None or first.organ in _CENTRAL or first.organ.startswith("TW")
    return ("absent" if central else "not-central"), ""


def _laws(report: Report) -> Iterator[Cited]:
    """Yield the laws cited by name, without a number behind."""
    register = register_of(report)
    found: dict[str, list[tuple[int, int]]] = {}
    names: dict[str, tuple[str, str, str]] = {}
    for block in report.outline.body_blocks:
        text = report.document.block_text(block)
        for match in _LAW.finditer(text) if "uật " in text or "Pháp lệnh" in text else ():
            name, year = (
                _law_name(match["type"], _NEXT_LAW.split(match["name"])[0], register),
                match["year"] or "",
            )
            if not name:
                continue
            start = block.start + match.start()
            end = start + len(match["type"]) + 1 + len(name)
            key = f"{match['type']} {name}".casefold()
            found.setdefault(key, []).append((start, end))
            shown = year if match["name"][len(name) :].strip() in {"", "năm"} else ""
            names.setdefault(key, (match["type"], name, shown))
    for key, spans in found.items():
        kind, name, year = names[key]
        counted = Counter(" ".join(report.document.text[s:e].split()) for s, e in spans)
        yield Cited(
            kind, "", year, "", "Quốc hội" if kind != "Pháp lệnh" else "Ủy ban Thường vụ Quốc hội", f"{kind} {name}",
            tuple(counted.items()), tuple(_met(s, e, report) for s, e in spans), (), "known", f"{kind} {name}",
        )  # fmt: skip


def _law_name(kind: str, text: str, register: Registry) -> str:
    """Return the longest beginning of a text that is the name of a law; empty when none is."""
    words = text.split()
    for count in range(min(len(words), _MAX_WORDS), _MIN_WORDS - 1, -1):
        name = " ".join(words[:count]).rstrip(" ,")
        if register.law_by_name(f"{kind} {name}"):
            return name
    return ""
