"""Annexes: announced in the body, there behind the signature, numbered in Roman."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.outline.sections import to_roman
from reportlint.rule import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.report import Report
    from reportlint.rule import Rule

_ANNOUNCED = re.compile(
    r"phụ lục|biểu|bảng|danh (?:sách|mục)|(?:kèm|đính) (?:theo|kèm)|gửi kèm", re.IGNORECASE
)
_NUMBERED = re.compile(r"(?P<word>[Pp]hụ lục|PHỤ LỤC)\s+(?:số\s+)?(?P<number>\d{1,2})(?![\d./-])")
_ANY = re.compile(
    r"[Pp]hụ lục(?:\s+(?:số\s+)?(?:\d{1,2}|[IVX]{1,4})\b)?(?P<attached>[^.;\n]{0,25}?(?:kèm theo|đính kèm))?"
)
_FOREIGN = re.compile(
    r"\s*(?:,|ban hành|của|kèm theo|tại|thuộc|và|\(|[\w ]{0,30})*?\s*(?:Nghị định|Thông tư|Quyết định|Công văn|Nghị quyết|Kế hoạch|Luật|Hướng dẫn|Văn bản|Hợp đồng)"
)
NEAR = 60


def _own(text: str, end: int) -> bool:
    """Tell whether an annex named is the report's own: no other document follows that it could belong to."""
    after = re.split(r"[.;\n]", text[end : end + NEAR], maxsplit=1)[0]
    return not _FOREIGN.match(after)


def not_announced(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report annexes of which the body says nothing; mark the first line of the first."""
    outline, document = report.outline, report.document
    if outline.annex is None or not document.block_text(
        document.blocks[outline.annex]
    ).strip().upper().startswith("PHỤ LỤC"):
        return
    if any(_ANNOUNCED.search(document.block_text(b)) for b in outline.body_blocks if b.kind != "table-cell"):
        return
    block = document.blocks[outline.annex]
    text = document.block_text(block).strip()[:40]
    start = document.text.find(text, block.start)
    yield Hit(start, start + len(text), {"found": text})


def missing(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report own annexes announced as attached where nothing follows the signature; they may be files of their own."""
    outline, document = report.outline, report.document
    if outline.annex is not None or report.identity.kind != "BC" or not outline.signature:
        return
    for block in outline.body_blocks:
        text = document.block_text(block)
        if "hụ lục" not in text:
            continue
        for match in _ANY.finditer(text):
            if match["attached"] and "ban hành" not in match["attached"] and _own(text, match.end()):
                yield Hit(block.start + match.start(), block.start + match.end(), {"found": match.group()})


def numbering(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report Arabic numbers of two or more own annexes."""
    found = list(_numbered(report))
    if len({number for *_, number in found}) < 2:
        yield from _single(found)
        return
    for start, match, number in found:
        expected = f"{match['word']} {to_roman(number)}".replace("phụ lục", "Phụ lục")
        edit = Edit(start, start + len(match.group()), expected)
        yield Hit(start, start + len(match.group()), {"found": match.group(), "expected": expected}, (edit,))


def _single(found: list[tuple[int, re.Match[str], int]]) -> Iterator[Hit]:
    """An annex that stands alone needs no number: `Phụ lục 01`."""
    for start, match, number in found:
        if number == 1:
            end = start + len(match.group())
            edit = Edit(start, end, match["word"])
            yield Hit(start, end, {"found": match.group()}, (edit,), variant="single", certainty="heuristic")


def _numbered(report: Report) -> Iterator[tuple[int, re.Match[str], int]]:
    document = report.document
    blocks = list(report.outline.body_blocks)
    if report.outline.annex is not None:
        blocks += document.blocks[report.outline.annex :]
    for block in blocks:
        text = document.block_text(block)
        if "hụ lục" in text or "PHỤ LỤC" in text:
            for match in _NUMBERED.finditer(text):
                if _own(text, match.end()) and int(match["number"]):
                    yield block.start + match.start(), match, int(match["number"])
