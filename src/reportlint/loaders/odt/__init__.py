"""OpenDocument text files (.odt), read from their XML with the same facts as Word files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.etree import LxmlError

from reportlint.errors import UnreadableError
from reportlint.layout import Layout
from reportlint.loaders.archive import LOCKED, Archive
from reportlint.loaders.builder import DocumentBuilder
from reportlint.loaders.odt.names import q
from reportlint.loaders.odt.page import pages_of
from reportlint.loaders.odt.reader import Reader, Where

if TYPE_CHECKING:
    from reportlint.document import Document
    from reportlint.loaders.odt.inline import OdtNode

CONTENT, STYLES, META = "content.xml", "styles.xml", "meta.xml"
_STATISTIC = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}document-statistic"
_PAGE_COUNT = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}page-count"


def load(data: bytes, path: str) -> Document:
    """Read an ODT file, tracked changes as if all were accepted. Raises `UnreadableError`."""
    archive = Archive(data, path)
    try:
        return _build(_read(archive), archive)
    except (RecursionError, LxmlError) as error:
        raise UnreadableError(
            path,
            f"tệp bị hỏng hoặc có cấu trúc bất thường ({type(error).__name__})",
            f"the file is damaged or oddly made ({type(error).__name__})",
        ) from error


def text_nodes(archive: Archive) -> list[OdtNode]:
    """Return the nodes that `SourceMap` counts, by number: node k of a document is item k of this list."""
    return _read(archive).inline.nodes


def _read(archive: Archive) -> Reader:
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise UnreadableError(archive.path, *LOCKED)
    content = archive.xml(CONTENT)
    roots = [content, archive.xml(STYLES)] if STYLES in archive else [content]
    body = content.find(f"{q('office:body')}/{q('office:text')}")
    if body is None:
        raise UnreadableError(
            archive.path,
            "tệp OpenDocument này không phải văn bản (có thể là bảng tính)",
            "this OpenDocument file is no text (a spreadsheet, perhaps)",
        )
    reader = Reader(DocumentBuilder(archive.path, "odt"), roots)
    reader.look_for_legacy(body)
    if next(body.iter(q("text:soft-page-break")), None) is not None or _page_count(archive) == 1:
        reader.emitter.page = 1
    reader.inline.part = CONTENT
    reader.read_blocks(body, Where())
    reader.emitter.end_part()
    reader.emitter.page = None
    reader.read_notes()
    reader.inline.part = STYLES
    reader.pages = pages_of(reader, roots[-1])
    changes = body.find(q("text:tracked-changes"))
    reader.changes = 0 if changes is None else len(changes)
    return reader


def _build(reader: Reader, archive: Archive) -> Document:
    emitter = reader.emitter
    if reader.builder.at == 0:
        raise UnreadableError(
            archive.path, "tệp không có chữ nào để kiểm tra", "there is no text in the file"
        )
    layout = Layout(
        pages=tuple(reader.pages),
        paragraphs=tuple(emitter.paragraphs),
        runs=tuple(emitter.runs),
        lines=tuple(emitter.lines),
        blanks=emitter.blanks,
    )
    return reader.builder.build(layout=layout, pages=_page_count(archive), changes=reader.changes)


def _page_count(archive: Archive) -> int | None:
    if META not in archive:
        return None
    statistic = next(archive.xml(META).iter(_STATISTIC), None)
    pages = None if statistic is None else statistic.get(_PAGE_COUNT)
    return int(pages) if pages and pages.isdecimal() else None
