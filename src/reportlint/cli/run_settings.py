"""The settings of a run: options on top of the configuration, for each file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reportlint.cli.options import given
from reportlint.config.discovery import nearest
from reportlint.config.settings import check_names, check_params, extra_rules, settings_of
from reportlint.config.values import Config
from reportlint.said import Said

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from reportlint.settings import Settings


class RunSettings:
    """What options and configuration say together.

    `root` is the configuration nearest to the first file or folder named; what concerns the whole run (fail-on,
    exclude, baseline, cache-dir) is read there, everything else from the configuration of each file.
    """

    def __init__(self, args: argparse.Namespace) -> None:
        """Read the configuration named by the options, or the nearest one. Raises `SettingsError`."""
        self._args = args
        self._configs: dict[str, Config] = {}
        first = next((word for word in getattr(args, "files", ()) if word != "-"), ".")
        below = self.config_of(first)
        self._options = self._from_options()
        _check(below, _named(self._options), Said("tùy chọn", "options"))
        self.root = self._options.over(below)

    def config_of(self, path: str) -> Config:
        """Return the configuration of a file, read and checked once."""
        args = self._args
        file = "" if args.isolated else args.config or nearest(path)
        if file not in self._configs:
            self._configs[file] = self._read(file)
        return self._configs[file]

    def _read(self, file: str) -> Config:
        profile = getattr(self._args, "profile", None) or ""
        if not file and not profile:
            return Config()
        from reportlint.config import reading

        config = reading.read(file, profile) if file else reading.of_profile(profile)
        _check(config, _named(config))
        check_params(
            {code: c.params for code, c in config.rules.items()}, lambda key: _line_with(config, key)
        )
        for override in config.overrides:
            _check(config, _named(override.config))
        return config

    def for_path(self, path: str) -> Settings:
        """Return the settings for one file. Raises `SettingsError`."""
        config = self._options.over(self.config_of(path).for_file(path))
        return replace(settings_of(config), given=given(self._args))

    def _from_options(self) -> Config:
        """Return the uppermost layer: the options."""
        args = self._args

        def names(option: str) -> tuple[str, ...]:
            return tuple(getattr(args, option, ()))

        return Config(
            select=names("select") or None,
            extend_select=names("extend_select"),
            ignore=names("ignore") or None,
            extend_ignore=names("extend_ignore"),
            as_of=getattr(args, "as_of", None),
            fail_on=getattr(args, "fail_on", None) or "",
            exclude=names("exclude"),
            cache_dir=getattr(args, "cache_dir", None) or "",
            baseline=getattr(args, "baseline", None) or "",
        )


def _named(config: Config) -> Iterable[str]:
    return (
        *(config.select or ()),
        *config.extend_select,
        *(config.ignore or ()),
        *config.extend_ignore,
        *config.rules,
    )


def _check(config: Config, names: Iterable[str], where: Said | None = None) -> None:
    """Check the names of rules, and say on which line of which file a wrong one stands."""
    if not names:
        return
    from reportlint import catalogue

    rules = (*catalogue.rules(), *extra_rules(config))
    for name in names:
        check_names([name], rules, where or _line_with(config, name))


def _line_with(config: Config, name: str) -> Said:
    for file in reversed(config.files):
        for number, line in enumerate(Path(file).read_text("utf-8").splitlines(), 1):
            if name in line.partition("#")[0]:
                return Said(f"{file}:{number}", f"{file}:{number}")
    return Said(f"hồ sơ {config.profile}", f"profile {config.profile}")
