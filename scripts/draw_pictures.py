"""Draw the pictures of the documentation: terminals as SVG; the HTML sheet and the annotated Word file as PNG.

    pip install pillow && python scripts/draw_pictures.py

Chromium and LibreOffice must be installed, and for LibreOffice a screen of its own: xvfb, openbox, xdotool, import
(ImageMagick). The files are small: SVG of text, PNG of 64 colours. The others are taken by hand: VS Code, the menu and list in Writer,
and `reportlint serve`, of which tests/e2e/test_browser.py keeps pictures when told where to.
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
PICTURES = ROOT / "docs" / "how-to" / "pictures"
REPORT = "examples/bao-cao-ubnd-huyen"
COLUMNS = 100
SHOWN = 42
"""Lines of an output that a picture shows, from the beginning and, after a gap, the end."""
COLOURS = 64
QUIET = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Linguistic/SpellChecking"><prop oor:name="IsSpellAuto" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
"""
"""Settings of LibreOffice: nothing underlined but by reportlint, no greeting."""
SCREEN = """
openbox & soffice "-env:UserInstallation=$1" --norestore --nologo --writer "$2" &
for i in {1..120}; do window=$(xdotool search --onlyvisible --name "LibreOffice Writer" | tail -1); [[ $window ]] && break; sleep .5; done
sleep 5; xdotool windowmove "$window" 0 0 windowsize "$window" 1280 1000; sleep 4
import -window root "$3"; xdotool key ctrl+q; sleep 3; kill %1
"""
"""Run inside Xvfb with a profile, a document and the file to write; the window has the whole screen."""
DOCUMENT = (110, 166, 1092, 880)
"""The part of that screen in which the page and its comments stand: left, top, right, bottom."""


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
        whole = sheet.read_text("utf-8")
        sheet.write_text(re.sub(r'<section [^>]*id="s1".*?</section>', "", whole, flags=re.DOTALL), "utf-8")
        draw_page(
            sheet.as_uri(), (1280, 760), PICTURES / "review-sheet.png"
        )  # below the summary, which is drawn above
        annotated = Path(folder, "annotated.docx")
        reportlint(["annotate", f"{REPORT}.docx", "--isolated", "--output", str(annotated)])
        draw_writer(annotated, PICTURES / "word-annotated.png")
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


def draw_writer(document: Path, target: Path) -> None:
    """Draw a document as LibreOffice shows it, without what stands around it."""
    profile = document.parent / "office" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(QUIET, "utf-8")
    _run(
        "xvfb-run",
        "-a",
        "-s",
        "-screen 0 1280x1000x24",
        "bash",
        "-c",
        SCREEN,
        "bash",
        profile.parent.as_uri(),
        str(document),
        str(target),
    )
    _shrink(target, DOCUMENT)


def _shrink(target: Path, part: tuple[int, int, int, int] | None = None) -> None:
    from PIL import Image

    with Image.open(target) as picture:
        shown = picture.convert("RGB").crop(part)
    # A colour of few pixels, as that of a severity, stays what it is.
    small = shown.quantize(COLOURS, Image.Quantize.MAXCOVERAGE)
    small.save(target, optimize=True)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - programs of this machine


if __name__ == "__main__":
    sys.exit(main())
