"""The inside of an ODT paragraph, as pieces in reading order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from reportlint.loaders.docx.inline import Mark, Piece
from reportlint.loaders.odt.names import millimetres, q

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from reportlint.layout import RunLayout
    from reportlint.loaders.odt.styles import Styles


class OdtNode(NamedTuple):
    """A node of the source map: the text inside an element before its first child, or the text behind it."""

    element: _Element
    tail: bool
    part: str


_BLANKS = re.compile(r"[ \t\r\n]+|[^ \t\r\n]+")
_SPAN, _SPACE, _TAB = q("text:span"), q("text:s"), q("text:tab")
_BREAK, _PAGE = q("text:line-break"), q("text:soft-page-break")
_NOTE, _ANNOTATION, _ANNOTATION_END = q("text:note"), q("office:annotation"), q("office:annotation-end")
_PAGE_NUMBER = q("text:page-number")
_RUBY_TEXT, _CHANGES = q("text:ruby-text"), q("text:tracked-changes")
_DRAWN = frozenset(
    q(f"draw:{n}") for n in ("frame", "g", "custom-shape", "rect", "line", "connector", "path", "polyline")
)
_HIDDEN = frozenset(
    {
        _RUBY_TEXT,
        _CHANGES,
        *(q(f"text:{n}") for n in ("bookmark", "hidden-paragraph", "alphabetical-index-mark")),
    }
)
MAX_SPACES = 1000


@dataclass
class Inline:
    """Reads paragraphs one after another; nodes are numbered throughout."""

    styles: Styles
    nodes: list[OdtNode] = field(default_factory=list)
    notes: dict[str, _Element] = field(default_factory=dict)
    """Note id → its body, in the order of the text."""
    note_labels: dict[tuple[Mark, str], str] = field(default_factory=dict)
    comments: dict[str, tuple[str, str]] = field(default_factory=dict)
    part: str = ""
    _pieces: list[Piece] = field(default_factory=list)
    _style: str = ""
    _spans: tuple[str, ...] = ()
    _after_blank: bool = True

    def __post_init__(self) -> None:
        """Say which elements are more than text."""
        self._children: dict[object, Callable[[_Element], None]] = {
            _SPACE: self._spaces, _TAB: self._tab, _BREAK: self._break, _PAGE: self._page_break,
            _PAGE_NUMBER: self._page_number, _NOTE: self._note, _ANNOTATION: self._annotation,
            _ANNOTATION_END: self._annotation_end,
        }  # fmt: skip

    def read(self, paragraph: _Element) -> list[Piece]:
        """Return the pieces of a `text:p` or `text:h`."""
        self._pieces, self._spans, self._after_blank = [], (), True
        self._style = paragraph.get(q("text:style-name"), "")
        self._walk(paragraph)
        return self._pieces

    def _walk(self, element: _Element) -> None:
        self._text(element, tail=False)
        for child in element:
            self._child(child)
            self._text(child, tail=True)

    def _child(self, child: _Element) -> None:
        tag = child.tag
        if tag == _SPAN:
            outer = self._spans
            self._spans = (*outer, child.get(q("text:style-name"), ""))
            self._walk(child)
            self._spans = outer
        elif tag in self._children:
            self._children[tag](child)
        elif tag in _DRAWN:
            self._drawing(child)
        elif tag not in _HIDDEN:
            self._walk(child)

    def _text(self, element: _Element, *, tail: bool) -> None:
        """Add text; runs of blanks count as one, and none counts at the start of a paragraph."""
        text = element.tail if tail else element.text
        if not text:
            return
        node, layout = len(self.nodes), self._format()
        self.nodes.append(OdtNode(element, tail, self.part))
        if layout.hidden:
            return
        if not (_is_loose(text) or (self._after_blank and text[0] == " ")):
            self._pieces.append(Piece(Mark.TEXT, text, node, 0, layout))
            self._after_blank = text.endswith(" ")
            return
        for match in _BLANKS.finditer(text):
            blank = match[0].isspace()
            if not (blank and self._after_blank):
                self._pieces.append(Piece(Mark.TEXT, " " if blank else match[0], node, match.start(), layout))
            self._after_blank = blank

    def _sign(self, element: _Element, text: str) -> None:
        """Add text that an element stands for."""
        self._pieces.append(Piece(Mark.TEXT, text, len(self.nodes), 0, self._format()))
        self.nodes.append(OdtNode(element, tail=False, part=self.part))
        self._after_blank = False

    def _spaces(self, element: _Element) -> None:
        count = element.get(q("text:c"), "1")
        self._sign(element, " " * min(int(count) if count.isdecimal() else 1, MAX_SPACES))

    def _tab(self, element: _Element) -> None:
        self._sign(element, "\t")

    def _break(self, _element: _Element) -> None:
        self._pieces.append(Piece(Mark.LINE_BREAK))
        self._after_blank = True

    def _page_break(self, _element: _Element) -> None:
        self._pieces.append(Piece(Mark.RENDERED_BREAK))

    def _page_number(self, element: _Element) -> None:
        self._pieces.append(Piece(Mark.PAGE_FIELD, format=self._format()))
        self._walk(element)

    def _note(self, element: _Element) -> None:
        identity = element.get(q("text:id")) or f"note{len(self.notes)}"
        citation, body = element.find(q("text:note-citation")), element.find(q("text:note-body"))
        mark = Mark.ENDNOTE if element.get(q("text:note-class")) == "endnote" else Mark.FOOTNOTE
        if body is not None:
            self.notes[identity] = body
        self.note_labels[mark, identity] = _text_of(citation) if citation is not None else identity
        self._pieces.append(Piece(mark, identity))

    def _annotation(self, element: _Element) -> None:
        identity = element.get(q("office:name")) or f"comment{len(self.comments)}"
        lines = [_text_of(p) for p in element.iter(q("text:p"))]
        author = element.findtext(q("dc:creator")) or ""
        self.comments[identity] = ("\n".join(lines).strip(), author)
        self._pieces.append(Piece(Mark.COMMENT_START, identity))
        if element.get(q("office:name")) is None:
            self._pieces.append(Piece(Mark.COMMENT_END, identity))

    def _annotation_end(self, element: _Element) -> None:
        self._pieces.append(Piece(Mark.COMMENT_END, element.get(q("office:name"), "")))

    def _drawing(self, element: _Element) -> None:
        boxes = [element] if element.tag == q("draw:custom-shape") else list(element.iter(q("draw:text-box")))
        shapes = list(element.iter(q("draw:custom-shape"))) if element.tag == q("draw:g") else []
        self._pieces += [Piece(Mark.BOX, element=box) for box in (*boxes, *shapes)]
        for line in element.iter(q("draw:line"), q("draw:connector")):
            ends = [millimetres(line.get(q(f"svg:{name}"))) for name in ("x1", "x2")]
            known = ends[0] is not None and ends[1] is not None
            width = round(abs((ends[1] or 0.0) - (ends[0] or 0.0)), 1) if known else None
            self._pieces.append(Piece(Mark.LINE, width=width))
        for shape in element.iter(q("draw:custom-shape"), q("draw:path")):
            width, height = (millimetres(shape.get(q(f"svg:{name}"))) or 0.0 for name in ("width", "height"))
            if height < 1 and width > 5:
                self._pieces.append(Piece(Mark.LINE, width=round(width, 1)))

    def _format(self) -> RunLayout:
        return self.styles.run(self._style, self._spans)


def _is_loose(text: str) -> bool:
    """Tell whether a text holds blanks that must be folded."""
    return "\n" in text or "  " in text or "\t" in text or "\r" in text


def _text_of(element: _Element) -> str:
    return "".join(str(text) for text in element.itertext())
