"""PDF files with a text layer: lines joined into paragraphs, page numbers apart, garbage refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.document import Unread
from reportlint.errors import UnreadableError
from reportlint.layout import MM_PER_INCH, PT_PER_INCH, Layout, Page, PageNumber, RuleLine
from reportlint.loaders.builder import DocumentBuilder
from reportlint.loaders.pdf.paragraphs import body_of, notes_of
from reportlint.loaders.pdf.quality import measure
from reportlint.loaders.pdf.rows import frame_of, sort_pages
from reportlint.loaders.pdf.writer import Writer
from reportlint.said import Said

if TYPE_CHECKING:
    import pypdfium2

    from reportlint.document import Document
    from reportlint.layout import Alignment
    from reportlint.loaders.pdf.extract import PageText
    from reportlint.loaders.pdf.rows import Chunk, Frame, Row, SortedPage

SCAN = Said(
    "tệp PDF là bản quét, không có lớp chữ; hãy nhận dạng chữ (OCR) tiếng Việt, ví dụ bằng ocrmypdf -l vie, "
    "rồi kiểm tra lại",
    "the PDF is a scan without a text layer; run Vietnamese OCR, for example ocrmypdf -l vie, and check again",
)
GARBAGE = Said(
    "lớp chữ không đọc được: {cause}; không kiểm tra để tránh báo sai, hãy dùng tệp Word gốc hoặc OCR lại",
    "the text layer is garbled: {cause}; not checked, to avoid false alarms: use the Word original or OCR it anew",
)
MIN_LETTERS = 40
"""A file with fewer letters than this has no text layer worth the name (a stamp, a signature line)."""
MAX_PAGES = 2000
MIN_RULE = 14.0
"""A level line longer than this, in pt, and shorter than half the page is drawn below a part of the head."""
_OCR_TOOLS = re.compile(r"(?i)ocr|tesseract|abbyy|finereader|paperport|readiris|vnpt.?scan")


def load(data: bytes, path: str) -> Document:
    """Read a PDF file. Raises `UnreadableError` for damage, passwords, scans and garbage text layers."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(path, *_cause(error)) from error
    try:
        return _read(pdf, path)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(path, f"tệp PDF bị hỏng ({error})", f"the PDF is damaged ({error})") from error
    finally:
        pdf.close()


def _cause(error: Exception) -> Said:
    if "password" in str(error).lower():
        return Said(
            "tệp PDF được bảo vệ bằng mật khẩu; hãy bỏ mật khẩu rồi kiểm tra lại",
            "the PDF has a password; take it off and check again",
        )
    return Said("tệp PDF bị hỏng hoặc tải về chưa đủ", "the PDF is damaged or was not downloaded whole")


def _read(pdf: pypdfium2.PdfDocument, path: str) -> Document:
    from reportlint.loaders.pdf.drawing import read_drawings
    from reportlint.loaders.pdf.extract import read_page
    from reportlint.loaders.pdf.fonts import Fonts

    if len(pdf) > MAX_PAGES:
        raise UnreadableError(
            path,
            f"tệp PDF có quá nhiều trang (hơn {MAX_PAGES})",
            f"the PDF has too many pages (above {MAX_PAGES})",
        )
    builder = DocumentBuilder(path, "pdf")
    fonts = Fonts()
    texts: list[PageText] = []
    scanned = 0
    for index in range(len(pdf)):
        page = pdf[index]
        drawn = read_drawings(page)
        texts.append(read_page(page, fonts, drawn))
        scanned += drawn.scanned
        page.close()
    _refuse_garbage(builder, texts, path)
    ocr = (
        scanned > len(texts) / 2 or _OCR_TOOLS.search(" ".join(pdf.get_metadata_dict().values())) is not None
    )
    return _build(builder, texts, ocr=ocr)


def _refuse_garbage(builder: DocumentBuilder, texts: list[PageText], path: str) -> None:
    """Raise `UnreadableError` when the text must not be linted; drop single pages that must not be."""
    whole = "\n".join(page.text for page in texts)
    if sum(char.isalpha() for char in whole) < MIN_LETTERS:
        raise UnreadableError(path, *SCAN)
    quality = measure(whole)
    if not quality.readable:
        raise UnreadableError(
            path, GARBAGE.vi.format(cause=quality.cause.vi), GARBAGE.en.format(cause=quality.cause.en)
        )
    for number, page in enumerate(texts, 1):
        page_name = Said(f"trang {number}", f"page {number}")
        if not page.text.strip():
            builder.unread.append(
                Unread(
                    page_name,
                    Said("trang không có lớp chữ (bản quét hoặc hình)", "the page has no text layer"),
                )
            )
        elif not quality.perfect and not (found := measure(page.text)).readable:
            builder.unread.append(
                Unread(
                    page_name,
                    Said(
                        f"lớp chữ không đọc được: {found.cause.vi}",
                        f"the text layer is garbled: {found.cause.en}",
                    ),
                )
            )
            page.segments = []


def _build(builder: DocumentBuilder, texts: list[PageText], *, ocr: bool) -> Document:
    pages = sort_pages(texts)
    frame = frame_of((row for page in pages for row in page.body), texts[0].width)
    notes = notes_of(pages)
    writer = Writer(builder)
    for page in pages:
        for row in page.notes:
            if row.note:
                writer.notes.setdefault(row.page, set()).add(row.note)
    body = body_of(pages, frame)
    last_rows = []
    for draft in body:
        writer.write(draft)
        last_rows.append(draft.lines[-1])
    for draft in notes:
        writer.write(draft)
    numbers = _margins(writer, pages, frame)
    layout = Layout(
        pages=(_page(pages, frame, numbers),),
        paragraphs=tuple(writer.paragraphs),
        runs=tuple(writer.runs),
        lines=tuple(_rule_lines(texts[0], last_rows)),
        measured=True,
    )
    return builder.build(layout=layout, ocr=ocr, pages=len(texts))


def _margins(writer: Writer, pages: list[SortedPage], frame: Frame) -> dict[int, PageNumber]:
    """Write running heads and page numbers as blocks; return the page numbers by page."""
    from reportlint.loaders.pdf.paragraphs import Draft

    numbers: dict[int, PageNumber] = {}
    for index, page in enumerate(pages):
        for rows, kind in ((page.head, "header"), (page.foot, "footer")):
            for row in rows:
                if row is page.number:
                    look = row.chunks[0].segments[0].pieces[0][2]
                    numbers[index] = PageNumber(
                        "header" if kind == "header" else "footer",
                        _alignment(row.left, row.right, frame),
                        look.size, look.font, italic=look.italic, bold=look.bold,
                        block=writer.builder.block_count,
                    )  # fmt: skip
                lines = [(row, chunk) for chunk in row.chunks]
                writer.write(Draft("header" if kind == "header" else "footer", lines))
    return numbers


def _alignment(left: float, right: float, frame: Frame) -> Alignment:
    middle = (frame.left + frame.right) / 2
    if abs((left + right) / 2 - middle) < (frame.right - frame.left) / 8:
        return "center"
    return "left" if (left + right) / 2 < middle else "right"


def _page(pages: list[SortedPage], frame: Frame, numbers: dict[int, PageNumber]) -> Page:
    """Return what the pages look like, measured: only the sides and the top of full pages can be told."""
    to_mm = MM_PER_INCH / PT_PER_INCH
    first = pages[0].page
    tops = [page.page.height - page.body[0].top for page in pages[1:] if page.body]
    later = [number for index, number in numbers.items() if index > 0]
    return Page(
        width=round(first.width * to_mm, 1),
        height=round(first.height * to_mm, 1),
        top=round(min(tops) * to_mm, 1) if tops else None,
        bottom=None,
        left=round(frame.left * to_mm, 1),
        right=round((first.width - frame.right) * to_mm, 1),
        number=later[0] if later else numbers.get(0),
        number_on_first=0 in numbers,
    )


def _rule_lines(first: PageText, last_rows: list[tuple[Row, Chunk]]) -> list[RuleLine]:
    """Tie each line drawn on the first page to the block whose last row stands just above it, in the same column."""
    found = []
    for height, left, right in first.drawings.flat:
        above = [
            (row.bottom, block)
            for block, (row, chunk) in enumerate(last_rows)
            if row.page == 0 and row.bottom > height - 4 and chunk.left < right and left < chunk.right
        ]
        if above and MIN_RULE < right - left < first.width / 2:
            found.append(RuleLine(min(above)[1], round((right - left) * MM_PER_INCH / PT_PER_INCH, 1)))
    return found
