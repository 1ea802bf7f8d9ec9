"""Facts of one paragraph, found from its text alone: nothing here knows the rest of the report."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from reportlint.facts.abbreviations import definitions, uses
from reportlint.facts.bodies import bodies
from reportlint.facts.citations import citations
from reportlint.facts.dates import dates
from reportlint.facts.numbers import figures
from reportlint.knowledge.folding import fold_tone

if TYPE_CHECKING:
    from reportlint.document import BlockKind
    from reportlint.facts.abbreviations import Definition
    from reportlint.facts.bodies import Body
    from reportlint.facts.citations import Citation
    from reportlint.facts.dates import DateMention
    from reportlint.facts.numbers import Figure

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_QUOTED = re.compile(r"“[^“”\n]*”|\"[^\"\n]*\"|«[^»\n]*»|‘[^‘’\n]{3,}’")


class Word(NamedTuple):
    """A run of letters."""

    start: int
    end: int
    text: str


class BlockFacts:
    """One paragraph and what it states. Offsets are the paragraph's. Two paragraphs of one text and kind are equal."""

    def __init__(self, text: str, kind: BlockKind = "paragraph") -> None:
        """Take the text; facts are found when first asked for."""
        self.text = text
        self.kind = kind

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words in order."""
        return tuple(Word(m.start(), m.end(), m.group()) for m in _WORD.finditer(self.text))

    @cached_property
    def low(self) -> tuple[str, ...]:
        """The words in lower case, in the same order."""
        return tuple(word.text.lower() for word in self.words)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The words in small letters, tone marks in the old place: one for each of `words`."""
        low = fold_tone(self.text.lower())
        if len(low) != len(self.text):  # a letter whose small form is longer: word by word
            return tuple(fold_tone(w.text.lower()) for w in self.words)
        return tuple(low[w.start : w.end] for w in self.words)

    @cached_property
    def titled(self) -> tuple[int, ...]:
        """Numbers of the words of two letters or more with one capital, the first letter."""
        return tuple(i for i, (_, _, word) in enumerate(self.words) if len(word) > 1 and word.istitle())

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """All dates with a year, malformed ones too."""
        return tuple(dates(self.text)) if self._has_digit else ()

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """All citations of documents by number and symbol."""
        return tuple(citations(self.text, self.dates)) if self._has_symbol else ()

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """All figures in order; no dates, numbers of documents, articles, codes."""
        if not self._has_digit:
            return ()
        taken = [(d.start, d.end) for d in self.dates]
        taken += [(c.symbol_start, c.symbol_end) for c in self.citations]
        return tuple(figures(self.text, taken))

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        """All bodies named."""
        return tuple(bodies(self.text))

    @cached_property
    def quotes(self) -> tuple[tuple[int, int], ...]:
        """Stretches in quotation marks, the marks included."""
        return tuple(m.span() for m in _QUOTED.finditer(self.text))

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """Abbreviations and short forms that the paragraph declares."""
        return tuple(definitions(self.text)) if "(" in self.text else ()

    @cached_property
    def capital_runs(self) -> tuple[Word, ...]:
        """Runs of two or more capitals that may be abbreviations, outside symbols of documents."""
        return tuple(Word(*use) for use in uses(self.text))

    def quoted(self, start: int, end: int) -> bool:
        """Tell whether a stretch touches a quotation."""
        return any(s < end and start < e for s, e in self.quotes)

    def cited(self, start: int, end: int) -> bool:
        """Tell whether a stretch touches the symbol of a citation."""
        return any(c.symbol_start < end and start < c.symbol_end for c in self.citations)

    @cached_property
    def _has_digit(self) -> bool:
        return any(c in self.text for c in "0123456789")

    @cached_property
    def _has_symbol(self) -> bool:
        return ("/" in self.text or "-" in self.text) and (self._has_digit or "số" in self.text.lower())
