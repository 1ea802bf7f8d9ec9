"""The cache: entries of files seen before, by content, settings and version. Never by the time of a file alone.

It is kept only where the user says so, since an entry quotes the report. Files are written whole and moved into
place, so that several runs may share a folder; a damaged one counts as absent.
"""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportlint import __version__
from reportlint.errors import SettingsError, system_cause
from reportlint.result import VERSION

if TYPE_CHECKING:
    from reportlint.batch import Job

TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Cache of reportlint; may be deleted at any time.\n"
"""Content of CACHEDIR.TAG, by which backup programs know to skip the folder."""


@dataclass(frozen=True)
class Cache:
    """A folder of entries."""

    folder: Path

    @classmethod
    def at(cls, folder: str) -> Cache:
        """Open or make the folder. Raises `SettingsError`."""
        path = Path(folder)
        try:
            path.mkdir(parents=True, exist_ok=True)
            (path / "CACHEDIR.TAG").write_text(TAG, "utf-8")
            (path / ".gitignore").write_text("*\n", "utf-8")
        except OSError as error:
            why = system_cause(error)
            raise SettingsError(
                f"{folder}: không dùng được thư mục lưu tạm ({why.vi})",
                f"{folder}: no use as a cache ({why.en})",
            ) from error
        return cls(path)

    def key(self, data: bytes, job: Job, lang: str) -> str:
        """Return the name of the entry for these bytes under these settings."""
        from _blake2 import blake2b

        digest = blake2b(digest_size=20)
        for part in (_program(), job.path, lang, _settings(job)):
            digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
        digest.update(data)
        return str(digest.hexdigest())

    def get(self, key: str) -> dict[str, Any] | None:
        """Return an entry kept before; None when there is none, or it is damaged."""
        try:
            entry = json.loads(self._path(key).read_text("utf-8"))
        except (OSError, ValueError):
            return None
        return entry if isinstance(entry, dict) and "findings" in entry else None

    def put(self, key: str, entry: dict[str, Any]) -> None:
        """Keep an entry. That the disk is full or read-only is no reason to fail."""
        path = self._path(key)
        try:
            path.parent.mkdir(exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(entry, file, ensure_ascii=False)
            Path(name).replace(path)
        except OSError:
            return

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key[2:]}.json"


def _settings(job: Job) -> str:
    """Write the settings down, order aside, with the content of the registers they name."""
    settings = job.settings
    registries = [
        (path, Path(path).stat().st_mtime_ns, Path(path).stat().st_size) for path in settings.registries
    ]
    fields = {
        name: getattr(settings, name) for name in type(settings).__dataclass_fields__ if name != "words"
    }
    return repr((sorted(fields.items(), key=lambda item: item[0]), sorted(settings.words), registries))


@cache
def _program() -> str:
    """Name this program: its version, and the size and time of its files, so that a working copy is told apart too."""
    root = Path(__file__).parent
    files = sorted(
        path for pattern in ("**/*.py", "*.json", "knowledge/data/*") for path in root.glob(pattern)
    )
    return repr(
        (
            __version__,
            VERSION,
            [(str(path.relative_to(root)), path.stat().st_size, path.stat().st_mtime_ns) for path in files],
        )
    )
