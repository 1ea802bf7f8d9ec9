"""Set the example reports as Word, ODT and PDF files in the layout of Nghị định 30/2020/NĐ-CP.

    python scripts/build_office_examples.py

Word files are written here, part by part as `reportlint` reads them from Markdown; LibreOffice makes the others of them.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from reportlint.document import Block, Document  # noqa: E402
from reportlint.loaders import load, office  # noqa: E402
from reportlint.outline import Outline, read_outline  # noqa: E402

PRINTED = "TeX Gyre Termes"
"""Set in place of Times New Roman in the PDF: a free font like it that has all Vietnamese letters (fonts-texgyre)."""
REPORTS = ("bao-cao-mau", "bao-cao-ubnd-huyen")
NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
XMLNS = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NS.items())
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
EMU = 36000
A4 = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11907" w:h="16840"/><w:pgMar w:top="1134" '
    'w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>'
)
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" '
    'w:cs="Times New Roman" w:eastAsia="Times New Roman"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/>'
    '</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="NoiDung"><w:name w:val="Nội dung"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="120"/><w:ind w:firstLine="720"/><w:jc w:val="both"/></w:pPr>'
    "</w:style>"
)
HEADER = (
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE '
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r>'
    '<w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


def run(text: str, *, size: float = 14, bold: bool = False, italic: bool = False) -> str:
    """Return a run of text; size in pt."""
    marks = "<w:b/>" * bold + "<w:i/>" * italic
    half = round(size * 2)
    properties = f'<w:rPr>{marks}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>'
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content: str, *, style: str = "", align: str = "", before: int = 0) -> str:
    """Return a paragraph; the distance before it is in pt."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    spaced = f'<w:spacing w:before="{before * 20}"/>' if before else ""
    aligned = f'<w:jc w:val="{align}"/>' if align else ""
    return f"<w:p><w:pPr>{named}{spaced}{aligned}</w:pPr>{content}</w:p>"


def rule(width: float, number: int, drop: float = 6.4) -> str:
    """Return a run with a line `drop` mm below the top of its paragraph, centred in the column; width in mm."""
    size = f'cx="{round(width * EMU)}" cy="0"'
    drawing = (
        f'<w:drawing><wp:anchor simplePos="0" relativeHeight="{number}" behindDoc="0" locked="0" layoutInCell="1" '
        'allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:align>center</wp:align>'
        f'</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>{round(drop * EMU)}</wp:posOffset></wp:positionV>'
        f'<wp:extent {size}/><wp:wrapNone/><wp:docPr id="{number}" name="Đường kẻ {number}"/><a:graphic><a:graphicData '
        f'uri="{NS["wps"]}"><wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
        "</a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    return f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice></mc:AlternateContent></w:r>'


def columns(left: str, right: str, widths: tuple[int, int]) -> str:
    """Return a table without borders: one row, two cells. Widths in twips."""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content or "<w:p/>"}</w:tc>'
        for width, content in zip(widths, (left, right), strict=True)
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"
    )


class Setter:
    """Sets one report."""

    def __init__(self, document: Document) -> None:
        """Read its outline."""
        self.document = document
        self.outline: Outline = read_outline(document)

    def body(self) -> str:
        """Return the content of `w:body`."""
        return self.head() + "".join(self.contents()) + self.foot() + A4

    def lines(self, name: str) -> list[str]:
        """Return the lines of a part."""
        span = self.outline.parts.get(name)
        return self.document.text[span.start : span.end].split("\n") if span else []

    def centred(
        self, name: str, *, size: float, bold: bool = False, italic: bool = False, line: float = 0
    ) -> str:
        """Return the lines of a part, centred; with a line below the last where `line` gives its length in mm."""
        shown = self.lines(name)
        number = list(self.outline.parts).index(name) + 1 if shown else 0
        return "".join(
            paragraph(
                run(text, size=size, bold=bold, italic=italic)
                + (rule(line, number) if line and text is shown[-1] else ""),
                align="center",
            )
            for text in shown
        )

    def head(self) -> str:
        """Return the head: two columns, then title, subject and addressee."""
        left = (
            self.centred("superior_body", size=13) + self.centred("issuing_body", size=13, bold=True, line=24)
            + paragraph(run(" ".join(self.lines("number_symbol")), size=13), align="center", before=8)
        )  # fmt: skip
        right = (
            self.centred("national_name", size=13, bold=True) + self.centred("motto", size=14, bold=True, line=58)
            + paragraph(run(" ".join(self.lines("place_date")), size=14, italic=True), align="center", before=8)
        )  # fmt: skip
        title = self.centred("kind_title", size=14, bold=True) + self.centred(
            "subject", size=14, bold=True, line=38
        )
        addressee = "".join(
            paragraph(run(text), align="center", before=12) for text in self.lines("addressee")
        )
        return columns(left, right, (3600, 5800)) + paragraph("") + title + addressee + paragraph("")

    def contents(self) -> Iterator[str]:
        """Yield paragraphs and tables of the body."""
        table: list[Block] = []
        for block in self.outline.body_blocks:
            if block.cell is not None:
                table.append(block)
                continue
            if table:
                yield self.table(table)
                table = []
            yield paragraph("".join(self.runs(block)), style="NoiDung")
        if table:
            yield self.table(table)

    def runs(self, block: Block, size: float = 14) -> Iterator[str]:
        """Yield the runs of a block with its emphasis."""
        edges = {block.start, block.end}
        marks = [e for e in self.document.emphasis if e.start < block.end and block.start < e.end]
        for mark in marks:
            edges |= {max(mark.start, block.start), min(mark.end, block.end)}
        points = sorted(edges)
        for start, end in pairwise(points):
            styles = {mark.style for mark in marks if mark.start <= start and end <= mark.end}
            yield run(
                self.document.text[start:end], size=size, bold="bold" in styles, italic="italic" in styles
            )

    def table(self, blocks: list[Block]) -> str:
        """Return a table with borders."""
        rows: dict[int, dict[int, str]] = {}
        for block in blocks:
            if block.cell:
                rows.setdefault(block.cell.row, {})[block.cell.column] = "".join(self.runs(block, 13))
        count = max(max(row) for row in rows.values()) + 1
        width = 9060 // count
        sides = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        body = "".join(
            "<w:tr>" + "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
                f"{paragraph(row.get(column, ''), align='center')}</w:tc>"
                for column in range(count)
            ) + "</w:tr>"
            for row in rows.values()
        )  # fmt: skip
        grid = f'<w:gridCol w:w="{width}"/>' * count
        return f"<w:tbl><w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"

    def foot(self) -> str:
        """Return recipients and signature, side by side."""
        text = self.document.text
        label = paragraph(run("Nơi nhận:", size=12, bold=True, italic=True))
        entries = "".join(paragraph(run(text[s.start : s.end], size=11)) for s in self.outline.recipients)
        posts = "".join(
            paragraph(run(text[s.start : s.end], bold=True), align="center") for s in self.outline.signature
        )
        name = paragraph(run(" ".join(self.lines("signer_name")), bold=True), align="center", before=72)
        return paragraph("") + columns(label + entries, posts + name, (4700, 4700))


def docx(document: Document) -> dict[str, str]:
    """Return the parts of the Word file of a report."""
    office_ns = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "".join(
        f'<Relationship Id="rId{i}" Type="{office_ns}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate((("styles", "styles.xml"), ("header", "header1.xml")), 1)
    )
    kinds = {"document": "document.main", "styles": "styles", "header1": "header"}
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{CONTENT}.{kind}+xml"/>'
        for part, kind in kinds.items()
    )
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
        'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
        f'Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{office_ns}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {XMLNS}><w:body>{Setter(document).body()}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>',
        "word/styles.xml": f"<w:styles {XMLNS}>{STYLES}</w:styles>",
        "word/header1.xml": f"<w:hdr {XMLNS}>{HEADER}</w:hdr>",
    }
    return {name: declaration + content for name, content in parts.items()}


def write(path: Path, parts: dict[str, str]) -> None:
    """Write a package whose bytes depend on its content alone."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def main() -> int:
    """Write the Word files, and by LibreOffice the others."""
    folder = ROOT / "examples"
    for name in REPORTS:
        write(folder / f"{name}.docx", docx(load(folder / f"{name}.md")))
    soffice = office.program()
    if soffice is None:
        print("LibreOffice is not installed: .odt and .pdf are left as they are")
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        printed = Path(scratch) / "printed"
        printed.mkdir()
        for name in REPORTS:
            parts = docx(load(folder / f"{name}.md"))
            parts["word/styles.xml"] = parts["word/styles.xml"].replace("Times New Roman", PRINTED)
            write(printed / f"{name}.docx", parts)
        for kind, source in (("odt", folder), ("pdf", printed)):
            files = [str(source / f"{name}.docx") for name in REPORTS]
            command = [soffice, f"-env:UserInstallation={Path(scratch).as_uri()}/profile", "--headless"]
            command += ["--convert-to", kind, "--outdir", str(folder), *files]
            subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603 - files just written
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
