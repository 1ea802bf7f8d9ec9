"""What a configuration says, as values; and how one layer goes over another."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


@dataclass(frozen=True, eq=False, repr=False)
class RuleChoice:
    """What a configuration says of one rule; None leaves it as it is."""

    enabled: bool | None = None
    severity: str | None = None
    params: Mapping[str, Any] = field(default_factory=dict)

    def over(self, below: RuleChoice) -> RuleChoice:
        """Return this choice laid over another."""
        return RuleChoice(
            below.enabled if self.enabled is None else self.enabled,
            self.severity or below.severity,
            {**below.params, **self.params},
        )


@dataclass(frozen=True, eq=False, repr=False)
class Override:
    """Other values for files that match one of some patterns."""

    files: tuple[str, ...]
    config: Config
    folder: str = ""
    """The folder the patterns start from."""


@dataclass(frozen=True, eq=False, repr=False)
class Config:
    """A configuration with all its layers. Paths are absolute."""

    profile: str = ""
    """The built-in profile below everything; empty to choose by the identity."""
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] | None = None
    extend_ignore: tuple[str, ...] = ()
    rules: Mapping[str, RuleChoice] = field(default_factory=dict)
    fail_on: str = ""
    exclude: tuple[str, ...] = ()
    identity: Mapping[str, str] = field(default_factory=dict)
    """What reports are when they do not say so themselves: issuer, place, level …"""
    as_of: dt.date | None = None
    words: tuple[str, ...] = ()
    word_files: tuple[str, ...] = ()
    registries: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()
    baseline: str = ""
    cache_dir: str = ""
    overrides: tuple[Override, ...] = ()
    files: tuple[str, ...] = ()
    """The files it was read from, the uppermost layer last."""

    def over(self, below: Config) -> Config:
        """Return this layer laid over another: lists that only grow are joined, tables merged, the rest replaced when set."""
        merged: dict[str, Any] = {}
        for entry in fields(Config):
            mine, theirs = getattr(self, entry.name), getattr(below, entry.name)
            if entry.name == "rules":
                merged["rules"] = {
                    **theirs,
                    **{code: c.over(theirs.get(code, RuleChoice())) for code, c in mine.items()},
                }
            elif entry.name == "identity":
                merged["identity"] = {**theirs, **mine}
            elif entry.name == "overrides":
                merged["overrides"] = (*theirs, *mine)
            elif entry.name in _GROWING:
                merged[entry.name] = tuple(dict.fromkeys((*theirs, *mine)))
            else:
                merged[entry.name] = theirs if mine in (None, "") else mine
        return Config(**merged)

    def for_file(self, path: str) -> Config:
        """Return the configuration with the overrides that match a path laid over it, in their order."""
        config = replace(self, overrides=())
        for override in self.overrides:
            if _matches(path, override):
                config = override.config.over(config)
        return config


_GROWING = frozenset({
    "extend_select", "extend_ignore", "exclude", "words", "word_files", "registries", "packs", "plugins", "files",
})  # fmt: skip
_PATHS = ("word_files", "registries", "packs")


def from_raw(raw: Mapping[str, Any], folder: str = "") -> Config:
    """Make a layer of the checked content of a file; `extends` is the reader's. Relative paths start from `folder`."""
    values: dict[str, Any] = {
        key.replace("-", "_"): tuple(v) if isinstance(v, list) else v for key, v in raw.items()
    }
    values.pop("extends", None)
    values["rules"] = {code: RuleChoice(**choice) for code, choice in raw.get("rules", {}).items()}
    values["overrides"] = tuple(
        Override(tuple(o["files"]), from_raw({k: v for k, v in o.items() if k != "files"}, folder), folder)
        for o in raw.get("overrides", ())
    )
    for key in _PATHS:
        values[key] = tuple(str(Path(folder, path)) for path in values.get(key, ()))
    for key in ("baseline", "cache_dir"):
        if values.get(key):
            values[key] = str(Path(folder, values[key]))
    return Config(**values)


def _matches(path: str, override: Override) -> bool:
    """Tell whether a path matches: the pattern is held against the path from the configuration's folder, and the name."""
    full = Path(path).resolve()
    folder = Path(override.folder)
    relative = str(full.relative_to(folder)) if override.folder and full.is_relative_to(folder) else path
    return any(fnmatch(relative, pattern) or fnmatch(full.name, pattern) for pattern in override.files)
