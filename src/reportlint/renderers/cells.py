"""Text as a terminal shows it: how many cells a string takes, lines broken at words, a window cut out of a long line."""

from __future__ import annotations

import unicodedata

_EVEN = frozenset(
    "".join(map(chr, range(0x20, 0x300))) + "".join(map(chr, range(0x1EA0, 0x1EFA))) + "–—‘’“”…─·•₫↳→✖▲●✔›␣"
)
"""Letters that take one cell each, all those of Vietnamese among them: what consists of them need not be looked at singly."""


def width(text: str) -> int:
    """Return how many cells a text takes: wide letters two, combining marks and format characters none."""
    return len(text) if _EVEN.issuperset(text) else sum(map(_cells, text))


def _cells(char: str) -> int:
    if char < "\u0300":
        return 1
    if unicodedata.combining(char) or unicodedata.category(char) in {"Cf", "Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def wrap(text: str, columns: int, indent: str, *, start: int = 0) -> str:
    """Break a text at blanks; lines after the first start with `indent`. A word longer than a line is left whole.

    Args:
        text: what to break.
        columns: cells of a whole line.
        indent: what lines after the first start with.
        start: cells that stand before the text on its first line.
    """
    lines: list[str] = []
    line, room = "", columns - start  # room: cells left on the line
    for word in filter(
        None, text.replace("\n", " ").replace("\t", " ").split(" ")
    ):  # a no-break space holds words
        cells = width(word)
        if line and 1 + cells > room:
            lines.append(line)
            line, room = word, columns - len(indent) - cells
        else:
            line, room = (f"{line} {word}", room - 1 - cells) if line else (word, room - cells)
    return ("\n" + indent).join([*lines, line])


def window(before: str, quote: str, after: str, columns: int) -> tuple[str, str]:
    """Return one line of text around a quote that fits, and the underline below it. Control characters are shown as blanks."""
    before, quote, after = (_plain(part) for part in (before, quote, after))
    if width(quote) > columns - 4:
        half = (columns - 7) // 2
        quote = f"{_head(quote, half)} … {_tail(quote, half)}"
        before = after = ""
    room = columns - width(quote) - 4
    left = _tail(before, max(room // 2, room - width(after)))
    right = _head(after, room - width(left))
    shown_before = _cut_left(left, before)
    line = shown_before + quote + _cut_right(right, after)
    return line, " " * width(shown_before) + "─" * max(1, width(quote))


def _plain(text: str) -> str:
    return text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)


def _cut_left(shown: str, whole: str) -> str:
    """Drop the torn word at the cut, and mark the cut; context of full length was cut before it came here."""
    if len(shown) < len(whole) or len(whole) >= 40:
        _, blank, rest = shown.partition(" ")
        return "… " + (rest if blank else shown)
    return shown


def _cut_right(shown: str, whole: str) -> str:
    if len(shown) < len(whole) or len(whole) >= 40:
        rest, blank, _ = shown.rpartition(" ")
        return (rest if blank else shown) + " …"
    return shown


def _head(text: str, columns: int) -> str:
    """Return the longest beginning that fits."""
    if _EVEN.issuperset(text):
        return text[:columns]
    used = 0
    for i, char in enumerate(text):
        used += _cells(char)
        if used > columns:
            return text[:i]
    return text


def _tail(text: str, columns: int) -> str:
    """Return the longest end that fits, never starting with a combining mark."""
    if _EVEN.issuperset(text):
        return text[max(0, len(text) - columns) :]
    used = 0
    for i in range(len(text) - 1, -1, -1):
        used += _cells(text[i])
        if used > columns:
            return text[i + 1 :].lstrip("\u0300\u0301\u0303\u0309\u0323")
    return text
