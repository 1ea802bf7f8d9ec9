"""DC032: marks before what they cannot part: a bracket, the object of a verb, an ellipsis."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportlint.facts.block import BlockFacts
from reportlint.rule import Edit, Hit, Rule, only_where

_BRACKET = re.compile(r" \((?<=\w[,;:]..)(?!(?:\d{1,2}|[ivx]{1,4}|[a-zđ])\))")
_LEADS_IN = re.compile(r"(?:như sau|gồm|gồm có|gửi|sau đây)$")
_COMMA = re.compile(
    r", (?=(?P<next>Luật|Bộ luật|Nghị định|Nghị quyết|Quyết định|Thông tư|Chỉ thị|Kế hoạch|Công văn|Kết luận|Hướng dẫn|do)(?!\w))"
)
_VERB = re.compile(r"(?<!\w)(?<!, )(?:Thực hiện|Triển khai|Căn cứ|Theo)\Z")
_CAUSE = re.compile(r"(?<!\w)Nguyên nhân\Z")
_ELLIPSIS = re.compile(r"; (?<=\w..)(?=…|\.{3})")


@only_where(" (", ", ", "; ")
def misplaced(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield such marks; `gồm: (Có danh sách kèm theo)` and `; (2) …` are right."""
    text = block.text
    for match in _BRACKET.finditer(text):
        at = match.start() - 1
        if not _LEADS_IN.search(text, 0, at):
            yield from _hit(block, (at, match.end()), at)
    for match in _COMMA.finditer(text):
        at = match.start()
        lead = _CAUSE if match["next"] == "do" else _VERB
        if found := lead.search(text, max(0, at - len("Nguyên nhân, ")), at):
            yield from _hit(block, (found.start(), match.end("next")), at, "object")
    for match in _ELLIPSIS.finditer(text):
        yield from _hit(block, (match.start(), match.end() + 1), match.start(), "ellipsis")


def _hit(block: BlockFacts, span: tuple[int, int], at: int, variant: str = "") -> Iterable[Hit]:
    """Make the hit for the mark at `at`, unless it stands in a quotation."""
    if not block.quoted(at, at + 1):
        end = at + 2 if variant == "ellipsis" else at + 1
        args = {"found": block.text[slice(*span)], "mark": block.text[at]}
        yield Hit(*span, args, (Edit(at, end, ""),), variant=variant)
