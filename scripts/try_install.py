"""Build the package, install it from its source distribution, and see that it finds what it finds here.

Tried are: this interpreter with the lowest and with the newest dependencies, and every other supported interpreter that is
installed, with the newest.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("bao-cao-*.*"))
VERSIONS = ("3.11", "3.12", "3.13")
"""Those of pyproject.toml."""


def main() -> int:
    """Build once, then install and run each way; return 1 when something is missing or found otherwise."""
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder, "dist")
        _run(sys.executable, "-m", "hatchling", "build", "-d", built)
        (wheel,), (source,) = built.glob("*.whl"), built.glob("*.tar.gz")
        if missing := _not_shipped(wheel):
            print("not in the wheel:", *missing)
            return 1
        here = _found(sys.executable)
        for number, (python, pins) in enumerate(_ways()):
            there = _found(_installed(python, source, Path(folder, str(number)), pins))
            shown = f"{_run(python, '-V').strip()}, {'lowest' if pins else 'newest'} dependencies"
            print(f"{shown}: {'the same' if there == here else 'NOT THE SAME'}")
            if there != here:
                return 1
    return 0


def _ways() -> Iterator[tuple[str, str]]:
    """Yield (interpreter, constraints)."""
    yield sys.executable, _pins()
    yield sys.executable, ""
    for version in VERSIONS:
        python = f"python{version}"
        if (
            shutil.which(python)
            and f"{sys.version_info[0]}.{sys.version_info[1]}" != version
            and _works(python)
        ):
            yield python, ""


def _works(python: str) -> bool:
    """Tell whether a name on the path is more than a stand-in for an interpreter that is not installed."""
    return subprocess.run([python, "-c", "import venv"], capture_output=True, check=False).returncode == 0  # noqa: S603 - ours


def _not_shipped(wheel: Path) -> list[str]:
    """Return the files of the package that a wheel lacks."""
    shipped = set(zipfile.ZipFile(wheel).namelist())
    wanted = _run("git", "ls-files", "src/reportlint", "rules").replace("src/", "", 1).splitlines()
    wanted = [name.removeprefix("src/") for name in wanted]
    return [n for n in wanted if (n if n.startswith("reportlint/") else f"reportlint/{n}") not in shipped]


def _pins() -> str:
    """Return constraints that hold every dependency at the lowest version that is allowed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return "\n".join(re.sub(r">=", "==", wanted) for wanted in project["dependencies"]) + "\n"


def _installed(python: str, source: Path, folder: Path, pins: str) -> str:
    """Install the source distribution in a new environment and return its interpreter."""
    _run(python, "-m", "venv", folder)
    (folder / "pins.txt").write_text(pins, "utf-8")
    _run(folder / "bin" / "pip", "install", "--quiet", source, "-c", folder / "pins.txt")
    return str(folder / "bin" / "python")


def _found(python: str) -> list[list[str]]:
    """Return the codes found in each example."""
    out = _run(
        python, "-m", "reportlint", "check", "--isolated", "--fail-on", "never", "--format", "json", *EXAMPLES
    )
    return [[finding["code"] for finding in file["findings"]] for file in json.loads(out)["files"]]


def _run(*command: str | Path) -> str:
    """Run a command in the root of the project, away from its sources, and return what it prints."""
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603 - ours
    return done.stdout


if __name__ == "__main__":
    raise SystemExit(main())
