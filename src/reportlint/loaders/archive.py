"""Safe reading of zip packages and of the XML inside: Word and ODT files are both.

A file from outside is not trusted: sizes are checked before and while inflating, a document type (the door to
entity bombs and to files of this machine) is refused, nothing is fetched, and libxml2's own limit on nesting
(256) is kept.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from lxml import etree

from reportlint.errors import UnreadableError
from reportlint.said import Said

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_ENTRIES = 10_000
MAX_TOTAL = 1024 * 1024 * 1024
"""Bytes that all parts together may inflate to, pictures included."""
MAX_PART = 128 * 1024 * 1024
"""Bytes that one part which is read may inflate to."""
MAX_RATIO = 300
"""How many times its packed size a large part may inflate to; the XML of real reports stays under 40."""
RATIO_FROM = 8 * 1024 * 1024
"""Parts smaller than this are let through whatever their ratio."""
ENCRYPTED = 0x1

DAMAGED = Said(
    "tệp bị hỏng hoặc tải về chưa đủ: không mở được gói nén bên trong",
    "the file is damaged or was not downloaded whole: the archive inside cannot be opened",
)
BOMB = Said(
    "tệp nén bất thường: giải nén ra quá lớn, dừng đọc để bảo vệ máy",
    "an odd archive: it would inflate to too much, so it is not read",
)
LOCKED = Said(
    "tệp được bảo vệ bằng mật khẩu; hãy bỏ mật khẩu rồi kiểm tra lại",
    "the file has a password; take it off and check again",
)

_ZIP_ERRORS = (
    zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, EOFError, OSError, ValueError,
    RuntimeError,
)  # fmt: skip


class Archive:
    """The parts of a zip package, by name."""

    def __init__(self, data: bytes, path: str) -> None:
        """Open the package. Raises `UnreadableError` when it is damaged, encrypted or a bomb."""
        self.path = path
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _ZIP_ERRORS as error:
            raise UnreadableError(path, *DAMAGED) from error
        infos = self._zip.infolist()
        if len(infos) > MAX_ENTRIES or sum(i.file_size for i in infos) > MAX_TOTAL:
            raise UnreadableError(path, *BOMB)
        self._infos = {info.filename: info for info in infos}
        for info in infos:
            if info.flag_bits & ENCRYPTED:
                raise UnreadableError(path, *LOCKED)
            if info.file_size > RATIO_FROM and info.file_size > MAX_RATIO * max(info.compress_size, 1):
                raise UnreadableError(path, *BOMB)

    def __contains__(self, name: str) -> bool:
        """Tell whether there is a part of this name."""
        return name in self._infos

    @property
    def names(self) -> tuple[str, ...]:
        """All part names, in the order of the package."""
        return tuple(self._infos)

    def read(self, name: str) -> bytes:
        """Return a part. Raises `UnreadableError` when it is missing, damaged or larger than it may be."""
        info = self._infos.get(name)
        if info is None:
            raise UnreadableError(
                self.path,
                f"tệp bị hỏng: thiếu thành phần “{name}”",
                f"the file is damaged: “{name}” is missing",
            )
        if info.file_size > MAX_PART:
            raise UnreadableError(self.path, *BOMB)
        try:
            with self._zip.open(info) as part:
                data = part.read(MAX_PART + 1)
        except _ZIP_ERRORS as error:
            raise UnreadableError(
                self.path,
                f"tệp bị hỏng: không giải nén được “{name}”",
                f"the file is damaged: “{name}” cannot be inflated",
            ) from error
        if len(data) > MAX_PART:
            raise UnreadableError(self.path, *BOMB)
        return data

    def xml(self, name: str) -> _Element:
        """Return the root element of an XML part. Raises `UnreadableError`."""
        return parse_xml(self.read(name), self.path, name)


def parse_xml(data: bytes, path: str, name: str) -> _Element:
    """Parse XML that is not trusted. Raises `UnreadableError` naming the part and the cause."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise UnreadableError(path, *(text.format(name=name) for text in _FORBIDDEN))
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "depth" in str(error).lower():
            raise UnreadableError(
                path,
                f"“{name}” có quá nhiều tầng lồng nhau, không phải văn bản thường",
                f"“{name}” nests too deeply for an ordinary document",
            ) from error
        raise UnreadableError(
            path,
            f"tệp bị hỏng: “{name}” không phải XML đúng ({error})",
            f"the file is damaged: “{name}” is no valid XML ({error})",
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableError(path, *(text.format(name=name) for text in _FORBIDDEN))
    return root


_FORBIDDEN = Said(
    "“{name}” khai báo DOCTYPE hoặc thực thể XML, điều văn bản thường không có; từ chối đọc để an toàn",
    "“{name}” declares a DOCTYPE or XML entities, as no ordinary document does; refused, to be safe",
)
