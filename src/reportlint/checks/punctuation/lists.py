"""How list items and paragraphs end."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from reportlint.checks.punctuation.item_marks import areas, bare_items
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
_SIGN = re.compile(r"\s*[-–+•*]\s")
_PROSE_END = re.compile(r"[^\W_][)”%²³]?$")
_FINITE = re.compile(
    r"\b(?:đã|được|là|có|phải|cần|đề nghị|yêu cầu|báo cáo|tổ chức|thực hiện|chỉ đạo|ban hành)\b"
)
_SENTENCE = re.compile(rf"[{LOWER}\d)”]\. [{UPPER}]")
_NOTHING = re.compile(r": (?P<answer>Không(?: có| phát sinh)?)$")
MIN_PROSE = 80
"""A shorter paragraph without an end mark may be a title, a caption or a cell (code points)."""
MIN_SINGLE = 110
"""A shorter one that ends in a semicolon may be an item (code points)."""
MIN_ITEMS = 3
_TITLES = (
    "Về việc",
    "V/v",
    "(",
    "Kính gửi",
    "Biểu",
    "Bảng",
    "Danh sách",
    "Danh mục",
    "Tổng hợp",
    "Đơn vị tính",
    "Ghi chú",
    "Nguồn",
)
"""What opens a subject, a caption or a note, which ends without a mark."""


def item_ends(report: Report, rule: Rule) -> Iterable[Hit]:
    """Yield an item that ends in a full stop although its list goes on and its other items end in semicolons, or in no mark."""
    for items in _lists(report):
        ends = [_end(report, b) for b in items]
        inner = ends[:-1]
        semicolons = inner.count(";")
        if len(items) < MIN_ITEMS or semicolons < 2 or len(inner) - semicolons > 1:
            continue
        for block, mark in zip(items[:-1], inner, strict=True):
            if mark in {".", ","}:
                end = block.start + len(report.document.block_text(block).rstrip())
                yield Hit(end - 1, end, {"found": mark}, (Edit(end - 1, end, ";"),))
    yield from bare_items(report)


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
    text = report.document.block_text(block).rstrip()
    return "…" if text.endswith("..") else text[-1:]


def paragraph_end(report: Report, rule: Rule) -> Iterable[Hit]:
    """Yield paragraphs of prose without an end mark, and single paragraphs that end in a semicolon though none of a list follows."""
    yield from _semicolons(report)
    yield from _nothing(report)
    for blocks in areas(report):
        for block, following in itertools.zip_longest(blocks, blocks[1:]):
            if block.end - block.start < MIN_PROSE or block.kind not in {"paragraph", "list-item"}:
                continue
            text = report.document.block_text(block).rstrip()
            below = report.document.block_text(following).lstrip() if following else ""
            if (
                len(text) < MIN_PROSE
                or not _PROSE_END.search(text)
                or below[:1].islower()
                or below[:1] in {"(", ";", ","}
            ):
                continue
            caption = following is not None and following.kind == "table-cell"
            if (
                not caption
                and not _NUMBERED.match(text)
                and not _SIGN.match(text)
                and _is_prose(report, block, text)
            ):
                width = len(re.split(r"\s", text)[-1])
                yield _end_hit(block, text, width, "colon" if text.endswith("như sau") else "")


def _nothing(report: Report) -> Iterator[Hit]:
    """Yield `Không có` that answers an item and ends without a full stop."""
    for block in report.outline.body_blocks:
        if block.kind == "table-cell" or "hông" not in (text := report.document.block_text(block)[-24:]):
            continue
        if match := _NOTHING.search(text.rstrip()):
            yield _end_hit(block, report.document.block_text(block).rstrip(), len(match["answer"]), "")


def _semicolons(report: Report) -> Iterator[Hit]:
    blocks = report.outline.body_blocks
    for i, block in enumerate(blocks):
        if block.end - block.start < MIN_SINGLE or block.kind not in {"paragraph", "list-item"}:
            continue
        text = report.document.block_text(block).rstrip()
        following = report.document.block_text(blocks[i + 1]).lstrip() if i + 1 < len(blocks) else ""
        if (
            not text.endswith(";")
            or len(text) < MIN_SINGLE
            or not following
            or not _starts_sentence(following)
        ):
            continue
        before = report.document.block_text(blocks[i - 1]).rstrip()[-1:] if i else ""
        if (
            before not in {";", ":"}
            and not text.lstrip().startswith(("Căn cứ", "Xét", "Theo"))
            and not following.rstrip().endswith(";")
            and not _ITEM.match(following)
            and not _ITEM.match(text)
        ):
            yield _end_hit(block, text, 1, "semicolon")


def _starts_sentence(text: str) -> bool:
    return bool(re.match(rf"[{UPPER}][{LOWER}]*", text)) and not _NUMBERED.match(text)


def _is_prose(report: Report, block: Block, text: str) -> bool:
    if block.kind == "heading" or report.document.styled("bold", block.start, block.start + 20):
        return False
    if text[-1] in ")”" and text[-2:-1] in {".", "!", "?"}:
        return False
    if text.isupper() or text.lstrip().startswith(_TITLES) or "\t" in text or "        " in text:
        return False
    return len(_FINITE.findall(text)) > (not _SENTENCE.search(text))


def _end_hit(block: Block, text: str, width: int, variant: str) -> Hit:
    end = block.start + len(text)
    mark = ":" if variant == "colon" else "."
    edit = Edit(end - 1, end, mark if variant == "semicolon" else text[-1] + mark)
    return Hit(
        end - width,
        end,
        {"found": text[-width:], "wanted": mark},
        (edit,),
        variant=variant,
        cause="sentence-end",
    )
