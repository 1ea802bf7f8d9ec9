"""A quick look at a configuration: is its form right beyond doubt? If not, pydantic is asked, which takes 100 ms and explains.

`schema` holds the form; this is its shadow, and a test holds the two together.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

Test = Callable[[Any], bool]


def _text(value: object) -> bool:
    return isinstance(value, str)


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_text, value))


def _one_of(*words: str) -> Test:
    return lambda value: value in words


def _day(value: object) -> bool:
    return isinstance(value, dt.date) and not isinstance(value, dt.datetime)


def _table(form: Mapping[str, Test]) -> Test:
    return lambda value: (
        isinstance(value, dict) and all(key in form and form[key](item) for key, item in value.items())
    )


RULE: dict[str, Test] = {
    "enabled": lambda value: isinstance(value, bool),
    "severity": _one_of("error", "warning", "info"),
    "params": lambda value: isinstance(value, dict),
}
IDENTITY: dict[str, Test] = {
    "kind": _text,
    "regime": _one_of("nd30", "hd36", "hd05", "qppl", "other"),
    "issuer": _text,
    "level": _one_of("central", "province", "district", "commune"),
    "place": _text,
    "province": _text,
}
CHOICES: dict[str, Test] = {
    **dict.fromkeys(("select", "extend-select", "ignore", "extend-ignore"), _texts),
    "rules": lambda value: isinstance(value, dict) and all(map(_table(RULE), value.values())),
    "identity": _table(IDENTITY),
}
OVERRIDE: dict[str, Test] = {**CHOICES, "files": lambda value: _texts(value) and bool(value)}
FILE: dict[str, Test] = {
    **CHOICES,
    **dict.fromkeys(("exclude", "words", "word-files", "registries", "packs", "plugins"), _texts),
    **dict.fromkeys(("baseline", "cache-dir"), _text),
    "extends": lambda value: _text(value) or _texts(value),
    "fail-on": _one_of("certain", "error", "warning", "info", "never"),
    "as-of": _day,
    "overrides": lambda value: (
        isinstance(value, list) and all(_table(OVERRIDE)(item) and "files" in item for item in value)
    ),
}


def certainly_right(raw: dict[str, Any]) -> bool:
    """Tell whether the content of a file has the right form; False when that is not plain to see."""
    return _table(FILE)(raw)
