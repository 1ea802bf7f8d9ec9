"""Issuing bodies: the codes in document symbols, their names, their time.

Sources: norms on central codes and on the reorganisations of 01/3/2025 and 01/7/2025
(the list of codes is largely from practice: an unknown code is never wrong by itself,
Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3.b leaves codes to each body's head);
Hướng dẫn 36-HD/VPTW and 05-HD/VPTW for Party codes. Codes are case-sensitive.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Literal, NamedTuple, cast

from reportlint.knowledge.data_files import read_rows
from reportlint.knowledge.folding import fold_tone

Level = Literal["central", "province", "district", "commune"]
_PARTY_ENDINGS: tuple[tuple[str, Level], ...] = (
    ("TW", "central"),
    ("TU", "province"),
    ("HU", "district"),
    ("QU", "district"),
    ("ThU", "district"),
    ("TXU", "district"),
)


class Body(NamedTuple):
    """A body under one code. ``level`` is None where several levels share it; None dates are open."""

    code: str
    name: str
    level: Level | None
    valid_from: date | None
    valid_to: date | None
    successors: tuple[str, ...]

    def existed(self, on: date | None) -> bool:
        """Tell whether the body existed ``on`` that day (None: at any time)."""
        if on is None:
            return True
        return (self.valid_from or date.min) <= on <= (self.valid_to or date.max)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _body(row: str) -> Body:
    code, name, level, first, last, successors = row.split("\t")
    heirs = tuple(filter(None, successors.split(";")))
    return Body(code, name, cast("Level", level) if level else None, _day(first), _day(last), heirs)


@cache
def bodies() -> tuple[Body, ...]:
    """Return every known body, central ones first."""
    return tuple(_body(row) for row in read_rows("bodies.tsv"))


@cache
def _by_code() -> dict[str, tuple[Body, ...]]:
    index: dict[str, tuple[Body, ...]] = {}
    for body in bodies():
        index[body.code] = (*index.get(body.code, ()), body)
    return index


@cache
def _by_name() -> dict[str, Body]:
    return {_fold(body.name): body for body in reversed(bodies())}


def _fold(name: str) -> str:
    return fold_tone(" ".join(name.lower().replace("–", "-").split()))


def bodies_of_code(code: str) -> tuple[Body, ...]:
    """Return every body that used ``code``, at any time."""
    return _by_code().get(code, ())


def code_names(code: str, on: date | None = None) -> tuple[str, ...]:
    """Return the names of the bodies using ``code`` on that day; empty when unknown or not then."""
    return tuple(body.name for body in bodies_of_code(code) if body.existed(on))


def find_body(name: str) -> Body | None:
    """Return the ministry, sở, phòng or Party body of that full name, whatever its capitals and tones."""
    return _by_name().get(_fold(name))


def successors(name: str, on: date) -> tuple[str, ...]:
    """Return what the named body had become by that day; empty while it existed or when unknown."""
    body = find_body(name)
    return body.successors if body and body.valid_to and body.valid_to < on else ()


def party_level(code: str) -> Level | None:
    """Return the level a Party organ code shows (TW, TU, HU, QU, ThU, ĐU); None when it shows none.

    ``TXU`` and ``ThU`` are practice, not norm. ``ĐU`` is read as the commune level although
    other đảng ủy use it too; ``ĐUQS``, ``ĐUCA`` and the like exist at several levels.
    """
    known = bodies_of_code(code)
    if known:
        return known[0].level
    return next((level for ending, level in _PARTY_ENDINGS if code.endswith(ending)), None)
