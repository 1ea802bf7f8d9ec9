"""The table of cited documents in HTML: part of the report's page, or a page of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.renderers.cites import COLUMNS, cells
from reportlint.renderers.html_page import escaped, page
from reportlint.renderers.html_words import WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.cites import Cited


def table(rows: Sequence[Cited], lang: str = "vi") -> str:
    """Return the table; rows with contradictions are marked."""
    if not rows:
        return f"<p>{WORDS[lang]['none']}</p>"
    head = "".join(f'<th scope="col">{escaped(name)}</th>' for name in COLUMNS[lang])
    lines = []
    for number, row in enumerate(rows, 1):
        sort = "wrong" if row.contradictions else "unread" if not row.understood else ""
        made = "".join(
            f"<td>{'<br>'.join(escaped(line) for line in cell.split(chr(10)))}</td>"
            for cell in cells(row, number, lang)
        )
        lines.append(f'<tr class="{sort}">{made}</tr>')
    return f'<table class="cites"><thead><tr>{head}</tr></thead><tbody>{"".join(lines)}</tbody></table>'


def html(tables: Sequence[tuple[str, Sequence[Cited]]], lang: str = "vi") -> str:
    """Return a page with one table for each report."""
    title = WORDS[lang]["cited"]
    parts = [f"<h1>{title}</h1>"]
    for path, rows in tables:
        parts.append(f'<section class="sheet"><h2>{escaped(path)}</h2>{table(rows, lang)}</section>')
    return page(title, f'<main class="alone">{"".join(parts)}</main>', lang, script=False)
