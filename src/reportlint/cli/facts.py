"""`reportlint facts`: what was read in a report — identity, citations, dates, figures, abbreviations — without judging it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from reportlint.cli import reading

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from reportlint.report import Report

configure = reading.configure


def run(args: argparse.Namespace) -> int:
    """Print the facts of each file."""
    reports = reading.Reports(args)
    for report in reports:
        if args.format == "json":
            print(json.dumps(record(report), ensure_ascii=False))
        else:
            print("\n".join(lines(report, args.lang)))
    return reports.exit_code


def record(report: Report) -> dict[str, Any]:
    """Return the facts as plain data; every fact with its text and place."""
    document, facts, identity = report.document, report.facts, report.identity

    def at(start: int, end: int) -> dict[str, Any]:
        place = document.place(start)
        return {
            "text": document.text[start:end],
            "line": place.line,
            "column": place.column,
            "page": place.page,
            "paragraph": place.paragraph,
        }

    return {
        "path": document.path,
        "identity": {
            name: {"value": _plain(getattr(identity, name)), "read": _evidence(report, name)}
            for name in ("kind", "regime", "issuer", "level", "place", "province", "date", "state", "ocr")
        },
        "citations": [
            {**at(c.start, c.end), "symbol": c.symbol, "type": c.type or None, "regime": c.regime, "issuer": c.issuer_text or None,
             "date": c.date.text if c.date else None}
            for c in facts.citations
        ],
        "dates": [{**at(d.start, d.end), "date": d.value.isoformat() if d.value else None} for d in facts.dates],
    }  # fmt: skip


_TITLES = {
    "vi": (("Viện dẫn", "citations"), ("Ngày", "dates")),
    "en": (("Citations", "citations"), ("Dates", "dates")),
}


def lines(report: Report, lang: str = "vi") -> Iterator[str]:
    """Yield the facts as text."""
    data = record(report)
    yield data["path"]
    for name, item in data["identity"].items():
        if item["value"] not in (None, "", False):
            yield f"  {name:<9} {item['value']}" + (f"  ← {item['read']}" if item["read"] else "")
    for title, key in _TITLES[lang]:
        yield f"\n  {title} ({len(data[key])})"
        for item in data[key]:
            where = (
                f"{item['line']}:{item['column']}"
                if item["line"]
                else f"{'par. ' if lang == 'en' else 'đ.'}{item['paragraph']}"
            )
            meaning = (
                item.get("symbol")
                or item.get("date")
                or ("not understood" if lang == "en" else "không hiểu được")
            )
            yield f"    {where:>9}  {' '.join(item['text'].split())}  [{meaning}]"


def _evidence(report: Report, name: str) -> str | None:
    found = report.identity.evidence.get(name)
    if found is None or isinstance(found, str):
        return found
    return " ".join(report.document.text[found.start : found.end].split())


def _plain(value: object) -> object:
    return value.isoformat() if hasattr(value, "isoformat") else value
