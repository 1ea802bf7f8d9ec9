"""`reportlint version`: the version, and that of what it runs on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from reportlint import __version__

if TYPE_CHECKING:
    import argparse

    from reportlint.cli.parser import Parser


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.add(
        "--verbose",
        "-v",
        vi="thêm phiên bản Python và số quy tắc",
        en="add Python and the number of rules",
        action="store_true",
    )


def run(args: argparse.Namespace) -> int:
    """Print the version."""
    print(f"reportlint {__version__}")
    if args.verbose:
        from reportlint import catalogue

        print(f"Python {sys.version.split()[0]}, {len(catalogue.rules())} quy tắc")
    return 0
