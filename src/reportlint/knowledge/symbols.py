"""How a document's symbol is compared, and the year it carries."""

from __future__ import annotations

from reportlint.knowledge.folding import fold_tone

_DASHES = str.maketrans({"–": "-", "—": "-", "‑": "-", "−": "-"})
_YEARS = range(1945, 2100)


def symbol_key(symbol: str) -> str:
    """Return a symbol without capitals, spaces and leading zeros, every dash a hyphen.

    ``05/2023/QĐ-UBND`` and ``5/2023/qđ–ubnd`` share one key; ``18-NQ/TW`` and ``18/NQ-TW`` do not.
    """
    joined = fold_tone("".join(symbol.lower().split())).translate(_DASHES)
    return joined.lstrip("0") or joined


def symbol_year(symbol: str) -> int | None:
    """Return the year between two slashes of a normative symbol, None where there is none."""
    parts = symbol.split("/")
    middle = parts[1].strip() if len(parts) > 2 else ""
    return int(middle) if middle.isdecimal() and int(middle) in _YEARS else None
