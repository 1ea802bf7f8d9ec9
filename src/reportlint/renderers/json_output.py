"""JSON, exactly the stable form of the design; and JSON lines, one file a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reportlint.result import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.errors import UnreadableError
    from reportlint.result import Result


def render(results: Iterable[Result | UnreadableError], *, lang: str = "vi") -> str:
    """Return one JSON document for all files; a file that could not be read carries `error` instead of findings."""
    files = [entry(result, lang=lang) for result in results]
    return json.dumps({"version": VERSION, "files": files}, ensure_ascii=False) + "\n"


def entry(result: Result | UnreadableError, *, lang: str = "vi") -> dict[str, object]:
    """Return the entry of one file."""
    if isinstance(result, Exception):
        return {"path": result.path, "error": {"code": result.code, "cause": result.cause}, "findings": []}
    return result.to_dict(lang=lang)
