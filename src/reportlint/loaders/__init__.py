"""Loaders: bytes → `Document`. A loader is chosen by what the bytes are, the name only decides between text formats."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from reportlint.errors import UnreadableError, system_cause
from reportlint.said import Said

if TYPE_CHECKING:
    from reportlint.document import Document, Format

MODULES: dict[Format, str] = {
    "md": "reportlint.loaders.markdown",
    "txt": "reportlint.loaders.plain",
    "html": "reportlint.loaders.html",
    "docx": "reportlint.loaders.docx",
    "odt": "reportlint.loaders.odt",
    "pdf": "reportlint.loaders.pdf",
    "doc": "reportlint.loaders.office",
    "rtf": "reportlint.loaders.office",
}
SUFFIXES: dict[str, Format] = {
    ".md": "md", ".markdown": "md", ".txt": "txt", ".html": "html", ".htm": "html", ".docx": "docx", ".docm": "docx",
    ".odt": "odt", ".pdf": "pdf", ".doc": "doc", ".rtf": "rtf",
}  # fmt: skip
MAX_BYTES = 200 * 1024 * 1024


def load(path: str | Path) -> Document:
    """Read a file. Raises `UnreadableError`, naming the file and the cause."""
    return load_bytes(read(path), str(path))


def read(path: str | Path) -> bytes:
    """Return the bytes of a file. Raises `UnreadableError`."""
    path = Path(path)
    try:
        if path.stat().st_size > MAX_BYTES:
            most = MAX_BYTES // 1024 // 1024
            raise UnreadableError(
                str(path), f"tệp quá lớn (hơn {most} MB)", f"the file is too large (above {most} MB)"
            )
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(str(path), *_os_cause(error)) from error


def load_bytes(data: bytes, path: str) -> Document:
    """Read the bytes of a file; `path` gives its name. Raises `UnreadableError`."""
    if not data.strip():
        raise UnreadableError(path, "tệp rỗng, không có nội dung để kiểm tra", "the file is empty")
    module = import_module(MODULES[detect(data, path)])
    document: Document = module.load(data, path)
    return document


def detect(data: bytes, path: str) -> Format:
    """Tell the format from the first bytes, and for plain text from the name. Raises `UnreadableError`."""
    head = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
    if data.startswith(b"PK\x03\x04"):
        return _zip_format(data, path)
    if head.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _ole_format(data, path)
    if head.startswith(b"{\\rtf"):
        return "rtf"
    named = SUFFIXES.get(Path(path).suffix.lower(), "txt")
    if head[:15].lower().startswith((b"<!doctype html", b"<html")) and named != "md":
        return "html"
    return named if named in {"md", "txt", "html"} else "txt"


def _zip_format(data: bytes, path: str) -> Format:
    """Tell docx from odt by the names of their parts, which stand uncompressed in the archive."""
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]:
        return "odt"
    if b"word/document" in data or b"[Content_Types].xml" in data:
        return "docx"
    if b"content.xml" in data and b"mimetype" in data:
        return "odt"
    raise UnreadableError(
        path, "đây là tệp nén, không phải văn bản Word hay ODT", "a zip archive, neither Word nor ODT"
    )


def _ole_format(data: bytes, path: str) -> Format:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise UnreadableError(
            path,
            "tệp được bảo vệ bằng mật khẩu; hãy bỏ mật khẩu rồi kiểm tra lại",
            "the file has a password; take it off and check again",
        )
    return "doc"


def _os_cause(error: OSError) -> Said:
    """Say why the system would not read a file."""
    if isinstance(error, FileNotFoundError):
        return Said("không tìm thấy tệp", "no such file")
    if isinstance(error, PermissionError):
        return Said("không có quyền đọc tệp", "no permission to read the file")
    why = system_cause(error)
    return Said(f"không đọc được tệp ({why.vi})", f"the file cannot be read ({why.en})")
