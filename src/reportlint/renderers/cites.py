"""The table of cited documents as text, CSV, JSON, Markdown; HTML and Word are modules of their own."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportlint.cites import Cited, Met

VERSION = 1
COLUMNS = {
    "vi": ("TT", "Loại", "Số, ký hiệu", "Ngày", "Cơ quan ban hành", "Trích yếu", "Cách viết", "Vị trí", "Cần xem lại", "Danh mục"),
    "en": ("No.", "Type", "Symbol", "Date", "Issuer", "Subject", "Written as", "Where", "Contradictions", "Register"),
}  # fmt: skip
KNOWN = {
    "vi": {"known": "có", "differs": "khác ngày", "absent": "chưa có", "not-central": ""},
    "en": {"known": "known", "differs": "other date", "absent": "not there", "not-central": ""},
}
UNREAD = {"vi": "không hiểu được", "en": "not understood"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cells(row: Cited, number: int, lang: str = "vi") -> tuple[str, ...]:
    """Return a row as the texts of its columns; several items in one cell are parted by line ends."""
    faults = [f"{c.message} ({c.code})" for c in row.contradictions] + (
        [] if row.understood else [UNREAD[lang]]
    )
    return (
        str(number),
        row.type,
        row.symbol,
        row.date,
        row.issuer,
        row.subject or row.known_title,
        "\n".join(f"{form} (×{count})" if count > 1 else form for form, count in row.forms),
        "\n".join(dict.fromkeys(where(place, lang) for place in row.places)),
        "\n".join(faults),
        KNOWN[lang][row.known],
    )


def where(place: Met, lang: str = "vi") -> str:
    """Name a place: section, then page and paragraph, or the line."""
    vi = lang == "vi"
    parts = [f"{'mục' if vi else 'sec.'} {place.section}"] if place.section else []
    if place.line:
        parts.append(f"{'dòng' if vi else 'line'} {place.line}")
    else:
        parts += [f"{'trang' if vi else 'p.'} {place.page}"] if place.page else []
        parts += [f"{'đoạn' if vi else 'par.'} {place.paragraph}"] if place.paragraph else []
    return ", ".join(parts)


def text(path: str, rows: Sequence[Cited], lang: str = "vi") -> str:
    """Return the table for a terminal: a line for each document, and below it what differs."""
    vi = lang == "vi"
    wrong = sum(bool(row.contradictions) for row in rows)
    unread = sum(not row.understood for row in rows)
    head = f"{path}: {len(rows)} văn bản được viện dẫn" if vi else f"{path}: {len(rows)} documents cited"
    head += (f", {wrong} cần xem lại" if vi else f", {wrong} with contradictions") if wrong else ""
    head += (f", {unread} không hiểu được" if vi else f", {unread} not understood") if unread else ""
    lines = [head]
    for number, row in enumerate(rows, 1):
        _, kind, symbol, date, issuer, subject, forms, places, faults, known = cells(row, number, lang)
        sign = "▲" if row.contradictions else "?" if not row.understood else " "
        dated = f"{'ngày' if vi else 'of'} {date}" if date and symbol else date
        title = " ".join(part for part in (kind if symbol else "", symbol, dated if symbol else "") if part)
        title = title or f"{subject} {dated}".strip()
        lines.append(
            f"{number:4} {sign} {title}{f' · {issuer}' if issuer and symbol else ''}{f' · {subject}' if subject and symbol else ''}"
        )
        met = "; ".join(places.split("\n"))
        lines.append(
            f"         {len(row.places)}× {met}{f' · danh mục: {known}' if known and vi else f' · register: {known}' if known else ''}"
        )
        if len(row.forms) > 1:
            lines.append(f"         {'viết' if vi else 'written'}: {'; '.join(forms.splitlines())}")
        lines += [f"         ▲ {fault}" for fault in faults.splitlines()]
    return "\n".join(lines) + "\n"


def csv_text(tables: Iterable[tuple[str, Sequence[Cited]]], lang: str = "vi") -> str:
    """Return all tables as one CSV, the file in front. A cell that a spreadsheet would take for a formula is defused."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(("Tệp" if lang == "vi" else "File", *COLUMNS[lang]))
    for path, rows in tables:
        for number, row in enumerate(rows, 1):
            writer.writerow([_plain(cell) for cell in (path, *cells(row, number, lang))])
    return out.getvalue()


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def markdown(path: str, rows: Sequence[Cited], lang: str = "vi") -> str:
    """Return the table in Markdown."""
    title = "Văn bản được viện dẫn" if lang == "vi" else "Documents cited"
    lines = [f"## {title}: {path}", "", f"| {' | '.join(COLUMNS[lang])} |", f"|{'---|' * len(COLUMNS[lang])}"]
    for number, row in enumerate(rows, 1):
        lines.append(f"| {' | '.join(_escaped(cell) for cell in cells(row, number, lang))} |")
    return "\n".join([*lines, ""])


def _escaped(cell: str) -> str:
    for mark in "\\`*_[]<>|&":
        cell = cell.replace(
            mark, f"\\{mark}" if mark not in "<>&" else {"<": "&lt;", ">": "&gt;", "&": "&amp;"}[mark]
        )
    return cell.replace("\n", "<br>")


def json_text(tables: Iterable[tuple[str, Sequence[Cited]]]) -> str:
    """Return all tables as one JSON document."""
    files = [{"path": path, "documents": [record(row) for row in rows]} for path, rows in tables]
    return json.dumps({"version": VERSION, "files": files}, ensure_ascii=False) + "\n"


def record(row: Cited) -> dict[str, Any]:
    """Return a row as plain data."""
    return {
        "type": row.type or None,
        "symbol": row.symbol or None,
        "date": row.iso or None,
        "date_text": row.date or None,
        "issuer": row.issuer or None,
        "subject": row.subject or None,
        "forms": [{"text": form, "count": count} for form, count in row.forms],
        "mentions": [
            {
                "text": m.text,
                "section": m.section or None,
                "line": m.line,
                "page": m.page,
                "paragraph": m.paragraph,
            }
            for m in row.places
        ],
        "contradictions": [
            {"code": c.code, "message": c.message, "quote": c.quote} for c in row.contradictions
        ],
        "register": {"status": row.known, "title": row.known_title or None},
        "understood": row.understood,
    }
