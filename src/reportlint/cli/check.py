"""`reportlint check`: the command itself; what it does is in `checking`, loaded only when there is something to check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.cli import check_options

if TYPE_CHECKING:
    import argparse

configure = check_options.configure


def run(args: argparse.Namespace) -> int:
    """Do what the options ask for: usually to lint, write every output, and return the exit code."""
    from reportlint.cli.checking import run_once

    if args.watch:
        from reportlint.cli.rerun import watch

        return watch(args, run_once)
    return run_once(args)
