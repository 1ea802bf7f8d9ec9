"""Capitals and the sentence: VH001 small letter at its start, VH002 capital inside it (nd30, PL II, mục I)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.checks.capitals import behind_marks, common_nouns, generic, lexicon
from reportlint.checks.capitals.words import gap, in_capitals, lowered, pair, raised
from reportlint.rule import Edit, Hit, only_where

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.rule import Rule

_AFTER_STOP = re.compile(r"[.?!] +(?=\w)")
_WORD = re.compile(r"[^\W\d_]+")
_SHORTENED = frozenset(
    """
    tp tx tt tr th ths gs ts pgs bs ks vd vv st no đc đt mst ctcp tnhh cp gđ pgđ hs sx kd co ltd inc
    etc
    """.split()  # noqa: SIM905
)
"""Short forms whose dot ends no sentence."""
_SKIPPED_KINDS = frozenset({"header", "footer"})
_CARRIERS = frozenset(
    [
        "tiếp tục",
        "thực hiện",
        "tăng cường",
        "tập trung",
        "chủ động",
        "khẩn trương",
        "công tác",
        "đẩy mạnh",
        "tích cực",
        "nhiệm vụ",
        "thường xuyên",
        "kịp thời",
    ]
)
"""Words that take a verb in small letters behind them."""
_UNNAMED_TYPES = frozenset({"quyết định", "công văn", "thông báo", "nghị quyết", "tờ trình", "văn bản"})
"""Types whose papers have a subject and no name."""
_ISSUED = frozenset(
    {
        "quyết định",
        "công văn",
        "thông báo",
        "nghị quyết",
        "tờ trình",
        "kế hoạch",
        "kết luận",
        "báo cáo",
        "giấy phép",
        "biên bản",
    }
)
"""Types of paper that are counted: `02 quyết định`."""
_DATED = frozenset(
    {
        "năm",
        "ngày",
        "tháng",
        "số",
        "quý",
        "khóa",
        "điều",
        "khoản",
        "mục",
        "lục",
        "bảng",
        "biểu",
        "mẫu",
        "phần",
        "chương",
        "nhóm",
        "án",
    }
)
_INDEFINITE = (
    " cụ thể",
    " chi tiết",
    " riêng",
    " phù hợp",
    " trước đây",
    " thay thế",
    " hiện hành",
    " của pháp luật",
    " pháp luật",
)
_DEPARTMENTS = re.compile(r"[Cc]ác (?P<word>Sở)(?=,? (?:[Bb]an|[Nn]gành)\b)")
_FIGURE = re.compile(r" [\d./,%]+ ")
_NUMBER_BEFORE = re.compile(r"[0-9]+ ?%? $")


@only_where(". ")
def start(block: BlockFacts, _rule: Rule) -> Iterable[Hit]:
    """Report a small letter behind the full stop of a sentence."""
    if block.kind in _SKIPPED_KINDS:
        return
    for match in _AFTER_STOP.finditer(block.text):
        word = _WORD.match(block.text, match.end())
        if (
            word is None
            or not word[0].islower()
            or len(word[0]) == 1
            or not _ends_sentence(block.text, match.start())
        ):
            continue
        if not block.quoted(word.start(), word.end()):
            edit = Edit(word.start(), word.start() + 1, word[0][0].upper())
            yield Hit(word.start(), word.end(), {"word": word[0], "right": raised(word[0])}, (edit,))


def _ends_sentence(text: str, at: int) -> bool:
    """Tell whether a mark stands behind a whole word in small letters, which no short form with a dot is."""
    start = at
    while start and text[start - 1].isalpha():
        start -= 1
    word = text[start:at]
    return len(word) > 1 and word.islower() and word not in _SHORTENED


def middle(block: BlockFacts, _rule: Rule) -> Iterable[Hit]:
    """Report a capital inside a sentence where the word names nothing."""
    if block.kind in _SKIPPED_KINDS or in_capitals(block):
        return
    yield from _departments(block)
    last = len(block.low) - 1
    for i in block.titled:
        if i in (0, last) or not _goes_on(block, i):
            continue
        found = _fault(block, i)
        if not found:
            continue
        word = block.words[i]
        if not block.quoted(word.start, word.end):
            args = {"word": word.text, "right": lowered(word.text), "after": found}
            edit = Edit(word.start, word.start + 1, word.text[0].lower())
            yield Hit(word.start, word.end, args, (edit,), cause="capital")


def _departments(block: BlockFacts) -> Iterable[Hit]:
    """Yield the capital of `các Sở, ban, ngành`, where no one department is meant."""
    if "ác Sở" in block.text:
        for match in _DEPARTMENTS.finditer(block.text):
            start, end = match.span("word")
            if not block.quoted(start, end):
                args = {"word": "Sở", "right": "sở", "after": "“các”"}
                yield Hit(start, end, args, (Edit(start, start + 1, "s"),), cause="capital")


def _goes_on(block: BlockFacts, i: int) -> bool:
    """Tell whether a word in small letters follows, directly or, in a clause behind a semicolon, behind a figure."""
    behind = gap(block, i + 1)
    if not block.written[i + 1].islower():
        return False
    return behind == " " or (gap(block, i) == "; " and _FIGURE.fullmatch(behind) is not None)


def _fault(block: BlockFacts, i: int) -> str:
    """Return what the capital wrongly stands behind; empty when it may be right."""
    between = gap(block, i)
    if block.folded[i] == "về" and (found := common_nouns.about(block, i)):
        return found
    if between == " ":
        if common_nouns.of_education(block, i):
            return "“trình độ”"
        return _behind_word(block, i) or common_nouns.behind_word(block, i)
    if behind := behind_marks.fault(block, i):
        return behind
    if (
        _NUMBER_BEFORE.search(between)
        and block.folded[i - 1] not in _DATED
        and between.lstrip(",;")[0] == " "
    ):
        return "số lượng" if _counted(block, i) else ""
    return ""


def _counted(block: BlockFacts, i: int) -> bool:
    here = pair(block, i)
    if here in lexicon.GENERIC | _ISSUED:
        return not behind_marks.name_follows(block, i) and block.written[i + 2 : i + 3] != ("số",)
    return here in generic.NOUNS and block.written[i - 1].islower() and not common_nouns.named(block, i)


def _behind_word(block: BlockFacts, i: int) -> str:
    before, here = block.folded[i - 1], pair(block, i)
    if here in lexicon.DOCUMENT_TYPES and _no_one_document(block, i):
        return f"“{block.text[block.start(max(i - 2, 0)) : block.end(i - 1)]}”"
    if here not in lexicon.VERBS:
        return ""
    if here in lexicon.SUBJECT_VERBS and _ends_body(block, i):
        return "tên cơ quan"
    if not block.written[i - 1].islower() or here in lexicon.DOCUMENT_TYPES:
        return ""
    if before == "về" or (before == "việc" and pair(block, i - 2) == "về việc"):
        return f"“{'về' if before == 'về' else 'về việc'}”"
    carrier = pair(block, i - 2)
    carries = carrier in _UNNAMED_TYPES or (carrier in _CARRIERS and not _in_name(block, i - 2))
    return f"“{carrier}”" if carries else ""


def _no_one_document(block: BlockFacts, i: int) -> bool:
    """Tell whether what follows shows that no one document is meant: `có Kế hoạch cụ thể`, `Quy định của pháp luật`."""
    if not block.written[i - 1].islower():
        return False
    behind = block.text[block.end(i + 1) : block.end(i + 1) + 14].lower()
    return behind.startswith(_INDEFINITE) and not behind.rstrip(".,;").endswith(" số")


def _ends_body(block: BlockFacts, i: int) -> bool:
    third = block.written[i + 2] if i + 2 < len(block.low) else ""
    if not third.islower() or third == "số":
        return False
    end = block.end(i - 1)
    return any(b.end == end for b in block.bodies)


def _in_name(block: BlockFacts, i: int) -> bool:
    """Tell whether word `i` belongs to a name: a capital stands up to three words before it."""
    for j in range(i, max(i - 3, 0), -1):
        if block.written[j][0].isupper():
            return True
        if gap(block, j) != " ":
            return False
    return False
