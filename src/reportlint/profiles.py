"""Built-in profiles: named configurations, compiled from `rules/profiles/*.toml`; and which one fits a report."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportlint.errors import SettingsError

if TYPE_CHECKING:
    from reportlint.identity import Identity

_LEVELS = {"province": "nd30-tinh", "district": "nd30-huyen", "commune": "nd30-xa"}


@cache
def _all() -> dict[str, dict[str, Any]]:
    data: dict[str, dict[str, Any]] = json.loads(Path(__file__).with_name("profiles.json").read_text("utf-8"))
    return data


def names() -> tuple[str, ...]:
    """Return the names of the profiles."""
    return tuple(_all())


def chain(name: str) -> list[dict[str, Any]]:
    """Return a profile and what it extends, the lowest first. Raises `SettingsError` for a name that is none."""
    if name not in _all():
        from difflib import get_close_matches

        found = get_close_matches(name, names(), n=1)
        known = ", ".join(names())
        raise SettingsError(
            f"không có hồ sơ “{name}”" + (f"; có phải “{found[0]}”?" if found else "") + f" (có: {known})",
            f"there is no profile “{name}”"
            + (f"; did you mean “{found[0]}”?" if found else "")
            + f" (there are: {known})",
        )
    raw = _all()[name]
    return [*(chain(raw["extends"]) if "extends" in raw else []), raw]


def fitting(identity: Identity) -> str:
    """Return the profile of a report of this identity: what it was checked as when nobody said."""
    if identity.party:
        return "dang"
    if identity.regime in {"qppl", "other"}:
        return identity.regime
    if identity.issuer.startswith("Sở "):
        return "nd30-so"
    return _LEVELS.get(identity.level, "nd30")
