"""The comments of a Word file: the part itself, its relationship and its content type, made when missing."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from lxml import etree

from reportlint.loaders.docx.names import W_NS, w
from reportlint.writers.docx.package import serialised
from reportlint.writers.marking import AUTHOR, INITIALS

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportlint.loaders.docx.package import Package

_RELATIONS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_KIND = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "[Content_Types].xml"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_HALF_POINTS = "20"


class Comments:
    """Appends comments to a package."""

    def __init__(self, package: Package, first_id: int) -> None:
        """Find the part, or prepare a new one; ids are counted from `first_id`."""
        self._package = package
        self._part = package.related("comments")
        root = package.root(self._part) if self._part else None
        self.root: _Element = root if root is not None else etree.Element(w("comments"), nsmap={"w": W_NS})
        self._next = first_id
        self.count = 0

    def add(self, lines: list[str], stamp: str) -> str:
        """Add a comment of these lines; return its id."""
        identity = str(self._next)
        self._next += 1
        self.count += 1
        comment = etree.SubElement(self.root, w("comment"))
        for name, value in (("id", identity), ("author", AUTHOR), ("date", stamp), ("initials", INITIALS)):
            comment.set(w(name), value)
        for at, line in enumerate(lines):
            paragraph = etree.SubElement(comment, w("p"))
            if at == 0:
                etree.SubElement(etree.SubElement(paragraph, w("r")), w("annotationRef"))
            run = etree.SubElement(paragraph, w("r"))
            properties = etree.SubElement(run, w("rPr"))
            if at == 0:
                etree.SubElement(properties, w("b"))
            for size in ("sz", "szCs"):
                etree.SubElement(properties, w(size)).set(w("val"), _HALF_POINTS)
            text = etree.SubElement(run, w("t"))
            text.text = printable(line)
            text.set(f"{_XML}space", "preserve")
        return identity

    def parts(self) -> dict[str, bytes]:
        """Return the parts to write: the comments, and when they are new, how the package finds them."""
        package = self._package
        if self._part:
            return {self._part: serialised(self.root, package.archive.read(self._part))}
        main = package.archive.read(package.main)
        strict = b"purl.oclc.org/ooxml" in main
        folder, name = posixpath.split(package.main)
        part = _free(package, posixpath.join(folder, "comments.xml"))
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        return {
            part: serialised(self.root, b"" if not strict else b"<purl.oclc.org/ooxml"),
            rels: _with_relation(package, rels, posixpath.basename(part), strict=strict),
            _TYPES: _with_type(package, part),
        }


def printable(text: str) -> str:
    """Leave out what XML cannot hold."""
    return "".join(
        c if c >= " " and c not in "\ufffe\uffff" and not "\ud800" <= c <= "\udfff" else " " for c in text
    )


def _free(package: Package, name: str) -> str:
    stem, suffix = posixpath.splitext(name)
    number = 1
    while name in package.archive:
        number += 1
        name = f"{stem}{number}{suffix}"
    return name


def _with_relation(package: Package, rels: str, target: str, *, strict: bool) -> bytes:
    if rels in package.archive:
        original = package.archive.read(rels)
        root = package.archive.xml(rels)
    else:
        original, root = b"", etree.fromstring(f'<Relationships xmlns="{_RELATIONS_NS}"/>')
    taken = {relation.get("Id") for relation in root}
    number = len(taken) + 1
    while f"rId{number}" in taken:
        number += 1
    relation = etree.SubElement(root, f"{{{_RELATIONS_NS}}}Relationship")
    relation.set("Id", f"rId{number}")
    relation.set("Type", _STRICT_KIND if strict else _KIND)
    relation.set("Target", target)
    return serialised(root, original.replace(b"purl.oclc.org", b""))


def _with_type(package: Package, part: str) -> bytes:
    root = package.archive.xml(_TYPES)
    override = etree.SubElement(root, f"{{{_TYPES_NS}}}Override")
    override.set("PartName", f"/{part}")
    override.set("ContentType", _CONTENT)
    return serialised(root, package.archive.read(_TYPES))
