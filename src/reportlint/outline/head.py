"""The head: national name to addressee, in every order that two columns, tables and OCR leave it in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlint.document import OUTSIDE, Span
from reportlint.letters import UPPER
from reportlint.outline.kinds import kind_of_title
from reportlint.patterns import is_typed_line

if TYPE_CHECKING:
    from reportlint.document import Block, Document

MAX_HEAD_BLOCKS = 45
"""The kind title stands among the first blocks, or the paper has none (công văn)."""
NATIONAL_NAME = re.compile(
    r"C[ỘOÔ]NG\s+H\w+\s+X\w+\s+H\w+\s+CH\w+\s+NGH\w+\s+VI\w+(?:\s+N\w+)?", re.IGNORECASE
)
MOTTO = re.compile(r"Đ?[ộôo]c\s+lập\s*\S{0,3}\s*Tự\s+do\s*\S{0,3}\s*Hạnh\s+phúc\.?", re.IGNORECASE)
PARTY_NAME = re.compile(r"ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM")
UNION_NAME = re.compile(r"(?<!\S)(?<!\S )ĐOÀN\s+(?:TNCS|THANH\s+NIÊN\s+CỘNG\s+SẢN)\s+HỒ\s+CHÍ\s+MINH(?! ?\S)")
"""Stands alone where papers of the State have the national name; within a longer line it is part of a body's name."""
NUMBER = re.compile(
    r"(?<!\w)S[ốôÓ]\s*:?\s*[\w.…@ \t]{0,20}?\s*[-/–]\s*(?:(?:19|20)[0-9]{2}\s?/\s?)?[A-ZĐa-z][\w&.]*(?:\s?[-/–]\s?[\w&]+)*"
)
PLACE_DATE = re.compile(
    rf"(?<![\w/-])(?P<place>(?:TP\.? ?)?[{UPPER}][\w.'’]*(?:(?: | - )[{UPPER}0-9][\w'’]*){{0,5}})\s*(?P<comma>,?)\s*ngày(?P<day>[^\n,;]{{0,14}}?)\s*tháng"
    r"(?P<month>[^\n,;]{0,10}?)\s*năm(?P<year>\s*(?:\d{2,4}|[.…]+)?)",
)
_ADDRESSEE = re.compile(r"(?:Kính|KÍNH)\s+(?:g[ửở]i|trình|G[ỬỞ]I|TRÌNH)\b\s*:?")
_BODY_HEAD = re.compile(
    r"(?:[UỦ]Y BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|SỞ|BỘ|CỤC|CHI CỤC|PHÒNG|BAN|VĂN PHÒNG|TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU"
    r"|TRƯỜNG|TRUNG TÂM (?!CÔNG)|ĐẢNG BỘ|ĐẢNG ỦY|ĐẢNG UỶ|HUYỆN ỦY|TỈNH ỦY|THÀNH ỦY|CÔNG AN|BỆNH VIỆN|THANH TRA|CHÍNH PHỦ|TỔNG CỤC|BCH|ĐOÀN|THÀNH ĐOÀN|LIÊN ĐOÀN|HIỆP HỘI|LIÊN HIỆP|HỘI (?!NGHỊ|THẢO|THI)|CÔNG TY)\b"
)
_SECTION = re.compile(r"(?:[IVX]{1,4}\s*[.)]\s*|1\s*[.)]\s+)\S|(?:Phần|PHẦN|Chương) (?:I|thứ nhất)\b")
_OPENING = re.compile(
    r"(?:Thực hiện|Căn cứ|Theo|Triển khai|Để|Ngày|Sau khi|Trong|Tiếp theo|Tiếp tục|Qua|Được|Nhằm|Phúc đáp|Trả lời) "
)
_LETTER = re.compile(r"V/v|Về việc", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the body; `end` is the index of the first block of the body."""

    parts: dict[str, Span]
    kind: str
    body_names: tuple[str, ...]
    addressees: tuple[Span, ...]
    end: int


def read_head(document: Document) -> Head:
    """Read the head parts."""
    blocks = [b for b in document.blocks[:MAX_HEAD_BLOCKS] if b.kind not in OUTSIDE]
    title_at, kind = _title(document, blocks)
    limit = title_at if title_at is not None else _no_title_limit(document, blocks)
    parts = _search_parts(document, blocks[: limit + (3 if title_at is not None else 0)])
    end = (
        limit
        if parts or (limit < len(blocks) and _ADDRESSEE.match(document.block_text(blocks[limit]).lstrip()))
        else 0
    )
    if title_at is not None:
        title = blocks[title_at]
        parts["kind_title"] = Span(title.start, title.end)
        end, subject = _subject(document, blocks, title_at + 1)
        if subject:
            parts["subject"] = subject
    addressees, end = _addressees(document, blocks, end, parts)
    names = _bodies(document, blocks[:limit], parts)
    if not kind and (letter := _letter_subject(document, blocks[:limit], parts)):
        kind, parts["subject"] = "CV", letter
    return Head(
        parts, kind, names, addressees, blocks[end].index if end < len(blocks) else len(document.blocks)
    )


def _title(document: Document, blocks: list[Block]) -> tuple[int | None, str]:
    for i, block in enumerate(blocks):
        text = document.block_text(block)
        if len(text) < 80 and (kind := kind_of_title(text)):
            return i, kind
        if i > 5 and _SECTION.match(text) and len(text) > 25:
            return None, ""
    return None, ""


def _no_title_limit(document: Document, blocks: list[Block]) -> int:
    """Without a title the head ends at the addressee, or at the first paragraph that is no short line."""
    for i, block in enumerate(blocks):
        text = document.block_text(block)
        if (
            _ADDRESSEE.match(text.lstrip())
            or _SECTION.match(text)
            or (len(text) > 120 and not _LETTER.match(text))
        ):
            return i
    return 0


def _search_parts(document: Document, blocks: list[Block]) -> dict[str, Span]:
    parts: dict[str, Span] = {}
    for block in blocks:
        text = document.block_text(block)
        if block.kind == "footnote" or len(text) > 250:
            continue
        for name, pattern in (
            ("national_name", NATIONAL_NAME), ("motto", MOTTO), ("party_name", PARTY_NAME), ("union_name", UNION_NAME),
            ("place_date", PLACE_DATE), ("number_symbol", NUMBER),
        ):  # fmt: skip
            if name not in parts and (match := pattern.search(text)):
                parts[name] = Span(block.start + match.start(), block.start + match.end())
    if {"national_name", "motto", "party_name"} & set(parts):
        parts.pop("union_name", None)  # here it names a body
    return parts


def _subject(document: Document, blocks: list[Block], at: int) -> tuple[int, Span | None]:
    """Read the subject: the lines below the title up to the addressee, the opening or the first section."""
    start = end = None
    first = at
    while at < len(blocks) and at - first < 6:
        block = blocks[at]
        text = document.block_text(block).strip()
        if not text or is_typed_line(text) or set(text) <= set("-–_*—. "):
            at += 1
            continue
        goes_on = start is None or _same_look(document, blocks[at - 1], block) or text[0].islower()
        opening = _OPENING.match(text) and (len(text) > 160 or text.endswith((":", ".", ";")))
        if _ADDRESSEE.match(text) or _SECTION.match(text) or opening or len(text) > 420 or not goes_on:
            break
        start, end = block.start if start is None else start, block.end
        at += 1
        if text.startswith("(") and text.endswith(")"):
            break
    return at, Span(start, end) if start is not None and end is not None else None


def _letter_subject(document: Document, blocks: list[Block], parts: dict[str, Span]) -> Span | None:
    """Read the subject of a letter: from `V/v` on, over the lines below it that are no part of the head themselves."""
    at = next((i for i, b in enumerate(blocks) if _LETTER.match(document.block_text(b))), None)
    if at is None:
        return None
    end = at + 1
    while end < len(blocks) and _goes_on(document, blocks[end], parts):
        end += 1
    return Span(blocks[at].start, blocks[end - 1].end)


def _goes_on(document: Document, block: Block, parts: dict[str, Span]) -> bool:
    text = document.block_text(block).strip()
    taken = any(block.start <= part.start < block.end for part in parts.values())
    return bool(text) and not taken and not text.isupper() and not _ADDRESSEE.match(text)


def _same_look(document: Document, upper: Block, lower: Block) -> bool:
    bold = document.styled("bold", upper.start, upper.end) and document.styled("bold", lower.start, lower.end)
    return bold or document.block_text(lower).strip().startswith(("(", "Kỳ báo cáo"))


def _addressees(
    document: Document, blocks: list[Block], at: int, parts: dict[str, Span]
) -> tuple[tuple[Span, ...], int]:
    for i in range(max(0, at - 1), min(at + 4, len(blocks))):
        text = document.block_text(blocks[i])
        if match := _ADDRESSEE.match(text.lstrip()):
            start = blocks[i].start + len(text) - len(text.lstrip())
            return _addressee_lines(document, blocks, i, Span(start, start + match.end()), parts)
    return (), at


def _addressee_lines(
    document: Document, blocks: list[Block], i: int, label: Span, parts: dict[str, Span]
) -> tuple[tuple[Span, ...], int]:
    """Read who stands behind the label `Kính gửi:`, on its line or on the lines below it."""
    start, after = label
    found = [Span(after, blocks[i].end)] if document.text[after : blocks[i].end].strip() else []
    listed = not found
    i += 1
    while i < len(blocks) and len(found) < 20:
        text = document.block_text(blocks[i]).strip()
        dashed = text.startswith(("-", "–", "+"))
        if text and not (
            dashed or (listed and len(text) < 120 and not _OPENING.match(text) and not text.endswith(":"))
        ):
            break
        if text:
            found.append(Span(blocks[i].start, blocks[i].end))
        i += 1
        if text.endswith((".", "./.")) and found:
            break
    end = found[-1].end if found else after
    parts["addressee"] = Span(start, end)
    return tuple(_trim(document, s) for s in found), i


def _trim(document: Document, span: Span) -> Span:
    text = document.text[span.start : span.end]
    return Span(span.start + len(text) - len(text.lstrip()), span.end - (len(text) - len(text.rstrip())))


def _bodies(document: Document, blocks: list[Block], parts: dict[str, Span]) -> tuple[str, ...]:
    """Find the issuing body and its superior: what is left of the head in capitals, upper line first. Return the lines."""
    taken = [
        parts[n]
        for n in ("national_name", "motto", "number_symbol", "place_date", "party_name", "union_name")
        if n in parts
    ]
    lines: list[Span] = []
    last = -1
    for block in blocks:
        free = _free(block, taken)
        text = document.text[free.start : free.end].strip()
        letters = [c for c in text if c.isalpha()]
        if len(letters) >= 4 and sum(c.isupper() for c in letters) > len(letters) * 0.85 and len(text) < 120:
            line = _trim(document, free)
            whole = line == _trim(document, Span(block.start, block.end))
            if lines and whole and block.index == last + 1 and _continues(document, lines[-1], line):
                lines[-1] = Span(lines[-1].start, line.end)
            else:
                lines.append(line)
            last = block.index if whole else -1
    known = [line for line in lines if _BODY_HEAD.match(document.text[line.start : line.end])]
    others = (line for line in lines if not _is_stamp(document.text[line.start : line.end]))
    lines = known or [line for line in others if not kind_of_title(document.text[line.start : line.end])]
    if not lines:
        return ()
    name = document.text[lines[-1].start : lines[-1].end]
    names = tuple(" ".join(document.text[line.start : line.end].split()) for line in lines)
    if len(lines) > 1 and re.match(r"(?:TỈNH|THÀNH PHỐ|HUYỆN|XÃ|PHƯỜNG|QUẬN|THỊ XÃ)\b", name):
        parts["issuing_body"] = Span(lines[-2].start, lines[-1].end)  # one name over two lines
        lines = lines[:-1]
    else:
        parts["issuing_body"] = lines[-1]
    if len(lines) > 1:
        parts["superior_body"] = Span(lines[0].start, lines[-2].end)
    return names


def _continues(document: Document, upper: Span, lower: Span) -> bool:
    """Tell whether a line goes on with the name of the body above it: `TRUNG TÂM PHỤC VỤ` over `HÀNH CHÍNH CÔNG`."""
    text = document.text[lower.start : lower.end]
    named = _BODY_HEAD.match(document.text[upper.start : upper.end])
    return bool(named) and " " in text and not _BODY_HEAD.match(text) and not _is_stamp(text)


def _free(block: Block, taken: list[Span]) -> Span:
    """Return the longest stretch of a block that no other part has taken."""
    cuts = sorted(
        [
            block.start,
            *(x for s in taken if block.start <= s.start < block.end for x in (s.start, s.end)),
            block.end,
        ]
    )
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    return Span(*max(pairs, key=lambda p: p[1] - p[0])) if pairs else Span(block.start, block.start)


def _is_stamp(text: str) -> bool:
    return bool(re.search(r"CÔNG BÁO|TRUNG TÂM CÔNG|DỰ THẢO|HỎA TỐC|KHẨN|MẬT\b|^ĐẾN$|VĂN BẢN ĐẾN", text))
