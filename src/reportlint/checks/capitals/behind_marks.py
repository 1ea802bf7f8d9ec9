"""VH002: what a capital behind a mark inside a sentence may mean: behind a comma, a semicolon, a bracket, a run-in number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.checks.capitals import common_nouns, generic, lexicon
from reportlint.checks.capitals.words import gap, pair
from reportlint.knowledge import ngrams
from reportlint.letters import LOWER

if TYPE_CHECKING:
    from reportlint.facts.block import BlockFacts

_ADVERBIALS = frozenset(
    """
    qua đồng ngoài bên tuy do vì từ theo trong trên tại đến nhưng khi
    """.split()  # noqa: SIM905
)
"""A comma before these stands for a full stop: punctuation, not a capital, is wrong there."""
_OPENING = lexicon.VERBS | lexicon.GENERIC | {"đồng thời", "tuy nhiên"}
"""First two syllables of clauses behind a semicolon."""
_NAMING = lexicon.SPECIAL_SYLLABLES | frozenset(
    """
    ủy uỷ hội trung văn chi cục tổng viện tòa toà ngân đoàn liên mặt thanh quân cảnh chủ bí giám phó trưởng chánh ông bà
    đồng thủ tổ đội quỹ báo đài tạp cổng trang hợp doanh tập giải cúp huân huy bằng cờ kỷ danh chiến anh lễ tết tuần tháng
    tuyên ngày phong cuộc chương dự đề kế quyết nghị thông chỉ pháp hiến hiệp học trạm bệnh thư phụ mẫu biểu bản quy giấy tờ công
    """.split()  # noqa: SIM905
)
"""First syllables of names of bodies, posts, papers, events and awards."""
_MARKS_GIVEN = frozenset({"chưa hoàn", "chưa đạt"})
"""What a pupil or an officer is rated: `Hoàn thành 44%; Chưa hoàn thành 1%`."""
FEW = 2
"""So many capitals behind semicolons, and no small letter, are no way to write a list."""
_OF_BODIES = frozenset({("tỉnh",), ("huyện",), ("thành",), ("sở",), ("bộ",), ("chính",), ("quận",), ("thị",)})
"""What follows `Thanh tra` where it names a body."""
_OPENERS = {
    "trong đó": 2,
    "cụ thể": 2,
    "ngoài ra": 2,
    "tuy nhiên": 2,
    "hiện nay": 2,
    "do đó": 2,
    "vì vậy": 2,
    "bên cạnh": 3,
}
"""Adverbials that open a sentence, by their first two syllables: how many they have."""
_AREAS = frozenset({"khu", "cụm", "bộ", "nhóm", "hiệp", "ban", "sở", "phòng"})
_REMARKS = frozenset({"có", "kèm", "nay", "gồm", "trừ"})
"""What begins a remark at the end of a sentence: `(có danh sách kèm theo)`."""
WORD = 30
"""How often legal texts must have two syllables together before these are a word."""
_SMALL_ITEM = re.compile(rf"\([ivx]{{1,4}}\) [{LOWER}]")


def fault(block: BlockFacts, i: int) -> str:
    """Return the mark that the capital of word `i` wrongly stands behind; empty when it stands behind none, or may be right."""
    between = gap(block, i)
    if between == ") " and block.folded[i - 1] in lexicon.ROMAN and gap(block, i - 1).endswith("("):
        return f"“({block.folded[i - 1]})”" if _small_elsewhere(block, i) else ""
    for ending, name, is_wrong in _MARKS:
        if between.endswith(ending):
            return name if is_wrong(block, i) else ""
    return ""


def name_follows(block: BlockFacts, i: int) -> bool:
    """Tell whether one of the next three words has a capital, so that the word may head a name."""
    for j in range(i + 1, min(i + 4, len(block.low))):
        if gap(block, j) != " ":
            return False
        if block.written[j][0].isupper():
            return True
    return False


def _behind_comma(block: BlockFacts, i: int) -> bool:
    first, here = block.folded[i], pair(block, i)
    if i == _OPENERS.get(pair(block, 0)):
        plain = first in generic.SUBJECTS or _is_plain(block, i)
        return plain and first not in _AREAS and not name_follows(block, i)
    if _names_something(block, i):
        return False
    if first in lexicon.FUNCTION_WORDS:
        return first not in _ADVERBIALS
    if common_nouns.behind_comma(block, i, starts_small=_clause_starts_small(block, i - 1)):
        return True
    if here not in lexicon.VERBS or here in lexicon.DOCUMENT_TYPES or not block.written[i - 1].islower():
        return False
    return _clause_starts_small(block, i - 1) or _pairs_verbs(block, i)


def _names_something(block: BlockFacts, i: int) -> bool:
    """Tell whether a verb names an award, a field or a body: `Cờ thi đua, Bằng khen`, `Thi đua, Khen thưởng`, `, Thanh tra tỉnh`."""
    here = pair(block, i)
    if here == "khen thưởng":
        return pair(block, i - 2) == "thi đua"
    return here == "bằng khen" or (here == "thanh tra" and block.folded[i + 2 : i + 3] in _OF_BODIES)


def _pairs_verbs(block: BlockFacts, i: int) -> bool:
    """Tell whether a verb in small letters stands before the comma: `tổ chức quán triệt, Triển khai`."""
    return i > 1 and block.written[i - 2].islower() and pair(block, i - 2) in lexicon.VERBS


def _clause_starts_small(block: BlockFacts, i: int) -> bool:
    """Tell whether the piece that ends with word `i` begins with a small letter, so that no list of names runs here."""
    while i > 0 and gap(block, i) == " ":
        i -= 1
    return block.written[i].islower()


def _behind_semicolon(block: BlockFacts, i: int) -> bool:
    first, here = block.folded[i], pair(block, i)
    if here in _MARKS_GIVEN:
        return False
    if first == "chưa":  # begins a clause and never a name, however the other clauses of its list begin
        return not name_follows(block, i)
    if here in lexicon.DOCUMENT_TYPES and (
        first != "văn" or block.text[block.end(i + 1) :].startswith(" số")
    ):
        return False
    if (
        here not in _OPENING
        and first not in lexicon.FUNCTION_WORDS
        and not common_nouns.behind_semicolon(block, i)
        and not _is_plain(block, i)
    ):
        return False
    verb = here in lexicon.VERBS - lexicon.DOCUMENT_TYPES and here != "tổ chức" and _are_clauses(block.text)
    if (name_follows(block, i) and not verb) or gap(block, i + 2)[:2].strip().isdigit():
        return False
    return _is_odd_in_list(block.text, here, named=first in _NAMING)


def _is_odd_in_list(text: str, here: str, *, named: bool) -> bool:
    """Tell whether a capital on two words behind a semicolon differs from the other clauses of its paragraph."""
    if _are_clauses(text) and (here in lexicon.VERBS - lexicon.SPECIAL or not named):
        return True
    capitals, small = _items(text)
    if small and f" {here} " in text and not named and here not in lexicon.SPECIAL:
        return True  # the same words are small elsewhere in the paragraph
    return capitals <= small + 1 if small else capitals <= FEW


def _are_clauses(text: str) -> bool:
    """Tell whether semicolons part clauses: no colon before the first of them opens a list."""
    return ":" not in text[: text.find(";")]


def _is_plain(block: BlockFacts, i: int) -> bool:
    """Tell whether a word of legal texts begins here, and nothing that bodies, papers, posts or events begin with."""
    if pair(block, i) in lexicon.SPECIAL or block.folded[i] in _NAMING:
        return False
    return ngrams.bigram(block.folded[i], block.folded[i + 1]) >= WORD


def _in_bracket(block: BlockFacts, i: int) -> bool:
    """Tell whether a clause or a common noun begins a bracket in mid-sentence; a bracket that holds a sentence may have a capital."""
    end = block.text.find(")", block.words[i].end)
    if block.folded[i] in _REMARKS and end >= 0 and block.text[: block.start(i) - 1].strip():
        return True
    if end < 0 or block.text[end - 1] in ".;" or end == len(block.text.rstrip(" .;:,")) - 1:
        return False
    if block.folded[i] in lexicon.FUNCTION_WORDS:
        return True
    return pair(block, i) in generic.NOUNS and not common_nouns.named(block, i)


def _small_elsewhere(block: BlockFacts, i: int) -> bool:
    """Tell whether items of a run-in list `(i) …; (ii) …` begin with small letters, and this one does not head a name."""
    if pair(block, i) in lexicon.DOCUMENT_TYPES and block.text[block.words[i + 1].end :].startswith(
        (" số", " của")
    ):
        return False
    if pair(block, i) in lexicon.SPECIAL or name_follows(block, i):
        return False
    return _SMALL_ITEM.search(block.text) is not None


def _items(text: str) -> tuple[int, int]:
    """Count list items with a capital and with a small letter: behind semicolons, and behind the colon that opens the list."""
    marks = re.findall(r"[;:] +([^\W\d_])", text)
    return sum(1 for c in marks if c.isupper()), sum(1 for c in marks if c.islower())


_MARKS = (
    (", ", "dấu phẩy", _behind_comma),
    ("; ", "dấu chấm phẩy", _behind_semicolon),
    (" (", "dấu ngoặc đơn", _in_bracket),
)
"""Marks behind which a sentence goes on: how they end what stands before a word, their name, when a capital is wrong there."""
