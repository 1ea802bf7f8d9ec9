"""The parts of a Word file, found by their relationships and not by their names."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportlint.errors import UnreadableError
from reportlint.loaders.archive import Archive, parse_xml
from reportlint.loaders.docx.names import R_NS, STRICT

if TYPE_CHECKING:
    from lxml.etree import _Element

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_LEGACY_FONT = re.compile(rb'"(?:\.Vn|VNI)', re.IGNORECASE)
R_ID = f"{{{R_NS}}}id"


@dataclass
class Package:
    """A Word file whose XML parts are parsed when asked for, each once."""

    archive: Archive
    main: str = ""
    """Name of the main part, usually word/document.xml."""
    names_legacy_fonts: bool = False
    """Whether a part read so far names a font older than Unicode (".VnTime", "VNI-Times")."""
    _roots: dict[str, _Element] = field(default_factory=dict)
    _relations: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """The file's path, for messages."""
        return self.archive.path

    @property
    def macros(self) -> bool:
        """Whether the file carries a macro project."""
        return any(name.endswith("vbaProject.bin") for name in self.archive.names)

    def root(self, name: str) -> _Element:
        """Return the root of a part. Raises `UnreadableError`."""
        if name not in self._roots:
            data = self.archive.read(name)
            if b"purl.oclc.org/ooxml" in data:
                for strict, usual in STRICT:
                    data = data.replace(strict, usual)
            self.names_legacy_fonts |= _LEGACY_FONT.search(data) is not None
            self._roots[name] = parse_xml(data, self.path, name)
        return self._roots[name]

    def related(self, kind: str) -> str | None:
        """Return the name of the main part's related part of a kind ("styles", "numbering" …), if present."""
        for found, target in self.relations(self.main).values():
            if found == kind and target in self.archive:
                return target
        return None

    def related_root(self, kind: str) -> _Element | None:
        """Return the root of the related part of a kind; None when absent."""
        name = self.related(kind)
        return None if name is None else self.root(name)

    def target(self, part: str, relation: str) -> str | None:
        """Return the part that a relation id of `part` leads to, if it is in the package."""
        target = self.relations(part).get(relation, ("", ""))[1]
        return target if target in self.archive else None

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Return relation id → (kind, part name) of a part; links to the outside are left out."""
        if part not in self._relations:
            folder, name = posixpath.split(part)
            rels = posixpath.join(folder, "_rels", f"{name}.rels")
            self._relations[part] = (
                {} if rels not in self.archive else dict(self._read_relations(rels, folder))
            )
        return self._relations[part]

    def _read_relations(self, rels: str, folder: str) -> list[tuple[str, tuple[str, str]]]:
        found = []
        for relation in self.root(rels).iter(_RELATIONS):
            kind, target = relation.get("Type", ""), relation.get("Target", "")
            if relation.get("TargetMode") != "External":
                kind = kind.rpartition("/")[2]
                full = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                found.append((relation.get("Id", ""), (kind, posixpath.normpath(full))))
        return found


def open_package(data: bytes, path: str) -> Package:
    """Open a Word file. Raises `UnreadableError` naming the file and the cause."""
    package = Package(Archive(data, path))
    for kind, target in package.relations("").values():
        if kind == "officeDocument":
            package.main = target
    if not package.main and "word/document.xml" in package.archive:
        package.main = "word/document.xml"
    if not package.main:
        raise UnreadableError(
            path,
            "không tìm thấy phần văn bản trong tệp; đây có thể không phải tệp Word",
            "the file has no document part; it may be no Word file",
        )
    if not package.main.endswith(".xml") or "xl/" in package.main or "ppt/" in package.main:
        raise UnreadableError(
            path,
            "đây là bảng tính hoặc bản trình chiếu, không phải văn bản Word",
            "a spreadsheet or a presentation, no Word document",
        )
    return package
