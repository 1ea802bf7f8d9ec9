"""Signs that a piece was copied from another paper: its kind, its symbol, its year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.rule import Edit, Hit, Related
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.report import Report
    from reportlint.rule import Rule

_KINDS = {
    "Công văn": "CV", "Báo cáo": "BC", "Kế hoạch": "KH", "Tờ trình": "TTr", "Thông báo": "TB", "Quyết định": "QĐ", "Hướng dẫn": "HD",
    "Chương trình": "CTr", "Nghị quyết": "NQ",
}  # fmt: skip
_NAMES = {code: name for name, code in _KINDS.items()}
_ATTACHED = re.compile(
    rf"[Kk]èm theo (?P<kind>{'|'.join(_KINDS)})\s+(?:số\s*)?:?(?P<number>[\s.…_]*\d*)\s*/\s*(?P<symbol>[A-ZĐ][\w&]*(?:\s?-\s?[\w&]+)*)"
)
_CLOSES = re.compile(
    r"Trên đây là (?:nội dung )?(?:[Dd]ự thảo )?(?P<kind>[Bb]áo cáo|[Kk]ế hoạch|[Tt]ờ trình|[Tt]hông báo|[Hh]ướng dẫn|[Cc]hương trình)\b"
)
_YEAR = re.compile(r"năm (?P<year>20\d\d)")


def other_closing(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a closing that calls the paper another kind than its title."""
    kind = report.identity.kind
    match = _CLOSES.search(report.outline.text("closing")) if kind in {"BC", "KH", "TTr", "TB"} else None
    if match and _KINDS[match["kind"].capitalize()] != kind:
        at = report.outline.parts["closing"].start
        yield Hit(
            at + match.start("kind"), at + match.end("kind"), {"found": match["kind"], "own": _NAMES[kind]}
        )


def other_annex(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report an annex that says it goes with another kind of paper of the same body."""
    if report.identity.kind in _NAMES:
        yield from _annexes(report, report.identity.kind)


def _annexes(report: Report, kind: str) -> Iterator[Hit]:
    outline, document = report.outline, report.document
    span = outline.parts.get("number_symbol")
    if not span or outline.annex is None:
        return
    own = re.sub(r"\s", "", document.text[span.start : span.end].split("/", 1)[-1])
    for block in document.blocks[outline.annex :]:
        text = document.block_text(block)
        match = _ATTACHED.search(text) if "èm theo" in text else None
        if not match:
            continue
        symbol = re.sub(r"\s", "", match["symbol"])
        of_another = (
            any(c.isdigit() for c in match["number"])
            and _KINDS[match["kind"]] != kind
            and _cited(report, symbol)
        )
        if symbol == own or not _same_body(symbol, own) or of_another:
            continue
        start, end = block.start + match.start("kind"), block.start + match.end()
        related = Related(span.start, span.end, Said("ký hiệu của văn bản này", "the symbol of this paper"))
        yield Hit(
            start,
            end,
            {"found": " ".join(match.group().split()[2:]), "own": f"{_NAMES[kind]} …/{own}"},
            related=(related,),
        )


def _same_body(symbol: str, own: str) -> bool:
    """Tell whether two symbols are of one body: SCT-CN and BC-SCT share SCT."""
    return bool(set(symbol.split("-")) & set(own.split("-")[1:] or own.split("-")))


def _cited(report: Report, symbol: str) -> bool:
    """A numbered paper that the body cites may well have its own annex here."""
    body = report.document.text[: report.document.blocks[report.outline.annex or 0].start]
    return symbol in body


def other_year(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a closing that repeats the subject with another year."""
    subject, closing = report.outline.parts.get("subject"), report.outline.parts.get("closing")
    if not subject or not closing or report.identity.kind != "BC":
        return
    text = report.document.text
    own = {m["year"]: m for m in _YEAR.finditer(text, subject.start, subject.end)}
    said = list(_YEAR.finditer(text, closing.start, closing.end))
    if (
        len(own) != 1
        or len({m["year"] for m in said}) != 1
        or "Trên đây là" not in text[closing.start : closing.end]
    ):
        return
    year, first = next(iter(own.items()))
    match = said[0]
    before, own_before = (
        text[closing.start : match.start()].split()[-3:],
        text[subject.start : first.start()].split()[-3:],
    )
    if match["year"] != year and before == own_before:
        start, end = match.start("year"), match.end("year")
        related = Related(
            first.start("year"), first.end("year"), Said("năm ở trích yếu", "the year of the subject")
        )
        yield Hit(
            start, end, {"found": match["year"], "expected": year}, (Edit(start, end, year),), (related,)
        )
