"""Open annotated files in LibreOffice: count comments and changes, refuse all, compare with the original; render pictures.

    python3 benchmarks/libreoffice_round_trip.py ORIGINAL ANNOTATED [ORIGINAL ANNOTATED …] [--pictures FOLDER]

Runs with the Python that has LibreOffice's `uno` module; needs nothing else. Prints one JSON object a pair.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import uno  # type: ignore[import-not-found]

if TYPE_CHECKING:
    from collections.abc import Iterator

Properties = Any


def main(argv: list[str]) -> int:
    """Measure every pair; 1 when a text differs after all changes are refused."""
    pictures = None
    if "--pictures" in argv:
        at = argv.index("--pictures")
        pictures = Path(argv[at + 1])
        argv = argv[:at] + argv[at + 2 :]
    with tempfile.TemporaryDirectory() as profile:
        pipe = f"reportlint{time.time_ns()}"
        office = subprocess.Popen(
            ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}",  # noqa: S607
             f"--accept=pipe,name={pipe};urp;"],
        )  # fmt: skip
        try:
            desktop = _connect(pipe)
            results = [_measure(desktop, *pair, pictures) for pair in zip(argv[::2], argv[1::2], strict=True)]
        finally:
            office.terminate()
            office.wait(30)
    return int(not all(results))


def _connect(pipe: str) -> Any:  # noqa: ANN401 - uno is untyped
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", context
            ), context
        except Exception:  # noqa: BLE001 - not up yet
            time.sleep(0.25)
    raise SystemExit("LibreOffice does not answer")


def _property(name: str, value: object) -> Properties:
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


def _open(desktop: Any, path: str) -> Any:  # noqa: ANN401
    url = uno.systemPathToFileUrl(str(Path(path).resolve()))
    return desktop.loadComponentFromURL(url, "_blank", 0, (_property("Hidden", value=True),))


def _text(document: Any) -> str:  # noqa: ANN401
    """Return body, tables and notes as LibreOffice sees them."""
    lines = list(_lines(document.Text))
    for notes in (document.Footnotes, document.Endnotes):
        lines += [notes.getByIndex(i).String for i in range(notes.Count)]
    # LibreOffice 7 adds or drops empty paragraphs and blanks at the end of lines as soon as a file carries comments.
    return "\n".join(line.rstrip() for line in lines if line.strip())


def _lines(text: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield paragraphs in reading order, those of table cells too."""
    pieces = text.createEnumeration()
    while pieces.hasMoreElements():
        piece = pieces.nextElement()
        if piece.supportsService("com.sun.star.text.TextTable"):
            for name in piece.CellNames:
                yield from _lines(piece.getCellByName(name))
        else:
            yield piece.String


def _measure(connection: Any, original: str, annotated: str, pictures: Path | None) -> bool:  # noqa: ANN401
    desktop, context = connection
    dispatcher = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.frame.DispatchHelper", context
    )
    before = _open(desktop, original)
    plain, pages = _text(before), before.CurrentController.PageCount
    _picture(before, original, pictures)
    before.close(True)  # noqa: FBT003 - uno takes it by position
    after = _open(desktop, annotated)
    kinds: dict[str, int] = {}
    changes = after.Redlines.createEnumeration()
    while changes.hasMoreElements():
        kind = changes.nextElement().RedlineType
        kinds[kind] = kinds.get(kind, 0) + 1
    comments = 0
    fields = after.TextFields.createEnumeration()
    while fields.hasMoreElements():
        field = fields.nextElement()
        comments += (
            field.supportsService("com.sun.star.text.textfield.Annotation") and field.Author == "reportlint"
        )
    _picture(after, annotated, pictures)
    frame = after.CurrentController.Frame
    for command in (".uno:RejectAllTrackedChanges", ".uno:DeleteAllNotes"):
        dispatcher.executeDispatch(frame, command, "", 0, ())
    equal = _text(after) == plain
    after.close(True)  # noqa: FBT003
    row = {
        "file": Path(original).name,
        "pages": pages,
        "comments": comments,
        "changes": kinds,
        "equal": equal,
    }
    sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    sys.stdout.flush()
    return equal


def _picture(document: Any, path: str, folder: Path | None) -> None:  # noqa: ANN401
    """Print a document to PDF, comments in the margin."""
    if folder is None:
        return
    folder.mkdir(parents=True, exist_ok=True)
    target = uno.systemPathToFileUrl(str((folder / f"{Path(path).stem}.pdf").resolve()))
    data = uno.Any("[]com.sun.star.beans.PropertyValue", (_property("ExportNotesInMargin", value=True),))
    document.storeToURL(target, (_property("FilterName", "writer_pdf_Export"), _property("FilterData", data)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
