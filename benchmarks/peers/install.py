"""Installs the peers into build/peers. What the machine lacks (npm, hunspell) is left out and said."""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from pathlib import Path

TARGET = Path(__file__).resolve().parents[2] / "build" / "peers"
FROM_NPM = ("textlint", "textlint-rule-prh", "cspell")
FROM_PYPI = ("proselint", "codespell", "typos")


def main() -> int:
    """Install everything; return 0 when at least the Python ones are there."""
    TARGET.mkdir(parents=True, exist_ok=True)
    if not (TARGET / "venv").exists():
        venv.create(TARGET / "venv", with_pip=True)
    subprocess.run([TARGET / "venv" / "bin" / "pip", "install", "--quiet", *FROM_PYPI], check=True)
    npm = shutil.which("npm")
    if npm:
        (TARGET / "package.json").write_text("{}\n", "utf-8")
        subprocess.run([npm, "install", "--silent", "--prefix", TARGET, *FROM_NPM], check=True)
    else:
        print("npm is missing: no textlint, no cspell", file=sys.stderr)
    if not shutil.which("hunspell"):
        print("hunspell is missing (Debian: apt install hunspell hunspell-vi)", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
