"""Word files (.docx, .docm), read from their XML: no text is lost, every character keeps its place."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from lxml.etree import LxmlError

from reportlint.errors import UnreadableError
from reportlint.layout import Layout, Page, PageNumber
from reportlint.loaders.builder import DocumentBuilder
from reportlint.loaders.docx.names import PPR, RPR, SECTPR, VAL, P, R, T, is_on, number, w
from reportlint.loaders.docx.notes import note_labels, read_comments, read_notes
from reportlint.loaders.docx.package import open_package
from reportlint.loaders.docx.page import margins_of, page_of
from reportlint.loaders.docx.properties import paragraph_properties
from reportlint.loaders.docx.reader import Reader, Where
from reportlint.loaders.legacy import may_hold_legacy
from reportlint.said import Said

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportlint.document import Document
    from reportlint.loaders.docx.package import Package
    from reportlint.loaders.docx.page import Margin

_PROPERTY_CHANGES = [
    w(n) for n in ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange")
]
_APP_PAGES = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Pages"
NO_TEXT = Said("tệp không có chữ nào để kiểm tra", "there is no text in the file")
PICTURES_ONLY = Said(
    "tệp Word chỉ có hình (có thể là bản quét dán vào); hãy nhận dạng chữ (OCR) rồi kiểm tra lại",
    "the Word file holds pictures only (a scan, perhaps); run OCR and check again",
)
FEW_LETTERS = 200
"""A file with pictures and fewer letters than this is most likely a scan pasted into Word."""


class TextNode(NamedTuple):
    """Where a node of the source map stands in the file."""

    part: str
    """Name of the part, e.g. word/document.xml."""
    paragraph: _Element | None
    run: _Element | None
    element: _Element
    """The `w:t`, or another element that shows text (`w:tab`, `w:noBreakHyphen`, `w:sym`, `m:t` …)."""


def load(data: bytes, path: str, *, original: bool = False) -> Document:
    """Read a Word file, tracked changes as if all were accepted; with `original`, as if all were refused.

    Raises `UnreadableError` naming the file and the cause.
    """
    package = open_package(data, path)
    try:
        return _build(_read(package, original=original))
    except (RecursionError, LxmlError) as error:
        raise UnreadableError(
            path,
            f"tệp bị hỏng hoặc có cấu trúc bất thường ({type(error).__name__})",
            f"the file is damaged or oddly made ({type(error).__name__})",
        ) from error


def text_nodes(package: Package, *, original: bool = False) -> list[TextNode]:
    """Return the nodes that `SourceMap` counts, by number: node k of a document is item k of this list.

    The elements belong to the package's parsed parts: a writer changes them and writes the parts anew.
    """
    reader = _read(package, original=original)
    starts = [*reader.part_starts, (len(reader.inline.nodes), "")]
    found = []
    for (start, part), (end, _) in pairwise(starts):
        for element in reader.inline.nodes[start:end]:
            run = element if element.tag == R else next(element.iterancestors(R), None)
            found.append(TextNode(part, next(element.iterancestors(P), None), run, element))
    return found


def _read(package: Package, *, original: bool) -> Reader:
    reader = Reader(package, DocumentBuilder(package.path, "docx"), original)
    root = package.root(package.main)
    body = root.find(w("body"))
    if body is None:
        raise UnreadableError(
            package.path, "tệp bị hỏng: phần văn bản không có nội dung", "the file is damaged: it has no body"
        )
    emitter = reader.emitter
    emitter.note_labels = note_labels(package, root)
    emitter.comments = read_comments(package)
    rendered = next(root.iter(w("lastRenderedPageBreak")), None) is not None
    emitter.page = 1 if rendered or _app_pages(package) == 1 else None
    _look_for_legacy(reader, root)
    reader.read_part(package.main, body, Where())
    if not reader.sections:
        reader.sections.append((0, body.makeelement(SECTPR)))
    emitter.page = None
    read_notes(reader)
    reader.pages = _read_pages(reader)
    reader.inline.changes += sum(1 for _ in root.iter(*_PROPERTY_CHANGES))
    return reader


def _build(reader: Reader) -> Document:
    package, builder, emitter = reader.package, reader.builder, reader.emitter
    if package.macros:
        emitter.unread(
            Said("macro", "macros"),
            Said(
                "tệp có macro; chỉ đọc phần chữ, không chạy macro", "only the text is read; no macro is run"
            ),
        )
    if builder.at == 0:
        cause = PICTURES_ONLY if reader.inline.pictures else NO_TEXT
        raise UnreadableError(package.path, *cause)
    if reader.inline.pictures and builder.at < FEW_LETTERS:
        emitter.unread(
            Said("hình ảnh", "pictures"),
            Said(
                "tệp hầu như chỉ có hình; nếu là bản quét, hãy nhận dạng chữ (OCR) trước",
                "the file is almost all pictures; if it is a scan, run OCR first",
            ),
        )
    layout = Layout(
        pages=tuple(reader.pages),
        paragraphs=tuple(emitter.paragraphs),
        runs=tuple(emitter.runs),
        lines=tuple(emitter.lines),
        blanks=emitter.blanks,
    )
    return builder.build(layout=layout, pages=_app_pages(package), changes=reader.inline.changes)


def _read_pages(reader: Reader) -> list[Page]:
    """Read headers and footers, then make the page facts of every section."""
    package = reader.package
    settings = package.related_root("settings")
    even = None if settings is None else settings.find(w("evenAndOddHeaders"))
    shown = margins_of(package, reader.sections, even=even is not None and is_on(even.get(VAL)))
    numbers: dict[str, PageNumber] = {}
    done: set[str] = set()
    for margin in (margin for margins in shown for margin in margins):
        if margin.part not in done:
            done.add(margin.part)
            _read_margin(reader, margin, numbers)
    return [
        page_of(first, section, margins, numbers)
        for (first, section), margins in zip(reader.sections, shown, strict=True)
    ]


def _read_margin(reader: Reader, margin: Margin, numbers: dict[str, PageNumber]) -> None:
    emitter = reader.emitter
    seen = len(emitter.page_fields)
    reader.read_part(margin.part, reader.package.root(margin.part), Where(margin.place))
    for block, layout, paragraph in emitter.page_fields[seen:][:1]:
        numbers[margin.part] = PageNumber(
            margin.place,
            paragraph.alignment or "left",
            layout.size if layout else None,
            layout.font if layout else None,
            italic=bool(layout and layout.italic),
            bold=bool(layout and layout.bold),
            block=block if block < reader.builder.block_count else None,
        )


def _look_for_legacy(reader: Reader, root: _Element) -> None:
    """Find out whether the file holds text of fonts older than Unicode, before any of it is converted."""
    styles, evidence = reader.styles, reader.emitter.evidence
    if not reader.package.names_legacy_fonts or not may_hold_legacy(
        "".join(str(text) for text in root.itertext(T))
    ):
        return
    for paragraph in root.iter(P):
        style = styles.paragraph_style(paragraph_properties(paragraph.find(PPR)))
        for run in paragraph.iterchildren(R):
            text = "".join(t.text or "" for t in run.iterchildren(T))
            if not text.isascii():
                evidence.add(text, styles.run(run.find(RPR), style, None, accented=True).font)


def _app_pages(package: Package) -> int | None:
    """Return how many pages Word counted when it saved the file."""
    root = package.root("docProps/app.xml") if "docProps/app.xml" in package.archive else None
    pages = None if root is None else root.findtext(_APP_PAGES)
    return number(pages) or None
