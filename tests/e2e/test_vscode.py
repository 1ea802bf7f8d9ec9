"""The VS Code extension: built, tested with a headless client of VS Code's own protocol library, packed into a .vsix.

No VS Code runs here: it cannot be had offline. What the extension does with the windows of VS Code is not covered.
"""

from __future__ import annotations

import os
import subprocess
import zipfile
from pathlib import Path

import pytest
from tests.e2e.programs import ROOT, SERVER, needs

EXTENSION = ROOT / "editors" / "vscode"


def npm(*arguments: str) -> str:
    done = subprocess.run(  # noqa: S603 - the package manager of the extension
        ["npm", *arguments],  # noqa: S607 - wherever it is installed
        cwd=EXTENSION,
        env={**os.environ, "REPORTLINT_SERVER": " ".join(SERVER)},
        check=False,
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@needs("npm")
def test_vscode_extension(tmp_path: Path) -> None:
    if not (EXTENSION / "node_modules").is_dir():
        if not os.environ.get("CI"):
            pytest.skip("editors/vscode has no node_modules (npm ci)")
        npm("ci", "--no-audit", "--no-fund")
    npm("run", "build")
    print(npm("test"))  # noqa: T201 - shown by pytest -s
    package = tmp_path / "reportlint.vsix"
    npm(
        "exec",
        "--",
        "vsce",
        "package",
        "--no-dependencies",
        "--allow-missing-repository",
        "--out",
        str(package),
    )
    with zipfile.ZipFile(package) as archive:
        names = set(archive.namelist())
    assert {"extension/package.json", "extension/out/extension.js", "extension/package.nls.json"} <= names
    assert not any("node_modules" in name for name in names)
