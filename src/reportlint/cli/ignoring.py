"""`reportlint check --add-ignore REASON`: write a remark behind each paragraph that has findings, so that they are passed over."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reportlint import batch
from reportlint.cli.checking import RANK
from reportlint.errors import ReportlintError, SettingsError, UnreadableError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from reportlint.cli.run_settings import RunSettings
    from reportlint.result import Result

_BOM = b"\xef\xbb\xbf"
FORMATS = frozenset({"md", "html"})
"""Formats whose source can carry a comment that no reader of the report sees."""


def add_ignores(
    paths: list[str], missing: Iterable[UnreadableError], args: argparse.Namespace, runs: RunSettings
) -> int:
    """Write the remarks and say how many; return 2 when a file could not be treated."""
    reason = " ".join(args.add_ignore.split())
    if not reason or "--" in reason:
        raise SettingsError(
            "--add-ignore cần một lý do, không có “--” bên trong",
            "--add-ignore needs a reason, without “--” in it",
        )
    errors: list[ReportlintError] = list(missing)
    for path in paths:
        try:
            result = batch.lint_job(batch.Job(path, runs.for_path(path)))
            least = RANK[args.severity] if args.severity else 0
            count = _add(result, reason, least)
            print(_told(path, count, args.lang))
        except ReportlintError as error:
            errors.append(error)
    for trouble in errors:
        print(f"reportlint: {trouble.said(args.lang)}", file=sys.stderr)
    return 2 if errors else 0


def _told(path: str, count: int, lang: str) -> str:
    if lang == "en":
        return f"{path}: {count} passed over from now on" if count else f"{path}: nothing to pass over"
    return f"{path}: đã ghi chú bỏ qua {count} chỗ" if count else f"{path}: không có gì để bỏ qua"


def _add(result: Result, reason: str, least: int) -> int:
    document = result.report.document
    found = [f for f in result.findings if RANK[f.severity] >= least]
    if document.format not in FORMATS:
        raise UnreadableError(
            result.path,
            f"tệp .{document.format} không mang được ghi chú kiểu này; hãy dùng: reportlint baseline",
            f".{document.format} cannot carry such a remark; use: reportlint baseline",
        )
    codes: dict[int, set[str]] = {}
    for finding in found:
        block = document.block_at(finding.start)
        at = document.source.end_anchor(block.end).offset
        codes.setdefault(at, set()).add(finding.code)
    text = document.source_text
    for at in sorted(codes, reverse=True):
        text = f"{text[:at]}<!-- reportlint: bỏ qua {', '.join(sorted(codes[at]))}: {reason} -->{text[at:]}"
    if codes:
        _rewrite(Path(result.path), document.source_text, text)
    return len(found)


def _rewrite(path: Path, old: str, new: str) -> None:
    """Write the new text in place of the old, keeping a byte order mark; refuse another encoding than UTF-8."""
    data = path.read_bytes()
    mark = _BOM if data.startswith(_BOM) else b""
    if data != mark + old.encode("utf-8"):
        raise UnreadableError(
            str(path),
            "tệp không phải UTF-8 hoặc vừa bị thay đổi; chưa ghi gì",
            "the file is not UTF-8 or has just changed; nothing was written",
        )
    path.write_bytes(mark + new.encode("utf-8"))
