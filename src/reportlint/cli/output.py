"""Writes the entries: one output or several, to the terminal or to files."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reportlint.cli.checking import limited
from reportlint.cli.parser import meant
from reportlint.errors import SettingsError, system_cause
from reportlint.renderers import FORMATS, NEEDS_RESULTS, Look, renderer

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable

    from reportlint.batch import Entry

_SUFFIXES = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".sarif": "sarif",
    ".xml": "junit",
    ".html": "html",
    ".htm": "html",
}


def outputs(args: argparse.Namespace) -> list[tuple[str, str | None]]:
    """Return the outputs asked for as (format, file); file None is standard output. Raises `SettingsError`."""
    asked = [
        (name or _SUFFIXES.get(Path(file or "").suffix, "text"), file) for name, file in args.outputs
    ] or [("text", None)]
    for name, _ in asked:
        _renderer(name)
    if sum(file is None for _, file in asked) > 1:
        raise SettingsError(
            "chỉ một dạng kết quả in ra màn hình; dạng khác cần --output-file",
            "only one output can go to the terminal; the others need --output-file",
        )
    return asked


def write(entries_of: Callable[..., Iterable[Entry]], args: argparse.Namespace) -> None:
    """Render the entries into every output; they come from `entries_of(full=…)`. A single output is written as files are read."""
    asked = outputs(args)
    full = any(name in NEEDS_RESULTS for name, _ in asked)
    entries = entries_of(full=full)
    if len(asked) > 1:
        entries = list(entries)
    for name, file in asked:
        shown = entries if name in NEEDS_RESULTS else limited(map(_plain, entries), args.max_findings)
        chunks = _renderer(name)(shown, look_of(args, to_file=file is not None))
        if file is None:
            for chunk in chunks:
                sys.stdout.write(chunk)
                sys.stdout.flush()
        else:
            _write_file(Path(file), "".join(chunks))


def _plain(entry: Entry) -> Entry:
    """Return an entry without its `Result`."""
    return {key: value for key, value in entry.items() if key != "result"}


def _renderer(name: str) -> Callable[[Iterable[Entry], Look], Iterable[str]]:
    if name in FORMATS:
        return renderer(name)
    from reportlint.plugins import renderer_of

    if found := renderer_of(name):
        return found
    guess = meant(name, FORMATS)
    known = ", ".join(FORMATS)
    raise SettingsError(
        f"không có dạng kết quả “{name}”" + (f"; có phải “{guess}”?" if guess else f" (có: {known})"),
        f"there is no output format “{name}”"
        + (f"; did you mean “{guess}”?" if guess else f" (there are: {known})"),
    )


def _write_file(path: Path, text: str) -> None:
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        why = system_cause(error)
        raise SettingsError(
            f"không ghi được {path}: {why.vi}", f"{path} cannot be written: {why.en}"
        ) from error


def look_of(args: argparse.Namespace, *, to_file: bool = False) -> Look:
    """Tell how the output is to look: colour only on a terminal, unless asked for, and never with NO_COLOR."""
    terminal = sys.stdout.isatty() and not to_file
    color = args.color == "always" or (
        args.color == "auto"
        and terminal
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") != "dumb"
    )
    return Look(
        args.lang,
        color,
        _width(terminal=terminal),
        args.show_source,
        args.statistics,
        args.quiet,
        args.verbose,
    )


def _width(*, terminal: bool) -> int:
    """Return the columns to write in: those of the terminal, COLUMNS, or 100."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isdigit() and int(asked) > 0:
        return max(40, int(asked))
    if terminal:
        try:
            columns = os.get_terminal_size(sys.stdout.fileno()).columns
        except OSError:
            columns = 0
        if columns:
            return max(40, min(120, columns))
    return 100
