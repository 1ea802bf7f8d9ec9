"""Citations against the register of central documents: dates, law names and years, validity."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache, reduce
from pathlib import Path
from typing import TYPE_CHECKING

from reportlint.errors import SettingsError
from reportlint.facts.dates import proper
from reportlint.knowledge import registry
from reportlint.knowledge.folding import fold_tone
from reportlint.patterns import at_word
from reportlint.rule import Edit, Hit, only_where

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from reportlint.facts.block import BlockFacts
    from reportlint.facts.citations import Citation
    from reportlint.knowledge.registry import Entry, Registry
    from reportlint.report import Report
    from reportlint.rule import Rule

_LAW = re.compile(
    rf"(?P<type>{at_word('Bộ luật|Luật|Pháp lệnh')}) (?P<name>[^\W\d](?:(?!\bLuật |\bBộ luật )[^.;:()“”\"\n\d]){{2,140}})"
)
_YEAR = re.compile(r"\s*(?:năm |\()?(?P<year>(?:19|20)\d\d)\b(?![/-])")
MIN_NAME = 2
"""Words a law name must have before it is looked for."""


@lru_cache(maxsize=8)
def _register(paths: tuple[str, ...]) -> Registry:
    """The built-in register with those of the user."""
    found = registry.central()
    for path in paths:
        found = found.merged(_own(path))
    return found


@lru_cache(maxsize=8)
def _units_own(paths: tuple[str, ...]) -> Registry:
    """The registers of the user alone."""
    first, *others = map(_own, paths)
    return reduce(registry.Registry.merged, others, first)


def _own(path: str) -> Registry:
    """Read a register of the user. Raises `SettingsError`, naming the file and the cause."""
    read = registry.Registry.from_csv if path.endswith(".csv") else registry.Registry.from_sqlite
    try:
        return read(Path(path))
    except KeyError as error:
        raise SettingsError(
            f"{path}: danh mục văn bản thiếu cột {error}", f"{path}: the register lacks the column {error}"
        ) from error
    except (OSError, ValueError, sqlite_error()) as error:
        raise SettingsError(
            f"{path}: không đọc được danh mục văn bản: {error}",
            f"{path}: the register cannot be read: {error}",
        ) from error


def sqlite_error() -> type[Exception]:
    """The error class of SQLite, imported only for a register of the user."""
    from sqlite3 import Error

    return Error


def register_of(report: Report) -> Registry:
    """Return the register to look documents up in."""
    return _register(report.settings.registries)


def date_known(report: Report, rule: Rule) -> Iterable[Hit]:
    """A known document has the date the register gives. Certain only where independent sources agree on it."""
    for document in report.facts.cited:
        for mention in document.mentions:
            if (
                mention.date
                and mention.date.value
                and (entry := _contradicted(report, mention))
                and entry.date
            ):
                if any(m.date and m.date.value == entry.date for m in document.mentions):
                    continue  # told by the conflict of dates
                args = {
                    "found": mention.date.text,
                    "document": mention.symbol_text,
                    "known": proper(entry.date),
                }
                edits = (
                    (Edit(mention.date.start, mention.date.end, proper(entry.date)),)
                    if mention.date.form == "numeric"
                    else ()
                )
                hit = Hit(mention.date.start, mention.date.end, args, edits, cause="date")
                sure = entry.confidence == "certain"
                yield (
                    hit
                    if sure
                    else replace(hit, variant="probable", severity="warning", certainty="heuristic")
                )


def _contradicted(report: Report, mention: Citation) -> Entry | None:
    """Return the register's entry whose date another is stated for; only where the symbol names one document without doubt."""
    date = mention.date.value if mention.date else None
    if date is None:
        return None
    if mention.organ.startswith(("UBND", "HĐND")):
        return _contradicted_by_the_unit(report, mention, date)
    if not (mention.year or mention.organ == "TW"):
        return None
    entries = [e for e in register_of(report).lookup(mention.symbol) if e.date and e.confidence != "weak"]
    if not entries or any(e.date == date for e in entries):
        return None
    if mention.year:
        entries = [e for e in entries if e.date and e.date.year == mention.year]
    else:
        near = [
            e
            for e in entries
            if e.date
            and abs(e.date.year - date.year) <= 1
            and (e.date.day, e.date.month) == (date.day, date.month)
        ]
        entries = near or [
            e for e in entries if e.date and e.date.year == date.year and e.date.month == date.month
        ]
    return entries[0] if len(entries) == 1 else None


def _contradicted_by_the_unit(report: Report, mention: Citation, date: dt.date) -> Entry | None:
    """Look a paper of a committee or council up in the registers of the user alone.

    Every place has such a symbol, so the issuer must be the same; and the year, since numbers begin anew every year.
    """
    if not report.settings.registries or not mention.issuer_text:
        return None
    issuer = _body(mention.issuer_text)
    entries = [
        entry
        for entry in _units_own(report.settings.registries).lookup(mention.symbol)
        if entry.date and entry.date.year == date.year and _body(entry.issuer) == issuer
    ]
    return entries[0] if len(entries) == 1 and entries[0].date != date else None


def _body(name: str) -> str:
    """Return the name of a body in one spelling."""
    plain = fold_tone(" ".join(name.split())).lower()
    return plain.replace("ubnd", fold_tone("ủy ban nhân dân")).replace("hđnd", "hội đồng nhân dân")


def swapped(report: Report, rule: Rule) -> Iterable[Hit]:
    """Day and month swapped: the swapped date is the one the register or another mention gives."""
    for document in report.facts.cited:
        values = {m.date.value for m in document.mentions if m.date}
        for mention in document.mentions:
            date = mention.date
            if not date or not date.value or date.day > 12 or date.day == date.month:
                continue
            turned = date.value.replace(day=date.month, month=date.day)
            known = {e.date for e in register_of(report).lookup(mention.symbol)}
            if turned not in values and turned in known and date.value not in known:
                yield Hit(
                    date.start,
                    date.end,
                    {"found": date.text, "document": mention.symbol_text, "known": proper(turned)},
                    cause="date",
                )


def laws(block: BlockFacts) -> Iterator[tuple[int, int, str, Entry, bool, re.Match[str] | None]]:
    """Yield the laws named: (start, end, name as written, nearest known law, wording exact, year that follows)."""
    if "uật" not in block.text and "Pháp lệnh" not in block.text:
        return
    for match in _LAW.finditer(block.text):
        words = list(re.finditer(r"[^\s,]+,?", match["name"]))[:18]
        base = match.start("name")
        for count in range(len(words), MIN_NAME - 1, -1):
            name = f"{match['type']} {match['name'][: words[count - 1].end()].rstrip(',')}"
            if known := registry.law_by_name(name):
                end = base + len(name) - len(match["type"]) - 1
                same = _plain(name) == _plain(known[0].title)
                yield match.start(), end, name, known[0], same, _YEAR.match(block.text, end)
                break
        else:
            yield from _nearest(block, match)


def _nearest(
    block: BlockFacts, match: re.Match[str]
) -> Iterator[tuple[int, int, str, Entry, bool, re.Match[str] | None]]:
    """A law cited with its year whose name is known but for small words."""
    year = re.search(r" năm (?=(?:19|20)\d\d)|(?= số \d)", block.text[match.start() : match.end() + 8])
    stop = match.start() + year.start() if year else match.end()
    name = re.split(
        r",? (?:và (?:Luật|Nghị)|do|của|được|có hiệu lực|quy định|tại|ngày|trên) ?",
        block.text[match.start() : stop],
    )[0].strip(" ,")
    found = registry.closest_law(name)
    if found and len(name.split()) > MIN_NAME:
        end = match.start() + len(name)
        yield match.start(), end, name, found[0], found[1], _YEAR.match(block.text, end)


@only_where("uật", "Pháp lệnh")
def law_name(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """A law is named by its full name."""
    for start, end, name, entry, exact, _ in laws(block):
        if not exact and name.lower() != entry.title.lower() and _only_small_words(name, entry.title):
            yield Hit(start, end, {"found": name, "known": entry.title}, (Edit(start, end, entry.title),))


def _plain(name: str) -> str:
    return " ".join(fold_tone(name).lower().replace(",", " ").replace("-", " ").split())


def _only_small_words(name: str, title: str) -> bool:
    """Tell whether the full name is the one given with a few small words more, nothing else changed."""
    given, full = name.lower().replace(",", "").split(), title.lower().replace(",", "").split()
    rest = list(full)
    for word in given:
        if word not in rest:
            return False
        rest.remove(word)
    return (
        bool(rest)
        and len(rest) <= 2
        and set(rest) <= {"ở", "và", "của", "về", "các", "trong", "đối", "với", "cho"}
    )


_AMENDING = re.compile(r"[Ss]ửa đổi[^.;]* của \Z")
"""Behind it the year is that of the amending law: `Luật sửa đổi, bổ sung một số điều của Luật … năm 2025`."""


@only_where("uật", "Pháp lệnh")
def law_year(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """The year given with a law is one in which a law of that name was passed."""
    for start, end, name, entry, _exact, year in laws(block):
        if not year or _AMENDING.search(block.text, max(0, start - 80), start):
            continue
        years = registry.law_years(entry.title)
        stated = int(year["year"])
        if (
            years
            and stated not in years
            and not any(
                abs(y - stated) <= 1 and block.text[end : year.start("year")].strip() == "(" for y in years
            )
        ):
            args = {"found": name, "year": str(stated), "known": ", ".join(map(str, sorted(years)))}
            hit = Hit(year.start("year"), year.end("year"), args, cause="law-year")
            sure = entry.confidence == "certain"  # years of other laws are from memory: said with less weight
            yield hit if sure else replace(hit, variant="unsure", severity="info", certainty="heuristic")
