"""How long it takes to load a file, beside other readers where they are installed.

    python benchmarks/loading.py [FILE …]

Without files: the example reports. Times are warm medians in ms, files already in memory. The others read text only:
python-docx (paragraphs and table cells), docx2python, pdfplumber; reportlint also keeps the way back to every character
and the layout. The share says how much of the words that reportlint reads the other reads too.
"""

from __future__ import annotations

import io
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from reportlint.loaders import load_bytes

ROUNDS = 9
SECOND = 1000.0
EXAMPLES = Path(__file__).parent.parent / "examples"


def python_docx(data: bytes) -> str:
    """Read paragraphs and cells."""
    import docx

    document = docx.Document(io.BytesIO(data))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def docx_2_python(data: bytes) -> str:
    """Read all text."""
    from docx2python import docx2python

    with docx2python(io.BytesIO(data)) as document:
        return str(document.text)


def pdf_plumber(data: bytes) -> str:
    """Read all pages."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        return "\n".join(page.extract_text() or "" for page in document.pages)


OTHERS: dict[str, dict[str, Callable[[bytes], str]]] = {
    ".docx": {"python-docx": python_docx, "docx2python": docx_2_python},
    ".pdf": {"pdfplumber": pdf_plumber},
}


def measure(read: Callable[[], object]) -> float:
    """Return the median time of a call in ms, after one that is not counted."""
    read()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        read()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * SECOND


def share(ours: str, theirs: str) -> float:
    """Return the share of our words that the other text has too."""
    words, others = Counter(ours.split()), Counter(theirs.split())
    return (words & others).total() / max(words.total(), 1)


def main() -> int:
    """Print a table."""
    paths = [Path(name) for name in sys.argv[1:]] or sorted(
        path for path in EXAMPLES.glob("bao-cao-*") if path.is_file()
    )
    print("| file | letters | reader | ms | words read |")
    print("|---|---:|---|---:|---:|")
    for path in paths:
        data = path.read_bytes()
        document = load_bytes(data, str(path))
        taken = measure(lambda data=data, path=path: load_bytes(data, str(path)))  # type: ignore[misc]
        print(f"| {path.name} | {len(document.text)} | reportlint | {taken:.1f} | 100 % |")
        for name, read in OTHERS.get(path.suffix, {}).items():
            try:
                text = read(data)
            except ImportError:
                continue
            other = measure(lambda data=data, read=read: read(data))  # type: ignore[misc]
            print(f"| {path.name} | | {name} | {other:.1f} | {share(document.text, text):.0%} |")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
