"""One version of a text, linted: the result, and the ways between the text as the editor has it and the document."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from reportlint.document import SYNTHETIC
from reportlint.errors import UnreadableError
from reportlint.loaders import load_bytes
from reportlint.lsp.stages import STAGED_FROM, lint_quickly, lint_whole
from reportlint.lsp.uris import name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reportlint.document import Document
    from reportlint.findings import Finding
    from reportlint.lsp.jsonrpc import Json
    from reportlint.lsp.positions import LineIndex
    from reportlint.lsp.stages import History
    from reportlint.lsp.texts import Text
    from reportlint.result import Result
    from reportlint.rule import Edit
    from reportlint.settings import Settings

MAX_TEXT = 4 * 1024 * 1024
"""A longer text (code points) is not linted while one types."""
_SUFFIXES = {"markdown": ".md", "html": ".html", "plaintext": ".txt"}
_BOM = "\ufeff"
_MARKED = re.compile("[đĐăĂơƠưƯ\u1ea0-\u1ef9]")
"""Letters that of all languages Vietnamese has, or uses often."""
_SAMPLE = 5000
"""So many code points tell the language."""


@dataclass(frozen=True)
class Analysis:
    """A text and what linting it gave. All offsets taken and returned are the document's unless said otherwise."""

    text: Text
    result: Result | None
    """None when the text is blank, is not a report in Vietnamese, or could not be read."""
    failure: UnreadableError | None = None
    whole: bool = True
    """Whether the rules that look at the whole report have seen this version."""

    @property
    def lines(self) -> LineIndex:
        """The lines of the text as the editor has it."""
        return self.text.lines

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings, in order; none without a result."""
        return self.result.findings if self.result else ()

    @property
    def document(self) -> Document:
        """The document. Ask only when there is a result."""
        if self.result is None:
            raise ValueError("nothing was read")
        return self.result.report.document

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the editor's text (code points) where a stretch of the document stands."""
        first = self._source(start)
        return first, max(self._source_end(end), first) if end > start else first

    def gap(self, offset: int) -> tuple[int, int]:
        """Return the stretch of the editor's text between a character and the one before: markup, such as a note's mark."""
        return self._source_end(offset), self._source(offset)

    def range(self, start: int, end: int) -> Json:
        """Return the range of LSP for a stretch of the document."""
        return self.lines.range(*self.span(start, end))

    def offset(self, position: Json) -> int | None:
        """Return the document's offset of a position; None where the text is markup or nothing."""
        at = self.lines.offset(position) - self._shift
        starts, segments = self._inverse
        i = bisect_right(starts, at) - 1
        if i < 0:
            return None
        source, text, length = segments[i]
        return text + at - source if at - source <= length else None

    def edits(self, edits: Iterable[Edit]) -> list[Json] | None:
        """Return text edits of LSP; None when one of them would take markup away that the document does not show."""
        found = []
        for edit in edits:
            start, end = self.span(edit.start, edit.end)
            if (
                unicodedata.normalize("NFC", self.text.content[start:end])
                != self.document.text[edit.start : edit.end]
            ):
                return None
            found.append({"range": self.lines.range(start, end), "newText": edit.text})
        return found

    @property
    def _shift(self) -> int:
        """The loader takes a byte order mark off, the editor may count it."""
        return 1 if self.text.content.startswith(_BOM) else 0

    def _source(self, offset: int) -> int:
        """The place of a character; for one that stands nowhere, the place behind the last one that stands somewhere."""
        anchor = self.document.source.anchor(offset)
        if anchor.node != SYNTHETIC and offset < len(self.document.text):
            return anchor.offset + self._shift
        return self._source_end(offset)

    def _source_end(self, offset: int) -> int:
        """The place behind the character before an offset."""
        while offset > 0:
            anchor = self.document.source.end_anchor(offset)
            if anchor.node != SYNTHETIC:
                return anchor.offset + self._shift
            offset -= 1
        return self._shift

    @cached_property
    def _inverse(self) -> tuple[list[int], list[tuple[int, int, int]]]:
        """Segments of the source map by their place in the source: (place in the source, in the document, length)."""
        source, text_end = self.document.source, len(self.document.text)
        ends = [*source.starts[1:], text_end]
        segments = sorted(
            (source.offsets[i], start, source.widths.get(i, end - start))
            for i, (start, end, node) in enumerate(zip(source.starts, ends, source.nodes, strict=True))
            if node != SYNTHETIC
        )
        return [s[0] for s in segments], segments


def analyse(
    text: Text,
    settings: Settings,
    history: History,
    *,
    quickly: bool = False,
    stop: Callable[[], bool] = lambda: False,
) -> Analysis:
    """Lint one version of a text.

    Args:
        text: the version.
        settings: how to lint.
        history: what was found in the versions before; it is brought up to date.
        quickly: let the first stage do where there is a version to take findings over from.
        stop: asked between two rules of the second stage; when it says yes, `InterruptedLintError` is raised.
    """
    content = text.content
    if not content.strip() or not looks_vietnamese(content):
        return Analysis(text, None)
    name = name_of(text.uri)
    if len(content) > MAX_TEXT:
        most = MAX_TEXT // 1024 // 1024
        error = UnreadableError(
            name,
            f"văn bản dài hơn {most} triệu ký tự; hãy kiểm tra bằng lệnh reportlint check",
            f"the text is longer than {most} million characters; use the command reportlint check",
        )
        return Analysis(text, None, error)
    try:
        document = load_bytes(content.encode("utf-8"), _named(name, text.language))
    except UnreadableError as error:
        return Analysis(text, None, error)
    if quickly and history.whole and len(content) >= STAGED_FROM:
        return Analysis(text, lint_quickly(document, settings, history), whole=False)
    return Analysis(text, lint_whole(document, settings, history, stop))


def looks_vietnamese(text: str) -> bool:
    """Tell whether a text has the letters of Vietnamese: an editor opens Markdown of all kinds, not reports alone."""
    sample = unicodedata.normalize("NFC", text[:_SAMPLE])
    return len(_MARKED.findall(sample)) * 30 >= sum(map(len, sample.split()))


def _named(name: str, language: str) -> str:
    """Give a text the suffix that makes the loader read it as what the editor takes it for."""
    suffix = _SUFFIXES.get(language, "")
    known = name.lower().endswith((".md", ".markdown", ".txt", ".html", ".htm"))
    return name if known or not suffix else name + suffix
