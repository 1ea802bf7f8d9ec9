"""Files on disk: read with a fingerprint, written whole or not at all, never over somebody else's work."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from reportlint.errors import UnreadableError, system_cause
from reportlint.writers import UnwritableError

_LOCKS = ("~${name}", "~${tail}", ".~lock.{name}#")
"""Files that Word (whole name, or without its first two letters) and LibreOffice put beside an open document."""


@dataclass(frozen=True)
class Snapshot:
    """The bytes of a file and their fingerprint when it was read."""

    path: Path
    data: bytes
    digest: bytes


def read(path: Path) -> Snapshot:
    """Read a file. Raises `UnreadableError`."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableError(str(path), "không tìm thấy tệp", "no such file") from error
    except OSError as error:
        why = system_cause(error)
        raise UnreadableError(
            str(path), f"không đọc được tệp ({why.vi})", f"the file cannot be read ({why.en})"
        ) from error
    return Snapshot(path, data, hashlib.sha256(data).digest())


def lock_of(path: Path) -> Path | None:
    """Return the lock file that says the document is open in Word or LibreOffice; None when there is none."""
    for pattern in _LOCKS:
        lock = path.with_name(pattern.format(name=path.name, tail=path.name[2:]))
        if lock.exists():
            return lock
    return None


def replace(snapshot: Snapshot, data: bytes, *, backup: bool = True) -> Path | None:
    """Write new bytes over the file they came from; return the backup made.

    Raises `UnwritableError` when the file is open elsewhere, has changed since it was read, or cannot be written; the
    file is then as it was.
    """
    path = snapshot.path.resolve()
    if lock := lock_of(path):
        raise UnwritableError(
            str(snapshot.path),
            f"tệp đang được mở (có tệp khóa “{lock.name}”); hãy đóng lại rồi thử lại",
            f"the file is open elsewhere (there is a lock, “{lock.name}”); close it and try again",
        )
    if hashlib.sha256(_current(path)).digest() != snapshot.digest:
        raise UnwritableError(
            str(snapshot.path),
            "tệp đã thay đổi từ lúc đọc; hãy chạy lại để không ghi đè phần mới",
            "the file has changed since it was read; run again, so that nothing new is lost",
        )
    kept = _back_up(path) if backup else None
    write(path, data)
    return kept


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: beside it, to the disk, then renamed. Raises `UnwritableError`."""
    path = path.resolve()
    temporary = ""
    try:
        mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else None
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".tmp")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, mode if mode is not None else 0o666 & ~_umask())  # noqa: PTH101 - a name, not a Path
        os.replace(temporary, path)  # noqa: PTH105 - the same
        _sync_folder(path.parent)
    except OSError as error:
        if temporary:
            with contextlib.suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108 - the same
        why = system_cause(error)
        raise UnwritableError(
            str(path), f"không ghi được: {why.vi}", f"it cannot be written: {why.en}"
        ) from error


def _current(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        why = system_cause(error)
        raise UnwritableError(
            str(path), f"tệp không còn đọc được ({why.vi})", f"the file can no longer be read ({why.en})"
        ) from error


def _back_up(path: Path) -> Path:
    """Copy a file beside itself as `name.bak`, `name.bak2` … whichever is free."""
    for number in range(1, 1000):
        kept = path.with_name(f"{path.name}.bak{number if number > 1 else ''}")
        if kept.exists():
            continue
        try:
            shutil.copy2(path, kept)
        except OSError as error:
            with contextlib.suppress(OSError):
                kept.unlink(missing_ok=True)
            why = system_cause(error)
            raise UnwritableError(
                str(path),
                f"không tạo được bản lưu “{kept.name}”: {why.vi}",
                f"the backup “{kept.name}” cannot be made: {why.en}",
            ) from error
        return kept
    raise UnwritableError(
        str(path),
        "đã có quá nhiều bản lưu .bak cạnh tệp; hãy dọn bớt hoặc dùng --no-backup",
        "there are too many .bak files beside it; remove some, or use --no-backup",
    )


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """Put the renaming on the disk, where the system can."""
    with contextlib.suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
