"""Packs the extension: python3 editors/libreoffice/build.py [TARGET.oxt]. The same files give the same bytes."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
LICENSE = HERE.parents[1] / "LICENSE"


def build(target: Path) -> Path:
    """Write the .oxt and return its path."""
    source = HERE / "extension"
    files = {
        p.relative_to(source).as_posix(): p for p in source.rglob("*") if p.is_file() and p.suffix != ".pyc"
    }
    files["LICENSE"] = LICENSE
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            archive.writestr(
                zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), files[name].read_bytes(), zipfile.ZIP_DEFLATED
            )
    return target


if __name__ == "__main__":
    sys.stdout.write(f"{build(Path(sys.argv[1] if len(sys.argv) > 1 else 'reportlint.oxt'))}\n")
