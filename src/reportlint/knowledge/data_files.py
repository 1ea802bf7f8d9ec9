"""Reading the files under ``data/``, and looking up a key in a sorted one.

A question must cost microseconds and a run that never asks must pay nothing. So the
large tables stay one block of bytes, sorted, searched by bisection; only the lines
asked for become text.
"""

from __future__ import annotations

from pathlib import Path

_DATA = Path(__file__).with_name("data")


def read_bytes(name: str) -> bytes:
    """Return the whole data file ``name``."""
    return (_DATA / name).read_bytes()


def read_rows(name: str) -> list[str]:
    """Return the lines of a hand-written data file, without blanks and ``#`` comments."""
    text = (_DATA / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


class SortedLines:
    """Tab-separated UTF-8 lines in byte order, found by their first field."""

    __slots__ = ("_blob",)

    def __init__(self, blob: bytes) -> None:
        """Take a block of lines sorted by their bytes, each ended by a newline."""
        self._blob = blob

    def find(self, key: str) -> list[list[str]]:
        """Return the fields of every line whose first field is ``key``, in file order."""
        blob, target = self._blob, key.encode() + b"\t"
        start = self._first_not_below(target)
        found = []
        while blob.startswith(target, start):
            end = blob.index(b"\n", start)
            found.append(blob[start:end].decode().split("\t"))
            start = end + 1
        return found

    def rows(self, field: int = 0, values: tuple[str, ...] = ()) -> list[list[str]]:
        """Return the fields of every line, or of those whose field number ``field`` is one of ``values``."""
        lines = self._blob.split(b"\n")[:-1]
        if values:
            wanted = {value.encode() for value in values}
            lines = [line for line in lines if line.split(b"\t", field + 1)[field] in wanted]
        return [line.decode().split("\t") for line in lines]

    def _first_not_below(self, target: bytes) -> int:
        blob, low, high = self._blob, 0, len(self._blob)
        while low < high:
            middle = (low + high) // 2
            start = blob.rfind(b"\n", 0, middle) + 1
            if blob[start : start + len(target)] < target:
                low = blob.index(b"\n", middle) + 1
            else:
                high = start
        return low
