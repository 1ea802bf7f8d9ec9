"""Footnotes, endnotes and comments of a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.loaders.docx.inline import Mark
from reportlint.loaders.docx.names import VAL, P, T, w
from reportlint.loaders.docx.numbering import count_as
from reportlint.loaders.docx.reader import Where

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportlint.document import BlockKind
    from reportlint.loaders.docx.package import Package
    from reportlint.loaders.docx.reader import Reader

_ID, _AUTHOR = w("id"), w("author")
_KINDS: tuple[tuple[Mark, str, str, BlockKind, str], ...] = (
    (Mark.FOOTNOTE, "footnotes", "footnote", "footnote", "decimal"),
    (Mark.ENDNOTE, "endnotes", "endnote", "endnote", "lowerRoman"),
)


def note_labels(package: Package, root: _Element) -> dict[tuple[Mark, str], str]:
    """Return the mark each note is shown with, by kind and id, counted in the order of the text."""
    labels: dict[tuple[Mark, str], str] = {}
    settings = package.related_root("settings")
    for mark, _, name, _, shape in _KINDS:
        count = 0
        chosen = None if settings is None else settings.find(f"{w(name + 'Pr')}/{w('numFmt')}")
        shown = shape if chosen is None else chosen.get(VAL, shape)
        for reference in root.iter(w(f"{name}Reference")):
            identity = reference.get(_ID, "")
            if (mark, identity) in labels:
                continue
            if reference.get(w("customMarkFollows")) in {"1", "true", "on"}:
                follows = reference.getnext()
                labels[mark, identity] = (
                    (follows.text or "") if follows is not None and follows.tag == T else "*"
                )
            else:
                count += 1
                labels[mark, identity] = count_as(shown, count)
    return labels


def read_notes(reader: Reader) -> None:
    """Read the notes that the body refers to, in the order of their references."""
    for mark, part_kind, name, kind, _ in _KINDS:
        part = reader.package.related(part_kind)
        wanted = [identity for found, identity in reader.emitter.notes if found is mark]
        if part is None or not wanted:
            continue
        notes = {note.get(_ID, ""): note for note in reader.package.root(part).iter(w(name))}
        for identity in dict.fromkeys(wanted):
            if identity in notes:
                label = reader.emitter.note_labels.get((mark, identity), identity)
                reader.read_part(part, notes[identity], Where(kind, note=label))


def read_comments(package: Package) -> dict[str, tuple[str, str]]:
    """Return comment id → (text, author)."""
    root = package.related_root("comments")
    found: dict[str, tuple[str, str]] = {}
    for comment in () if root is None else root.iter(w("comment")):
        lines = ["".join(t.text or "" for t in paragraph.iter(T)) for paragraph in comment.iter(P)]
        found[comment.get(_ID, "")] = ("\n".join(lines).strip(), comment.get(_AUTHOR, ""))
    return found
