"""Renderers: entries of files → text in one of the output formats. Each is a module with `render(entries, look)`."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Entry = dict[str, Any]

FORMATS: dict[str, tuple[str, str, str]] = {
    "text": ("text", "cho người đọc", "for people"),
    "json": ("json_output", "JSON, một tài liệu", "JSON, one document"),
    "jsonl": ("jsonl", "JSON, mỗi tệp một dòng", "JSON, one line for each file"),
    "sarif": ("sarif", "SARIF 2.1.0", "SARIF 2.1.0"),
    "junit": ("junit", "JUnit XML", "JUnit XML"),
    "github": ("github", "chú thích của GitHub Actions", "annotations of GitHub Actions"),
    "gitlab": ("gitlab", "Code Quality của GitLab", "GitLab Code Quality"),
    "checkstyle": ("checkstyle", "Checkstyle XML", "Checkstyle XML"),
    "html": ("html", "một trang để xem và in", "a page to read and print"),
}
"""Format → module, what it is in Vietnamese and in English."""
NEEDS_RESULTS = frozenset({"html"})
"""Formats that show the whole text, so that `Result`s are passed to them and not entries."""


@dataclass(frozen=True, slots=True)
class Look:
    """How output is to look. Formats for programs heed `lang` alone."""

    lang: str = "vi"
    color: bool = False
    width: int = 100
    """Columns of the terminal."""
    show_source: bool = True
    """Show the line with the place underlined."""
    statistics: bool = False
    """Count by rule instead of listing findings."""
    quiet: bool = False
    """Findings only: no line on what was read, no summary."""
    verbose: bool = False
    """Every place of a repeated fault, and why each rule could not look."""


def renderer(name: str) -> Callable[[Iterable[Any], Look], Iterator[str]]:
    """Import one renderer. Raises KeyError for a name that is none."""
    found: Callable[[Iterable[Any], Look], Iterator[str]] = import_module(
        f"reportlint.renderers.{FORMATS[name][0]}"
    ).render
    return found


def count(entry: Entry, severity: str) -> int:
    """Return how many findings of one severity a file has."""
    return sum(finding["severity"] == severity for finding in entry["findings"])
