"""CT001: words and phrases that stand twice. Reduplication (từ láy) and words that happen to meet are known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from operator import eq
from pathlib import Path

from reportlint.checks.spelling.likeness import other_marks
from reportlint.facts.block import BlockFacts
from reportlint.knowledge import ngrams
from reportlint.patterns import Pattern
from reportlint.rule import Edit, Hit, Rule

_DATA = Path(__file__).with_name("reduplicated.txt")
MAX_PHRASE = 6
"""How many syllables a doubled phrase may have."""
_FITS = 1000
"""From this count on, two syllables are so common that these marks were meant."""
_STRONG = 20
"""From this count on, two syllables are a word of their own (n-grams of legal texts)."""


@cache
def _reduplicated() -> frozenset[str]:
    _, _, words = _DATA.read_text(encoding="utf-8").partition("\n\n")
    return frozenset(words.split())


def doubled(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield words and phrases that follow themselves with nothing but a space between."""
    low, done = block.low, 0
    if not block.repeats_pair and not any(map(eq, low, low[1:])):
        return
    last: dict[str, int] = {}
    for i, word in enumerate(low):
        size = i - last.get(word, -MAX_PHRASE - 1)  # how far back the same word stands
        last[word] = i
        if size <= MAX_PHRASE and i >= done and low[i - size : i] == low[i : i + size]:
            if hit := _doubled(block, i - size, size):
                yield hit
            done = i + size


def _doubled(block: BlockFacts, i: int, size: int) -> Hit | None:
    gaps = [*block.gaps[i + 1 : i + 2 * size]]
    if gaps[size - 1] == ": " and block.gaps[i + 2 * size].startswith(":"):
        gaps[size - 1] = " "  # a lead-in written twice: `các Chỉ thị: các Chỉ thị:`
    if any(gap != " " for gap in gaps):
        return None
    belongs = i > 0 and block.low[i - 1 : i + 1] == ("trực", "thuộc")  # and nothing belongs twice
    if size == 1 and not (belongs or _single(block, i)):
        return None
    if size > 1 and len(set(block.low[i : i + size])) == 1:
        return None
    words = block.words[i : i + 2 * size]
    if size > 1 and words[0].text.islower() and words[size].text[0].isupper():
        return None  # a heading that its sentence follows on the same line
    start, end = words[0].start, words[-1].end
    args = {"found": block.text[start:end], "once": block.text[start : words[size - 1].end]}
    return Hit(start, end, args, (Edit(words[size - 1].end, end, ""),))


def _single(block: BlockFacts, i: int) -> bool:
    """Tell whether one doubled syllable is a slip: no reduplication, no name, no meeting of two words (kiểm định định kỳ)."""
    first, second = block.words[i], block.words[i + 1]
    if len(first.text) == 1 or block.folded[i] in _reduplicated():
        return False
    if second.text[0].isupper() and (
        first.text[0].isupper() or block.low[i] not in _FUNCTION or block.low[i] in _NAMES
    ):
        return False
    if (
        not block.text[second.end : second.end + 1].isspace()
        and block.text[second.end : second.end + 1] in "-/"
    ):
        return False
    if (i and (block.low[i - 1], block.low[i]) in _WORDS) or _occasion(block, i):
        return False
    if i + 2 < len(block.low) and _meant_otherwise(block.low[i + 1], block.low[i + 2]):
        return False
    left = ngrams.bigram(block.low[i - 1], block.low[i]) if i else 0
    right = ngrams.bigram(block.low[i + 1], block.low[i + 2]) if i + 2 < len(block.low) else 0
    return not (left >= _STRONG and right >= _STRONG) or block.low[i] in _FUNCTION


def _meant_otherwise(word: str, following: str) -> bool:
    """Tell whether other marks make the second one fit what follows: `hệ thống thống tin` wants thông, not one syllable less."""
    if ngrams.bigram(word, following) >= _STRONG:
        return False
    return any(ngrams.bigram(form, following) >= _FITS for form, _ in other_marks(word))


def _occasion(block: BlockFacts, i: int) -> bool:
    """Tell whether the second of `nhân nhân` begins `nhân dịp`, `nhân ngày`: `doanh nhân nhân ngày 13/10`."""
    return block.low[i] == "nhân" and i + 2 < len(block.low) and block.low[i + 2] in {"dịp", "ngày", "kỷ"}


_WORDS = frozenset(
    [
        *(
            ("tiếp", "theo"),
            ("kèm", "theo"),
            ("kế", "theo"),
            ("chuyên", "môn"),
            ("bộ", "môn"),
            ("quà", "tặng"),
        ),
        *(("tiểu", "học"), ("trung", "học"), ("đại", "học"), ("trường", "học"), ("an", "toàn")),
    ]
)
"""Words whose last syllable is one by itself, with which the next phrase often begins: `năm tiếp theo theo quy định`."""
_FUNCTION = frozenset(
    [
        "và",
        "của",
        "các",
        "những",
        "với",
        "cho",
        "tại",
        "trong",
        "đã",
        "được",
        "là",
        "về",
        "theo",
        "do",
        "từ",
        "đến",
        "trên",
        "đối",
        "một",
        "này",
        "sẽ",
        "đang",
        "không",
        "bằng",
        "nhằm",
        "để",
        "bởi",
        "nếu",
        "thì",
        "mà",
        "việc",
    ]
)
"""Words without which no sentence goes: doubled, they are always a slip."""
_NAMES = frozenset({"các", "đối", "từ", "nếu", "bằng", "thì"})
"""Of these, the ones that may begin a name."""
_VERB = re.compile(
    r"[Tt]hực hiện (?:việc )?(?:triển khai|tổ chức)(?: việc)? thực hiện(?= )|[Tt]riển khai (?:việc )?(?:thực hiện|tổ chức)(?: việc)? triển khai(?= )",
    re.IGNORECASE,
)
_PROJECT = re.compile(r"(?:Dự án|dự án)(?: đầu tư)? xây dựng (?P<again>dự án)(?= )")
_NOW = re.compile(r"(?:Hiện nay|hiện nay)[^.;]{0,80}? (?P<again>hiện (?:đang|nay))\b")
_ABOUT = re.compile(r",? về (?:việc )?(?P<again>[^\W\d_]+(?: [^\W\d_]+)?)\b(?! số)")
_COUNT = re.compile(r": \d[\d.,]* ?[^\W\d_]+ (?P<again>[^\W\d_]+ [^;.,:()]+)")
_PERIOD = Pattern(
    r"(?:^|(?<=[.:;] ))Trong (?P<what>(?:năm|quý|tháng|6 tháng đầu năm|9 tháng đầu năm) [\dIVX/]+)\b",
    needs=("Trong ",),
)


def around(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield phrases repeated around a word: `thực hiện triển khai thực hiện`, `Kế hoạch số … về Kế hoạch thực hiện`."""
    text = block.text
    low_text = text.lower() if "hực hiện" in text or "riển khai" in text else ""
    if low_text.count("thực hiện") > 1 or low_text.count("triển khai") > 1:
        yield from (_again(m.start(), m.end(), m.group()) for m in _VERB.finditer(text))
    if "dự án" in text:
        yield from (_again(*m.span("again"), m["again"]) for m in _PROJECT.finditer(text))
    if "iện nay" in text:
        yield from (_again(*m.span("again"), m["again"]) for m in _NOW.finditer(text))
    yield from _named_twice(block)
    yield from _counted_twice(text)
    yield from _period_twice(text)


def _again(start: int, end: int, found: str) -> Hit:
    return Hit(start, end, {"found": found}, certainty="heuristic")


def _named_twice(block: BlockFacts) -> Iterator[Hit]:
    """Yield the kind of document told again as the subject of the citation: `Kế hoạch số … về Kế hoạch …`."""
    for citation in block.citations:
        kind = citation.type_text
        if (
            (
                kind
                and not citation.inherited
                and " " in kind
                and (match := _ABOUT.match(block.text, citation.subject_start))
            )
            and match["again"].lower() == kind.lower()
            and not block.quoted(match.start(), match.end())
        ):
            yield _again(*match.span("again"), match["again"])


def _counted_twice(text: str) -> Iterator[Hit]:
    """Yield what is counted, told before the colon and again behind the unit: `Thuốc nổ các loại: 12 kg thuốc nổ các loại`."""
    for match in _COUNT.finditer(text):
        before = text[: match.start()].lower()
        words = match["again"].rstrip().split(" ")
        for size in range(min(len(words), MAX_PHRASE), 1, -1):
            phrase = " ".join(words[:size])
            if before.endswith((f" {phrase.lower()}", f"- {phrase.lower()}")) or before == phrase.lower():
                start = match.start("again")
                yield _again(start, start + len(phrase), phrase)
                break


def _period_twice(text: str) -> Iterator[Hit]:
    """Yield `trong năm …` told again in the sentence that opens with it."""
    for match in _PERIOD.finditer(text):
        stop = text.find(". ", match.end())
        again = text.find(f"trong {match['what']}", match.end(), stop if stop >= 0 else len(text))
        if again >= 0 and not text[again + len(match["what"]) + 6 : again + len(match["what"]) + 7].isalnum():
            yield _again(again, again + len(match["what"]) + 6, text[again : again + len(match["what"]) + 6])
