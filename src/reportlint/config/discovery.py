"""Finding the configuration of a file: the nearest reportlint.toml, or pyproject.toml with [tool.reportlint], upward."""

from __future__ import annotations

from functools import cache
from pathlib import Path

NAMES = ("reportlint.toml", ".reportlint.toml", "pyproject.toml")


def nearest(path: str) -> str:
    """Return the configuration for a file or folder; empty when there is none above it."""
    full = Path(path).absolute()
    return _nearest(full if full.is_dir() else full.parent)


@cache
def _nearest(folder: Path) -> str:
    for name in NAMES:
        candidate = folder / name
        if candidate.is_file() and (name != "pyproject.toml" or _speaks_to_us(candidate)):
            return str(candidate)
    return "" if folder.parent == folder else _nearest(folder.parent)


def _speaks_to_us(pyproject: Path) -> bool:
    """Tell whether a pyproject.toml has our table, without parsing it."""
    try:
        return b"[tool.reportlint" in pyproject.read_bytes()
    except OSError:
        return False
