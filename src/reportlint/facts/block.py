"""Facts of one paragraph, found from its text alone: nothing here knows the rest of the report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, compress, count, pairwise
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, overload

from reportlint.facts.abbreviations import definitions, uses
from reportlint.facts.bodies import bodies
from reportlint.facts.citations import citations
from reportlint.facts.dates import dates
from reportlint.facts.numbers import figures
from reportlint.knowledge.folding import FOLDED, Remembered

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from reportlint.document import BlockKind
    from reportlint.facts.abbreviations import Definition
    from reportlint.facts.bodies import Body
    from reportlint.facts.citations import Citation
    from reportlint.facts.dates import DateMention
    from reportlint.facts.numbers import Figure

T = TypeVar("T")

_WORD = re.compile(r"([^\W\d_]+(?:['’][^\W\d_]+)?)")
_DIGIT = re.compile("[0-9]")
_QUOTED = re.compile(r"“[^“”\n]*”|\"[^\"\n]*\"|«[^»\n]*»|‘[^‘’\n]{3,}’")


class Word(NamedTuple):
    """A run of letters."""

    start: int
    end: int
    text: str


class Words(Sequence[Word]):
    """The words of a paragraph in order. Each is made when it is asked for: most never are."""

    __slots__ = ("_ends", "_pieces")

    def __init__(self, pieces: list[str], ends: list[int]) -> None:
        """Take gap, word, gap … word, gap, and where each piece ends."""
        self._pieces, self._ends = pieces, ends

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._pieces) // 2

    @overload
    def __getitem__(self, i: int) -> Word: ...
    @overload
    def __getitem__(self, i: slice) -> tuple[Word, ...]: ...
    def __getitem__(self, i: int | slice) -> Word | tuple[Word, ...]:
        """Return one word, or several in a row."""
        if isinstance(i, slice):
            return tuple(self[k] for k in range(*i.indices(len(self))))
        at = 2 * (i if i >= 0 else len(self) + i)
        if at < 0:
            raise IndexError(i)
        return Word(self._ends[at], self._ends[at + 1], self._pieces[at + 1])


_LOW = Remembered(str.lower)


class _Lazily(Generic[T]):
    """What is found when first asked for: `cached_property` without its lock, which takes longer than most answers (Python 3.11)."""

    def __init__(self, find: Callable[[Any], T]) -> None:
        self._find, self._name = find, find.__name__
        self.__doc__ = find.__doc__

    @overload
    def __get__(self, block: None, owner: type) -> _Lazily[T]: ...
    @overload
    def __get__(self, block: BlockFacts, owner: type) -> T: ...
    def __get__(self, block: BlockFacts | None, owner: type) -> _Lazily[T] | T:
        if block is None:
            return self
        found = block.__dict__[self._name] = self._find(block)
        return found


@lru_cache(maxsize=16)
def _hashes(pairs: frozenset[tuple[str, str]]) -> frozenset[int]:
    return frozenset(map(hash, pairs))


class BlockFacts:
    """One paragraph and what it states. Offsets are the paragraph's. Two paragraphs of one text and kind are equal."""

    def __init__(self, text: str, kind: BlockKind = "paragraph") -> None:
        """Take the text; facts are found when first asked for."""
        self.text = text
        self.kind = kind

    @_Lazily
    def _pieces(self) -> list[str]:
        """What stands before the first word, the first word, what stands before the second …, what stands behind the last."""
        return _WORD.split(self.text)

    @_Lazily
    def _ends(self) -> list[int]:
        return list(accumulate(map(len, self._pieces)))

    @_Lazily
    def words(self) -> Words:
        """All words in order, with their places; without these, `written` is faster."""
        return Words(self._pieces, self._ends)

    def start(self, i: int) -> int:
        """Return where word `i` begins."""
        return self._ends[2 * i]

    def end(self, i: int) -> int:
        """Return where word `i` ends."""
        return self._ends[2 * i + 1]

    @_Lazily
    def written(self) -> tuple[str, ...]:
        """The words as they are written, in the same order."""
        return tuple(self._pieces[1::2])

    @_Lazily
    def gaps(self) -> tuple[str, ...]:
        """What stands before each word, and last what stands behind all: one more than `words`."""
        return tuple(self._pieces[::2])

    @_Lazily
    def low(self) -> tuple[str, ...]:
        """The words in lower case, in the same order."""
        return _LOW.of(self.written)

    @_Lazily
    def folded(self) -> tuple[str, ...]:
        """The words in small letters, tone marks in the old place: one for each of `words`."""
        return FOLDED.of(self.written)

    @_Lazily
    def _hashed(self) -> list[int]:
        """Hashes of the words two by two: the pairs themselves would be 7,000 objects for the garbage collector to visit."""
        return list(map(hash, pairwise(self.low)))

    @_Lazily
    def _pairs(self) -> frozenset[int]:
        return frozenset(self._hashed)

    @property
    def repeats_pair(self) -> bool:
        """Whether two words stand twice in the same order: without that no phrase is repeated."""
        return len(self._pairs) < len(self.low) - 1

    def meeting(self, pairs: frozenset[tuple[str, str]]) -> list[int]:
        """Return the numbers of the words that make, with the next one, one of the pairs (small letters)."""
        wanted, low = _hashes(pairs), self.low
        if self._pairs.isdisjoint(wanted):  # ten times as fast as asking for each pair
            return []
        found = compress(count(), map(wanted.__contains__, self._hashed))
        return [i for i in found if (low[i], low[i + 1]) in pairs]

    def where(self, table: Container[str]) -> list[int]:
        """Return the numbers of the words that a table knows, folded."""
        return list(compress(count(), map(table.__contains__, self.folded)))

    @_Lazily
    def titled(self) -> tuple[int, ...]:
        """Numbers of the words of two letters or more with one capital, the first letter."""
        written = self.written
        return tuple(i for i in compress(count(), map(str.istitle, written)) if len(written[i]) > 1)

    @_Lazily
    def dates(self) -> tuple[DateMention, ...]:
        """All dates with a year, malformed ones too."""
        return tuple(dates(self.text)) if self._has_digit else ()

    @_Lazily
    def citations(self) -> tuple[Citation, ...]:
        """All citations of documents by number and symbol."""
        return tuple(citations(self.text, self.dates)) if self._has_symbol else ()

    @_Lazily
    def figures(self) -> tuple[Figure, ...]:
        """All figures in order; no dates, numbers of documents, articles, codes."""
        if not self._has_digit:
            return ()
        taken = [(d.start, d.end) for d in self.dates]
        taken += [(c.symbol_start, c.symbol_end) for c in self.citations]
        return tuple(figures(self.text, taken))

    @_Lazily
    def bodies(self) -> tuple[Body, ...]:
        """All bodies named."""
        return tuple(bodies(self.text))

    @_Lazily
    def quotes(self) -> tuple[tuple[int, int], ...]:
        """Stretches in quotation marks, the marks included."""
        return tuple(m.span() for m in _QUOTED.finditer(self.text))

    @_Lazily
    def definitions(self) -> tuple[Definition, ...]:
        """Abbreviations and short forms that the paragraph declares."""
        return tuple(definitions(self.text)) if "(" in self.text else ()

    @_Lazily
    def capital_runs(self) -> tuple[Word, ...]:
        """Runs of two or more capitals that may be abbreviations, outside symbols of documents."""
        return tuple(Word(*use) for use in uses(self.text))

    def quoted(self, start: int, end: int) -> bool:
        """Tell whether a stretch touches a quotation."""
        return bool(self.quotes) and any(first < end and start < last for first, last in self.quotes)

    def cited(self, start: int, end: int) -> bool:
        """Tell whether a stretch touches the symbol of a citation."""
        return any(c.symbol_start < end and start < c.symbol_end for c in self.citations)

    @_Lazily
    def _has_digit(self) -> bool:
        return _DIGIT.search(self.text) is not None

    @_Lazily
    def _has_symbol(self) -> bool:
        return ("/" in self.text or "-" in self.text) and (self._has_digit or "số" in self.text.lower())
