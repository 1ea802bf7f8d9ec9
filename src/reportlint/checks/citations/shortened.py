"""Documents and offices named too shortly: numbers without symbol, papers without number, offices without their full name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.patterns import at_word, holds
from reportlint.rule import Edit, Hit, only_where

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.report import Report
    from reportlint.rule import Rule

_SHORT = re.compile(
    rf"(?P<type>{at_word('Kế hoạch|Quyết định|Nghị quyết|Chương trình|Công văn|Chỉ thị|Đề án|Kết luận')}) số (?P<number>\d{{1,4}})\b(?!\s?[-/.]\s?\w|[.,]\d|,? ?ngày)"
)

_BARE = re.compile(
    rf"(?P<type>{at_word('Nghị quyết|Chỉ thị|Kết luận')}) (?P<number>\d{{2,3}})\b(?!\s?[-/.]\s?\w|[.,]\d|,? ?ngày)"
)
"""The same without `số`: `Nghị quyết 57 của Bộ Chính trị`."""


def short_form_undeclared(report: Report, rule: Rule) -> Iterable[Hit]:
    """A number without symbol, `Kế hoạch số 25`, is declared once: `(sau đây gọi tắt là Kế hoạch số 25)`, or is of a document cited in full."""
    declared = {d.short.lower() for b in report.facts.blocks for d in b.definitions}
    numbers = {m.number for d in report.facts.cited for m in d.mentions}
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        if not report.in_body(block.start):
            continue
        found = [*_SHORT.finditer(facts.text)] if " số " in facts.text else []
        if holds(facts.text, ("quyết ", "thị ", "luận ")):
            found += _BARE.finditer(facts.text)
        for match in found:
            short = match.group().lower()
            if (
                short not in declared
                and match["number"].lstrip("0") not in numbers
                and not facts.quoted(*match.span())
            ):
                yield Hit(block.start + match.start(), block.start + match.end(), {"found": match.group()})


_NO_SYMBOL = re.compile(
    rf"(?P<type>{at_word('Kế hoạch|Quyết định|Nghị quyết|Công văn|Văn bản|Tờ trình|Báo cáo|Thông báo|Chỉ thị|Kết luận')}) số (?P<number>\d{{1,5}}),? (?=ngày \d)"
)


@only_where(" ngày ")
def number_without_symbol(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """A number and a day but no symbol between them: `Quyết định số 12 ngày 03/4/2020`."""
    for match in _NO_SYMBOL.finditer(block.text):
        end = match.end("number")
        if not block.quoted(match.start(), end):
            yield Hit(match.start(), end, {"found": block.text[match.start() : end]})


_DATELESS = re.compile(
    rf"(?:{at_word('Công văn|Văn bản|Tờ trình|Công điện', 'ác ', 'ng ', 'ệ ')}) +(?:năm \d{{4}}\b|ngày \d{{1,2}}/\d{{1,2}}/\d{{4}})"
)
_NUMBERLESS = re.compile(
    rf"(?P<type>{at_word('Quyết định|Nghị định|Thông tư|Chỉ thị|Nghị quyết', 'ác ', 'những ')}) (?:của )?(?P<of>Thủ tướng Chính phủ|Chính phủ|UBND tỉnh(?: [^\W\d]+){{0,3}}|Bộ trưởng [^\d.,;]{{3,40}}?)"
    r"(?: năm \d{4}(?=[,.; ])|(?=\s*$))"
)


def without_number(report: Report, rule: Rule) -> Iterable[Hit]:
    """A paper of one body cited with neither number nor full date: `Quyết định của UBND tỉnh … năm 2011`, `Văn bản năm 2026`."""
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        if not report.in_body(block.start) or block.kind == "table-cell":
            continue
        for match in _DATELESS.finditer(facts.text):
            if not facts.quoted(*match.span()):
                yield Hit(block.start + match.start(), block.start + match.end(), {"found": match.group()})
        for match in _NUMBERLESS.finditer(facts.text):
            if not facts.quoted(*match.span()) and not facts.text[: match.start()].rstrip().endswith(
                ("các", "những", "dự thảo")
            ):
                yield Hit(
                    block.start + match.start(),
                    block.start + match.end(),
                    {"found": match.group(), "type": match["type"]},
                )


_SHORT_OFFICE = re.compile(
    r"\bThủ tướng(?! Chính phủ| các| [A-ZĐ])(?= (?:phê duyệt|ban hành|giao|chỉ đạo|quyết định|ký|yêu cầu|xem xét|cho phép|về|tại))"
)


def short_office(report: Report, rule: Rule) -> Iterable[Hit]:
    """The office is named in full: Thủ tướng Chính phủ."""
    for block, facts in zip(report.document.blocks, report.facts.blocks, strict=True):
        if "Thủ tướng " in facts.text and report.in_body(block.start):
            for match in _SHORT_OFFICE.finditer(facts.text):
                if not facts.quoted(*match.span()):
                    at = block.start + match.end()
                    yield Hit(
                        block.start + match.start(),
                        at,
                        {"found": match.group()},
                        (Edit(at, at, " Chính phủ"),),
                    )
