"""Findings of all reports in the folders of the workspace that are not open."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from reportlint.errors import ReportlintError
from reportlint.loaders.decoding import decode
from reportlint.lsp.analysis import MAX_TEXT, analyse
from reportlint.lsp.diagnostics import diagnostics, result_id
from reportlint.lsp.jsonrpc import REQUEST_CANCELLED, RpcError
from reportlint.lsp.positions import LineIndex
from reportlint.lsp.progress import Progress
from reportlint.lsp.stages import History
from reportlint.lsp.texts import Text
from reportlint.lsp.uris import path_of, uri_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.lsp.jsonrpc import Json
    from reportlint.lsp.session import Session

SUFFIXES = {".md": "markdown", ".markdown": "markdown", ".txt": "plaintext"}
MAX_FILES = 2000
_PASSED_OVER = {"node_modules", "__pycache__", "build", "dist"}


def workspace_diagnostics(session: Session, params: Json) -> Json:
    """Answer `workspace/diagnostic`. Files are linted one by one; a cancellation is seen between two of them."""
    known = {
        p["uri"]: p.get("value")
        for p in params.get("previousResultIds") or ()
        if isinstance(p, dict) and "uri" in p
    }
    paths = list(_reports(session))
    english = session.workspace.options.lang == "en"
    progress = Progress(session, params, "Checking reports" if english else "Kiểm tra các báo cáo")
    items = []
    for done, path in enumerate(paths):
        if session.cancelled():
            progress.end("cancelled" if english else "đã dừng")
            raise RpcError(REQUEST_CANCELLED, "cancelled")
        progress.at(done, len(paths), path.name)
        if (item := _item(session, path, known)) is not None:
            items.append(item)
    progress.end(f"{len(items)}/{len(paths)}")
    return {"items": items}


def _reports(session: Session) -> Iterator[Path]:
    """The text files below the roots, hidden folders left out, in a steady order."""
    count = 0
    for root in session.root_uris:
        top = path_of(root)
        for folder, folders, files in os.walk(top) if top else ():
            folders[:] = sorted(
                name for name in folders if not name.startswith(".") and name not in _PASSED_OVER
            )
            for name in sorted(files):
                if Path(name).suffix.lower() in SUFFIXES:
                    if count == MAX_FILES:
                        return
                    count += 1
                    yield Path(folder, name)


def _item(session: Session, path: Path, known: dict[str, object]) -> Json | None:
    """The entry of one file; None for one that is open, or cannot be read as text."""
    uri, workspace = uri_of(path), session.workspace
    if uri in workspace.texts:
        return None
    try:
        if path.stat().st_size > MAX_TEXT:
            return None
        content = decode(path.read_bytes(), str(path))
        text = Text(uri, SUFFIXES[path.suffix.lower()], 0, LineIndex(content, workspace.encoding))
        result = result_id(text, session.workspace)
        if known.get(uri) == result:
            return {"kind": "unchanged", "uri": uri, "version": None, "resultId": result}
        found = diagnostics(analyse(text, workspace.settings(uri), History()), workspace.options)
    except (OSError, ReportlintError):
        return None
    return {"kind": "full", "uri": uri, "version": None, "resultId": result, "items": found}
