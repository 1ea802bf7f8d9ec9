"""Code points ↔ the positions of LSP: line and character from 0, characters counted in UTF-8, UTF-16 or UTF-32 units."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Literal

from reportlint.lsp.jsonrpc import INVALID_PARAMS, RpcError

if TYPE_CHECKING:
    from reportlint.lsp.jsonrpc import Json

Encoding = Literal["utf-8", "utf-16", "utf-32"]
_LINE_END = re.compile(r"\r\n|\n|\r")


def negotiated(capabilities: Json) -> Encoding:
    """Choose the encoding that the client likes best of those it offers; UTF-16 when it says nothing."""
    offered = (capabilities.get("general") or {}).get("positionEncodings") or ()
    known: tuple[Encoding, ...] = ("utf-8", "utf-16", "utf-32")
    return next((encoding for name in offered for encoding in known if name == encoding), "utf-16")


class LineIndex:
    """The lines of one text. Made for each version; costs one pass over the text."""

    def __init__(self, text: str, encoding: Encoding) -> None:
        """Index a text."""
        self.text, self.encoding = text, encoding
        self._alike = encoding == "utf-32" or _units(text, encoding) == len(text)
        """Whether every character is one unit, so that nothing has to be counted."""
        if "\r" in text:
            self._starts = [0, *(m.end() for m in _LINE_END.finditer(text))]
        else:
            self._starts, at = [0], text.find("\n")
            while at >= 0:
                self._starts.append(at + 1)
                at = text.find("\n", at + 1)

    @property
    def line_count(self) -> int:
        """How many lines there are; a text that ends with a line end has an empty last one."""
        return len(self._starts)

    def position(self, offset: int) -> Json:
        """Return the position of an offset."""
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(self._starts, offset) - 1
        start = self._starts[line]
        return {
            "line": line,
            "character": offset - start if self._alike else _units(self.text[start:offset], self.encoding),
        }

    def range(self, start: int, end: int) -> Json:
        """Return the range between two offsets."""
        return {"start": self.position(start), "end": self.position(end)}

    def offset(self, position: Json) -> int:
        """Return the offset of a position. Beyond the line it is the line's end, beyond the text the text's end.

        Raises `RpcError` for what is no position at all.
        """
        line, character = _checked(position)
        if line >= len(self._starts):
            return len(self.text)
        content = self._line(line)
        return self._starts[line] + _code_points(
            content, character, "utf-32" if self._alike else self.encoding
        )

    def line_of(self, offset: int) -> int:
        """Return the number of the line that holds an offset, from 0."""
        return bisect_right(self._starts, min(max(offset, 0), len(self.text))) - 1

    def line_end(self, line: int) -> int:
        """Return the offset behind the last character of a line, before its end mark."""
        return self._starts[line] + len(self._line(line))

    def line_start(self, line: int) -> int:
        """Return the offset of the first character of a line."""
        return self._starts[line]

    def _line(self, line: int) -> str:
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self.text)
        return self.text[self._starts[line] : end].rstrip("\r\n")


def _checked(position: object) -> tuple[int, int]:
    if isinstance(position, dict):
        line, character = position.get("line"), position.get("character")
        if isinstance(line, int) and isinstance(character, int) and line >= 0 and character >= 0:
            return line, character
    raise RpcError(INVALID_PARAMS, f"not a position: {position!r}")


def _width(char: str, encoding: Encoding) -> int:
    if encoding == "utf-16":
        return 2 if char > "\uffff" else 1
    return len(char.encode("utf-8", "surrogatepass")) if encoding == "utf-8" else 1


def _units(text: str, encoding: Encoding) -> int:
    """Count the units of a text."""
    if encoding == "utf-32" or text.isascii():
        return len(text)
    if encoding == "utf-8":
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _code_points(line: str, units: int, encoding: Encoding) -> int:
    """Count the code points that so many units make; a position inside a character goes to its start."""
    if encoding == "utf-32" or line.isascii():
        return min(units, len(line))
    passed = 0
    for i, char in enumerate(line):
        passed += _width(char, encoding)
        if passed > units:
            return i
    return len(line)
