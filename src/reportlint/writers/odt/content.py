"""Rebuilding the text of an ODT node with elements put into it. Blanks that XML would fold are written as `text:s`."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportlint.loaders.odt.names import q

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportlint.loaders.odt.inline import OdtNode

SPACE, TAB = q("text:s"), q("text:tab")
_COUNT = q("text:c")


@dataclass
class Changes:
    """What happens inside one node: stretches that go away, and things put in, by offset in the node's text."""

    removed: list[tuple[int, int]] = field(default_factory=list)
    added: list[tuple[int, int, list[str | _Element]]] = field(default_factory=list)
    """(offset, rank among those of one offset, items)."""


def encoded(text: str, like: _Element, *, blank_before: bool) -> list[str | _Element]:
    """Return text as items: a blank at the start, at the end or behind a blank becomes a `text:s`."""
    items: list[str | _Element] = []
    plain = ""
    for at, char in enumerate(text):
        foldable = char == " " and (blank_before or at in {0, len(text) - 1})
        if foldable:
            if plain:
                items.append(plain)
                plain = ""
            items.append(like.makeelement(SPACE))
        else:
            plain += char
        blank_before = char == " "
    return [*items, plain] if plain else items


def is_spaces(node: OdtNode) -> bool:
    """Tell whether a node is a `text:s`, which stands for blanks."""
    return node.element.tag == SPACE and not node.tail


def is_sign(node: OdtNode) -> bool:
    """Tell whether a node is an element that stands for text, not text itself."""
    return node.element.tag in {SPACE, TAB} and not node.tail


def text_of(node: OdtNode) -> str:
    """Return the text whose offsets the source map counts."""
    if node.element.tag == TAB and not node.tail:
        return "\t"
    if is_spaces(node):
        count = node.element.get(_COUNT, "1")
        return " " * (int(count) if count.isdecimal() else 1)
    return (node.element.tail if node.tail else node.element.text) or ""


def rebuild(node: OdtNode, changes: Changes) -> None:
    """Carry out the changes. Signs must come after all other nodes: their element is replaced."""
    text, sign = text_of(node), is_sign(node)
    events = sorted(changes.added, key=lambda added: added[:2])
    cuts = sorted(
        {0, len(text), *(at for at, _, _ in events), *(at for span in changes.removed for at in span)}
    )
    items: list[str | _Element] = []
    for at, until in zip(cuts, [*cuts[1:], len(text)], strict=True):
        for _, _, new in (event for event in events if event[0] == at):
            items += new
        if at == until or any(low <= at and until <= high for low, high in changes.removed):
            continue
        piece = text[at:until]
        if sign:
            items.append(_spaces(node.element, until - at))
        elif items and piece[0] == " ":  # behind a mark or a removed piece a blank might be folded
            items += [node.element.makeelement(SPACE), piece[1:]]
        else:
            items.append(piece)
    if sign:
        _replace(node.element, items)
    else:
        _fill(node, items)


def _spaces(like: _Element, count: int) -> _Element:
    made = copy.copy(like)
    made.tail = None
    if count > 1:
        made.set(_COUNT, str(count))
    elif _COUNT in made.attrib:
        del made.attrib[_COUNT]
    return made


def _fill(node: OdtNode, items: list[str | _Element]) -> None:
    """Put items in the place of a text: the first string there, each element behind it."""
    element = node.element
    parent = element.getparent() if node.tail else element
    if parent is None:
        raise ValueError("a node without a parent")
    index = parent.index(element) + 1 if node.tail else 0
    before, last = "", None
    for item in items:
        if not isinstance(item, str):
            parent.insert(index, item)
            item.tail = None
            index, last = index + 1, item
        elif last is None:
            before += item
        else:
            last.tail = (last.tail or "") + item
    if node.tail:
        element.tail = before or None
    else:
        element.text = before or None


def _replace(element: _Element, items: list[str | _Element]) -> None:
    """Put items in the place of an element; the text behind it stays."""
    parent, tail = element.getparent(), element.tail or ""
    if parent is None:
        raise ValueError("a node without a parent")
    element.tail = None
    for item in items:
        if isinstance(item, str):
            _append_before(element, item)
        else:
            element.addprevious(item)
    _append_before(element, tail)
    parent.remove(element)


def _append_before(element: _Element, text: str) -> None:
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        previous.tail = (previous.tail or "") + text
    elif parent is not None:
        parent.text = (parent.text or "") + text
