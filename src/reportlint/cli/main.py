"""Entry point of the command."""

from __future__ import annotations

import sys

from reportlint.errors import UnreadableError
from reportlint.pipeline import lint_file


def main(argv: list[str] | None = None) -> int:
    """Run `reportlint check FILE…` (first sketch: JSON only)."""
    from reportlint.renderers.json_output import render  # noqa: PLC0415

    paths = [a for a in (argv or sys.argv[1:]) if not a.startswith("-") and a not in {"check", "json"}]
    results = []
    for path in paths:
        try:
            results.append(lint_file(path))
        except UnreadableError as error:
            results.append(error)
    sys.stdout.write(render(results))
    return 2 if any(isinstance(r, Exception) for r in results) else int(any(r.failed for r in results))
