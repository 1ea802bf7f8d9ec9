"""Layout facts of a format with pages, as the loaders of docx, odt and pdf find them; mm and pt.

Facts are what the reader sees: values after the whole cascade of defaults, theme, styles, direct formatting.
None means that the format does not tell, and a rule must stay silent about it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

Alignment = Literal["left", "center", "right", "justify"]
NumberPlace = Literal["header", "footer"]
LineRule = Literal["multiple", "exact", "at-least"]

MM_PER_INCH = 25.4
PT_PER_INCH = 72.0


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The field or the printed figure that numbers the pages."""

    place: NumberPlace
    alignment: Alignment
    size: float | None = None
    """Size in pt."""
    font: str | None = None
    italic: bool = False
    bold: bool = False
    block: int | None = None
    """The header or footer block that shows it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A run of pages of one shape: a section of a Word file. All lengths in mm."""

    width: float
    height: float
    top: float | None
    bottom: float | None
    left: float | None
    right: float | None
    first_block: int = 0
    """The first block of the body that stands on these pages; the section goes on to the next one's."""
    number: PageNumber | None = None
    number_on_first: bool = False
    """Whether the first page of the section shows the page number too."""
    number_start: int | None = None
    """The number the count starts from anew; None when it goes on."""

    @property
    def landscape(self) -> bool:
        """Wider than high."""
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class ParagraphLayout:
    """How one paragraph is set. Indents in mm, distances in pt."""

    style: str = ""
    """Name of the paragraph style, as the user sees it."""
    alignment: Alignment | None = None
    first_line: float | None = None
    """Indent of the first line against the rest; negative for a hanging indent."""
    left: float | None = None
    right: float | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    """Line spacing: a multiple of single, or points, as `line_rule` says."""
    line_rule: LineRule = "multiple"
    contextual: bool = False
    """No distance between neighbours of one style."""
    border_below: bool = False
    direct: frozenset[str] = frozenset()
    """Names of the facts set on the paragraph itself, not by its style."""


@dataclass(frozen=True, slots=True)
class RunLayout:
    """How a stretch of characters is set. Size in pt."""

    font: str | None = None
    size: float | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    caps: bool = False
    """Shown in capitals whatever the letters typed."""
    color: str | None = None
    """Six hexadecimal digits; None for automatic, which is black on paper."""
    highlight: str | None = None
    superscript: bool = False
    subscript: bool = False
    hidden: bool = False
    style: str = ""
    """Name of the style the font comes from; empty when set on the run itself."""


class Run(NamedTuple):
    """A stretch of `Document.text` in one format."""

    start: int
    end: int
    format: RunLayout


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A horizontal line drawn near a block, as a shape or as a border."""

    block: int
    """The block it is drawn in, or the last one before it."""
    width: float | None = None
    """Length in mm, when known."""
    drawn: Literal["shape", "border"] = "shape"


@dataclass(frozen=True)
class Layout:
    """What the pages look like."""

    pages: tuple[Page, ...] = ()
    paragraphs: tuple[ParagraphLayout | None, ...] = ()
    """One for each block, by `Block.index`."""
    runs: tuple[Run, ...] = ()
    """Ascending, without overlap; blanks between blocks belong to none."""
    lines: tuple[RuleLine, ...] = ()
    blanks: dict[int, int] = field(default_factory=dict)
    """Block index → how many empty paragraphs stand just before it."""
    measured: bool = False
    """True when facts were measured on the printed page (PDF) and are good to about a millimetre."""

    def paragraph(self, index: int) -> ParagraphLayout | None:
        """Return the layout of block `index`; None where unknown."""
        return self.paragraphs[index] if index < len(self.paragraphs) else None

    def page_of(self, block: int) -> Page | None:
        """Return the pages on which a block of the body stands; None without any."""
        at = bisect_right(self._first_blocks, block) - 1
        return self.pages[max(at, 0)] if self.pages else None

    def runs_in(self, start: int, end: int) -> list[Run]:
        """Return the runs that touch a stretch of text, cut to it."""
        at = max(bisect_right(self._run_starts, start) - 1, 0)
        found = []
        for run in self.runs[at:]:
            if run.start >= end:
                break
            if run.end > start:
                found.append(Run(max(run.start, start), min(run.end, end), run.format))
        return found

    @cached_property
    def _first_blocks(self) -> list[int]:
        return [page.first_block for page in self.pages]

    @cached_property
    def _run_starts(self) -> list[int]:
        return [run.start for run in self.runs]
