"""Findings in an ODT file: each an annotation on its characters, each fix that the file allows a tracked change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.fixes import choose
from reportlint.fixes.applying import trimmed, whole_words
from reportlint.fixes.choosing import all_applicable, edits_of
from reportlint.loaders.odt import CONTENT
from reportlint.loaders.odt.names import NAMESPACES, q
from reportlint.said import Said
from reportlint.writers.docx.comments import printable
from reportlint.writers.marking import AUTHOR, HERE, Annotated, not_yet_told, remark
from reportlint.writers.odt.content import encoded, text_of
from reportlint.writers.odt.fixing import sort_out
from reportlint.writers.odt.places import INLINE, PARAGRAPHS, Places, holder, paragraph_of
from reportlint.writers.stretches import Stretch, covered, point, replaced

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportlint.findings import Finding
    from reportlint.fixes import Left
    from reportlint.report import Report
    from reportlint.result import Result
    from reportlint.rule import Edit
    from reportlint.writers.marking import Marking

_END, _START, _STRUCK, _INSERTED = range(4)
"""Ranks of what stands at one offset."""
_BODY = f"{q('office:body')}/{q('office:text')}"
_CELL, _NOTE = q("table:table-cell"), q("text:note")
_ID = "{http://www.w3.org/XML/1998/namespace}id"


def annotate(data: bytes, result: Result, marking: Marking) -> Annotated:
    """Return the file with annotations and tracked changes. Raises `UnwritableError` for a signed file unless forced."""
    document = result.report.document
    places = Places(data, document, force_signed=marking.force_signed)
    root = places.root()
    if root is None:
        return Annotated(data, 0)
    left: tuple[Left, ...] = ()
    tracked = 0
    if marking.track:
        plan = choose(result.report, result.findings, all_applicable)
        repairs, refused = sort_out(plan.repairs, places)
        left, tracked = (*plan.left, *refused), len(repairs)
        tracker = _Tracker(places, root, marking.stamp)
        for edit in edits_of(repairs):
            words = whole_words(edit, document.text)
            tracker.track(trimmed(edit, document.text) if places.refusal(words) else words)
    notes = _Notes(places, root, marking, result.report)
    for finding in not_yet_told(result.findings, document):
        notes.add(finding)
    return Annotated(places.written(also={CONTENT: root}), notes.count, tracked, left)


class _Tracker:
    """Records edits as changed regions, with marks where they stand."""

    def __init__(self, places: Places, root: _Element, stamp: str) -> None:
        self._places, self._stamp, self._number = places, stamp, 0
        self._taken = {e.get(_ID) for e in root.iter(q("text:changed-region"))}
        body = root.find(_BODY)
        if body is None:
            raise ValueError("an ODT file without a text")
        regions = body.find(q("text:tracked-changes"))
        if regions is None:
            regions = body.makeelement(q("text:tracked-changes"))
            regions.set(q("text:track-changes"), "false")
            forms = body.find(q("office:forms"))
            body.insert(0 if forms is None else body.index(forms) + 1, regions)
        self._regions: _Element = regions

    def track(self, edit: Edit) -> None:
        stretches = replaced(self._places.document, edit)
        for stretch in stretches:
            if stretch.start < stretch.end:
                self._strike(stretch)
        if edit.text:
            first = stretches[0]
            node = self._places.nodes[first.node]
            identity = self._region("insertion")
            items: list[str | _Element] = [self._mark("change-start", identity)]
            items += encoded(printable(edit.text), node.element, blank_before=True)
            items.append(self._mark("change-end", identity))
            self._places.at(first.node).added.append((first.start, _INSERTED, items))

    def _strike(self, stretch: Stretch) -> None:
        """Move the text of a stretch to a region of its own, in the styles of its paragraph and spans."""
        node = self._places.nodes[stretch.node]
        identity = self._region("deletion")
        region = self._regions[-1][0]
        inside = holder(node)
        paragraph = paragraph_of(inside)
        if paragraph is None or inside is None:
            raise ValueError("a change outside of paragraphs")
        kept = _bare(paragraph)
        region.append(kept)
        chain = []
        while inside is not paragraph and inside is not None:
            chain.append(inside)
            inside = inside.getparent()
        for span in reversed(chain):
            copied = _bare(span)
            kept.append(copied)
            kept = copied
        for item in encoded(text_of(node)[stretch.start : stretch.end], region, blank_before=True):
            if not isinstance(item, str):
                kept.append(item)
            elif len(kept):
                kept[-1].tail = item
            else:
                kept.text = item
        changes = self._places.at(stretch.node)
        changes.removed.append((stretch.start, stretch.end))
        changes.added.append((stretch.start, _STRUCK, [self._mark("change", identity)]))

    def _region(self, kind: str) -> str:
        self._number += 1
        while f"reportlint{self._number}" in self._taken:
            self._number += 1
        identity = f"reportlint{self._number}"
        region = self._regions.makeelement(q("text:changed-region"))
        region.set(_ID, identity)
        region.set(q("text:id"), identity)
        change = _sub(region, f"text:{kind}")
        info = _sub(change, "office:change-info")
        _sub(info, "dc:creator").text = AUTHOR
        _sub(info, "dc:date").text = self._stamp
        self._regions.append(region)
        return identity

    def _mark(self, kind: str, identity: str) -> _Element:
        mark = self._regions.makeelement(q(f"text:{kind}"))
        mark.set(q("text:change-id"), identity)
        return mark


def _bare(element: _Element) -> _Element:
    made = element.makeelement(element.tag)
    for name, value in element.attrib.items():
        if name != _ID:
            made.set(name, value)
    return made


def _sub(parent: _Element, name: str) -> _Element:
    prefix = name.partition(":")[0]
    made = parent.makeelement(q(name), nsmap={prefix: NAMESPACES[prefix]})
    parent.append(made)
    return made


class _Notes:
    """Sets annotations."""

    def __init__(self, places: Places, root: _Element, marking: Marking, report: Report) -> None:
        self._places, self._root, self._marking, self._report = places, root, marking, report
        self._taken = {e.get(q("office:name")) for e in root.iter(q("office:annotation"))}
        self.count = 0

    def add(self, finding: Finding) -> None:
        """Annotate the stretch that a finding marks."""
        document, start, end = self._places.document, finding.start, finding.end
        found, _ = covered(document, start, end)
        if not found and (spot := point(document, start)):
            found = [spot]
        if not found:
            block = document.block_at(start)
            found = [s._replace(end=s.start) for s in covered(document, block.start, block.end)[0][:1]]
        self.count += 1
        first = found[0] if found else self._first()
        node = self._places.nodes[first.node]
        outer = _outer(node.element) if node.part == CONTENT else node.element
        if node.part != CONTENT or outer is not None:
            self._elsewhere(node.part, outer, finding)
            return
        last = [s for s in found if self._same_cell(first, s)][-1] if found else first
        annotation = self._annotation(finding)
        self._places.at(first.node).added.append((first.start, _START, [annotation]))
        if (last.node, last.end) != (first.node, first.start):
            closing = annotation.makeelement(q("office:annotation-end"))
            closing.set(q("office:name"), annotation.get(q("office:name"), ""))
            self._places.at(last.node).added.append((last.end, _END, [closing]))

    def _first(self) -> Stretch:
        return Stretch(next(i for i, node in enumerate(self._places.nodes) if node.part == CONTENT), 0, 0)

    def _elsewhere(self, part: str, outer: _Element | None, finding: Finding) -> None:
        """Annotate the mark of a note, the place of a box, or for headers the first text."""
        document = self._places.document
        said = " ".join(document.text[finding.start : finding.end].split())
        quote = Said(f", chỗ “{said}”", f", at “{said}”") if said else HERE
        if part == CONTENT and outer is not None:
            note = document.block_at(finding.start).note
            where = (
                Said(f"Ở chú thích {note}{quote.vi}: ", f"In note {note}{quote.en}: ")
                if outer.tag == _NOTE
                else Said(f"Trong khung{quote.vi}: ", f"In a frame{quote.en}: ")
            )
            outer.addprevious(self._annotation(finding, where))
        else:
            where = Said(f"Ở đầu trang hoặc chân trang{quote.vi}: ", f"In the header or footer{quote.en}: ")
            annotation = self._annotation(finding, where)
            self._places.at(self._first().node).added.append((0, _START, [annotation]))

    def _annotation(self, finding: Finding, where: Said = HERE) -> _Element:
        number = self.count
        while f"reportlint{number}" in self._taken:
            number += 1
        self._taken.add(f"reportlint{number}")
        annotation = self._root.makeelement(q("office:annotation"))
        annotation.set(q("office:name"), f"reportlint{number}")
        _sub(annotation, "dc:creator").text = AUTHOR
        _sub(annotation, "dc:date").text = self._marking.stamp
        for line in remark(finding, self._report, self._marking.lang, where):
            _sub(annotation, "text:p").text = printable(line)
        return annotation

    def _same_cell(self, one: Stretch, other: Stretch) -> bool:
        first, second = (self._places.nodes[s.node] for s in (one, other))
        cells = [next(node.element.iterancestors(_CELL), None) for node in (first, second)]
        return first.part == second.part and cells[0] is cells[1] and _outer(second.element) is None


def _outer(element: _Element) -> _Element | None:
    """Return the outermost note, frame or field around a text, beside which an annotation may stand; None for plain text."""
    found = None
    at: _Element | None = element
    while at is not None:
        parent = at.getparent()
        if (
            parent is not None
            and parent.tag in PARAGRAPHS | INLINE
            and at.tag not in PARAGRAPHS | INLINE
            and at is not element
        ):
            found = at
        at = parent
    return found
