"""`reportlint baseline`: accept the findings there are, so that `check` reports only new ones."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reportlint.baseline import written
from reportlint.cli import check_options, checking, files
from reportlint.cli.run_settings import RunSettings

if TYPE_CHECKING:
    import argparse

    from reportlint.cli.parser import Parser

DEFAULT = "reportlint-baseline.json"


_EPILOG = {
    "vi": """Ví dụ
  reportlint baseline bao-cao/          ghi nhận mọi chỗ hiện có
  reportlint check bao-cao/ --baseline {file}

Hoặc ghi baseline = "{file}" vào reportlint.toml.""",
    "en": """Examples
  reportlint baseline reports/          accept everything that is there
  reportlint check reports/ --baseline {file}

Or write baseline = "{file}" into reportlint.toml.""",
}


def configure(parser: Parser) -> None:
    """Add the options of `check`, of which those that choose files and rules matter, and where to write."""
    check_options.configure(parser)
    vi, en = (
        f"tệp ghi ra (mặc định theo cấu hình, hoặc {DEFAULT})",
        f"file to write (by the configuration, or {DEFAULT})",
    )
    parser.add("--output", "-o", vi=vi, en=en, metavar="FILE")
    parser.epilog = _EPILOG[parser.lang].format(file=DEFAULT)


def run(args: argparse.Namespace) -> int:
    """Lint, and write the baseline; return 2 when a file could not be read."""
    runs = RunSettings(args)
    paths, missing = files.find(args.files or ["."], runs.root)
    target = args.output or runs.root.baseline or DEFAULT
    tally = checking.Tally("never")
    entries = list(tally.counted(checking.entries_of(paths, missing, args, runs)))
    Path(target).write_text(written(entries, target), "utf-8")
    count = sum(len(entry["findings"]) for entry in entries)
    held = sum(bool(entry["findings"]) for entry in entries)
    vi = args.lang == "vi"
    print(
        f"{target}: "
        + (f"đã ghi nhận {count} chỗ trong {held} tệp" if vi else f"{count} findings of {held} files")
    )
    if not runs.root.baseline:
        use = (
            "Để dùng: thêm {} vào reportlint.toml, hoặc {}"
            if vi
            else "To use it: {} in reportlint.toml, or {}"
        )
        print(use.format(f'baseline = "{target}"', f"--baseline {target}"), file=sys.stderr)
    return tally.exit_code
