"""The case of a word, carried over to its correction."""

from __future__ import annotations


def like(model: str, text: str) -> str:
    """Return `text` in the case of `model`: all capitals, a capital first letter, or as it is."""
    if len(model) > 1 and model.isupper():
        return text.upper()
    return text[:1].upper() + text[1:] if model[:1].isupper() else text
