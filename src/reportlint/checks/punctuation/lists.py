"""How list items and paragraphs end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportlint.document import Block
from reportlint.letters import LOWER, UPPER
from reportlint.report import Report
from reportlint.rule import Edit, Hit, Rule

_ITEM = re.compile(
    r"\s*(?:(?P<sign>[-–+•*])\s|(?P<letter>[a-zđ]\))\s|(?P<number>\(?\d{1,2}[.)]|\([ivx]+\))\s)"
)
_NUMBERED = re.compile(
    r"\s*(?:[IVX]{1,5}\s?[.)/-]|\d{1,2}(?:\.\d{1,2})*[.)]?\s|[a-zđ]\d?[.)]|Phần|PHẦN|Chương|Mục|Điều|Phụ lục|PHỤ LỤC|Biểu|Bảng|Hình|Ví dụ)"
)
_PROSE_END = re.compile(rf"[{LOWER}\d%)”]$")
_FINITE = re.compile(
    r"\b(?:đã|được|là|có|phải|cần|đề nghị|yêu cầu|báo cáo|tổ chức|thực hiện|chỉ đạo|ban hành)\b"
)
MIN_PROSE = 110
"""A shorter paragraph without an end mark may be a title, a caption or a cell (code points)."""
MIN_ITEMS = 3


def item_ends(report: Report, rule: Rule) -> Iterable[Hit]:
    """Yield an item that ends in a full stop, or in nothing, although its list goes on and its other items end in semicolons."""
    for items in _lists(report):
        ends = [_end(report, b) for b in items]
        inner = ends[:-1]
        semicolons = inner.count(";")
        if len(items) < MIN_ITEMS or semicolons < 2 or len(inner) - semicolons > 1:
            continue
        for block, mark in zip(items[:-1], inner, strict=True):
            if mark in {".", ","} or (mark.isalpha() and mark.islower()):
                yield _item_hit(report, block, mark)


def _item_hit(report: Report, block: Block, mark: str) -> Hit:
    end = block.start + len(report.document.block_text(block).rstrip())
    if mark.isalpha():
        start = report.document.text.rfind(" ", block.start, end) + 1
        return Hit(
            start, end, {"found": report.document.text[start:end]}, (Edit(end, end, ";"),), variant="none"
        )
    return Hit(end - 1, end, {"found": mark}, (Edit(end - 1, end, ";"),))


def _lists(report: Report) -> Iterator[list[Block]]:
    """Yield runs of items with one kind of sign; items of several sentences end a run, for they end as paragraphs do."""
    run: list[Block] = []
    kind: str | None = None
    for block in report.outline.body_blocks:
        text = report.document.block_text(block)
        match = _ITEM.match(text)
        this = match and (match["sign"] or match.lastgroup)
        if (
            block.kind in {"footnote", "table-cell", "heading"}
            or not match
            or _sentences(text[match.end() :])
            or (run and this != kind)
        ):
            if run:
                yield run
            run = []
        if (
            match
            and block.kind not in {"footnote", "table-cell", "heading"}
            and not _sentences(text[match.end() :])
        ):
            kind = this
            run.append(block)
    if run:
        yield run


def _sentences(text: str) -> bool:
    return bool(re.search(rf"[{LOWER}\d)”]\. [{UPPER}]|:$", text.rstrip()))


def _end(report: Report, block: Block) -> str:
    return report.document.block_text(block).rstrip()[-1:]


def paragraph_end(report: Report, rule: Rule) -> Iterable[Hit]:
    """Yield paragraphs of prose without an end mark, and single paragraphs that end in a semicolon though none of a list follows."""
    blocks = report.outline.body_blocks
    torn = report.document.format == "pdf" or report.identity.ocr
    for i, block in enumerate(blocks):
        if block.kind not in {"paragraph", "list-item"}:
            continue
        text = report.document.block_text(block).rstrip()
        following = report.document.block_text(blocks[i + 1]).lstrip() if i + 1 < len(blocks) else ""
        if len(text) < MIN_PROSE or following[:1].islower() or following.startswith(("(", ";", ",")):
            continue
        if text.endswith(";"):
            before = report.document.block_text(blocks[i - 1]).rstrip()[-1:] if i else ""
            if (
                before not in {";", ":"}
                and not text.lstrip().startswith(("Căn cứ", "Xét", "Theo"))
                and not following.rstrip().endswith(";")
                and following
                and not _ITEM.match(following)
                and not _ITEM.match(text)
                and _starts_sentence(following)
            ):
                yield _end_hit(block, text, 1, "semicolon")
        elif (
            not torn
            and _PROSE_END.search(text)
            and not _NUMBERED.match(text)
            and _is_prose(report, block, text)
        ):
            yield _end_hit(
                block, text, len(re.split(r"\s", text)[-1]), "colon" if text.endswith("như sau") else ""
            )


def _starts_sentence(text: str) -> bool:
    return bool(re.match(rf"[{UPPER}][{LOWER}]*", text)) and not _NUMBERED.match(text)


def _is_prose(report: Report, block: Block, text: str) -> bool:
    if block.kind == "heading" or report.document.styled("bold", block.start, block.start + 20):
        return False
    if text[-1] in ")”" and text[-2:-1] in {".", "!", "?"}:
        return False
    return len(_FINITE.findall(text)) > 1


def _end_hit(block: Block, text: str, width: int, variant: str) -> Hit:
    end = block.start + len(text)
    mark = ":" if variant == "colon" else "."
    edit = Edit(end - 1, end, mark) if variant == "semicolon" else Edit(end, end, mark)
    return Hit(
        end - width,
        end,
        {"found": text[-width:], "wanted": mark},
        (edit,),
        variant=variant,
        cause="sentence-end",
    )
