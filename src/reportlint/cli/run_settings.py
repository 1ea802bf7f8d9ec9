"""The settings of a run: options on top of the configuration, for each file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.cli.options import given
from reportlint.settings import Settings

if TYPE_CHECKING:
    import argparse


class RunSettings:
    """What options and configuration say together."""

    def __init__(self, args: argparse.Namespace) -> None:
        """Read the configuration named by the options, or the nearest one."""
        self._args = args
        self.exclude: list[str] = args.exclude
        self.fail_on: str = args.fail_on or "certain"

    def for_path(self, path: str) -> Settings:  # noqa: ARG002 - until there is a configuration
        """Return the settings for one file."""
        args = self._args
        return Settings(
            select=tuple(args.select),
            extend_select=tuple(args.extend_select),
            ignore=(*args.ignore, *args.extend_ignore),
            given=given(args),
            as_of=args.as_of,
        )
