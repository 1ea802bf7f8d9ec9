"""What the XML outputs share: escaping, and leaving out what XML cannot carry."""

from __future__ import annotations


def attribute(value: object) -> str:
    """Return a value as a quoted attribute."""
    text = (
        _allowed(str(value))
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
    )
    return '"' + text.replace("\n", "&#10;").replace("\t", "&#9;") + '"'


def content(value: str) -> str:
    """Return a text as content of an element."""
    return _allowed(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _allowed(text: str) -> str:
    """Replace characters that may not stand in XML 1.0."""
    if text.isprintable():
        return text
    return "".join(
        c
        if c.isprintable() or c in "\n\t" or ("\xa0" <= c < "\ud800") or ("\ue000" <= c < "\ufffe")
        else "\ufffd"
        for c in text
    )
