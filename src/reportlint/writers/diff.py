r"""Unified differences: of the source for text formats, such as `patch` takes them; of the paragraphs for others."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.document import Document

NO_NEWLINE = "\\ No newline at end of file\n"


def unified(old: Document, new: Document, *, mark: str = "") -> str:
    """Return the difference between a document before and after; empty when there is none.

    `mark` is what the file begins with besides the text (a byte order mark), so that `patch` finds its first line.
    """
    path = old.path
    if old.source_text or new.source_text:
        before, after = _lines(mark + old.source_text), _lines(mark + new.source_text)
    else:
        before, after = ([f"{old_block}\n" for old_block in _paragraphs(document)] for document in (old, new))
    # A name with blanks ends at the tab, as `diff` and `git` write it.
    name = f"{path}\t" if " " in path else path
    return "".join(_terminated(difflib.unified_diff(before, after, name, name, lineterm="\n")))


def _lines(text: str) -> list[str]:
    r"""Split at `\n` alone: a lone `\r`, a form feed or U+2028 is no end of line for `patch`."""
    *whole, last = text.split("\n")
    return [*(f"{line}\n" for line in whole), *([last] if last else [])]


def _terminated(lines: Iterator[str]) -> Iterator[str]:
    """Say where the last line of a file has no end."""
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n{NO_NEWLINE}"


def _paragraphs(document: Document) -> list[str]:
    return [document.block_text(block).replace("\n", " ") for block in document.blocks]
