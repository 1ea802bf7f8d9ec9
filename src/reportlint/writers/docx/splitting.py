"""Cutting runs so that a stretch of text stands in runs of its own, each with the format of the run it was cut from."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from reportlint.loaders.docx.names import RPR, XML_SPACE, P, R, T, w
from reportlint.writers.docx.fixing import BLANKS
from reportlint.writers.docx.places import BOX_CONTENT

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportlint.writers.docx.places import Places
    from reportlint.writers.stretches import Stretch

_HOSTS = frozenset(
    {P}
    | {
        w(n)
        for n in (
            "hyperlink",
            "smartTag",
            "customXml",
            "sdtContent",
            "ins",
            "moveTo",
            "fldSimple",
            "bdo",
            "dir",
        )
    }
)
"""Elements that may hold runs, and comment marks beside them."""


class Splitter:
    """Cuts the nodes of a package; afterwards each piece of a node is found by its offset."""

    def __init__(self, places: Places) -> None:
        """Take the nodes before any cut."""
        self.places = places
        self._pieces: dict[int, list[tuple[int, _Element]]] = {}

    def isolate(self, stretch: Stretch) -> None:
        """Make a stretch begin and end with a run; an empty one is cut at its place."""
        self._cut(stretch.node, stretch.start)
        self._cut(stretch.node, stretch.end)

    def pieces(self, stretch: Stretch) -> list[_Element]:
        """Return the text elements of a stretch that was isolated, in order."""
        found = self._of(stretch.node)
        return [element for start, element in found if stretch.start <= start < stretch.end]

    def beside(self, stretch: Stretch) -> tuple[_Element, bool]:
        """Return the element at an empty stretch, and whether the place is behind it (else before it)."""
        found = self._of(stretch.node)
        before = [element for start, element in found if start < stretch.start]
        return (before[-1], True) if before else (found[0][1], False)

    def _of(self, node: int) -> list[tuple[int, _Element]]:
        if node not in self._pieces:
            element = self.places.nodes[node].element
            self._pieces[node] = [(_show_blanks(element), element)]
        return self._pieces[node]

    def _cut(self, node: int, offset: int) -> None:
        pieces = self._of(node)
        i = max((k for k, (start, _) in enumerate(pieces) if start <= offset), default=0)
        start, element = pieces[i]
        run = element.getparent()
        if run is None or run.tag != R:
            return
        length = len(element.text or "") if element.tag == T else 1
        if offset <= start:
            _part_before(run, element)
        elif offset >= start + length:
            following = element.getnext()
            if following is not None:
                _part_before(run, following)
        else:
            right = _part_text(element, offset - start)
            pieces.insert(i + 1, (offset, right))
            _part_before(run, right)


def _show_blanks(element: _Element) -> int:
    """Drop the outer blanks of a `w:t` that are not shown, lest they appear once it is cut; return how many stood first."""
    if element.tag != T or element.get(XML_SPACE) == "preserve":
        return 0
    text = element.text or ""
    element.text = text.strip(BLANKS)
    element.set(XML_SPACE, "preserve")
    return len(text) - len(text.lstrip(BLANKS))


def _part_text(element: _Element, at: int) -> _Element:
    """Cut a `w:t` in two; return the right one."""
    text = element.text or ""
    new = copy.copy(element)
    element.text, new.text = text[:at], text[at:]
    element.addnext(new)
    return new


def _part_before(run: _Element, element: _Element) -> None:
    """Move what stands before an element of a run into a run of its own, unless that is nothing but the format."""
    ahead = [child for child in element.itersiblings(preceding=True) if child.tag != RPR]
    if not ahead:
        return
    left = run.makeelement(run.tag)
    for name, value in run.attrib.items():
        left.set(name, value)
    properties = run.find(RPR)
    if properties is not None:
        left.append(copy.deepcopy(properties))
    for child in reversed(ahead):
        left.append(child)
    run.addprevious(left)


def standing(element: _Element) -> _Element:
    """Return the element beside which a comment mark may stand: the run, or what holds it (a formula, a text box)."""
    boxes = list(element.iterancestors(BOX_CONTENT))
    at = boxes[-1] if boxes else element
    parent = at.getparent()
    while parent is not None and parent.tag not in _HOSTS:
        at, parent = parent, parent.getparent()
    return at
