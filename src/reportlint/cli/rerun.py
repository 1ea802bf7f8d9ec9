"""`reportlint check --watch`: lint again whenever a file changes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from reportlint.errors import SettingsError
from reportlint.loaders import SUFFIXES

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable


def watch(args: argparse.Namespace, run_once: Callable[[argparse.Namespace], int]) -> int:
    """Lint now and after every change, until interrupted. Raises `SettingsError` without the package watchfiles."""
    try:
        from watchfiles import watch as changes  # not needed for anything else
    except ImportError:
        raise SettingsError(
            "--watch cần gói watchfiles: pip install watchfiles",
            "--watch needs the package watchfiles: pip install watchfiles",
        ) from None
    words = args.files or ["."]
    if "-" in words:
        raise SettingsError("--watch không dùng với đầu vào chuẩn", "--watch cannot watch standard input")
    code = run_once(args)
    try:
        for changed in changes(*words, watch_filter=_is_report, raise_interrupt=True):
            names = ", ".join(sorted({path for _, path in changed}))
            print(f"\n── {names}", file=sys.stderr)
            code = run_once(args)
    except KeyboardInterrupt:
        pass
    except FileNotFoundError as error:
        raise SettingsError(
            f"{error.filename or error}: không tìm thấy tệp", f"{error.filename or error}: no such file"
        ) from error
    return code


def _is_report(change: object, path: str) -> bool:  # noqa: ARG001 - the shape that watchfiles calls
    name = path.rpartition("/")[2]
    return not name.startswith((".", "~$")) and name.lower().endswith((*SUFFIXES, ".toml"))
