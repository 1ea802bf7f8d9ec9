"""Fixes in Markdown, plain text and HTML: the source is changed at the edits and nowhere else, to the byte."""

from __future__ import annotations

import codecs
import html
import unicodedata
from typing import TYPE_CHECKING

from reportlint.document import SYNTHETIC
from reportlint.fixes import Left
from reportlint.fixes.applying import apply_edits, trimmed
from reportlint.fixes.choosing import edits_of
from reportlint.rule import Edit
from reportlint.said import Said
from reportlint.writers.outcome import Applied

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.document import Document
    from reportlint.fixes import Repair

SYNTHETIC_TEXT = Said(
    "chỗ sửa nằm ở chữ không có trong tệp (số thứ tự tự động, chỗ nối dòng)",
    "it lies in text that is not in the file (automatic numbers, joined lines)",
)
MARKUP = Said("chỗ sửa vắt qua dấu định dạng của tệp", "it runs over markup")
_MARKS = "*_~"
"""Emphasis of Markdown."""
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def fix(data: bytes, document: Document, repairs: Sequence[Repair], *, force_signed: bool = False) -> Applied:
    """Apply repairs to the source of a text format."""
    del force_signed  # text carries no signature
    applied, refused = [], []
    for repair in repairs:
        places = [source_edit(edit, document) for edit in repair.edits]
        reason = next((place for place in places if isinstance(place, Said)), None)
        if reason:
            refused.append(Left(repair.finding, repair.policy, reason))
        else:
            applied.append(repair)
    edits = [source_edit(edit, document) for edit in edits_of(applied)]
    text = apply_edits(document.source_text, [edit for edit in edits if isinstance(edit, Edit)])
    return Applied(_encoded(text, data), tuple(applied), tuple(refused))


def source_edit(edit: Edit, document: Document) -> Edit | Said:
    """Return the edit in offsets of the source, or why it cannot be made there."""
    text, source = document.text, document.source_text
    edit = trimmed(edit, text)
    new = html.escape(edit.text, quote=False) if document.format == "html" else edit.text
    if edit.start == edit.end:
        at = _insertion(edit, document)
        if at is None:
            return SYNTHETIC_TEXT
        broken = document.format == "md" and not new.isspace() and _ends_emphasis(edit, at, at, document)
        return MARKUP if broken else Edit(at, at, new)
    first, last = document.source.anchor(edit.start), document.source.end_anchor(edit.end)
    if SYNTHETIC in {first.node, last.node} or last.offset < first.offset:
        return SYNTHETIC_TEXT
    standing = source[first.offset : last.offset]
    if unicodedata.normalize("NFC", standing) != text[edit.start : edit.end]:
        return MARKUP
    if document.format == "md" and _ends_emphasis(edit, first.offset, last.offset, document):
        return MARKUP
    return Edit(first.offset, last.offset, new)


def _ends_emphasis(edit: Edit, first: int, last: int, document: Document) -> bool:
    """Tell whether a blank, or nothing, would come to stand at the inner edge of markup: `** rất**` is no emphasis."""
    text, source = document.text, document.source_text
    before, after = text[max(0, edit.start - 1) : edit.start], text[edit.end : edit.end + 1]
    opens = first > 0 and source[first - 1] in _MARKS and source[first - 1] != before
    closes = source[last : last + 1] in _MARKS and source[last : last + 1] not in {"", after}
    if opens and closes and not edit.text:
        return True
    return (opens and (edit.text or after)[:1].isspace()) or (closes and (edit.text or before)[-1:].isspace())


def _insertion(edit: Edit, document: Document) -> int | None:
    """Return where new text goes: behind the character before it; blanks go outside of markup that begins or ends there."""
    block, source = document.block_at(edit.start), document.source
    before = source.end_anchor(edit.start) if edit.start > block.start else None
    after = source.anchor(edit.start) if edit.start < block.end else None
    before = None if before is None or before.node == SYNTHETIC else before
    after = None if after is None or after.node == SYNTHETIC else after
    if before and after and edit.text.isspace():
        opens = document.text[edit.start - 1].isspace()  # markup that stands behind a blank begins there
        return before.offset if opens else after.offset
    chosen = before or after
    return chosen.offset if chosen else None


def _encoded(text: str, data: bytes) -> bytes:
    """Encode in the encoding and with the byte order mark of the original."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return mark + text.encode(encoding)
    return text.encode("utf-8")
