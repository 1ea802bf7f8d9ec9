"""JSON, exactly the stable form of the reference (docs/reference/json.md): one document for all files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from reportlint.result import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.renderers import Look


def render(entries: Iterable[dict[str, Any]], look: Look) -> Iterator[str]:  # noqa: ARG001 - entries are in their language
    """Yield one JSON document, file by file; one that could not be read carries `error` instead of findings."""
    yield f'{{"version": {VERSION}, "files": ['
    for i, entry in enumerate(entries):
        yield (", " if i else "") + json.dumps(entry, ensure_ascii=False)
    yield "]}\n"
