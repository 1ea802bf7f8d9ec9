"""The foot: closing, recipients, signature, and the annexes behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportlint.document import OUTSIDE, Span
from reportlint.letters import LOWER, UPPER

if TYPE_CHECKING:
    from reportlint.document import Block, Document

_RECIPIENTS = re.compile(r"\s*N[ơo]i\s+nh[ậâ]n\s*(?P<colon>:?)", re.IGNORECASE)
_POST = (
    r"(?:CHỦ TỊCH|PHÓ CHỦ TỊCH|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|TỔNG GIÁM ĐỐC|HIỆU TRƯỞNG|PHÓ HIỆU TRƯỞNG|TRƯỞNG \w+|PHÓ TRƯỞNG \w+|CHÁNH [\w ]+|PHÓ CHÁNH [\w ]+"
    r"|BÍ THƯ|PHÓ BÍ THƯ|BỘ TRƯỞNG|THỨ TRƯỞNG|CỤC TRƯỞNG|PHÓ CỤC TRƯỞNG|CHI CỤC TRƯỞNG|VỤ TRƯỞNG|TỔNG CỤC TRƯỞNG|ỦY VIÊN[\w ]*"
    r"|ỦY BAN NHÂN DÂN[\w ]*|UBND[\w ]*|HỘI ĐỒNG NHÂN DÂN[\w ]*|BAN THƯỜNG VỤ[\w ]*|BAN CHẤP HÀNH[\w ]*|ĐẢNG ỦY[\w ]*|HUYỆN ỦY[\w ]*|TỈNH ỦY[\w ]*|THƯỜNG TRỰC[\w ]*)"
)
AUTHORITY = re.compile(
    rf"(?P<prefix>T\s?/?\.?\s?M\.?|K\s?/?\.?\s?T\.?|T\s?/?\.?\s?L\.?|TUQ\.?|T/UQ|Q\.|QUYỀN)(?P<gap>\s*[:.]?\s*)(?P<whose>{_POST}|[{UPPER}][{UPPER} ,&-]{{4,}})$"
)
POST = re.compile(rf"{_POST}(?:[ ,-]+[{UPPER} ,-]+)?$")
NAME = re.compile(
    rf"(?=.*[{LOWER}])(?:[{UPPER}][{LOWER}]*|[{UPPER}]['’][{UPPER}]?[{LOWER}]+)(?: [{UPPER}][{LOWER}'’]*){{1,5}}$"
)
_TITLED_NAME = re.compile(
    r"(?:(?:TS|ThS|Ths|PGS|GS|BS|KS|CN|Đ/c|Đ/C|Ông|Bà|Đồng chí|NGƯT|NGND|CKI|CKII|BSCKII|BSCKI"
    r"|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý))\.? ?(?:-|–)? ?){1,4}[^\d,;:]{4,40}$"
)
_ANNEX = re.compile(r"\s*(?:PHỤ LỤC|Phụ lục|BIỂU|Biểu (?:số|mẫu)|Mẫu số|DANH MỤC|DANH SÁCH|BẢNG TỔNG HỢP)\b")
_CLOSING = re.compile(r"Trên đây là|Kính (?:báo cáo|trình|mong|đề nghị)|\./\.|Trân trọng")
_UNFINISHED = re.compile(r" (?:VÀ|CỦA|KIÊM)$|[-,]$")
"""A post that goes on in the next line, which is then no name."""
_ENTRY = re.compile(r"\s*[-–_+•]\s*")
MAX_SIGNATURE_BLOCKS = 14


@dataclass(slots=True)
class Foot:
    """What stands behind the body; `start` is the index of its first block, the number of blocks when there is none."""

    start: int
    parts: dict[str, Span] = field(default_factory=dict)
    recipients: tuple[Span, ...] = ()
    signature: tuple[Span, ...] = ()
    annex: int | None = None


def read_foot(document: Document, body_start: int) -> Foot:
    """Read the foot parts, looking behind block `body_start`."""
    blocks = document.blocks
    at = next((i for i in range(body_start, len(blocks)) if _starts_foot(document, blocks[i])), None)
    if at is None:
        at = next(
            (i for i in range(len(blocks) - 1, body_start, -1) if _is_signature_line(document, blocks[i])),
            None,
        )
    if at is None:
        return _with_closing(document, body_start, Foot(_body_end(document, body_start)))
    while at > body_start and _is_signature_line(document, blocks[at - 1]):
        at -= 1
    foot = Foot(at)
    _read_recipients(document, at, foot)
    _read_signature(document, at, foot)
    _read_annex(document, at, foot)
    return _with_closing(document, body_start, foot)


def _body_end(document: Document, body_start: int) -> int:
    blocks = document.blocks
    return next((b.index for b in blocks[body_start:] if b.kind in {"header", "footer"}), len(blocks))


def _starts_foot(document: Document, block: Block) -> bool:
    return block.kind != "footnote" and bool(_RECIPIENTS.match(document.block_text(block)[:40]))


def _lines(document: Document, block: Block) -> list[Span]:
    """Split a block by wide gaps: two columns read as one line; a stamp of a digital signature has none."""
    if block.kind == "stamp":
        return []
    text = document.block_text(block)
    spans, at = [], 0
    for gap in [*re.finditer(r"\t+\s*|\s{4,}", text), None]:
        end = gap.start() if gap else len(text)
        piece = text[at:end]
        if piece.strip():
            spans.append(
                Span(
                    block.start + at + len(piece) - len(piece.lstrip()),
                    block.start + at + len(piece.rstrip()),
                )
            )
        at = gap.end() if gap else end
    return spans


def _is_signature_line(document: Document, block: Block) -> bool:
    return any(AUTHORITY.match(line) or POST.match(line) for line in _texts(document, block))


def _texts(document: Document, block: Block) -> list[str]:
    return (
        [document.text[s.start : s.end].strip("* ") for s in _lines(document, block)]
        if block.end - block.start < 200
        else []
    )


def _read_recipients(document: Document, at: int, foot: Foot) -> None:
    blocks = document.blocks
    start = next(
        (
            i
            for i in range(at, min(at + MAX_SIGNATURE_BLOCKS, len(blocks)))
            if _starts_foot(document, blocks[i])
        ),
        None,
    )
    if start is None:
        return
    text = document.block_text(blocks[start])
    match = _RECIPIENTS.match(text)
    entries: list[Span] = []
    if match:
        rest = text[match.end() :]
        if _ENTRY.match(rest):
            entries.append(
                Span(
                    blocks[start].start + match.end() + len(rest) - len(rest.lstrip()),
                    blocks[start].start + len(text.rstrip()),
                )
            )
    i = start + 1
    while i < len(blocks) and blocks[i].kind != "footnote":
        body = document.block_text(blocks[i])
        if _ENTRY.match(body) or (entries and re.match(r"\s*Lưu", body)):
            entries.append(
                Span(blocks[i].start + len(body) - len(body.lstrip()), blocks[i].start + len(body.rstrip()))
            )
            if re.search(r"Lưu\b", body):
                break
        elif entries and _runs_on(document, blocks[i - 1], blocks[i]):
            pass  # the rest of an entry
        elif body.strip() and (entries or i > start + 6) and not _is_signature_line(document, blocks[i]):
            break
        i += 1
    foot.recipients = tuple(entries)
    end = entries[-1].end if entries else blocks[start].end
    foot.parts["recipients"] = Span(blocks[start].start, end)


def _runs_on(document: Document, upper: Block, block: Block) -> bool:
    """Tell whether a line is the rest of the one above, which a narrow column broke behind a comma."""
    text = document.block_text(block).strip()
    above = document.block_text(upper).rstrip()
    return bool(text) and above.endswith(",") and not _is_signature_line(document, block) and len(text) < 80


def _read_signature(document: Document, at: int, foot: Foot) -> None:
    """Find lines of authority and post, then the name: the first line below them that looks like one."""
    lines: list[Span] = []
    name: Span | None = None
    for block in document.blocks[at : at + 45]:
        if _ANNEX.match(document.block_text(block)) or (lines and block.start > lines[-1].end and name):
            break
        for span in _signature_spans(document, block):
            text = document.text[span.start : span.end].strip("* ")
            if AUTHORITY.search(text) or POST.match(text):
                lines.append(span)
            elif (
                lines
                and not name
                and text.isupper()
                and _UNFINISHED.search(document.text[lines[-1].start : lines[-1].end])
            ):
                lines[-1] = Span(lines[-1].start, span.end)
            elif (
                lines
                and name is None
                and (NAME.match(text) or _TITLED_NAME.match(text) or _capital_name(text))
            ):
                name = span
    foot.signature = tuple(lines)
    if lines:
        foot.parts["signature_block"] = Span(lines[0].start, lines[-1].end)
    if name:
        foot.parts["signer_name"] = name


def _capital_name(text: str) -> bool:
    words = text.split()
    return (
        2 <= len(words) <= 5
        and text == text.upper()
        and all(w.isalpha() for w in words)
        and not POST.match(text)
    )


def _signature_spans(document: Document, block: Block) -> list[Span]:
    spans = []
    for span in _lines(document, block):
        text = document.text[span.start : span.end]
        match = re.search(rf"(?<=[:;.] )(?:T/?M|K/?T|T/?L|TUQ|Q)\.? {_POST}$", text)
        spans.append(Span(span.start + match.start(), span.end) if match else span)
    return spans


def _read_annex(document: Document, at: int, foot: Foot) -> None:
    last = max(
        [s.end for s in (*foot.signature, *foot.recipients)] + [foot.parts.get("signer_name", Span(0, 0)).end]
    )
    for block in document.blocks[at:]:
        if block.start > last and block.kind not in OUTSIDE and _ANNEX.match(document.block_text(block)):
            foot.annex = block.index
            return


def _with_closing(document: Document, body_start: int, foot: Foot) -> Foot:
    for block in reversed(document.blocks[max(body_start, foot.start - 8) : foot.start]):
        if block.kind != "footnote" and _CLOSING.search(document.block_text(block)):
            foot.parts["closing"] = Span(block.start, block.end)
            break
    return foot
