"""What `outline` and `facts` share: files → reports, read but not judged."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from reportlint import loaders
from reportlint.cli import files, options
from reportlint.cli.parser import one_of
from reportlint.cli.run_settings import RunSettings
from reportlint.errors import UnreadableError
from reportlint.pipeline import read_report

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from reportlint.cli.parser import Parser
    from reportlint.report import Report


def configure(parser: Parser) -> None:
    """Add the options of a command that shows what was read."""
    options.add_files(parser)
    parser.add(
        "--format",
        vi="text hoặc json",
        en="text or json",
        type=one_of("text", "json"),
        default="text",
        metavar="FORMAT",
    )
    options.add_identity(parser)
    options.add_configuration(parser)


class Reports:
    """The reports of a command line, one after the other; those that cannot be read are named on standard error."""

    def __init__(self, args: argparse.Namespace) -> None:
        """Find the files."""
        self._args, self._runs = args, RunSettings(args)
        self._paths, errors = files.find(args.files or ["."], self._runs.root)
        self.exit_code = 0
        for error in errors:
            self._say(error)

    def __iter__(self) -> Iterator[Report]:
        """Read and yield each report."""
        for path in self._paths:
            name = (self._args.stdin_filename or "<stdin>") if path == "-" else path
            try:
                data = files.standard_input() if path == "-" else loaders.read(path)
                yield read_report(loaders.load_bytes(data, name), self._runs.for_path(name))
            except UnreadableError as error:
                self._say(error)

    def _say(self, error: UnreadableError) -> None:
        self.exit_code = 2
        print(f"reportlint: {error.said(self._args.lang)}", file=sys.stderr)
