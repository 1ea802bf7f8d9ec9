"""How long annotating takes: a Word file of ten pages and a hundred findings, half of them with a tracked change.

    python benchmarks/annotate_speed.py [FILE.docx …]

Without a file, one of 130 paragraphs in three runs each is made. Prints the median and the slowest of twenty warm runs.
"""

from __future__ import annotations

import io
import statistics
import sys
import time
import zipfile
from pathlib import Path

from reportlint import writers
from reportlint.findings import Finding
from reportlint.loaders import load_bytes
from reportlint.pipeline import read_report
from reportlint.result import Result
from reportlint.rule import Edit, Rule, Source
from reportlint.writers.marking import Marking

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
SENTENCE = "Thực hiện Kế hoạch số 95/KH-UBND ngày 18/5/2023 của UBND tỉnh, UBND huyện đã chỉ đạo các cơ quan, đơn vị triển khai. "
PARAGRAPHS, FINDINGS, RUNS = 130, 100, 20


def ten_pages() -> bytes:
    """Make a Word file of about ten pages."""
    run = '<w:r><w:rPr><w:sz w:val="28"/>{}</w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
    runs = run.format("", SENTENCE) + run.format("<w:b/>", SENTENCE) + run.format("<w:i/>", SENTENCE)
    body = f"<w:p>{runs}</w:p>" * PARAGRAPHS
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{TYPES}"/>')
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r" Type="{OFFICE}" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        )
    return out.getvalue()


def findings_in(text: str) -> tuple[Finding, ...]:
    """Spread findings over a text, one on a word each, every other one with an edit."""
    rule = Rule("CT901", "made", "t", "t", "m", "m", "warning", "certain", "ask", "tập quán", Source(), "x:y")
    found, at = [], 0
    for number in range(FINDINGS):
        start = text.index(" ", max(at, number * len(text) // FINDINGS)) + 1
        end = start + len(text[start:].split(maxsplit=1)[0])
        edits = (Edit(start, end, "thay"),) if number % 2 else ()
        found.append(
            Finding(rule, start, end, "warning", "certain", "m", "m", text[start:end], "", "", "", (), edits)
        )
        at = end
    return tuple(found)


def main(argv: list[str]) -> None:
    """Measure each file."""
    for name, data in [(path, Path(path).read_bytes()) for path in argv] or [("130 paragraphs", ten_pages())]:
        document = load_bytes(data, name)
        result = Result(read_report(document), findings_in(document.text), ())
        times = []
        for _ in range(RUNS + 1):
            start = time.perf_counter()
            annotated = writers.annotate(data, result, Marking())
            times.append(1000 * (time.perf_counter() - start))
        warm = times[1:]
        print(
            f"{name}: {len(document.text)} characters, {annotated.comments} comments, {annotated.tracked} tracked: "
            f"median {statistics.median(warm):.0f} ms, slowest {max(warm):.0f} ms"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
