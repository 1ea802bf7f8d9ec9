"""Where the comment on a finding stands: around its characters, or for text where Word allows none, beside what leads there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlint.loaders.docx.names import TC, P, R, w
from reportlint.said import Said
from reportlint.writers.docx.places import BOX_CONTENT
from reportlint.writers.docx.splitting import standing
from reportlint.writers.marking import AUTHOR, HERE
from reportlint.writers.stretches import Stretch

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportlint.loaders.docx import TextNode
    from reportlint.writers.docx.places import Places
    from reportlint.writers.docx.splitting import Splitter

_NOTES = {w("footnote"): w("footnoteReference"), w("endnote"): w("endnoteReference")}
_ID = w("id")
_BY = w("author")
_INSERTED, _STRUCK = w("ins"), w("del")


@dataclass(frozen=True)
class Target:
    """Where one comment goes."""

    stretches: tuple[Stretch, ...]
    """What it covers; one empty stretch for a point. Nothing when `element` says where."""
    element: _Element | None = None
    where: Said = HERE
    """Said in the comment when it cannot stand at the place itself."""


class Anchoring:
    """Finds the targets of comments, and sets their marks once all runs are cut."""

    def __init__(self, places: Places, splitter: Splitter) -> None:
        """Take the nodes and the splitter that will have cut them when `mark` is called."""
        self._places, self._splitter = places, splitter
        self.parts: set[str] = set()

    def target(self, start: int, end: int) -> Target:
        """Return where the comment on a stretch of the document goes."""
        document = self._places.document
        found, _ = self._places.stretches(start, end)
        if not found:
            found = self._nearest(start)
        if not found:
            return Target((), self._end_of_body())
        node = self._places.nodes[found[0].node]
        if node.part == self._places.package.main:
            same = [s for s in found if self._same_holder(node, self._places.nodes[s.node])]
            box = any(True for _ in node.element.iterancestors(BOX_CONTENT))
            return Target(tuple(same), where=Said("Trong hộp chữ: ", "In a text box: ") if box else HERE)
        quote = " ".join(document.text[start:end].split())
        return self._elsewhere(node.element, document.block_at(start).note, quote)

    def _nearest(self, offset: int) -> list[Stretch]:
        """Return a point, or the first character, near a place without text of its own."""
        document = self._places.document
        if not document.blocks:
            return []
        point = self._places.insertion(offset)
        if point:
            return [point]
        block = document.block_at(offset)
        found, _ = self._places.stretches(block.start, block.end)
        return [found[0]._replace(end=found[0].start + 1)] if found else []

    def _same_holder(self, one: TextNode, other: TextNode) -> bool:
        """Tell whether two nodes stand in one cell or box: a comment that leaves it is lost in LibreOffice."""
        return one.part == other.part and _holder(one.element) is _holder(other.element)

    def _elsewhere(self, element: _Element, label: str, quote: str) -> Target:
        """Return the note's reference in the body, or the head of the body for headers and footers."""
        said = Said(f", chỗ “{quote}”", f", at “{quote}”") if quote else HERE
        note = next(element.iterancestors(*_NOTES), None)
        main = self._places.package.root(self._places.package.main)
        if note is not None:
            wanted = note.get(_ID)
            for reference in main.iter(_NOTES[note.tag]):
                if reference.get(_ID) == wanted:
                    return Target(
                        (),
                        standing(reference),
                        Said(f"Ở chú thích {label}{said.vi}: ", f"In note {label}{said.en}: "),
                    )
        first = self._places.first_in_body
        where = Said(f"Ở đầu trang hoặc chân trang{said.vi}: ", f"In the header or footer{said.en}: ")
        if first is None:
            return Target((), self._end_of_body(), where)
        return Target((Stretch(first, 0, 0),), where=where)

    def _end_of_body(self) -> _Element:
        """Return a run of the body, made when it has none: where comments go when there is no text."""
        main = self._places.package.root(self._places.package.main)
        run = next(main.iter(R), None)
        if run is not None:
            return standing(run)
        paragraph = next(main.iter(P), None)
        if paragraph is None:
            paragraph = main.makeelement(P)
            next(main.iter(w("body"))).insert(0, paragraph)
        run = paragraph.makeelement(R)
        paragraph.append(run)
        return run

    def mark(self, target: Target, identity: str) -> None:
        """Set range marks and reference of a comment."""
        first, last, side = self._edges(target)
        self.parts.add(self._places.package.main)
        start, end = first.makeelement(w("commentRangeStart")), last.makeelement(w("commentRangeEnd"))
        for mark in (start, end):
            mark.set(_ID, identity)
        reference = last.makeelement(R)
        sign = last.makeelement(w("commentReference"))
        sign.set(_ID, identity)
        reference.append(sign)
        if side == "behind":
            _insertion(last, behind=True).addnext(end)
            last.addnext(start)
        elif side == "before":
            _insertion(first, behind=False).addprevious(start)
            first.addprevious(end)
        else:
            first.addprevious(start)
            _insertion(last, behind=True).addnext(end)
        end.addnext(reference)

    def _edges(self, target: Target) -> tuple[_Element, _Element, str]:
        """Return the first and last element of a target, and for a point on which side of it the marks go."""
        if target.element is not None:
            return target.element, target.element, "around"
        pieces = [e for stretch in target.stretches for e in self._splitter.pieces(stretch)]
        if pieces:
            return _outside(standing(pieces[0])), _outside(standing(pieces[-1])), "around"
        element, behind = self._splitter.beside(target.stretches[0])
        at = _outside(standing(element))
        return at, at, "behind" if behind else "before"


def _holder(element: _Element) -> _Element | None:
    return next(element.iterancestors(TC, BOX_CONTENT), None)


def _outside(element: _Element) -> _Element:
    """Climb out of the deletion just made around a run."""
    parent = element.getparent()
    return parent if parent is not None and parent.tag == _STRUCK else element


def _insertion(element: _Element, *, behind: bool) -> _Element:
    """Return the insertion just made beside an element, so that the comment covers it too, else the element."""
    beside = element.getnext() if behind else element.getprevious()
    ours = beside is not None and beside.tag == _INSERTED and beside.get(_BY) == AUTHOR
    return beside if ours and beside is not None else element
