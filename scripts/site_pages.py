"""A hook of MkDocs: adds the list of decisions, and shows links that lead out of docs/ (to the changelog, the examples, the packs) as text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_LINK_OUT = re.compile(r"\[([^\]]*)\]\(((?:\.\./)+[^)]*)\)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the list of decisions."""
    text = "\n".join(_decisions(Path(config.docs_dir) / "decisions")) + "\n"
    files.append(File.generated(config, "decisions/index.md", content=text))
    return files


def on_page_markdown(markdown: str, page: Any, **_: object) -> str:  # noqa: ANN401 - MkDocs' own
    """Show links that lead out of docs/ as text."""
    depth = page.file.src_uri.count("/")

    def kept(match: re.Match[str]) -> str:
        return match[0] if match[2].count("../") <= depth else match[1]

    return _LINK_OUT.sub(kept, markdown)


def _decisions(folder: Path) -> Iterable[str]:
    yield "# Quyết định thiết kế\n"
    for path in sorted(folder.glob("[0-9]*.md")):
        title = path.read_text("utf-8").splitlines()[0].lstrip("# ")
        if not path.name.startswith("0000"):
            yield f"- [{title}]({path.name})"
