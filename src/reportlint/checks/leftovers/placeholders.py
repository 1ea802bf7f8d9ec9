"""What a template asks to fill in and nobody did: dots, xx, brackets, instructions, errors of fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.document import OUTSIDE
from reportlint.patterns import Pattern, holds
from reportlint.rule import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.report import Report
    from reportlint.rule import Rule

_IF_ANY = re.compile(r"\s*\((?:[Nn]ếu|NẾU) (?:có|CÓ)\)")
_FIELD_ERROR = Pattern(
    r"Error! [A-Z][\w ]+(?:not found|defined|link)\.?|Lỗi! [^.\n]{5,60}\.", needs=("Error!", "Lỗi!")
)
_BRACKETS = Pattern(
    r"\[\s*(?:…|\.{2,}|_+)?\s*\]|\[(?:[Tt]ên|[Ss]ố|[Nn]gày|[Gg]hi|[Đđ]iền|[Nn]hập|[Nn]êu|[Cc]hức)\b[^\]\n]{0,60}\]|\{\{[^}\n]*\}\}|<(?:tên|số|ngày|ghi|điền|nhập)\b[^>\n]*>",
    needs=("[", "{{", "<"),
)
_INSTRUCTION = Pattern(
    r"\((?:(?:ghi|nêu|trình bày) (?:rõ|cụ thể|tóm tắt|ngắn gọn|số|tên)|điền|liệt kê|nhập|đánh giá cụ thể|mô tả ngắn)\b[^()\n]{0,120}\)",
    needs=("(",),
)
_ASKED = Pattern(
    r"\((?:số lượng|tổng|tên|số|diện tích|loại|chủng loại|thời gian|địa điểm|kinh phí)\b[^(),\d\n]{2,60},[^()\d\n]{2,60}\)(?=\s*:)",
    needs=("(",),
)
_XX = Pattern(r"(?<![\w.,])(?:x{2,}(?:[/.-]x{2,})*|X{2,}(?:/X{2,})+|X{2,}(?=\s?%))(?!\w)", needs=("xx", "XX"))
_DOTS = re.compile(
    r"(?:số|ngày|tháng|năm|là|có|đạt|được|gồm|tổng số|khoảng)\s*:?\s*(?P<dots>(?:…\s?|\.{3,}\s?)+)\s*(?=%|/|tháng|năm|người|đồng|triệu|tỷ|ha|hộ|văn bản|lượt|cuộc|hồ sơ|của|trường hợp|(?:k?m2?|kg)(?!\w)|[-–] ?[A-ZĐ]{2})"
)
_RULES = re.compile(r"(?<!_)_{4,}(?!_)|\.{7,}|…{3,}")
_UNIT = re.compile(
    r"(?P<before>\S+)\s+(?P<unit>(?:tấn|kg|m3|m³|lít|MW|sản phẩm|triệu lít|triệu đồng|tỷ đồng)/(?:năm|ngày|tháng|giờ|ha))\b"
)
_PERCENT = re.compile(r"(?:đạt|chiếm|tăng|giảm)(?: tỷ lệ)?(?P<gap>\s+)%|(?:đạt|chiếm) tỷ lệ(?=\s?[.;)])")
_SCALE = frozenset({"nghìn", "ngàn", "triệu", "tỷ", "vạn", "trăm", "tấn", "nghìn)"})
_NOT_PAST = re.compile(r"đề nghị|kiến nghị|tiếp tục|tăng cường|yêu cầu|giao|cần|phải|sẽ", re.IGNORECASE)


_PATTERNS = (
    ("error", _FIELD_ERROR),
    ("", _BRACKETS),
    ("instruction", _INSTRUCTION),
    ("instruction", _ASKED),
    ("", _XX),
)
"""Variants of the message, and what they stand for."""


def left_over(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report pieces of a template left in the body; annexes and forms may hold blanks by right."""
    headings = {s.block: s for s in report.outline.sections if s.heading}
    patterns = [(variant, p) for variant, p in _PATTERNS if p.may_match(report.document.text)]
    for block in report.outline.body_blocks:
        text = report.document.block_text(block)
        if not text or block.kind in OUTSIDE:
            continue
        for variant, pattern in patterns:
            for match in pattern.finditer(text):
                yield _hit(block.start, match, variant)
        if "…" in text or "..." in text or "___" in text:
            yield from _dots(block.start, text, table=block.kind == "table-cell")
        if "ếu có)" in text or "ẾU CÓ)" in text:
            yield from _if_any(report, block.start, text, heading=block.index in headings)


def _hit(at: int, match: re.Match[str], variant: str) -> Hit:
    return Hit(at + match.start(), at + match.end(), {"found": match.group()}, variant=variant)


def _dots(at: int, text: str, *, table: bool) -> Iterator[Hit]:
    for match in _DOTS.finditer(text):
        yield Hit(
            at + match.start(),
            at + match.end("dots"),
            {"found": text[match.start() : match.end("dots")].strip()},
        )
    if not table and any(c.isalpha() for c in text):
        for match in _RULES.finditer(text):
            yield Hit(at + match.start(), at + match.end(), {"found": match.group()})


def _if_any(report: Report, at: int, text: str, *, heading: bool) -> Iterator[Hit]:
    """“(nếu có)” is an instruction in a heading; in a report also behind what is told as done."""
    for match in _IF_ANY.finditer(text):
        sentence = re.split(r"[.]\s", text[: match.start()])[-1]
        heading = heading and (bool(report.identity.kind) or report.identity.state == "excerpt")
        done = report.identity.kind == "BC" and " đã " in sentence and not _NOT_PAST.search(sentence)
        if heading or done:
            start = at + match.start() + len(match.group()) - len(match.group().lstrip())
            edit = Edit(at + match.start(), at + match.end(), "")
            yield Hit(start, at + match.end(), {"found": match.group().strip()}, (edit,), variant="if_any")


def missing_figure(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a unit without its figure: `đạt %`, or one among other figures of the same unit (`A: 5 tấn/năm; B tấn/năm`)."""
    for block in report.document.blocks:
        text = report.document.block_text(block)
        if "/" in text and holds(text, ("/năm", "/ngày", "/tháng", "/giờ", "/ha")):
            for match in _unit_gaps(text):
                start = block.start + match.start()
                yield Hit(start, block.start + match.end(), {"found": match.group(), "unit": match["unit"]})
        if " %" in text or "tỷ lệ" in text:
            for match in _PERCENT.finditer(text):
                yield Hit(
                    block.start + match.start(),
                    block.start + match.end(),
                    {"found": match.group(), "unit": "%"},
                )


def _unit_gaps(text: str) -> Iterator[re.Match[str]]:
    found = list(_UNIT.finditer(text))
    counted: dict[str, int] = {}
    for match in found:
        if any(c.isdigit() for c in match["before"]):
            counted[match["unit"]] = counted.get(match["unit"], 0) + 1
    for match in found:
        before = match["before"]
        if (
            counted.get(match["unit"], 0) > 1
            and not any(c.isdigit() for c in before)
            and before.lower() not in _SCALE
            and before[-1] not in ":(/"
        ) or (counted.get(match["unit"], 0) > 1 and before.endswith(":") and before.lower() != "tính:"):
            yield match
