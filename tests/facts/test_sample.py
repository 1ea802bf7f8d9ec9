"""Citations and dates of the shared sample agree with the tables made by hand."""

from __future__ import annotations

import csv
from functools import cache

from tests.shared import SAMPLE, needs_shared

from reportlint import loaders
from reportlint.pipeline import read_report
from reportlint.report import Report


@cache
def sample() -> Report:
    """Read the sample once."""
    return read_report(loaders.load(SAMPLE / "report.md"))


def rows(name: str) -> list[dict[str, str]]:
    """Read one of the tables."""
    with (SAMPLE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@needs_shared
def test_every_citation_by_symbol_is_found_where_it_stands() -> None:
    """Symbol, date and issuer as stated; the table also lists papers cited by name only, which have no symbol."""
    report = sample()
    found = {
        (
            report.document.place(c.start).line,
            c.symbol_text,
            c.date.text.removeprefix("ngày ") if c.date else "",
            c.issuer_text,
        )
        for c in report.facts.citations
    }
    wanted = {
        (int(r["line"]), r["symbol_raw"], r["date_raw"].removeprefix("ngày "), r["issuer_stated"])
        for r in rows("citations.csv")
        if r["symbol_raw"]
    }
    assert found == wanted


@needs_shared
def test_mentions_are_grouped_into_the_documents_of_the_table() -> None:
    """The table knows 48 documents with a symbol."""
    assert (
        len(sample().facts.cited)
        == len(
            {
                (r["symbol"], r["date_iso"][:4] or None)
                for r in rows("citations.csv")
                if r["symbol"] and r["date_iso"]
            }
        )
        == 48
    )


@needs_shared
def test_every_date_with_a_year_is_found_where_it_stands() -> None:
    """Dates without a year (`trước ngày 10/11 hàng năm`) are no dates of the report."""
    report = sample()
    found = [
        (report.document.place(d.start).line, d.value.isoformat() if d.value else "")
        for d in report.facts.dates
    ]
    assert found == [(int(r["line"]), r["iso"]) for r in rows("dates.csv") if r["iso"]]
