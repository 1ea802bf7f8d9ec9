"""Old Word files (.doc) and .rtf, turned into .docx by LibreOffice where it is installed, then read as such.

LibreOffice runs without a window, with a profile of its own in which macros and links to the outside are off,
in a folder that is removed afterwards, and not longer than a time limit. Many files go through one run.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reportlint.errors import UnreadableError
from reportlint.loaders import docx
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportlint.document import Document, Format

START_SECONDS = 90.0
"""Time LibreOffice may take to start with a new profile; it takes 3 to 20."""
FILE_SECONDS = 30.0
"""Time it may take for each file."""
MISSING = Said(
    "tệp .doc và .rtf cần LibreOffice để đọc, mà máy này chưa cài; "
    "hãy cài LibreOffice, hoặc mở tệp bằng Word rồi lưu thành .docx",
    ".doc and .rtf need LibreOffice, which is not installed; install it, or save the file as .docx in Word",
)
FAILED = Said(
    "LibreOffice không chuyển được tệp này; hãy mở bằng Word rồi lưu thành .docx",
    "LibreOffice could not convert the file; save it as .docx in Word",
)
TOO_LONG = Said(
    "LibreOffice chạy quá lâu với tệp này nên đã dừng; hãy mở bằng Word rồi lưu thành .docx",
    "LibreOffice took too long over the file and was stopped; save it as .docx in Word",
)
_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
_ITEM = (
    '<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
_SAFE = {
    "DisableMacrosExecution": "true",
    "MacroSecurityLevel": "3",
    "BlockUntrustedRefererLinks": "true",
    "DisableActiveContent": "true",
}
_converted: dict[str, bytes] = {}
"""Files turned by `prepare` and not yet read, by the hash of what they were."""


def load(data: bytes, path: str) -> Document:
    """Read a .doc or .rtf file. Raises `UnreadableError`, also when LibreOffice is not installed."""
    turned = _converted.pop(_key(data), None) or convert({path: data})[path]
    if isinstance(turned, UnreadableError):
        raise turned
    kind: Format = "rtf" if data.lstrip().startswith(b"{\\rtf") else "doc"
    return replace(docx.load(turned, path), format=kind)


def prepare(files: Mapping[str, bytes]) -> None:
    """Turn many files in one run, so that `load` finds them ready; failures show when `load` is called."""
    wanted = {path: data for path, data in files.items() if _key(data) not in _converted}
    if not wanted or program() is None:
        return
    for path, turned in convert(wanted).items():
        if not isinstance(turned, UnreadableError):
            _converted[_key(wanted[path])] = turned


def convert(files: Mapping[str, bytes]) -> dict[str, bytes | UnreadableError]:
    """Turn files into .docx, by path; an error stands in the place of a file that could not be turned."""
    soffice = program()
    if soffice is None:
        return {path: UnreadableError(path, *MISSING) for path in files}
    with tempfile.TemporaryDirectory(prefix="reportlint-", ignore_cleanup_errors=True) as folder:
        root = Path(folder)
        sources, target = {}, root / "out"
        target.mkdir()
        for number, (path, data) in enumerate(files.items()):
            suffix = ".rtf" if data.lstrip().startswith(b"{\\rtf") else ".doc"
            sources[path] = root / f"{number}{suffix}"
            sources[path].write_bytes(data)
        finished = _run(soffice, root, list(sources.values()), target)
        return {
            path: _result(path, target / f"{source.stem}.docx", finished=finished)
            for path, source in sources.items()
        }


def program() -> str | None:
    """Return the path of LibreOffice; None when it is not installed."""
    found = (shutil.which(name) for name in _NAMES)
    placed = (place for place in _PLACES if Path(place).is_file())
    return next((path for path in (*found, *placed) if path), None)


def _result(path: str, made: Path, *, finished: bool) -> bytes | UnreadableError:
    if made.is_file() and made.stat().st_size:
        return made.read_bytes()
    return UnreadableError(path, *(FAILED if finished else TOO_LONG))


def _run(soffice: str, root: Path, sources: list[Path], target: Path) -> bool:
    """Run LibreOffice over the files; return whether it ended by itself within its time."""
    profile = root / "profile"
    (profile / "user").mkdir(parents=True)
    items = "\n".join(_ITEM.format(name=name, value=value) for name, value in _SAFE.items())
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS.format(items=items), "utf-8")
    command = [
        soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck",
        "--nologo", "--nodefault", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(target), *map(str, sources),
    ]  # fmt: skip
    try:
        process = subprocess.Popen(  # noqa: S603 - a program found by name, no shell, names of our own making
            command,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            cwd=root, start_new_session=True,
        )  # fmt: skip
    except OSError:
        return True
    try:
        process.wait(START_SECONDS + FILE_SECONDS * len(sources))
    except subprocess.TimeoutExpired:
        _stop(process)
        return False
    return True


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice and what it started: the command is often a script around the program itself."""
    with suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()


def _key(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
