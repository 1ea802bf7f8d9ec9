"""VH008: companies, posts, certificates and lists of programmes whose capitals differ from one place to the other."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from reportlint.checks.capitals.words import lowered, raised
from reportlint.knowledge.folding import fold_tone
from reportlint.letters import LOWER, UPPER
from reportlint.rule import Edit, Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.report import Report

_SYLLABLE = re.compile(r" ?([^\W_]+)")
_COMPANY_TYPES = frozenset("cổ phần tnhh trách nhiệm hữu hạn mtv một hai thành viên".split())  # noqa: SIM905
_POSTS = {
    "giám đốc": "Giám", "chủ tịch": "Chủ", "trưởng phòng": "Trưởng", "trưởng ban": "Trưởng", "bí thư": "Bí", "cục trưởng": "Cục",
    "vụ trưởng": "Vụ", "tổng giám": "Tổng", "chánh văn": "Chánh", "hiệu trưởng": "Hiệu", "chi cục": "Chi", "thủ tướng": "Thủ",
}  # fmt: skip
_LISTED = re.compile(rf"[^:;.\n]{{0,40}}: [{UPPER}][^:;.\n]{{8,200}}; (?P<small>[{LOWER}]\w+)")
"""A list of names behind the word for what they are, of which the second begins small."""
_COUNT = re.compile(r"(?:\d|[Cc]ác|[Hh]ai|[Bb]a|[Bb]ốn) \Z")
COMPARED = 6
"""How many syllables behind `Công ty` two names must share to be one company's."""
SHORTEST = 4
"""The same for a name that a mark ends."""
CERTIFICATE = 5
"""How many syllables behind `giấy phép`, `giấy chứng nhận` must agree."""


class Written(NamedTuple):
    """A name where it stands: its syllables with their offsets."""

    spans: tuple[tuple[int, int], ...]
    words: tuple[str, ...]


def differing(report: Report) -> Iterator[Hit]:
    """Yield names and posts whose capitals differ from the better or the more frequent writing."""
    text = report.document.text
    yield from _companies(report, text)
    yield from _posts(report, text)
    yield from _certificates(report, text)
    yield from _listed(report, text)


def _listed(report: Report, text: str) -> Iterator[Hit]:
    """Find the name that begins small in a list of names: `02 Chương trình: Xây dựng …; giảm nghèo …`."""
    for head in ("Chương trình", "Đề án", "Chiến lược", "Phong trào"):
        for at in _places(text, head):
            match = _LISTED.match(text, at + len(head)) if _COUNT.search(text, max(0, at - 5), at) else None
            if match and not report.facts.quoted(*match.span("small")):
                start, word = match.start("small"), match["small"]
                args = {"found": word, "right": raised(word), "word": word}
                yield Hit(start, start + len(word), args, (Edit(start, start + 1, word[0].upper()),))


def _syllables(text: str, at: int, most: int) -> tuple[Written, bool]:
    """Return up to `most` syllables from `at`, and whether a mark ends them earlier."""
    spans: list[tuple[int, int]] = []
    while len(spans) < most and (match := _SYLLABLE.match(text, at)):
        spans.append(match.span(1))
        at = match.end()
    return Written(tuple(spans), tuple(text[s:e] for s, e in spans)), len(spans) < most


def _places(text: str, piece: str) -> Iterator[int]:
    at = text.find(piece)
    while at >= 0:
        yield at
        at = text.find(piece, at + 1)


def _companies(report: Report, text: str) -> Iterator[Hit]:
    """Compare the writings of each company; that with a capital on its own name wins, else the more frequent."""
    groups: dict[str, dict[tuple[str, ...], list[Written]]] = defaultdict(lambda: defaultdict(list))
    for at in _places(text, "ông ty "):
        name, ended = _syllables(text, at + len("ông ty "), COMPARED)
        if len(name.words) >= (SHORTEST if ended else COMPARED) and not all(w.isupper() for w in name.words):
            groups[fold_tone(" ".join(name.words).lower())][name.words].append(name)
    for folded, forms in groups.items():
        if len(forms) < 2:
            continue
        own = next((i for i, s in enumerate(folded.split()) if s not in _COMPANY_TYPES), 0)
        best = max(forms, key=lambda f: (f[own][0].isupper(), len(forms[f]), f[0][0].islower()))
        for form, names in forms.items():
            for name in names if form != best else ():
                yield from _hit(report, name, best, forms[best][0])


def _hit(report: Report, name: Written, best: tuple[str, ...], other: Written) -> Iterator[Hit]:
    wrong = [k for k, (mine, right) in enumerate(zip(name.words, best, strict=True)) if mine[0] != right[0]]
    if not wrong:
        return
    start, end = name.spans[wrong[0]][0], name.spans[wrong[-1]][1]
    if report.facts.quoted(start, end):
        return
    edits = tuple(Edit(name.spans[k][0], name.spans[k][0] + 1, best[k][0]) for k in wrong)
    first, last = max(wrong[0] - 1, 0), min(wrong[-1] + 1, len(best) - 1)
    pieces = [_as(w, best[k]) if k in wrong else w for k, w in enumerate(name.words)]
    text = report.document.text
    there = other.spans[wrong[0]][0], other.spans[wrong[-1]][1]
    related = (
        Related(
            *there,
            Said(f"ở đây viết “{text[there[0] : there[1]]}”", f"written “{text[there[0] : there[1]]}” here"),
        ),
    )
    found = text[name.spans[first][0] : name.spans[last][1]]
    args = {"found": found, "right": " ".join(pieces[first : last + 1]), "word": name.words[wrong[0]]}
    yield Hit(start, end, args, edits, related)


def _as(word: str, model: str) -> str:
    return raised(word) if model[0].isupper() else lowered(word)


def _posts(report: Report, text: str) -> Iterator[Hit]:
    """Find `Phó giám đốc` where the report gives this post, or another one, its capital: `Phó Giám đốc`, `Phó Chủ tịch`."""
    small: list[Written] = []
    capital: list[Written] = []
    for at in _places(text, "Phó "):
        post, _ = _syllables(text, at + len("Phó "), 2)
        if " ".join(post.words).lower() in _POSTS and not post.words[0].isupper():
            (capital if post.words[0][0].isupper() else small).append(post)
    for post in small if capital else ():
        yield from _hit(report, post, (raised(post.words[0]), *post.words[1:]), capital[0])


def _certificates(report: Report, text: str) -> Iterator[Hit]:
    """Find `giấy phép …` in small letters where the same long name has its capital more often."""
    groups: dict[str, tuple[list[Written], list[Written]]] = defaultdict(lambda: ([], []))
    for piece in ("iấy chứng nhận ", "iấy phép "):
        for at in _places(text, piece):
            rest, _ = _syllables(text, at + len(piece), CERTIFICATE)
            if at and len(rest.words) == CERTIFICATE:
                name, _ = _syllables(text, at - 1, 1)
                groups[piece + " ".join(rest.words).lower()][text[at - 1] == "G"].append(name)
    for small, capital in groups.values():
        if len(capital) > 1 and len(small) < len(capital):
            for name in small:
                yield from _hit(report, name, capital[0].words, capital[0])
