"""Tells a readable Vietnamese text from garbage: missing letter maps, English OCR, scrambled letters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from reportlint.said import Said

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_ONSET = "ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx]"
_RHYME = (
    "(?:"
    "oa[iy]|oeo|ueu|uy[au]|uâ[ny]?|iêu|yêu|ươ[iu]|uôi|uyê|iê|yê|ươ|uô|oai|oay|uya|uây|oa|oă|oe|uâ|uê|uơ|uy|ia|ua|ưa"
    "|a[iouy]|ây|âu|eo|êu|i[ua]|o[ai]|ô[i]|ơ[i]|u[iy]|ư[aiu]|[aăâeêioôơuưy]"
    ")"
)
_SYLLABLE = re.compile(rf"(?:{_ONSET})?{_RHYME}(?:ch|ng|nh|[cmnpt])?")
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
MIN_WORDS = 40
"""With fewer words nothing can be said."""
MIN_SYLLABLES = 0.8
"""Share of small-letter words that can be Vietnamese syllables; reports have 0.98, garbage 0.2 to 0.5."""
MIN_MARKED = 0.08
"""Share of letters with Vietnamese marks; real reports have 0.2, an English OCR layer none."""
MAX_STRANGE = 0.02
"""Share of characters that no Vietnamese text holds: control codes, private codes, other scripts."""

PERFECT = 0.97


@dataclass(frozen=True)
class Quality:
    """Measures of a text, each a share from 0 to 1."""

    words: int
    syllables: float
    marked: float
    strange: float

    @property
    def readable(self) -> bool:
        """Whether the text can be linted; short texts get the benefit of the doubt."""
        if self.strange > MAX_STRANGE:
            return False
        return self.words < MIN_WORDS or (self.syllables >= MIN_SYLLABLES and self.marked >= MIN_MARKED)

    @property
    def perfect(self) -> bool:
        """Whether the text is so good that no page of it needs a look of its own."""
        return self.syllables > PERFECT and self.strange < 1 - PERFECT

    @property
    def cause(self) -> Said:
        """Say what is wrong with an unreadable text."""
        if self.strange > MAX_STRANGE:
            return Said(
                "phông chữ thiếu bảng mã Unicode nên chữ đọc ra bị sai",
                "its fonts have no Unicode map, so the letters come out wrong",
            )
        if self.marked < MIN_MARKED:
            return Said(
                "chữ đọc ra không có dấu tiếng Việt (thường do nhận dạng bằng ngôn ngữ khác)",
                "the letters carry no Vietnamese marks (OCR in another language, mostly)",
            )
        return Said(
            "phần lớn chữ đọc ra không phải âm tiết tiếng Việt",
            "most of its words are no Vietnamese syllables",
        )


def measure(text: str) -> Quality:
    """Measure a text in any normal form."""
    text = unicodedata.normalize("NFC", text)
    words = [word for word in _WORD.findall(text) if not word.isdigit() and not word.isupper()]
    counts = Counter(text)
    letters = sum(times for char, times in counts.items() if char.isalpha())
    shown = sum(times for char, times in counts.items() if not char.isspace())
    marked = sum(times for char, times in counts.items() if _is_marked(char))
    strange = sum(times for char, times in counts.items() if not char.isspace() and _is_strange(char))
    return Quality(
        words=len(words),
        syllables=sum(is_syllable(word) for word in words) / max(len(words), 1),
        marked=marked / max(letters, 1),
        strange=strange / max(shown, 1),
    )


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Tell whether a word has the shape of a Vietnamese syllable, with at most one tone."""
    bare = "".join(char for char in unicodedata.normalize("NFD", word.lower()) if char not in _TONES)
    tones = sum(char in _TONES for char in unicodedata.normalize("NFD", word))
    return tones <= 1 and _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)) is not None


def _is_marked(char: str) -> bool:
    return "\u1ea0" <= char <= "\u1ef9" or char in "ăâđêôơưĂÂĐÊÔƠƯ"


def _is_strange(char: str) -> bool:
    if char.isascii():
        return not char.isprintable()
    if "\u1ea0" <= char <= "\u1ef9" or "\u00a0" <= char <= "\u01b0" or "\u2010" <= char <= "\u2027":
        return False
    category = unicodedata.category(char)
    return category in {"Cc", "Co", "Cn", "Cs"} or (category.startswith("L") and not _is_known_script(char))


def _is_known_script(char: str) -> bool:
    """Latin and Greek letters occur in reports; Cyrillic and others come from broken letter maps."""
    return "LATIN" in (name := unicodedata.name(char, "")) or "GREEK" in name
