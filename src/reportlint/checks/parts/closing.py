"""The end of the body and the lines of its legal basis."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from reportlint.document import OUTSIDE
from reportlint.rule import Edit, Hit
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.document import Block
    from reportlint.report import Report
    from reportlint.rule import Rule

_NO_PROSE = OUTSIDE | {"footnote", "endnote", "table-cell"}
_BASIS = re.compile(r"\s*(?:[-–] )?(?:Căn cứ|Theo đề nghị|Xét đề nghị|Xét Tờ trình)\b")
_GOES_ON = re.compile(r"\s*(?:Thực hiện|Trên cơ sở) ")
"""Opens a paragraph that still says what the paper rests on."""
_MARK = re.compile(r"\s*(?P<mark>(?:[./;,:…]+\s?)*)$")
MAX_BEHIND = 6
"""Remarks such as (Kèm theo …) may follow the paragraph that closes the body."""


def _prose(report: Report) -> list[Block]:
    document = report.document
    return [
        b
        for b in report.outline.body_blocks
        if b.kind not in _NO_PROSE and any(c.isalpha() for c in document.text[b.start : b.end])
    ]


def missing(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a báo cáo without a closing sentence; mark the last word of the body."""
    outline = report.outline
    if (
        "closing" in outline.parts
        or report.identity.kind != "BC"
        or report.identity.ocr
        or "recipients" not in outline.parts
    ):
        return
    if blocks := _prose(report):
        text = report.document.block_text(blocks[-1]).rstrip()
        start = blocks[-1].start + len(text) - len(text.split()[-1])
        yield Hit(start, blocks[-1].start + len(text))


def mark(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a body that does not end with `./.`; mark what stands instead, or the last word."""
    outline, document = report.outline, report.document
    if "closing" not in outline.parts or not (outline.signature or "recipients" in outline.parts):
        return
    blocks = _prose(report)[-MAX_BEHIND:]
    texts = [document.block_text(b).rstrip() for b in blocks]
    if not blocks or any("./." in t for t in texts) or texts[-1].endswith(":"):
        return
    closing = outline.parts["closing"]
    block = document.block_at(closing.start) if document.block_at(closing.start) in blocks else blocks[-1]
    text = document.block_text(block).rstrip().rstrip("”\"'")
    found = _MARK.search(text)
    end = block.start + len(text)
    if found and found["mark"]:
        start = block.start + found.start("mark")
        yield Hit(start, end, {"found": found["mark"].strip()}, (Edit(start, end, "./."),))
    else:
        start = block.start + text.rfind(" ") + 1
        yield Hit(start, end, {"found": document.text[start:end]}, (Edit(end, end, "./."),), variant="none")


def party_mark(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report `./.` at the end of a Party paper, which ends with a full stop."""
    for block in _prose(report)[-MAX_BEHIND:]:
        text = report.document.block_text(block).rstrip()
        if text.endswith("./."):
            end = block.start + len(text)
            yield Hit(end - 3, end, {}, (Edit(end - 3, end, "."),))


_PHRASES = (
    (re.compile(r"Trên đây(?P<gap> +)(?:báo cáo|kế hoạch|kết quả|tờ trình)\b", re.IGNORECASE), " là "),
    (re.compile(r"\b[Kk]ính báo(?P<gap> đến)(?= (?:Bộ|Sở|UBND|Ủy ban|Uỷ ban|Quý|lãnh đạo) )"), " cáo"),
)
"""Fixed phrases of the closing with a word left out, and what belongs into the gap."""


def wording(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report a closing that leaves a word out of a fixed phrase: `Trên đây báo cáo`, `kính báo đến`."""
    text = report.document.text
    for block in _prose(report)[-MAX_BEHIND:] if "closing" in report.outline.parts else ():
        for pattern, word in _PHRASES:
            for match in pattern.finditer(text, block.start, block.end):
                low, high = match.span("gap")
                expected = text[match.start() : low] + word + text[high : match.end()]
                args = {"found": match.group(), "expected": expected}
                yield Hit(match.start(), match.end(), args, (Edit(low, high, word),))


def legal_basis(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report lines of a list of legal bases, all but the last, that do not end with a semicolon."""
    document, outline = report.document, report.outline
    first = outline.sections[0].block if outline.sections else outline.body[0] + 15
    blocks = [
        b
        for b in document.blocks[outline.body[0] : min(first, outline.body[0] + 15)]
        if b.kind not in _NO_PROSE
    ]
    for block, below in pairwise(blocks):
        text = document.block_text(block).rstrip()
        last = _BASIS.match(text) and not _BASIS.match(document.block_text(below))
        if (
            last
            and text.endswith(";")
            and _BASIS.match(document.block_text(blocks[0]))
            and block is not blocks[0]
            and not _GOES_ON.match(document.block_text(below))
        ):
            at = block.start + len(text) - 1
            yield Hit(at, at + 1, {"found": ";"}, (Edit(at, at + 1, "."),), variant="last")
        if not (_BASIS.match(text) and _BASIS.match(document.block_text(below))) or text.endswith((";", ":")):
            continue
        end = block.start + len(text)
        if text[-1] in ".,":
            yield Hit(end - 1, end, {"found": text[-1]}, (Edit(end - 1, end, ";"),))
        else:
            start = block.start + text.rfind(" ") + 1
            yield Hit(start, end, {"found": document.text[start:end]}, (Edit(end, end, ";"),), variant="none")


IN_ENGLISH = {"ngày": "day", "tháng": "month", "năm": "year"}


def to_fill(report: Report, rule: Rule) -> Iterable[Hit]:
    """List what a draft leaves blank: the number, the day, the month."""
    text = report.document.text
    if (span := report.outline.parts.get("number_symbol")) and (
        match := re.match(r"S[ốÓ]\s*:?\s*[.…_]*\s*/", text[span.start : span.end])
    ):
        yield Hit(span.start, span.start + match.end(), {"part": Said("số", "number")})
    if span := report.outline.parts.get("place_date"):
        for match in re.finditer(r"(?P<word>ngày|tháng)[\s.…_]+(?=tháng|năm)", text[span.start : span.end]):
            yield Hit(
                span.start + match.start(),
                span.start + match.end(),
                {"part": Said(match["word"], IN_ENGLISH[match["word"]])},
            )
