"""Settings of one run, as values. Files and options are read elsewhere (`config`, `cli`) and end up here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from reportlint.rule import Rule, Severity


@dataclass(frozen=True)
class Settings:
    """How to lint. The default is what `reportlint check` does without options."""

    select: tuple[str, ...] = ()
    """Codes, families (`VD`) or names to run; empty for all that are on by default."""
    extend_select: tuple[str, ...] = ()
    """Rules to run besides."""
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    """Severity by code, instead of the rule's own."""
    params: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Parameters by code, on top of the rule's own."""
    given: Mapping[str, str] = field(default_factory=dict)
    """Identity as the user gives it: kind, regime, issuer, level, place, province, date (ISO), state (draft, final, excerpt)."""
    defaults: Mapping[str, str] = field(default_factory=dict)
    """Identity to assume where the report does not tell: the same keys as `given`."""
    as_of: dt.date | None = None
    """The day to judge by when the report carries none."""
    words: frozenset[str] = frozenset()
    """Words, names and abbreviations of the unit that are never wrong (as written)."""
    registries: tuple[str, ...] = ()
    """Paths of further registers of documents (CSV or SQLite)."""
    extra_rules: tuple[Rule, ...] = ()
    """Rules from packs and plugins besides the catalogue."""
    plugins: tuple[str, ...] = ()
    """Entry points of other packages whose rules and loaders are used; `batch` and `config` load them."""
    profile: str = ""
    """Name of the built-in profile these settings rest on; empty to name the one that fits the identity."""
