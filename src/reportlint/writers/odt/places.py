"""Where the text of a document stands in an ODT file, and whether an edit may be made there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.loaders.archive import Archive
from reportlint.loaders.odt import CONTENT, text_nodes
from reportlint.loaders.odt.names import q
from reportlint.said import Said
from reportlint.writers import UnwritableError
from reportlint.writers.docx.package import rewritten, serialised
from reportlint.writers.odt.content import Changes, is_sign, is_spaces, rebuild
from reportlint.writers.reasons import ACROSS, LEGACY, NOTE_MARK, SIGNED, SYNTHETIC_TEXT
from reportlint.writers.stretches import replaced

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportlint.document import Document
    from reportlint.loaders.odt.inline import OdtNode
    from reportlint.rule import Edit

FIELD = Said("chỗ sửa nằm trong trường tự động hoặc đối tượng của tệp", "it lies in a field or an object")
TRACKED = Said("chỗ sửa nằm trong đoạn đang theo dõi thay đổi", "it lies in a paragraph with tracked changes")
_SIGNATURES = "META-INF/documentsignatures.xml"
PARAGRAPHS = frozenset({q("text:p"), q("text:h")})
INLINE = frozenset({q("text:span"), q("text:a")})
_TRACKING = tuple(q(f"text:{name}") for name in ("change", "change-start", "change-end"))


class Places:
    """The nodes of a file just opened, and what is done to them."""

    def __init__(self, data: bytes, document: Document, *, force_signed: bool) -> None:
        """Open the file a document was read from. Raises `UnwritableError` for a signed one unless forced."""
        self.data, self.document = data, document
        self.archive = Archive(data, document.path)
        if _SIGNATURES in self.archive and not force_signed:
            raise UnwritableError(document.path, *SIGNED)
        self.nodes: list[OdtNode] = text_nodes(self.archive)
        self.changes: dict[int, Changes] = {}

    def at(self, node: int) -> Changes:
        """Return the changes of a node, to add to."""
        return self.changes.setdefault(node, Changes())

    def refusal(self, edit: Edit) -> Said | str:
        """Say why an edit may not be made in this file; empty when it may."""
        document = self.document
        if edit.end > document.block_at(edit.start).end:
            return ACROSS
        if any(edit.start <= mark.offset <= edit.end for mark in document.marks):
            return NOTE_MARK
        touched = any(start <= edit.end and edit.start <= end for start, end, _ in document.legacy)
        if touched and not edit.text.isascii():
            return LEGACY
        nodes = [self.nodes[stretch.node] for stretch in replaced(document, edit)]
        return _nodes_refusal(nodes) if nodes else SYNTHETIC_TEXT

    def written(self, *, also: dict[str, _Element] | None = None) -> bytes:
        """Carry out all changes and return the new file; `also` names parts that changed besides."""
        order = sorted(self.changes, key=lambda node: is_sign(self.nodes[node]))
        roots = dict(also or {})
        for number in order:
            node = self.nodes[number]
            roots[node.part] = node.element.getroottree().getroot()
        for number in order:
            rebuild(self.nodes[number], self.changes[number])
        parts = {name: serialised(root, self.archive.read(name)) for name, root in roots.items()}
        return rewritten(self.data, parts) if parts else self.data

    def root(self) -> _Element | None:
        """Return the root of the content; None when it has no text."""
        node = next((node for node in self.nodes if node.part == CONTENT), None)
        return None if node is None else node.element.getroottree().getroot()


def _nodes_refusal(nodes: list[OdtNode]) -> Said | str:
    homes = [paragraph_of(holder(node)) for node in nodes]
    if any(home is None or not _plain(node) for home, node in zip(homes, nodes, strict=True)):
        return FIELD
    if any(home is not homes[0] for home in homes):
        return ACROSS
    return TRACKED if homes[0] is not None and next(homes[0].iter(*_TRACKING), None) is not None else ""


def holder(node: OdtNode) -> _Element | None:
    """Return the element that directly holds the text of a node."""
    return node.element.getparent() if node.tail or is_sign(node) else node.element


def paragraph_of(element: _Element | None) -> _Element | None:
    """Return the paragraph around an element when nothing but spans and links lie between."""
    while element is not None and element.tag in INLINE:
        element = element.getparent()
    return element if element is not None and element.tag in PARAGRAPHS else None


def _plain(node: OdtNode) -> bool:
    """Tell whether a node is text or blanks, no tab or other sign."""
    return is_spaces(node) or node.tail or node.element.tag in PARAGRAPHS | INLINE
