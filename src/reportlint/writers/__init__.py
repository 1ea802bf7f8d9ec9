"""Writers: put fixes and findings back into the file they came from. A writer makes new bytes; `files` puts them on disk."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from reportlint.errors import FileError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.document import Document, Format
    from reportlint.fixes import Repair
    from reportlint.result import Result
    from reportlint.writers.marking import Annotated, Marking
    from reportlint.writers.outcome import Applied

_FIXING = {
    "md": "text", "txt": "text", "html": "text", "docx": "docx.fixing", "odt": "odt.fixing",
}  # fmt: skip
_ANNOTATING = {"docx": "docx.annotating", "odt": "odt.annotating", "pdf": "pdf"}


def can_fix(format: Format) -> bool:  # noqa: A002 - the word of `Document`
    """Tell whether repairs can be put into files of a format."""
    return format in _FIXING


def can_annotate(format: Format) -> bool:  # noqa: A002 - the same
    """Tell whether remarks can be put into files of a format."""
    return format in _ANNOTATING


class UnwritableError(FileError):
    """A file that must not or cannot be written: which, and why."""


def refuse_unfixable(document: Document) -> None:
    """Raise `UnwritableError` for a format that cannot be repaired."""
    if document.format not in _FIXING:
        raise UnwritableError(
            document.path,
            f"chưa sửa được tệp .{document.format}; hãy sửa ở tệp gốc",
            f".{document.format} cannot be repaired; mend the original",
        )


def fix(data: bytes, document: Document, repairs: Sequence[Repair], *, force_signed: bool = False) -> Applied:
    """Apply repairs to the bytes a document was read from. Raises `UnwritableError`."""
    refuse_unfixable(document)
    module = import_module(f"reportlint.writers.{_FIXING[document.format]}")
    applied: Applied = module.fix(data, document, repairs, force_signed=force_signed)
    return applied


def annotate(data: bytes, result: Result, marking: Marking) -> Annotated:
    """Return the file with every finding as a comment, and fixes as tracked changes. Raises `UnwritableError`."""
    document = result.report.document
    if document.format not in _ANNOTATING:
        raise UnwritableError(
            document.path,
            f"tệp .{document.format} không có chỗ để ghi lời bình; hãy dùng: reportlint check --format html",
            f".{document.format} has no room for comments; use: reportlint check --format html",
        )
    module = import_module(f"reportlint.writers.{_ANNOTATING[document.format]}")
    annotated: Annotated = module.annotate(data, result, marking)
    return annotated
