"""The table of cited documents as a Word file: A4 across, the head of the table on every page."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from reportlint.renderers.cites import COLUMNS, cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportlint.cites import Cited

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WIDTHS = (500, 1100, 1700, 1300, 1700, 2900, 1900, 1500, 2000, 800)
"""Of the columns, in twips: together the width of A4 across within its margins."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
}


def document(tables: Iterable[tuple[str, Sequence[Cited]]], lang: str = "vi") -> bytes:
    """Return a Word file with one table for each report."""
    title = "DANH MỤC VĂN BẢN ĐƯỢC VIỆN DẪN" if lang == "vi" else "DOCUMENTS CITED"
    body = []
    for path, rows in tables:
        body += [
            _paragraph(title, bold=True, center=True, size=28),
            _paragraph(path, center=True),
            _table(rows, lang),
            _paragraph(""),
        ]
    section = (
        '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
        '<w:pgMar w:top="1134" w:right="720" w:bottom="1134" w:left="720" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )
    xml = f'<w:document xmlns:w="{_W}"><w:body>{"".join(body)}{section}</w:body></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**_PARTS, "word/document.xml": xml}.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, _DECLARATION + content)
    return out.getvalue()


def _table(rows: Sequence[Cited], lang: str) -> str:
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    properties = f'<w:tblPr><w:tblW w:w="{sum(_WIDTHS)}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
    lines = [_row(COLUMNS[lang], head=True)] + [
        _row(cells(row, number, lang)) for number, row in enumerate(rows, 1)
    ]
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"


def _row(texts: Sequence[str], *, head: bool = False) -> str:
    properties = (
        "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if head else "<w:trPr><w:cantSplit/></w:trPr>"
    )
    made = []
    for text, width in zip(texts, _WIDTHS, strict=True):
        inside = "".join(_paragraph(line, bold=head, center=head) for line in text.split("\n"))
        made.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inside}</w:tc>')
    return f"<w:tr>{properties}{''.join(made)}</w:tr>"


def _paragraph(text: str, *, bold: bool = False, center: bool = False, size: int = 20) -> str:
    printable = "".join(
        c if c >= " " and c not in "\ufffe\uffff" and not "\ud800" <= c <= "\udfff" else " " for c in text
    )
    layout = '<w:pPr><w:spacing w:after="40"/>' + ('<w:jc w:val="center"/>' if center else "") + "</w:pPr>"
    font = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    weight = "<w:b/>" if bold else ""
    run = f'<w:r><w:rPr>{font}{weight}<w:sz w:val="{size}"/></w:rPr><w:t xml:space="preserve">{escape(printable)}</w:t></w:r>'
    return f"<w:p>{layout}{run}</w:p>"
