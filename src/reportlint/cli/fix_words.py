"""What `fix` says: the repairs made, those offered and left, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.said import in_language
from reportlint.writers.repairing import changes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.document import Place
    from reportlint.fixes import Left
    from reportlint.writers.repairing import Repaired

_WORDS = {
    "vi": {
        "fixed": "{path}: sửa {n} chỗ", "nothing": "{path}: không có chỗ nào sửa được tự động an toàn",
        "offered": "Đề nghị, chưa sửa {n} chỗ (dùng --ask để xem từng chỗ):", "refused": "Không sửa được {n} chỗ:",
        "written": "Đã ghi {path}", "backup": "; bản lưu: {path}", "remove": "bỏ", "insert": "thêm",
        "not_written": "Chưa ghi gì vào tệp. Để ghi: --in-place hoặc --output",
    },
    "en": {
        "fixed": "{path}: {n} repaired", "nothing": "{path}: nothing that can be repaired safely",
        "offered": "Offered and left, {n} (--ask goes through them):", "refused": "Cannot be repaired, {n}:",
        "written": "Written {path}", "backup": "; backup: {path}", "remove": "remove", "insert": "insert",
        "not_written": "Nothing was written. To write: --in-place or --output",
    },
}  # fmt: skip
MAX_QUOTE = 60


def say(key: str, lang: str) -> str:
    """Return a wording."""
    return _WORDS[lang][key]


def applied_lines(done: Repaired, lang: str) -> Iterator[str]:
    """Yield a line for each repair made."""
    for made in done.repairs:
        changes = "; ".join(change(old, new) for old, new in made.changes)
        yield f"  ✎ {made.finding.code}  {where(made.place, lang)}  {changes}"


def left_lines(done: Repaired, lang: str) -> Iterator[str]:
    """Yield what was offered and left, then what cannot be repaired in this file, each with the reason."""
    for key, entries in (
        ("offered", [e for e in done.left if e.policy != "never"]),
        ("refused", [e for e in done.left if e.policy == "never"]),
    ):
        if entries:
            yield say(key, lang).format(n=len(entries))
            yield from (_left(entry, done, lang) for entry in entries)


def _left(entry: Left, done: Repaired, lang: str) -> str:
    document = done.after.report.document
    edits = entry.finding.edits
    inside = all(0 <= e.start <= e.end <= len(document.text) for e in edits)
    found = changes_of(entry.finding, document.text) if inside else ((entry.finding.quote, ""),)
    changes = "; ".join(change(old, new) for old, new in found)
    reason = f"  ({in_language(entry.reason, lang)})" if entry.reason else ""
    return f"  ? {entry.finding.code}  {where(document.place(entry.finding.start), lang)}  {changes}{reason}"


def change(old: str, new: str) -> str:
    """Write a change as `“old” → “new”`."""
    return (
        f"{quoted(old)} → {quoted(new)}" if old and new else f"– {quoted(old)}" if old else f"+ {quoted(new)}"
    )


def quoted(text: str) -> str:
    """Quote a text, shortened, with the blanks of all kinds to be seen."""
    shown = text.replace("\n", "⏎").replace("\t", "⇥").replace("\xa0", "⍽")
    if len(shown) > MAX_QUOTE:
        shown = f"{shown[: MAX_QUOTE // 2]}…{shown[-MAX_QUOTE // 3 :]}"
    return f"“{shown}”"


def where(place: Place, lang: str) -> str:
    """Name a place: line and column, else page and paragraph."""
    if place.line:
        return f"{place.line}:{place.column}"
    english = lang == "en"
    page = f"{'page' if english else 'tr.'}{' ' if english else ''}{place.page} " if place.page else ""
    return f"{page}{'par. ' if english else 'đ.'}{place.paragraph}"
