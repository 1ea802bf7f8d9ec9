"""JSON lines: the entry of one file a line, written as soon as it is there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from reportlint.result import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.renderers import Look


def render(entries: Iterable[dict[str, Any]], look: Look) -> Iterator[str]:  # noqa: ARG001 - entries are in their language
    """Yield one line a file, each with the version of the form."""
    for entry in entries:
        yield json.dumps({"version": VERSION, **entry}, ensure_ascii=False) + "\n"
