"""The catalogue of built-in rules, compiled from `rules/*.toml` by `scripts/build_catalogue.py`."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from reportlint.rule import Rule, Source


@cache
def _compiled() -> dict[str, Any]:
    return _read("catalogue.json")


@cache
def rules() -> tuple[Rule, ...]:
    """Return all built-in rules, in the order of their codes as the families are read (DL, TT, TB, BC, VD …)."""
    return tuple(_rule(entry) for entry in _compiled()["rules"])


@cache
def by_code() -> dict[str, Rule]:
    """Return the built-in rules by code."""
    return {rule.code: rule for rule in rules()}


@cache
def norms() -> dict[str, str]:
    """Return the full name of each norm by its id."""
    found: dict[str, str] = _compiled()["norms"]
    return found


@cache
def pages() -> dict[str, dict[str, Any]]:
    """Return what only people read, by code: why and remedy in both languages (`said.worded` takes one)."""
    return _read("pages.json")


@cache
def examples() -> dict[str, dict[str, Any]]:
    """Return the bad and good examples by code. Apart from the pages, since a run shows remedies and no examples."""
    return _read("examples.json")


def _read(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(Path(__file__).with_name(name).read_text("utf-8"))
    return data


def _rule(entry: dict[str, Any]) -> Rule:
    fields = dict(entry)
    fields["source"] = Source(**fields.get("source", {}))
    for name in ("regimes", "kinds", "formats"):
        if name in fields:
            fields[name] = tuple(fields[name])
    fields["variants"] = {key: (v[0], v[1]) for key, v in fields.get("variants", {}).items()}
    return Rule(**fields)
