"""`reportlint cites`: the table of cited documents, each once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reportlint import loaders
from reportlint.cites import cited_table, contradictions_first
from reportlint.cli import files, options
from reportlint.cli.parser import one_of
from reportlint.cli.run_settings import RunSettings
from reportlint.errors import SettingsError, UnreadableError
from reportlint.pipeline import lint_document
from reportlint.writers import UnwritableError
from reportlint.writers import files as disk

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from reportlint.cites import Cited
    from reportlint.cli.parser import Parser

FORMATS = ("text", "csv", "json", "md", "html", "docx")
_SUFFIXES = {
    ".txt": "text",
    ".csv": "csv",
    ".json": "json",
    ".md": "md",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
}
_EPILOG = {
    "vi": """
Ví dụ
  reportlint cites bao-cao.docx                     in bảng văn bản viện dẫn
  reportlint cites bao-cao.docx -o vien-dan.docx    bảng trong tệp Word (csv, md, html, json tương tự)
  reportlint cites bao-cao.docx --sort conflicts    văn bản có mâu thuẫn lên đầu

Mã thoát  0 đã xong · 2 có tệp không đọc hoặc không ghi được""",
    "en": """
Examples
  reportlint cites report.docx                      print the table of documents cited
  reportlint cites report.docx -o cited.docx        the table in a Word file (csv, md, html, json alike)
  reportlint cites report.docx --sort conflicts     contradictions first

Exit code  0 done · 2 a file could not be read or written""",
}


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.epilog = _EPILOG[parser.lang]
    options.add_files(parser)
    group = parser.group("Bảng", "Table")
    parser.add(
        "--format",
        vi=", ".join(FORMATS),
        en=", ".join(FORMATS),
        group=group,
        type=one_of(*FORMATS),
        metavar="FORMAT",
    )
    parser.add("--output", "-o", vi="ghi vào tệp", en="write to a file", group=group, metavar="FILE")
    parser.add("--sort", vi="text: theo văn bản (mặc định); conflicts: mâu thuẫn lên đầu", en="text (default) or conflicts first",
               group=group, type=one_of("text", "conflicts"), default="text", metavar="ORDER")  # fmt: skip
    options.add_identity(parser)
    options.add_configuration(parser)


def run(args: argparse.Namespace) -> int:
    """Print or write the table of each file."""
    format_ = args.format or _SUFFIXES.get(Path(args.output).suffix.lower() if args.output else "", "text")
    if format_ == "docx" and not args.output and sys.stdout.isatty():
        raise SettingsError("dạng docx cần --output", "docx needs --output")
    runs = RunSettings(args)
    paths, missing = files.find(args.files or ["."], runs.root)
    for error in missing:
        print(f"reportlint: {error.said(args.lang)}", file=sys.stderr)
    trouble = bool(missing)
    tables: list[tuple[str, Sequence[Cited]]] = []
    for path in paths:
        name = (args.stdin_filename or "<stdin>") if path == "-" else path
        try:
            data = files.standard_input() if path == "-" else loaders.read(path)
            result = lint_document(loaders.load_bytes(data, name), runs.for_path(name))
        except UnreadableError as error:
            trouble = True
            print(f"reportlint: {error.said(args.lang)}", file=sys.stderr)
            continue
        rows = cited_table(result)
        tables.append((name, contradictions_first(rows) if args.sort == "conflicts" else rows))
    try:
        _put(_rendered(format_, tables, args.lang), format_, args.output)
    except UnwritableError as error:
        print(f"reportlint: {error.said(args.lang)}", file=sys.stderr)
        return 2
    return 2 if trouble else 0


def _rendered(format_: str, tables: Sequence[tuple[str, Sequence[Cited]]], lang: str) -> str | bytes:
    if format_ == "docx":
        from reportlint.renderers import cites_docx

        return cites_docx.document(tables, lang)
    if format_ == "html":
        from reportlint.renderers import html_cites

        return html_cites.html(tables, lang)
    from reportlint.renderers import cites

    if format_ == "csv":
        return cites.csv_text(tables, lang)
    if format_ == "json":
        return cites.json_text(tables)
    one = cites.markdown if format_ == "md" else cites.text
    return "\n".join(one(path, rows, lang) for path, rows in tables)


def _put(content: str | bytes, format_: str, output: str | None) -> None:
    """Write to the file, or to standard output. A CSV file begins with the mark by which Excel knows UTF-8."""
    if output:
        mark = "\ufeff" if format_ == "csv" else ""
        disk.write(Path(output), content if isinstance(content, bytes) else (mark + content).encode("utf-8"))
    elif isinstance(content, bytes):
        sys.stdout.buffer.write(content)
    else:
        sys.stdout.write(content)
