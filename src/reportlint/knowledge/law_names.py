"""Finding a law by a name written with other capitals, a year, or small words left out."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from reportlint.knowledge.folding import fold_tone

if TYPE_CHECKING:
    from collections.abc import Iterable

Item = list[str]
_SMALL_WORDS = frozenset({"ở", "và", "của", "về", "các", "cho", "trong", "tại"})
_YEAR = re.compile(r"[\s,(]*(?:năm\s+)?(?:19|20)\d\d\)?$")
_NEAR_FROM_WORDS = 5
"""Shorter names are told apart by one word, so no near match is offered for them."""


def _plain(name: str) -> str:
    return " ".join(fold_tone(name.lower()).replace(",", " ").split())


def _wording(name: str) -> str:
    """Return the name as compared: no capitals, commas, trailing year or double spaces."""
    return _plain(_YEAR.sub("", name.strip()))


def _content(wording: str) -> frozenset[str]:
    return frozenset(wording.split()) - _SMALL_WORDS


class LawIndex:
    """Registry lines found by the name of the law they stand for."""

    def __init__(self, laws: Iterable[tuple[str, Item]]) -> None:
        """Take the name, without a year, and the fields of each law, the latest first."""
        items = list(laws)
        # One pass over all names: folding them one by one would double the time of the first question.
        folded = fold_tone("\n".join(name for name, _ in items).lower()).replace(",", " ")
        self._by_wording: dict[str, list[Item]] = {}
        for name, (_, item) in zip(folded.split("\n"), items, strict=True):
            self._by_wording.setdefault(" ".join(name.split()), []).append(item)

    @cached_property
    def _by_content(self) -> dict[frozenset[str], list[str]]:
        index: dict[frozenset[str], list[str]] = {}
        for wording in self._by_wording:
            index.setdefault(_content(wording), []).append(wording)
        return index

    def starting(self, prefix: str) -> tuple[Item, ...]:
        """Return the items whose name starts with ``prefix``, by name, each name's latest first."""
        start = _wording(prefix)
        names = sorted(name for name in self._by_wording if name.startswith(start))
        return tuple(item for name in names for item in self._by_wording[name])

    def named(self, name: str) -> tuple[Item, ...]:
        """Return the items of that name, latest first; small words may be missing."""
        match = self._match(_wording(name))
        return tuple(self._by_wording[match]) if match else ()

    def closest(self, name: str) -> tuple[Item, bool] | None:
        """Return the latest item meant and whether the wording is exact, None where nothing is near."""
        wording = _wording(name)
        match = self._match(wording) or self._near(_content(wording))
        return (self._by_wording[match][0], match == wording) if match else None

    def _match(self, wording: str) -> str | None:
        if wording in self._by_wording:
            return wording
        same = self._by_content.get(_content(wording), [])
        return same[0] if len(same) == 1 else None

    def _near(self, content: frozenset[str]) -> str | None:
        """Return the only name that differs from ``content`` by one word, added or missing."""
        if len(content) < _NEAR_FROM_WORDS:
            return None
        near = [names for other, names in self._by_content.items() if len(other ^ content) == 1]
        return near[0][0] if len(near) == 1 and len(near[0]) == 1 else None
