"""Which files are meant: files, folders, globs, and `-` for standard input."""

from __future__ import annotations

import os
import sys
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING

from reportlint.errors import UnreadableError
from reportlint.loaders import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlint.config.values import Config

_SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv"})


def find(words: Sequence[str], config: Config) -> tuple[list[str], list[UnreadableError]]:
    """Return the paths meant, each once, in the order given (folders: by name), and what could not be found."""
    suffixes = {*SUFFIXES}
    if config.plugins:
        from reportlint.plugins import suffixes_of

        suffixes |= {*suffixes_of(config.plugins)}
    paths: dict[str, None] = {}
    errors: list[UnreadableError] = []
    for word in words:
        try:
            paths.update(dict.fromkeys(_meant(word, config.exclude, suffixes)))
        except UnreadableError as error:
            errors.append(error)
    return list(paths), errors


def _meant(word: str, exclude: Sequence[str], suffixes: set[str]) -> list[str]:
    if word == "-":
        return [word]
    if os.path.isdir(word):  # noqa: PTH112 - the word is kept as typed
        if found := [path for path in _walk(Path(word), suffixes) if not excluded(path, exclude)]:
            return found
        kinds = ", ".join(sorted(suffixes - {".htm", ".markdown", ".docm"}))
        raise UnreadableError(
            word,
            f"thư mục không có báo cáo nào (tìm {kinds})",
            f"there is no report in this folder (looked for {kinds})",
        )
    if any(c in word for c in "*?[") and not os.path.exists(word):  # noqa: PTH110 - the same
        from glob import glob

        matched = sorted(glob(word, recursive=True))  # noqa: PTH207 - keeps paths as typed
        if found := [path for path in matched if Path(path).is_file() and not excluded(path, exclude)]:
            return found
        raise UnreadableError(word, "không có tệp nào khớp mẫu này", "no file fits this pattern")
    return [word]


def _walk(folder: Path, suffixes: set[str]) -> Iterator[str]:
    """Yield the reports below a folder; hidden ones, environments and the lock files of Word are left out."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.name.startswith((".", "~$")):
            continue
        if entry.is_dir(follow_symlinks=False):
            if entry.name not in _SKIPPED_FOLDERS:
                yield from _walk(Path(entry.path), suffixes)
        elif Path(entry.name).suffix.lower() in suffixes and entry.is_file():
            yield str(Path(entry.path))


def excluded(path: str, patterns: Sequence[str]) -> bool:
    """Tell whether a path, or one of its folders, matches a pattern."""
    parts = Path(path).parts
    return any(fnmatch(path, p) or any(fnmatch(part, p) for part in parts) for p in patterns)


def standard_input() -> bytes:
    """Return what stands on standard input."""
    return sys.stdin.buffer.read()
