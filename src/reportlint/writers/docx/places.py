"""From text to elements: the nodes a stretch covers, and whether an edit may be made there."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from reportlint.loaders.docx import text_nodes
from reportlint.loaders.docx.names import RPR, P, R, T, w
from reportlint.said import Said
from reportlint.writers.reasons import ACROSS, LEGACY, NOTE_MARK, SYNTHETIC_TEXT
from reportlint.writers.stretches import covered, point, replaced

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportlint.document import Document
    from reportlint.loaders.docx import TextNode
    from reportlint.loaders.docx.package import Package
    from reportlint.rule import Edit
    from reportlint.writers.stretches import Stretch

FIELD = Said("chỗ sửa nằm trong trường tự động (field)", "it lies in a field")
TRACKED = Said("chỗ sửa nằm trong phần đang theo dõi thay đổi", "it lies in a tracked change")
SPECIAL = Said(
    "chỗ sửa có ký tự đặc biệt hoặc đối tượng của Word", "it lies at a special character or an object"
)
BOX = Said("chỗ sửa nằm trong hộp chữ", "it lies in a text box")
CONTROL = Said("chỗ sửa nằm trong ô nhập liệu (content control)", "it lies in a content control")

BOX_CONTENT = w("txbxContent")
CHANGES = frozenset(w(n) for n in ("ins", "del", "moveFrom", "moveTo"))
_CHANGED = CHANGES | {w("rPrChange")}
_FIELD_CHAR, _SIMPLE_FIELD = w("fldChar"), w("fldSimple")
_SDT = w("sdt")
_LOCKING = (w("lock"), w("dataBinding"))
_THROUGH = frozenset({w("hyperlink"), w("smartTag"), _SDT, w("sdtContent")})
_FORBIDDING = {BOX_CONTENT: BOX, _SIMPLE_FIELD: FIELD, **dict.fromkeys(CHANGES, TRACKED)}
_INVISIBLE = frozenset({RPR, w("lastRenderedPageBreak")})
_MARKERS = frozenset(w(n) for n in (
    "bookmarkStart", "bookmarkEnd", "proofErr", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd",
))  # fmt: skip


class Places:
    """Answers where the text of a document stands in its package."""

    def __init__(self, package: Package, document: Document) -> None:
        """Take a package just opened and the document read from the same bytes."""
        self.package = package
        self.document = document
        self.nodes: list[TextNode] = text_nodes(package)
        self._fields: dict[str, set[_Element]] = {}

    def stretches(self, start: int, end: int) -> tuple[list[Stretch], bool]:
        """Return the stretches that a span of text covers, and whether all of it stands in the file."""
        return covered(self.document, start, end)

    def insertion(self, offset: int) -> Stretch | None:
        """Return the empty stretch where new text goes."""
        return point(self.document, offset)

    def edit_stretches(self, edit: Edit) -> list[Stretch]:
        """Return the stretches an edit replaces; nothing when it has no place in the file."""
        return replaced(self.document, edit)

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
        found = self.edit_stretches(edit)
        nodes = [self.nodes[stretch.node] for stretch in found]
        return self._nodes_refusal(nodes) if nodes else SYNTHETIC_TEXT

    def _nodes_refusal(self, nodes: list[TextNode]) -> Said | str:
        if any(node.element.tag != T or node.element.getparent() is not node.run for node in nodes):
            return SPECIAL
        if any(node.paragraph is not nodes[0].paragraph for node in nodes):
            return ACROSS
        reason = next((reason for reason in map(self._run_refusal, nodes) if reason), None)
        return reason or _between([node.element for node in nodes])

    def _run_refusal(self, node: TextNode) -> Said | str:
        """Say what in or around a run forbids to change it."""
        run = node.run
        if run is None:
            return SPECIAL
        if run in self.fields(node.part):
            return FIELD
        properties = run.find(RPR)
        if properties is not None and any(child.tag in _CHANGED for child in properties):
            return TRACKED
        return _around(run)

    def fields(self, part: str) -> set[_Element]:
        """Return the runs of a part that belong to complex fields, their marks included."""
        if part not in self._fields:
            self._fields[part] = _runs_in_fields(self.package.root(part))
        return self._fields[part]

    @cached_property
    def first_in_body(self) -> int | None:
        """The first node of the main part; None when it has no text."""
        return next((i for i, node in enumerate(self.nodes) if node.part == self.package.main), None)


def _around(run: _Element) -> Said | str:
    """Say what among the elements that hold a run forbids to change it."""
    inline = True
    for parent in run.iterancestors():
        tag = parent.tag
        if tag in _FORBIDDING:
            return _FORBIDDING[tag]
        if tag == _SDT and (inline or _locked(parent)):
            return CONTROL
        if tag == P:
            inline = False
        elif inline and tag not in _THROUGH:
            return SPECIAL
    return ""


def _runs_in_fields(root: _Element) -> set[_Element]:
    found: set[_Element] = set()
    depth, run = 0, root
    for element in root.iter(R, _FIELD_CHAR):
        if element.tag == R:
            run = element
            if depth:
                found.add(run)
            continue
        kind = element.get(w("fldCharType"))
        found.add(run)
        depth = depth + 1 if kind == "begin" else max(depth - 1, 0) if kind == "end" else depth
    return found


def _locked(sdt: _Element) -> bool:
    properties = sdt.find(w("sdtPr"))
    return properties is not None and any(properties.find(tag) is not None for tag in _LOCKING)


def _between(elements: list[_Element]) -> Said | str:
    """Say what stands between the texts that an edit covers, other than the edges of plain runs."""
    for one, other in pairwise(elements):
        left, right = one.getparent(), other.getparent()
        if left is right:
            between = _siblings(one, other)
        elif left is None or right is None or left.getparent() is not right.getparent():
            return SPECIAL
        else:
            between = [*one.itersiblings(), *other.itersiblings(preceding=True)]
            for sibling in _siblings(left, right):
                between += list(sibling) if sibling.tag == R else [] if sibling.tag in _MARKERS else [sibling]
        if any(e.tag in CHANGES for e in between):
            return TRACKED
        if any(e.tag not in _INVISIBLE and not (e.tag == T and not e.text) for e in between):
            return SPECIAL
    return ""


def _siblings(one: _Element, other: _Element) -> list[_Element]:
    """Return the siblings between two elements of one parent."""
    found = []
    for element in one.itersiblings():
        if element is other:
            break
        found.append(element)
    return found
