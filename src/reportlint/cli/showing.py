"""`--show-files` and `--show-settings`: what would be linted, and how."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from reportlint.running import selected

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from reportlint.cli.run_settings import RunSettings
    from reportlint.errors import UnreadableError
    from reportlint.settings import Settings


def show(
    paths: list[str], missing: Iterable[UnreadableError], args: argparse.Namespace, runs: RunSettings
) -> int:
    """Print the files, or the settings of each; return 2 when a file named is not there."""
    code = 0
    for error in missing:
        code = 2
        print(f"reportlint: {error.said(args.lang)}", file=sys.stderr)
    for path in paths:
        if args.show_settings:
            files = runs.config_of(path).files
            print(
                json.dumps(
                    {"path": path, "configuration": files, **plain(runs.for_path(path))},
                    ensure_ascii=False,
                    indent=1,
                )
            )
        else:
            print(path)
    return code


def plain(settings: Settings) -> dict[str, Any]:
    """Return settings as plain data; the rules by code."""
    return {
        "profile": settings.profile or None,
        "rules": [rule.code for rule in selected(settings)],
        "severity": dict(settings.severity),
        "params": {code: dict(params) for code, params in settings.params.items()},
        "identity": {"given": dict(settings.given), "assumed": dict(settings.defaults)},
        "as_of": settings.as_of.isoformat() if settings.as_of else None,
        "words": sorted(settings.words),
        "registries": settings.registries,
        "plugins": settings.plugins,
    }
