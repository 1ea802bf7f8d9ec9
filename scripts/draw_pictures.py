"""Draw the pictures of the tutorials: terminals as SVG, the HTML sheet as PNG.

    pip install pillow && python scripts/draw_pictures.py

Chromium must be installed. The files are small: SVG of text, PNG of 32 colours.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

from reportlint.cli.main import main as reportlint

ROOT = Path(__file__).resolve().parent.parent
TUTORIAL = ROOT / "docs" / "tutorial"
REPORT = "examples/bao-cao-ubnd-huyen"
COLUMNS = 100
SHOWN = 42
"""Lines of an output that a picture shows, from the beginning and, after a gap, the end."""
COLOURS = 32


def main() -> int:
    """Draw all of them."""
    os.chdir(ROOT)
    draw_terminal(["check", f"{REPORT}.md"], TUTORIAL / "check.svg")
    with tempfile.TemporaryDirectory() as folder:
        for path in ROOT.glob("examples/bao-cao-*.*"):
            shutil.copy(path, folder)
        os.chdir(folder)
        draw_terminal(["check", ".", "--statistics"], TUTORIAL / "folder.svg")
        os.chdir(ROOT)
        sheet = Path(folder, "sheet.html")
        reportlint(["check", f"{REPORT}.md", "--isolated", "--format", "html", "--output-file", str(sheet)])
        draw_page(sheet.as_uri(), (900, 760), TUTORIAL / "sheet.png")
    return 0


def draw_terminal(command: list[str], target: Path) -> None:
    """Run a command and draw what it prints as a terminal."""
    os.environ["COLUMNS"] = str(COLUMNS)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        reportlint([*command, "--color", "always", "--isolated"])
    lines = printed.getvalue().splitlines()
    if len(lines) > SHOWN:
        lines = [*lines[: SHOWN // 2], "", "  …", "", *lines[-SHOWN // 2 :]]
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi(f"$ reportlint {' '.join(command)}\n" + "\n".join(lines)))
    drawn = console.export_svg(title="reportlint", unique_id="reportlint")
    drawn = re.sub(r"@font-face \{.*?\}", "", drawn, flags=re.DOTALL)  # nothing is fetched from elsewhere
    target.write_text(drawn.replace("Fira Code, monospace", "monospace"), "utf-8")


def draw_page(address: str, size: tuple[int, int], target: Path) -> None:
    """Draw a page as a browser shows it."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    width, height = size
    options = [f"--window-size={width},{height}", "--hide-scrollbars", "--no-sandbox", "--headless=new"]
    _run(browser, *options, f"--screenshot={target}", address)
    _shrink(target)


def _shrink(target: Path) -> None:
    from PIL import Image

    with Image.open(target) as picture:
        small = picture.convert("RGB").quantize(COLOURS)
    small.save(target, optimize=True)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - programs of this machine


if __name__ == "__main__":
    sys.exit(main())
