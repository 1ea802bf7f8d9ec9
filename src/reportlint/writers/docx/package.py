"""Writing a Word package: changed parts are written anew, all others are copied as they lie in the archive."""

from __future__ import annotations

import copy
import io
import struct
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from reportlint.loaders.docx.names import STRICT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

_LOCAL_HEADER = 30
_DESCRIPTOR = 0x08
DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The day new parts are dated: the earliest a zip can hold, so that equal input gives equal output."""


def rewritten(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Return the archive with some parts replaced, or added when they are new."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename in changed:
                fresh = zipfile.ZipInfo(info.filename, info.date_time)
                fresh.compress_type, fresh.external_attr = info.compress_type, info.external_attr
                new.writestr(fresh, changed[info.filename])
            else:
                _copy(data, info, new)
        for name in changed.keys() - {info.filename for info in old.infolist()}:
            fresh = zipfile.ZipInfo(name, EPOCH)
            fresh.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(fresh, changed[name])
        new.comment = old.comment
    return out.getvalue()


def _copy(data: bytes, info: zipfile.ZipInfo, new: zipfile.ZipFile) -> None:
    """Copy a part without unpacking it."""
    names, extra = struct.unpack_from("<HH", data, info.header_offset + 26)
    start = info.header_offset + _LOCAL_HEADER + names + extra
    moved = copy.copy(info)
    moved.flag_bits &= ~_DESCRIPTOR  # the sizes stand in the header now
    if new.fp is None:
        raise ValueError("the archive is closed")
    moved.header_offset = new.fp.tell()
    new.fp.write(moved.FileHeader() + data[start : start + info.compress_size])
    new.filelist.append(moved)
    new.NameToInfo[moved.filename] = moved
    new.start_dir = new.fp.tell()


def serialised(root: _Element, original: bytes = b"") -> bytes:
    """Write a part, with the declaration of the original and its "strict" names if it had those."""
    body = etree.tostring(root, encoding="UTF-8", xml_declaration=False)
    if b"purl.oclc.org/ooxml" in original:
        for strict, usual in STRICT:
            body = body.replace(usual, strict)
    return _declaration(original) + body


def _declaration(original: bytes) -> bytes:
    if not original.startswith(b"<?xml"):
        return DECLARATION if not original else b""
    head = original[: original.find(b"?>") + 2]
    rest = original[len(head) : len(head) + 2]
    blank = rest[: len(rest) - len(rest.lstrip())]
    return head + blank if b"utf-8" in head.lower() or b"encoding" not in head else DECLARATION
