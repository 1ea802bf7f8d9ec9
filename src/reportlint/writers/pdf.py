"""Findings in a PDF file: each a highlight on its characters with the remark; the pages themselves stay as they are."""

from __future__ import annotations

import ctypes
import io
from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as pdfium

from reportlint.said import Said
from reportlint.writers import UnwritableError
from reportlint.writers.marking import AUTHOR, Annotated, remark
from reportlint.writers.stretches import covered, point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.document import Document
    from reportlint.findings import Finding
    from reportlint.report import Report
    from reportlint.result import Result
    from reportlint.writers.marking import Marking
    from reportlint.writers.stretches import Stretch

SIGNED = Said(
    "tệp đã ký số, thêm ghi chú có thể làm mất hiệu lực chữ ký; nếu vẫn muốn, hãy dùng --force-signed",
    "the file is signed, notes may void the signature; --force-signed does it all the same",
)
COLOURS = {"error": (255, 120, 110), "warning": (255, 200, 80), "info": (130, 180, 255)}
OPACITY = 110
NOTE_SIZE = 18.0
"""Of the sign for a finding without characters, in pt."""
Box = tuple[float, float, float, float]


def annotate(data: bytes, result: Result, marking: Marking) -> Annotated:
    """Return the file with a highlight for each finding, appended so that all that was there stays byte for byte.

    Raises `UnwritableError` for a signed file unless forced, and where pdfium cannot write.
    """
    document = result.report.document
    if b"/ByteRange" in data and not marking.force_signed:
        raise UnwritableError(document.path, *SIGNED)
    pdf = pypdfium2.PdfDocument(data)
    try:
        pages: dict[int, list[tuple[Finding, Stretch]]] = {}
        for finding in result.findings:
            for stretch in _stretches(document, finding):
                pages.setdefault(stretch.node, []).append((finding, stretch))
        for number, entries in pages.items():
            _annotate_page(pdf[number], entries, result.report, marking)
        out = io.BytesIO()
        pdf.save(out, flags=pdfium.FPDF_INCREMENTAL)
    except pypdfium2.PdfiumError as error:
        raise UnwritableError(
            document.path,
            f"không thêm được ghi chú vào tệp PDF ({error})",
            f"notes cannot be added to the PDF ({error})",
        ) from error
    finally:
        pdf.close()
    return Annotated(out.getvalue(), len(result.findings))


def _stretches(document: Document, finding: Finding) -> list[Stretch]:
    """Return what to highlight: one stretch for each page; an empty one for a point; never nothing but in an empty file."""
    found, _ = covered(document, finding.start, finding.end)
    if not found and document.blocks:
        spot = point(document, finding.start)
        block = document.block_at(finding.start)
        found = (
            [spot]
            if spot
            else [s._replace(end=s.start) for s in covered(document, block.start, block.end)[0][:1]]
        )
    return found


def _annotate_page(
    page: pypdfium2.PdfPage, entries: list[tuple[Finding, Stretch]], report: Report, marking: Marking
) -> None:
    text = page.get_textpage()
    said: set[int] = set()
    for finding, stretch in entries:
        boxes = list(_boxes(text, stretch))
        contents = "\n".join(remark(finding, report, marking.lang)) if id(finding) not in said else ""
        said.add(id(finding))  # a stretch that goes on over a line bears the remark once
        if boxes:
            _highlight(page, boxes, finding, contents, marking)
        else:
            _note(page, _corner(text, stretch.start, page), finding, contents, marking)
    text.close()
    page.close()


def _boxes(text: pypdfium2.PdfTextPage, stretch: Stretch) -> Iterator[Box]:
    """Yield left, bottom, right, top of each line of a stretch, in pt."""
    if stretch.end <= stretch.start:
        return
    for index in range(pdfium.FPDFText_CountRects(text, stretch.start, stretch.end - stretch.start)):
        left, top, right, bottom = (ctypes.c_double() for _ in range(4))
        if pdfium.FPDFText_GetRect(text, index, left, top, right, bottom):
            yield left.value, bottom.value, right.value, top.value


def _corner(text: pypdfium2.PdfTextPage, index: int, page: pypdfium2.PdfPage) -> tuple[float, float]:
    """Return the upper left corner of a character; of the page where it has none."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top):
        return left.value, top.value
    return 36.0, float(page.get_height()) - 36.0


def _highlight(
    page: pypdfium2.PdfPage, boxes: list[Box], finding: Finding, contents: str, marking: Marking
) -> None:
    annotation = pdfium.FPDFPage_CreateAnnot(page, pdfium.FPDF_ANNOT_HIGHLIGHT)
    for left, bottom, right, top in boxes:
        corners = pdfium.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
        pdfium.FPDFAnnot_AppendAttachmentPoints(annotation, corners)
    around = (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )
    _finish(annotation, around, finding, contents, marking)


def _note(
    page: pypdfium2.PdfPage, at: tuple[float, float], finding: Finding, contents: str, marking: Marking
) -> None:
    annotation = pdfium.FPDFPage_CreateAnnot(page, pdfium.FPDF_ANNOT_TEXT)
    left, top = at
    _finish(annotation, (left - NOTE_SIZE, top, left, top + NOTE_SIZE), finding, contents, marking)


def _finish(annotation: Any, around: Box, finding: Finding, contents: str, marking: Marking) -> None:  # noqa: ANN401 - pdfium's handle
    left, bottom, right, top = around
    pdfium.FPDFAnnot_SetRect(annotation, pdfium.FS_RECTF(left, top, right, bottom))
    pdfium.FPDFAnnot_SetColor(
        annotation, pdfium.FPDFANNOT_COLORTYPE_Color, *COLOURS[finding.severity], OPACITY
    )
    pdfium.FPDFAnnot_SetFlags(annotation, pdfium.FPDF_ANNOT_FLAG_PRINT)
    for key, value in (
        ("Contents", contents),
        ("T", AUTHOR),
        ("M", marking.date.strftime("D:%Y%m%d%H%M%SZ")),
    ):
        if value:
            wide = (value + "\0").encode("utf-16-le")
            buffer = (pdfium.FPDF_WCHAR * (len(wide) // 2)).from_buffer_copy(wide)
            pdfium.FPDFAnnot_SetStringValue(annotation, key.encode("ascii"), buffer)
    pdfium.FPDFPage_CloseAnnot(annotation)
