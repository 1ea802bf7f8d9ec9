"""Makes Word files from a few lines of XML, so that each test shows what it is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROOTS = {
    "styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes",
    "comments": "comments", "settings": "settings", "header1": "hdr", "footer1": "ftr", "header2": "hdr",
}  # fmt: skip

MakeDocx = Callable[..., bytes]


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Pack parts into a zip file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, stored)
    return buffer.getvalue()


def docx_parts(body: str, **parts: str) -> dict[str, str | bytes]:
    """Return the parts of a Word file with this body; other parts by name, without their root element."""
    relations = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{name.rstrip("12")}" Target="{name}.xml"/>'
        for name in parts
    )
    opening = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'{opening}<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f"{opening}{relations}</Relationships>",
    }
    for name, content in parts.items():
        files[f"word/{name}.xml"] = f"<w:{ROOTS[name]} {NAMESPACES}>{content}</w:{ROOTS[name]}>"
    return files


@pytest.fixture
def make_docx() -> MakeDocx:
    """Return a function that makes the bytes of a Word file from the XML of its body and other parts."""

    def make(body: str, **parts: str) -> bytes:
        return zipped(docx_parts(body, **parts))

    return make


ODT_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
)  # fmt: skip


@pytest.fixture
def make_odt() -> Callable[..., bytes]:
    """Return a function that makes the bytes of an ODT file from the XML of its text and styles."""

    def make(body: str, automatic: str = "", styles: str = "") -> bytes:
        content = (
            f"<office:document-content {ODT_NAMESPACES}><office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
        )
        other = f"<office:document-styles {ODT_NAMESPACES}>{styles}</office:document-styles>"
        mimetype = "application/vnd.oasis.opendocument.text"
        return zipped({"mimetype": mimetype, "content.xml": content, "styles.xml": other})

    return make


Line = tuple[float, float, str] | tuple[float, float, str, float]
"""(left, height, text) and the letter size, 14 unless given, all in pt from the lower left corner."""


PICTURE = b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q\n"
"""Covers a page."""
HIDDEN = b"3 Tr\n"
"""Text behind this is there but not seen, as OCR leaves it."""


def pdf_bytes(
    pages: list[list[Line]],
    *,
    unicode_map: bool = True,
    ground: bytes = b"",
    font: bytes = b"TimesNewRoman",
) -> bytes:
    """Make a PDF: every letter is half its size wide; without `unicode_map` no program can know the letters.

    `ground` is drawn on every page before the text.
    """
    tounicode = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> "
        b"endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"
    )
    kids = b" ".join(b"%d 0 R" % (6 + 2 * number) for number in range(len(pages)))
    to = b"/ToUnicode 5 0 R" if unicode_map else b""
    system = b"/Registry(Adobe)/Ordering(Identity)/Supplement 0"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
        b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[4 0 R]%s>>" % (font, to),
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/DW 500/CIDSystemInfo<<%s>>>>" % (font, system),
        b"<</Length %d>>stream\n%s\nendstream" % (len(tounicode), tounicode),
    ]  # fmt: skip
    for number, lines in enumerate(pages):
        stream = ground + b"".join(
            b"BT /F1 %g Tf %g %g Td <%s> Tj ET\n"
            % (
                line[3] if len(line) > 3 else 14.0,
                line[0],
                line[1],
                line[2].encode("utf-16-be").hex().encode(),
            )
            for line in lines
        )
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
            % (7 + 2 * number),
            b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        ]
    out, offsets = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj %s endobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, table, len(objects) + 1, len(out),
    )  # fmt: skip


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    """Return a function that makes the bytes of a PDF from placed lines."""
    return pdf_bytes


@pytest.fixture
def shared_reports() -> Path:
    """Return the folder of public reports that stands beside the project; skip where it does not."""
    folder = Path(__file__).parents[3] / "shared" / "reports"
    if not folder.is_dir():
        pytest.skip("the shared reports are not here")
    return folder
