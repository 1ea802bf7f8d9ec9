"""VH012: one unit with and without the capital of its type: `Phòng CNTT`, `phòng CNTT`; in a department, `Sở`, `sở`."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from reportlint.checks.capitals.words import gap
from reportlint.rule import Edit, Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.facts.block import BlockFacts, Word
    from reportlint.report import Report
    from reportlint.rule import Rule

_TYPES = frozenset({"phòng", "sở", "ban", "cục", "khoa", "văn", "trung", "tổ", "đoàn"})
_SET_UP = {
    "tổ": {"công tác", "kiểm tra", "thẩm định", "giúp việc"},
    "đoàn": {"kiểm tra", "công tác", "thanh tra", "giám sát"},
}
"""Bodies set up for one task, which stand alone for the one that is meant."""
_SECONDS = {"văn": "phòng", "trung": "tâm"}
_NOT_ONE = frozenset({"các", "những", "mỗi", "từng", "hai", "ba", "nhiều", "mọi", "trưởng", "phó", "chánh"})
"""Words before a type that make several of it, or a post: `các phòng`, `trưởng phòng`."""
_ANY = frozenset({"lập", "một", "theo", "thành"})
"""Words before a body set up for one task that leave open which: `thành lập tổ công tác`, `một tổ công tác`."""
_OWNED = frozenset({"đạo", "đốc", "thuộc", "của", "toàn", "phòng", "tại", "do", "cho", "tra"})
"""Words before the department itself: lãnh đạo Sở, Giám đốc Sở, thuộc Sở, toàn Sở, Văn phòng Sở, Thanh tra Sở."""
_BEHIND_OWN = frozenset({"và", "đã", "để", "có", "sẽ", "tổ", "theo", "về"})
"""Words that go on with the sentence behind the department itself, and do not name another: `Sở đã`, not `Sở Xây dựng`."""
_LEAST = 2
"""How often the capital must stand before the small letter is a slip."""


def small(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report a unit named by its abbreviation, and the department itself, in small letters where the report has capitals elsewhere."""
    capitals: dict[str, list[int]] = defaultdict(list)
    smalls: list[tuple[str, Word, int]] = []
    department = report.outline.text("issuing_body").startswith("SỞ")
    first, last = report.outline.body
    for block in report.document.blocks[first:last]:
        facts = report.facts.blocks[block.index]
        for i in facts.where(_TYPES):
            word = facts.words[i]
            key = _unit(facts, i) or ("sở" if department and _is_own(facts, i) else "")
            if not key or (word.text.isupper() and len(word.text) > 1):
                continue
            if word.text[0].isupper():
                if i:
                    capitals[key].append(block.start + word.start)
            elif not facts.quoted(word.start, word.end):
                smalls.append((key, word, block.start))
    yield from _slips(capitals, smalls)


def _slips(capitals: dict[str, list[int]], smalls: list[tuple[str, Word, int]]) -> Iterator[Hit]:
    for key, word, base in smalls:
        if len(capitals[key]) < (_LEAST if key == "sở" else 1):
            continue
        start, end, other = base + word.start, base + word.end, capitals[key][0]
        right = word.text[0].upper() + word.text[1:]
        related = Related(other, other + len(word.text), Said(f"ở đây viết “{right}”", f"“{right}” here"))
        args = {"found": f"{word.text} {key.partition(' ')[2]}".strip(), "right": right}
        yield Hit(start, end, args, (Edit(start, start + 1, right[0]),), (related,), cause="capital")


def _unit(facts: BlockFacts, i: int) -> str:
    """Return type and abbreviation of the one unit named at word `i`; empty when it is none, or one of several."""
    folded, last = facts.folded, len(facts.words) - 1
    before = folded[i - 1] if i and gap(facts, i) == " " else ""
    if kinds := _SET_UP.get(folded[i]):
        name = " ".join(folded[i + 1 : i + 3])
        return f"{folded[i]} {name}" if name in kinds and before not in _NOT_ONE | _ANY else ""
    at = i
    if second := _SECONDS.get(folded[i]):
        if i == last or folded[i + 1] != second or gap(facts, i + 1) != " ":
            return ""
        at = i + 1
    if at == last or gap(facts, at + 1) != " " or before in _NOT_ONE:
        return ""
    name = facts.words[at + 1].text
    return f"{folded[i]} {name}" if len(name) > 1 and name.isupper() else ""


def _is_own(facts: BlockFacts, i: int) -> bool:
    """Tell whether `sở` stands alone for the department that writes: behind a word that owns it, before no name."""
    if facts.folded[i] != "sở" or not i or gap(facts, i) != " " or facts.folded[i - 1] not in _OWNED:
        return False
    last = i + 1 == len(facts.words)
    return last or gap(facts, i + 1) != " " or facts.folded[i + 1] in _BEHIND_OWN
