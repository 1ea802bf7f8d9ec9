"""`reportlint config`: which configuration holds here, and the form of the file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reportlint import profiles
from reportlint.cli import options
from reportlint.cli.run_settings import RunSettings
from reportlint.cli.showing import plain

if TYPE_CHECKING:
    import argparse

    from reportlint.cli.parser import Parser


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.add(
        "files",
        vi="tệp, thư mục cần xem cấu hình; mặc định là thư mục này",
        en="file or folder; this folder by default",
        nargs="*",
        metavar="FILE",
    )
    parser.add(
        "--schema",
        vi="in JSON schema của reportlint.toml",
        en="print the JSON schema of reportlint.toml",
        action="store_true",
    )
    parser.add(
        "--profiles", vi="liệt kê hồ sơ dựng sẵn", en="list the built-in profiles", action="store_true"
    )
    options.add_selection(parser)
    options.add_configuration(parser)


def run(args: argparse.Namespace) -> int:
    """Print what was asked for."""
    if args.schema:
        from reportlint.config.schema import json_schema

        print(json.dumps(json_schema(), ensure_ascii=False, indent=1))
        return 0
    if args.profiles:
        for name in profiles.names():
            layers = profiles.chain(name)
            below = f"  ← {layers[-1]['extends']}" if "extends" in layers[-1] else ""
            print(f"{name}{below}")
        return 0
    runs = RunSettings(args)
    for path in args.files or ["."]:
        config = runs.config_of(path)
        print(
            json.dumps(
                {"path": path, "configuration": config.files, **plain(runs.for_path(path))},
                ensure_ascii=False,
                indent=1,
            )
        )
    return 0
