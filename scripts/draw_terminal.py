"""Draw what a command prints as an SVG picture of a terminal, for the tutorials.

python scripts/draw_terminal.py docs/tutorial/check.svg
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

from reportlint.cli.main import main as reportlint

ROOT = Path(__file__).resolve().parent.parent
COLUMNS = 100
SHOWN = 42
"""Lines of the output that the picture shows, from the beginning and, after a gap, the end."""


def main(target: str) -> int:
    """Run the check on the example with faults and draw the output."""
    os.chdir(ROOT)
    os.environ["COLUMNS"] = str(COLUMNS)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        reportlint(["check", "examples/bao-cao-ubnd-huyen.md", "--color", "always", "--isolated"])
    lines = printed.getvalue().splitlines()
    lines = [*lines[: SHOWN // 2], "", "  …", "", *lines[-SHOWN // 2 :]]
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi("$ reportlint check examples/bao-cao-ubnd-huyen.md\n" + "\n".join(lines)))
    drawn = console.export_svg(title="reportlint", unique_id="reportlint")
    drawn = re.sub(r"@font-face \{.*?\}", "", drawn, flags=re.DOTALL)  # nothing is fetched from elsewhere
    Path(target).write_text(drawn.replace("Fira Code, monospace", "monospace"), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
