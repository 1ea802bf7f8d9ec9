"""Known national documents: which symbol has which date, issuer and title; which law which year.

Sources: a list of 136 documents with a stated confidence, and 2,906 counted from gazette headers and
citations in legal texts, plus laws known by name and year only (``laws.csv``). Titles taken from
citations are often cut at the first comma. A Party symbol repeats in every term, so one symbol may
have several entries. A user may add a registry with the same columns.
"""

from __future__ import annotations

from datetime import date
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from reportlint.knowledge.data_files import SortedLines, read_bytes
from reportlint.knowledge.law_names import LawIndex
from reportlint.knowledge.symbols import symbol_key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Confidence = Literal["certain", "probable", "weak"]
LAW_TYPES = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")
_TYPE, _TITLE, _YEAR = 2, 5, 10  # places of these fields in a line
_KEPT = 4096
"""How many answers about names of laws are remembered: a name is asked for at every length, and by several rules."""


class Entry(NamedTuple):
    """One document. ``symbol`` is "" for a law known by name and year only; ``votes`` counts the sources."""

    symbol: str
    type: str
    issuer: str
    date: date | None
    title: str
    term: str
    status: str
    confidence: Confidence
    votes: int
    year: int | None


def _entry(fields: list[str]) -> Entry:
    _, symbol, kind, issuer, day, title, term, status, confidence, votes, year = fields
    return Entry(
        symbol, kind, issuer, date.fromisoformat(day) if day else None, title, term, status,
        cast("Confidence", confidence), int(votes or 0), int(year) if year else None,
    )  # fmt: skip


def _entries(rows: Iterable[list[str]]) -> tuple[Entry, ...]:
    return tuple(map(_entry, rows))


class Registry:
    """A set of known documents, asked by symbol or by a law's name. Never changes once made."""

    def __init__(self, lines: SortedLines) -> None:
        """Take lines as ``registry.tsv`` holds them; use ``central()`` or ``registry_files`` instead."""
        self._lines = lines

    def lookup(self, symbol: str, on: date | None = None) -> tuple[Entry, ...]:
        """Return what is known under a symbol, latest first; issued on or before ``on`` if given.

        The symbol may have any capitals, spaces and leading zeros. Undated entries come last.
        """
        found = (_entry(fields) for fields in self._lines.find(symbol_key(symbol)))
        fitting = [entry for entry in found if on is None or entry.date is None or entry.date <= on]
        return tuple(sorted(fitting, key=lambda entry: entry.date or date.min, reverse=True))

    def laws(self, name_prefix: str) -> tuple[Entry, ...]:
        """Return the laws whose full name starts so, whatever the capitals, by name and year."""
        return _entries(self._laws.starting(name_prefix))

    def law_by_name(self, name: str) -> tuple[Entry, ...]:
        """Return the laws of that name, latest first, whatever the capitals and small words left out."""
        return _entries(self._laws.named(name))

    def closest_law(self, name: str) -> tuple[Entry, bool] | None:
        """Return the latest law meant by ``name`` and whether its wording (not its capitals) is exact."""
        found = self._laws.closest(name)
        return (_entry(found[0]), found[1]) if found else None

    def law_years(self, name: str) -> tuple[int, ...]:
        """Return the years of all laws of that name, ascending."""
        return tuple(sorted({entry.year for entry in self.law_by_name(name) if entry.year}))

    def entries(self) -> tuple[Entry, ...]:
        """Return every entry, by symbol; slow, for scripts and merging."""
        return _entries(self._lines.rows())

    def merged(self, other: Registry) -> Registry:
        """Return a registry that knows the documents of both."""
        return from_entries({*self.entries(), *other.entries()})

    @cached_property
    def _laws(self) -> LawIndex:
        rows = self._lines.rows(_TYPE, LAW_TYPES)
        rows.sort(key=lambda fields: fields[_YEAR], reverse=True)
        return LawIndex((fields[_TITLE], fields) for fields in rows if fields[_TITLE])

    @classmethod
    def from_csv(cls, path: Path) -> Registry:
        """Read a user's registry: CSV with a header naming the columns of ``Entry``."""
        from reportlint.knowledge.registry_files import read_csv

        return from_entries(read_csv(path))

    @classmethod
    def from_sqlite(cls, path: Path) -> Registry:
        """Read a user's registry: SQLite with a table ``documents`` of the same columns."""
        from reportlint.knowledge.registry_files import read_sqlite

        return from_entries(read_sqlite(path))


def from_entries(entries: Iterable[Entry]) -> Registry:
    """Return a registry of these entries."""
    lines = sorted(f"{symbol_key(entry.symbol)}\t{_fields(entry)}\n".encode() for entry in entries)
    return Registry(SortedLines(b"".join(lines)))


def _fields(entry: Entry) -> str:
    texts = ("" if value is None else " ".join(str(value).split()) for value in entry)
    return "\t".join(texts)


@cache
def central() -> Registry:
    """Return the built-in registry of national documents."""
    return Registry(SortedLines(read_bytes("registry.tsv")))


def lookup(symbol: str, on: date | None = None) -> tuple[Entry, ...]:
    """Ask the built-in registry; see ``Registry.lookup``."""
    return central().lookup(symbol, on)


def laws(name_prefix: str) -> tuple[Entry, ...]:
    """Ask the built-in registry; see ``Registry.laws``."""
    return central().laws(name_prefix)


@lru_cache(_KEPT)
def law_by_name(name: str) -> tuple[Entry, ...]:
    """Ask the built-in registry; see ``Registry.law_by_name``."""
    return central().law_by_name(name)


@lru_cache(_KEPT)
def closest_law(name: str) -> tuple[Entry, bool] | None:
    """Ask the built-in registry; see ``Registry.closest_law``."""
    return central().closest_law(name)


def law_years(name: str) -> tuple[int, ...]:
    """Ask the built-in registry; see ``Registry.law_years``."""
    return central().law_years(name)
