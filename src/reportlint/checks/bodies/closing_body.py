"""CQ011: another body of the same kind in the place of the issuing one at the end: `Bệnh viện … Gò Công` for `… Cai Lậy`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.knowledge.folding import fold_tone
from reportlint.patterns import Pattern, at_word
from reportlint.rule import Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report
    from reportlint.rule import Rule

_KINDS = "Bệnh viện|Trường|Ban|Chi cục|Cục|Trung tâm|Phòng|Sở|Công an|UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Thanh tra|Hạt|Viện|Văn phòng"
_SPEAKS = Pattern(
    rf"(?:\bcủa |[,.] )(?P<body>(?P<kind>{at_word(_KINDS)})\b(?! (?:kính|trân trọng|xin|báo cáo)\b)(?P<name>[^,.;:()]{{2,80}}?))"
    r"(?=,? (?:kính|trân trọng|xin|báo cáo)\b|,?\s*\./|\.?\Z)"
)
"""The body that reports: `của X, kính …`, `, X kính báo cáo`."""
_OWN_ORGANS = Pattern(
    r" (?:Thường vụ|Chấp hành|Giám hiệu|Giám đốc|Lãnh đạo|lãnh đạo|chỉ đạo|Chỉ đạo|Tổ chức|Quản lý)\b"
)
_TAIL = re.compile(
    r" (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|HĐND|Hội đồng nhân dân)\b.*"
)
_COMMITTEE = frozenset({"ubnd", "ủy ban nhân dân"})


def closing_body(report: Report, _rule: Rule) -> Iterable[Hit]:
    """Report the body that the closing lets speak, where the head names another of the same kind."""
    closing, head = report.outline.parts.get("closing"), report.outline.parts.get("issuing_body")
    issuer = report.identity.issuer
    if closing is None or head is None or not issuer or report.identity.ocr:
        return
    text = report.document.text
    match = _SPEAKS.search(text, closing.start, closing.end)
    if match is None or _OWN_ORGANS.match(match["name"]) or report.facts.quoted(*match.span("body")):
        return
    kind = _plain(match["kind"])
    own = _plain(issuer)
    own_kind = next((k for k in (*_COMMITTEE, kind) if own.startswith(f"{k} ")), "")
    if own_kind != kind and not {own_kind, kind} <= _COMMITTEE:
        return
    name = match["name"] if kind in _COMMITTEE else _TAIL.sub("", match["name"])
    said, right = _letters(name), _letters(own.removeprefix(own_kind))
    if not said or said in right or right in said or said in _letters(report.outline.text("subject")):
        return
    start = match.start("name") + _shared(name, issuer[len(own_kind) :])
    end = match.start("name") + len(name.rstrip())
    related = Related(head.start, head.end, Said("cơ quan ban hành", "the issuing body"))
    yield Hit(start, end, {"found": match["body"], "own": issuer}, (), (related,))


def _plain(name: str) -> str:
    return fold_tone(name).lower()


def _letters(name: str) -> str:
    """Return the words of a name without its abbreviations (`THPT`, `ĐKKV`), which may stand for any of the other's."""
    words = [w for w in re.split(r"\W+", fold_tone(name)) if w and not (len(w) > 1 and w.isupper())]
    return " ".join(words).lower()


def _shared(name: str, own: str) -> int:
    """Return the length of the words at the beginning that both names have, the blank behind them included."""
    at = 0
    for word, other in zip(re.finditer(r"\S+\s*", name), own.split(), strict=False):
        if _plain(word.group().strip()) != _plain(other):
            break
        at = word.end()
    return at + len(name[at:]) - len(name[at:].lstrip())
