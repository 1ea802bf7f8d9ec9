"""Regular expressions compiled when first used: most reports never ask for most of them, and compiling takes long."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


OPENED = '[“"]'
"""What stands before the first word of a quotation."""


def at_word(alternatives: str, *not_behind: str) -> str:
    r"""Return plain alternatives that stand at the beginning of a word, and not behind certain pieces of fixed length.

    Each looks back from behind its first letter: an expression that begins with `\b` is tried at every place of the text,
    one that begins with letters only where these stand, which is three to ten times faster.

    >>> at_word("Luật|Bộ luật")
    'L(?<!\\w.)uật|B(?<!\\w.)ộ luật'
    """
    look = "".join(f"(?<!{piece}.)" for piece in (r"\w", *not_behind))
    return "|".join(word[0] + look + word[1:] for word in alternatives.split("|"))


def listed(words: str) -> frozenset[str]:
    """Return the words of a list typed with bars between them, over as many lines as it takes.

    >>> sorted(listed("kể từ|qua"))
    ['kể từ', 'qua']
    """
    return frozenset(" ".join(word.split()) for word in words.split("|"))


def holds(text: str, pieces: tuple[str, ...]) -> bool:
    """Tell whether a text holds one of some pieces.

    >>> holds("Luật Đất đai", ("uật", "Pháp lệnh"))
    True
    """
    for piece in pieces:  # noqa: SIM110 - `any` takes three times as long, and this runs 10,000 times a report
        if piece in text:
            return True
    return False


_ADDRESS = re.compile(r"@|https?:|www\.|\.(?:vn|com|gov|edu|org|net|me|docx?|xlsx?|pdf)\b|\\")


def in_address(text: str, at: int) -> bool:
    """Tell whether what stands between the blanks around a place is an address: of a page, of a mailbox, of a file.

    >>> in_address("Xem ocop.gov.vn.", 5)
    True
    """
    end = text.find(" ", at)
    return _ADDRESS.search(text, text.rfind(" ", 0, at) + 1, end if end >= 0 else len(text)) is not None


_TYPED_LINE = re.compile(r"(?=.{3})[-–—_*=~\s]*(?:[oO0]{3}[-–—_*=~\s]*)?")


def is_typed_line(text: str) -> bool:
    """Tell whether a paragraph is a row of hyphens, underscores or stars, typed where a line is to be drawn.

    >>> is_typed_line("---o0o---")
    True
    """
    return _TYPED_LINE.fullmatch(text.strip()) is not None


class Pattern:
    """Stands for `re.Pattern`, with the methods that checks use; offsets are those of the whole text.

    >>> Pattern(r"[0-9]+").search("điểm 12").group()
    '12'
    """

    __slots__ = ("_compiled", "_flags", "needs", "source")

    def __init__(self, source: str, flags: re.RegexFlag = re.NOFLAG, *, needs: tuple[str, ...] = ()) -> None:
        """Take the source of the expression; a faulty one is noticed at the first use.

        `needs` are pieces of text of which every match holds one: where a paragraph has none, the expression is neither
        compiled nor tried. Looking for a piece takes a fiftieth of the time of a search that tries every place.
        """
        self.source, self._flags, self.needs = source, flags, needs
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself."""
        if self._compiled is None:
            self._compiled = re.compile(self.source, self._flags)
        return self._compiled

    def may_match(self, text: str) -> bool:
        """Tell whether a text holds one of the pieces needed."""
        return not self.needs or holds(text, self.needs)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Find the first place."""
        if not self.may_match(text):
            return None
        return self.compiled.search(text, start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Match at `start`."""
        return self.compiled.match(text, start, len(text) if end is None else end)

    def fullmatch(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Match the whole stretch."""
        return self.compiled.fullmatch(text, start, len(text) if end is None else end)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Find all places."""
        if not self.may_match(text):
            return iter(())
        return self.compiled.finditer(text, start, len(text) if end is None else end)

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Replace all places."""
        return self.compiled.sub(replacement, text)

    def split(self, text: str) -> list[str]:
        """Split at all places; the expression has no groups."""
        return [part or "" for part in self.compiled.split(text)]

    def count(self, text: str, start: int, end: int) -> int:
        """Count all places in a stretch."""
        return sum(1 for _ in self.compiled.finditer(text, start, end))
