"""Workflow commands of GitHub Actions, which become annotations on the changed files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlint.renderers.words import place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.renderers import Look

_COMMAND = {"error": "error", "warning": "warning", "info": "notice"}


def render(entries: Iterable[dict[str, Any]], look: Look) -> Iterator[str]:
    """Yield one command a finding."""
    for entry in entries:
        file = f"file={_property(entry['path'])}"
        if error := entry.get("error"):
            yield f"::error {file}::{_data(error['cause'])}\n"
        for finding in entry["findings"]:
            yield f"::{_COMMAND[finding['severity']]} {file}{_span(finding)},title={_property(finding['code'])}::{_message(finding, look.lang)}\n"


def _span(finding: dict[str, Any]) -> str:
    if not finding["start"]:
        return ""
    start, end = finding["start"], finding["end"]
    columns = (
        f",col={start['column']},endColumn={max(start['column'], end['column'] - 1)}"
        if start["line"] == end["line"]
        else ""
    )
    return f",line={start['line']},endLine={end['line']}{columns}"


def _message(finding: dict[str, Any], lang: str) -> str:
    """Name the place where the format has no lines."""
    return _data(finding["message"] if finding["start"] else f"{place(finding, lang)}: {finding['message']}")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
