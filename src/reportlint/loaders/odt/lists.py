"""Lists of an ODT file: the labels that stand before their paragraphs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportlint.loaders.docx.numbering import count_as
from reportlint.loaders.docx.symbols import symbol
from reportlint.loaders.odt.names import q

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

_SHAPES = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "": "none",
}
_NUMBER, _BULLET = q("text:list-level-style-number"), q("text:list-level-style-bullet")
LEVELS = 10


@dataclass
class Lists:
    """All list styles, counting as the items come by."""

    roots: Iterable[_Element]
    _levels: dict[str, dict[int, _Element]] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read the list styles."""
        for root in self.roots:
            for style in root.iter(q("text:list-style")):
                levels = {
                    _whole(e.get(q("text:level"))) or 1: e for e in style if e.tag in {_NUMBER, _BULLET}
                }
                self._levels.setdefault(style.get(q("style:name"), ""), levels)

    def begin(self, style: str, *, goes_on: bool) -> None:
        """Start a list that is not inside another one; a new list counts anew unless it goes on."""
        if not goes_on:
            self._counts[style] = {}

    def label(self, style: str, level: int, start: int | None) -> str:
        """Count an item (levels from 1) and return its label and a blank; "" when it has none."""
        levels = self._levels.get(style, {})
        found = levels.get(level)
        if found is None:
            return ""
        if found.tag == _BULLET:
            char = found.get(q("text:bullet-char"), "-")
            return "".join(symbol("", each) for each in char).strip() + " " if char.strip() else "- "
        counts = self._counts.setdefault(style, {})
        first = _whole(found.get(q("text:start-value"))) or 1
        counts[level] = start if start is not None else counts.get(level, first - 1) + 1
        for lower in range(level + 1, LEVELS + 1):
            counts.pop(lower, None)
        return self._shown(found, levels, counts, level)

    @staticmethod
    def _shown(found: _Element, levels: dict[int, _Element], counts: dict[int, int], level: int) -> str:
        shown = min(_whole(found.get(q("text:display-levels"))) or 1, level)
        parts = []
        for at in range(level - shown + 1, level + 1):
            shape = levels[at].get(q("style:num-format"), "1") if at in levels else "1"
            parts.append(count_as(_SHAPES.get(shape, "decimal"), counts.get(at, 1)))
        if not any(parts):
            return ""
        return (
            f"{found.get(q('style:num-prefix'), '')}{'.'.join(parts)}{found.get(q('style:num-suffix'), '')} "
        )


def _whole(value: str | None) -> int | None:
    return int(value) if value and value.isdecimal() else None
