"""`reportlint lsp`: the language server."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    import argparse

    from reportlint.cli.parser import Parser


def configure(parser: Parser) -> None:
    """Declare the options."""
    parser.add(
        "--stdio",
        action="store_true",
        vi="nói chuyện qua đầu vào và đầu ra chuẩn (mặc định)",
        en="talk over stdin and stdout (default)",
    )
    parser.add(
        "--tcp",
        type=int,
        metavar="PORT",
        vi="nghe ở cổng này của máy (127.0.0.1), 0: cổng bất kỳ; in số cổng ra",
        en="listen on this port of loopback, 0 for any; the port is printed",
    )


def run(args: argparse.Namespace) -> int:
    """Serve until the client leaves, or until interrupted."""
    from reportlint.lsp.server import serve_stdio, serve_tcp

    if args.tcp is None:
        return serve_stdio()
    try:
        return serve_tcp(args.tcp, lambda port: _say(sys.stdout, f"127.0.0.1:{port}"))
    except (OSError, OverflowError) as error:
        _say(sys.stderr, f"reportlint lsp: không nghe được ở cổng {args.tcp}: {error}")
        return 2


def _say(stream: TextIO, line: str) -> None:
    stream.write(line + "\n")
    stream.flush()
