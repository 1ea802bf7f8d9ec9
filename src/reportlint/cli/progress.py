"""The progress bar, on standard error, when it is a terminal and there are many files."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.batch import Entry

FEW = 8
"""Fewer files are done before a bar would help."""


def shown(entries: Iterable[Entry], total: int, lang: str) -> Iterator[Entry]:
    """Pass the entries on, and show how far it has come."""
    if total < FEW:
        yield from entries
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # The bar must not catch what is printed: results go straight to standard output.
    with Progress(
        *columns,
        console=Console(file=sys.stderr),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    ) as bar:
        task = bar.add_task("Checking" if lang == "en" else "Đang kiểm tra", total=total)
        for entry in entries:
            if not sys.stdout.isatty():  # with both on one terminal the bar would stand in the text
                bar.update(task, advance=1)
            yield entry
