"""The inside of a paragraph: runs and what stands around them, as a list of pieces in reading order."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from reportlint.layout import RunLayout
from reportlint.loaders.docx.drawing import drawn_lines, text_boxes
from reportlint.loaders.docx.names import A_NS, M_NS, MC_NS, RPR, XML_SPACE, T, w
from reportlint.loaders.docx.symbols import symbol
from reportlint.loaders.legacy import encoding_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from reportlint.loaders.docx.styles import Style, Styles


class Mark(Enum):
    """What a piece is."""

    TEXT = auto()
    LINE_BREAK = auto()
    PAGE_BREAK = auto()
    """A page break typed by the author."""
    RENDERED_BREAK = auto()
    """Where Word broke the page when it last showed the file."""
    FOOTNOTE = auto()
    ENDNOTE = auto()
    COMMENT_START = auto()
    COMMENT_END = auto()
    BOX = auto()
    LINE = auto()
    PAGE_FIELD = auto()


class Piece(NamedTuple):
    """A bit of a paragraph. `text` holds the id for notes and comments."""

    mark: Mark
    text: str = ""
    node: int = -1
    offset: int = 0
    format: RunLayout | None = None
    element: _Element | None = None
    width: float | None = None


_R, _INSTR, _FLD_CHAR, _FLD_SIMPLE = w("r"), w("instrText"), w("fldChar"), w("fldSimple")
_DEL, _INS, _MOVE_FROM, _MOVE_TO = w("del"), w("ins"), w("moveFrom"), w("moveTo")
_DEL_TEXT, _RUBY = w("delText"), w("ruby")
_ALTERNATE, _CHOICE, _FALLBACK = f"{{{MC_NS}}}AlternateContent", f"{{{MC_NS}}}Choice", f"{{{MC_NS}}}Fallback"
_THROUGH = frozenset(
    [w(n) for n in ("hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "bdo", "dir", "rubyBase")]
    + [f"{{{M_NS}}}{n}" for n in (
        "oMath", "oMathPara", "r", "e", "num", "den", "sub", "sup", "deg", "fName", "lim", "f", "sSub",
        "sSup",
        "sSubSup", "rad", "d", "nary", "func", "m", "mr", "acc", "bar", "box", "limLow", "limUpp", "eqArr",
    )]
)  # fmt: skip
_MATH_TEXT = f"{{{M_NS}}}t"
_SHOWN = {w("tab"): "\t", w("ptab"): "\t", w("noBreakHyphen"): "-"}
_BOXES = {w("drawing"), w("pict"), w("object")}
_MARKS = {
    w("footnoteReference"): Mark.FOOTNOTE, w("endnoteReference"): Mark.ENDNOTE,
    w("commentRangeStart"): Mark.COMMENT_START, w("commentRangeEnd"): Mark.COMMENT_END,
}  # fmt: skip
_BLIP = f"{{{A_NS}}}blip"


class Inline:
    """Reads paragraphs one after another; fields may run over their ends, nodes are numbered throughout."""

    def __init__(self, styles: Styles, *, original: bool = False) -> None:
        """Start before the first paragraph. With `original`, tracked changes are read as if refused."""
        self.styles = styles
        self.original = original
        self.nodes: list[_Element] = []
        """Every element that gave text, in the order of the text: node k of the source map is `nodes[k]`."""
        self.changes = 0
        self.pictures = 0
        self._fields: list[str | None] = []
        """Open fields, the outer first: the instruction while it is being read, None once results come."""
        self._commented: set[str] = set()
        self._pieces: list[Piece] = []
        self._style: Style = styles.style(None)
        self._table: Style | None = None
        self._skipped, self._kept = (
            ({_INS, _MOVE_TO}, {_DEL, _MOVE_FROM}) if original else ({_DEL, _MOVE_FROM}, {_INS, _MOVE_TO})
        )
        self._text_tags = {T, _DEL_TEXT} if original else {T}
        self._handlers: dict[object, Callable[[_Element], None]] = self._table_of_handlers()
        self._special: dict[object, Callable[[_Element, _Element | None], None]] = {
            w("br"): self._break, w("cr"): self._break, w("lastRenderedPageBreak"): self._rendered_break,
            w("softHyphen"): self._soft_hyphen, w("sym"): self._symbol,
        }  # fmt: skip

    def read(self, paragraph: _Element, style: Style, table: Style | None) -> list[Piece]:
        """Return the pieces of a paragraph of `style`."""
        self._pieces, self._style, self._table = [], style, table
        self._walk(paragraph)
        return self._pieces

    def end_part(self) -> None:
        """Forget fields left open at the end of a part."""
        self._fields.clear()

    def _table_of_handlers(self) -> dict[object, Callable[[_Element], None]]:
        handlers: dict[object, Callable[[_Element], None]] = dict.fromkeys(_THROUGH, self._walk)
        handlers.update(dict.fromkeys(_MARKS, self._mark))
        handlers.update(dict.fromkeys(_BOXES, self._box))
        handlers.update(dict.fromkeys(self._kept, self._changed))
        handlers.update(dict.fromkeys(self._skipped, self._refused))
        handlers.update(
            {_R: self._run, _FLD_SIMPLE: self._simple_field, _ALTERNATE: self._alternate, _RUBY: self._walk}
        )
        handlers[_MATH_TEXT] = self._math
        handlers[w("commentReference")] = self._comment_reference
        return handlers

    def _walk(self, parent: _Element) -> None:
        for child in parent:
            handler = self._handlers.get(child.tag)
            if handler is not None:
                handler(child)

    def _changed(self, element: _Element) -> None:
        self.changes += 1
        self._walk(element)

    def _refused(self, _element: _Element) -> None:
        self.changes += 1

    def _mark(self, element: _Element) -> None:
        mark, identity = _MARKS[element.tag], element.get(w("id"), "")
        if mark is Mark.COMMENT_START:
            self._commented.add(identity)
        if not self._in_instruction():
            self._pieces.append(Piece(mark, identity))

    def _comment_reference(self, element: _Element) -> None:
        """Note a comment that stands at a place and not on a stretch of text."""
        identity = element.get(w("id"), "")
        if identity not in self._commented:
            self._pieces += [Piece(Mark.COMMENT_START, identity), Piece(Mark.COMMENT_END, identity)]

    def _alternate(self, element: _Element) -> None:
        chosen = element.find(_CHOICE)
        chosen = element.find(_FALLBACK) if chosen is None else chosen
        if chosen is not None:
            for child in chosen:
                handler = self._handlers.get(child.tag)
                if handler is not None:
                    handler(child)
                elif child.tag in self._text_tags:
                    self._shown(child, None)
                else:
                    self._in_run(child, None)

    def _math(self, element: _Element) -> None:
        self._text(
            element, element.text or "", self.styles.run(None, self._style, self._table, accented=False)
        )

    def _simple_field(self, element: _Element) -> None:
        if _is_page(element.get(w("instr"), "")):
            self._pieces.append(Piece(Mark.PAGE_FIELD, format=self._format(element.find(f"{_R}/{RPR}"))))
        self._walk(element)

    def _run(self, run: _Element) -> None:
        properties: _Element | None = None
        for child in run:
            tag = child.tag
            if tag == RPR:
                properties = child
            elif tag in self._text_tags:
                self._shown(child, properties)
            else:
                self._in_run(child, properties)

    def _shown(self, element: _Element, properties: _Element | None) -> None:
        """Read a `w:t`; without xml:space its outer blanks are not shown."""
        text = element.text
        if not text or self._in_instruction():
            return
        offset = 0
        if element.get(XML_SPACE) != "preserve":
            offset = len(text) - len(text.lstrip(" \t\r\n"))
            text = text.strip(" \t\r\n")
        layout = self._format(properties, accented=not text.isascii())
        if not layout.hidden:
            self._text(element, text, layout, offset)

    def _text(self, element: _Element, text: str, layout: RunLayout, offset: int = 0) -> None:
        if text:
            clean = text.replace("\n", " ").replace("\r", " ")
            self._pieces.append(Piece(Mark.TEXT, clean, len(self.nodes), offset, layout))
            self.nodes.append(element)

    def _in_run(self, child: _Element, properties: _Element | None) -> None:
        """Read a child of a run that is not a `w:t`."""
        tag = child.tag
        if tag == _FLD_CHAR:
            self._field(child.get(w("fldCharType"), ""), properties)
        elif tag == _INSTR:
            self._instruction(child.text or "")
        elif not self._in_instruction():
            if tag in _SHOWN:
                self._text(child, _SHOWN[tag], self._format(properties))
            elif tag in self._handlers:
                self._handlers[tag](child)
            elif tag in self._special:
                self._special[tag](child, properties)

    def _break(self, element: _Element, _properties: _Element | None) -> None:
        page = element.get(w("type")) == "page"
        self._pieces.append(Piece(Mark.PAGE_BREAK if page else Mark.LINE_BREAK))

    def _rendered_break(self, _element: _Element, _properties: _Element | None) -> None:
        self._pieces.append(Piece(Mark.RENDERED_BREAK))

    def _soft_hyphen(self, element: _Element, properties: _Element | None) -> None:
        """Read the hyphen nobody sees; in a TCVN3 font its code is the letter ư."""
        layout = self._format(properties, accented=True)
        if encoding_of(layout.font) == "tcvn3":
            self._text(element, "\xad", layout)

    def _symbol(self, element: _Element, properties: _Element | None) -> None:
        try:
            char = chr(int(element.get(w("char"), ""), 16))
        except (ValueError, OverflowError):
            return
        self._text(element, symbol(element.get(w("font"), ""), char), self._format(properties))

    def _box(self, element: _Element) -> None:
        """Note text boxes, drawn lines and pictures of a drawing, old style or new."""
        self._pieces += [Piece(Mark.BOX, element=box) for box in text_boxes(element)]
        self._pieces += [Piece(Mark.LINE, width=width) for width in drawn_lines(element)]
        self.pictures += any(True for _ in element.iter(_BLIP, "{urn:schemas-microsoft-com:vml}imagedata"))

    def _field(self, kind: str, properties: _Element | None) -> None:
        if kind == "begin":
            self._fields.append("")
        elif kind == "separate" and self._fields:
            if _is_page(self._fields[-1] or ""):
                self._pieces.append(Piece(Mark.PAGE_FIELD, format=self._format(properties)))
            self._fields[-1] = None
        elif kind == "end" and self._fields:
            left = self._fields.pop()
            if left and _is_page(left):
                self._pieces.append(Piece(Mark.PAGE_FIELD, format=self._format(properties)))

    def _instruction(self, text: str) -> None:
        if self._fields and self._fields[-1] is not None:
            self._fields[-1] += text

    def _in_instruction(self) -> bool:
        return bool(self._fields) and any(field is not None for field in self._fields)

    def _format(self, properties: _Element | None, *, accented: bool = False) -> RunLayout:
        return self.styles.run(properties, self._style, self._table, accented=accented)


def _is_page(instruction: str) -> bool:
    """Tell whether a field shows the page number."""
    words = instruction.split()
    return bool(words) and words[0].upper() == "PAGE"


def is_deleted_mark(paragraph_properties: _Element | None, *, original: bool) -> bool:
    """Tell whether the end of a paragraph is struck out, so that the next one goes on in it."""
    mark = None if paragraph_properties is None else paragraph_properties.find(RPR)
    tags = (_INS, _MOVE_TO) if original else (_DEL, _MOVE_FROM)
    return mark is not None and any(child.tag in tags for child in mark)
