"""An output: one line a finding, fields with tabs between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint import Look


def render(entries: Iterable[dict[str, Any]], look: Look) -> Iterator[str]:  # noqa: ARG001 - the shape of a renderer
    """Yield the lines. An entry is an item of `files` in the JSON output."""
    for entry in entries:
        for finding in entry["findings"]:
            line = finding["start"]["line"] if finding["start"] else ""
            yield (
                "\t".join((entry["path"], str(line), finding["code"], finding["quote"], finding["message"]))
                + "\n"
            )
