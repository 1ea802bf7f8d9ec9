"""`reportlint outline`: the parts of a report and the tree of its sections, as they were read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from reportlint.cli import reading

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from reportlint.report import Report

configure = reading.configure
PARTS = {
    "national_name": "Quốc hiệu", "motto": "Tiêu ngữ", "party_name": "Tiêu đề Đảng", "union_name": "Tiêu đề Đoàn", "superior_body": "Cơ quan chủ quản",
    "issuing_body": "Cơ quan ban hành", "number_symbol": "Số, ký hiệu", "place_date": "Địa danh, ngày", "kind_title": "Tên loại",
    "subject": "Trích yếu", "addressee": "Kính gửi", "closing": "Phần kết", "recipients": "Nơi nhận",
    "signature_block": "Phần chữ ký", "signer_name": "Người ký",
}  # fmt: skip


def run(args: argparse.Namespace) -> int:
    """Print the outline of each file."""
    reports = reading.Reports(args)
    for report in reports:
        if args.format == "json":
            print(json.dumps(record(report), ensure_ascii=False))
        else:
            print("\n".join(lines(report, args.lang)))
    return reports.exit_code


def lines(report: Report, lang: str) -> Iterator[str]:
    """Yield parts with their lines, then the sections, indented by their level."""
    document, outline = report.document, report.outline
    yield document.path
    for name, title in PARTS.items():
        span = outline.parts.get(name)
        found = (
            " ".join(document.text[span.start : span.end].split())
            if span
            else ("– missing" if lang == "en" else "– không thấy")
        )
        yield f"  {name if lang == 'en' else title:<17} {_where(report, span.start, lang) if span else '':>7}  {_cut(found)}"
    yield ""
    for section in outline.sections:
        title = " ".join(document.text[section.title_start : section.title_end].split())
        yield f"  {'  ' * (section.level - 1)}{section.number}{section.mark} {_cut(title)}  ({_where(report, section.start, lang)})"


def _where(report: Report, offset: int, lang: str) -> str:
    place = report.document.place(offset)
    line, paragraph = ("l.", "par.") if lang == "en" else ("d.", "đ.")
    return f"{line}{place.line}" if place.line else f"{paragraph}{place.paragraph}"


def _cut(text: str, most: int = 72) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def record(report: Report) -> dict[str, Any]:
    """Return the outline as plain data."""
    document, outline = report.document, report.outline

    def at(start: int, end: int) -> dict[str, Any]:
        place = document.place(start)
        return {
            "text": document.text[start:end],
            "line": place.line,
            "page": place.page,
            "paragraph": place.paragraph,
        }

    return {
        "path": document.path,
        "kind": outline.kind or None,
        "parts": {name: at(span.start, span.end) for name, span in outline.parts.items()},
        "sections": [
            {
                "path": s.path,
                "number": s.number,
                "level": s.level,
                "heading": s.heading,
                **at(s.title_start, s.title_end),
            }
            for s in outline.sections
        ],
    }
