"""File addresses as editors write them, and paths."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

_DRIVE = re.compile(r"/[A-Za-z]:")


def path_of(uri: str) -> Path | None:
    """Return the path of a `file:` address on this machine; None for any other."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return None
    if parts.scheme != "file" or parts.netloc not in {"", "localhost"}:
        return None
    path = unquote(parts.path)
    if os.name == "nt" and _DRIVE.match(path):
        path = path[1:]
    return Path(path) if path and "\x00" not in path else None


def uri_of(path: Path) -> str:
    """Return the address of a path, made absolute."""
    text = path.absolute().as_posix()
    return "file://" + quote(text if text.startswith("/") else f"/{text}")


def name_of(uri: str) -> str:
    """Return what to call a text in messages: its path, or the address when it is in no file."""
    path = path_of(uri)
    return str(path) if path else uri
