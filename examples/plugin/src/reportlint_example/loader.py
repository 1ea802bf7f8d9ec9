"""A loader for files `.vb`: lines of UTF-8, each a paragraph; what stands behind `%%` is a remark and is not read."""

from __future__ import annotations

from reportlint import Document, DocumentBuilder, Loader, UnreadableError


def load(data: bytes, path: str) -> Document:
    """Make a document. Every character keeps its place in the source."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableError(path, "tệp .vb phải là UTF-8", "a .vb file must be UTF-8") from error
    builder = DocumentBuilder(path, "txt", text)
    at = 0
    for line in text.splitlines(keepends=True):
        shown = line.partition("%%")[0].rstrip()
        if shown:
            builder.open("paragraph")
            builder.add(shown, 0, at)
            builder.close()
        at += len(line)
    return builder.build()


LOADER = Loader((".vb",), load)
