"""Reading a user's registry of documents from CSV or SQLite."""

from __future__ import annotations

import csv
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, get_args

from reportlint.knowledge.calendar import day_of
from reportlint.knowledge.registry import Confidence, Entry
from reportlint.knowledge.symbols import symbol_year

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


def read_csv(path: Path) -> list[Entry]:
    """Return the rows of a UTF-8 CSV file; ``symbol`` is the only column that must be there."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return _entries(csv.DictReader(lines))


def read_sqlite(path: Path) -> list[Entry]:
    """Return the rows of the table ``documents``, opened read-only."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
        database.row_factory = sqlite3.Row
        rows = database.execute("SELECT * FROM documents").fetchall()
    return _entries({key: row[key] for key in row.keys()} for row in rows)  # noqa: SIM118 - Row is no dict


def _entries(rows: Iterable[Mapping[str, object]]) -> list[Entry]:
    return [_entry({key: str(value or "").strip() for key, value in row.items()}) for row in rows]


def _entry(row: Mapping[str, str]) -> Entry:
    """Make an entry; a row that does not state its confidence is taken as certain: the user vouches.

    Raises ``ValueError`` for a date that is none (2025-06-30, 30/6/2025) and for an unknown confidence.
    """
    text = row.get
    stated = text("confidence", "") or "certain"
    confidence: Confidence | None = next((word for word in get_args(Confidence) if word == stated), None)
    if confidence is None:
        raise ValueError(stated)
    day = day_of(row["date"]) if text("date") else None
    year = int(row["year"]) if text("year") else symbol_year(row["symbol"]) or (day.year if day else None)
    return Entry(
        row["symbol"], text("type", ""), text("issuer", ""), day, text("title", ""), text("term", ""),
        text("status", ""), confidence, int(text("votes", "") or 1), year,
    )  # fmt: skip
