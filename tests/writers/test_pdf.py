"""PDF files: highlights appended, everything that was there stays."""

from __future__ import annotations

import datetime as dt

import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw
from tests.loaders.conftest import pdf_bytes
from tests.writers.word_files import finding, result_with

from reportlint import writers
from reportlint.loaders import load_bytes
from reportlint.writers import UnwritableError
from reportlint.writers.marking import Marking

AT = Marking(date=dt.datetime(2025, 1, 2, 3, 4, 5, tzinfo=dt.UTC))


def make() -> bytes:
    lines = [
        "Thực hiện Kế hoạch số 95/KH-UBND của của tỉnh,",
        "các cơ quan đã triển khai công việc trong quý.",
    ]
    return pdf_bytes([[(72.0, 700.0 - 20 * i, text) for i, text in enumerate(lines)]])


def test_highlight_with_the_message() -> None:
    data = make()
    text = load_bytes(data, "a.pdf").text
    start = text.index("của của")
    made = writers.annotate(
        data, result_with(data, "a.pdf", [finding(text, start, start + 7), finding(text, 0, 0)]), AT
    )
    assert made.comments == 2
    assert made.data.startswith(data)  # appended
    assert load_bytes(made.data, "a.pdf").text == text
    page = pdfium.PdfDocument(made.data)[0]
    found = []
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        buffer = (raw.FPDF_WCHAR * 400)()
        raw.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, 800)
        found.append((raw.FPDFAnnot_GetSubtype(annotation), bytes(buffer).decode("utf-16-le").rstrip("\0")))
    assert [kind for kind, _ in found] == [raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_HIGHLIGHT]
    assert "Chỗ “của của” chưa đúng" in found[1][1]


def test_signed_file_is_refused_unless_forced() -> None:
    data = make() + b"\n%/ByteRange [0 1 2 3]\n"
    result = result_with(data, "a.pdf", [finding("", 0, 1)])
    with pytest.raises(UnwritableError, match="đã ký số"):
        writers.annotate(data, result, AT)
    assert writers.annotate(data, result, Marking(AT.date, force_signed=True)).comments == 1
