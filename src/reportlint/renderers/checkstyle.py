"""Checkstyle XML, which many review tools read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlint.renderers.xml import attribute

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.renderers import Look


def render(entries: Iterable[dict[str, Any]], look: Look) -> Iterator[str]:  # noqa: ARG001 - entries are in their language
    """Yield the document, file by file."""
    yield '<?xml version="1.0" encoding="utf-8"?>\n<checkstyle version="4.3">\n'
    for entry in entries:
        yield f" <file name={attribute(entry['path'])}>\n"
        if error := entry.get("error"):
            yield f'  <error line="1" severity="error" message={attribute(error["cause"])} source={attribute("reportlint." + error["code"])}/>\n'
        for finding in entry["findings"]:
            start = finding["start"] or {"line": 1, "column": 1}
            source = attribute(f"reportlint.{finding['code']}")
            yield (
                f'  <error line="{start["line"]}" column="{start["column"]}" severity="{finding["severity"]}"'
                f" message={attribute(finding['message'])} source={source}/>\n"
            )
        yield " </file>\n"
    yield "</checkstyle>\n"
