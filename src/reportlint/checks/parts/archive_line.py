"""The last line of the recipients: who keeps a copy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.checks.parts.recipients import BRACKETS, entries
from reportlint.rule import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.checks.parts.recipients import Entry
    from reportlint.report import Report
    from reportlint.rule import Rule

_ARCHIVE = re.compile(
    r"(?P<word>L[ưu]u)(?P<colon>\s*[:;.]?)\s*(?P<where>VT|Văn thư|VP|HC|HCTH|TCHC)?(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)


_UNDIVIDED = ("Trường ", "Trạm ", "Hạt ")
"""Bodies without departments that could draft; one of the decree's own models ends with `Lưu: VT.`."""


def archive(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report an archive line that is not `- Lưu: VT, <đơn vị>.`, or a list that ends without one."""
    listed = entries(report)
    if not listed:
        return
    last = listed[-1]
    if not last.keeping:
        issued = report.identity.kind or "number_symbol" in report.outline.parts
        if issued and not last.broken and not report.identity.ocr and report.document.format != "pdf":
            start = last.start + last.name_start
            yield Hit(start, last.start + last.name_end, {"found": last.name}, variant="missing")
        return
    match = _ARCHIVE.match(last.text, last.name_start)
    if not match:
        return
    if match["colon"].strip() != ":":
        start, low = last.start + match.start("word"), last.start + match.end("word")
        end = last.start + match.end("colon") if match["colon"].strip() else low
        where = last.start + (match.end("where") if match["where"] else match.end("colon"))
        yield Hit(
            start,
            where,
            {"found": last.text[match.start() : where - last.start]},
            (Edit(low, end, ":"),),
            variant="colon",
        )
    elif match["where"] and not match["rest"].strip(" .;"):
        if not report.identity.issuer.startswith(_UNDIVIDED):
            start, end = last.start + match.start("where"), last.start + match.end("where")
            args = {"found": last.name}
            yield Hit(start, end, args, variant="unit", severity="info", certainty="heuristic")
    else:
        yield from _keepers(last, match)


def _keepers(last: Entry, match: re.Match[str]) -> Iterator[Hit]:
    """Find an archive line that keeps at another place than VT, names VT later, or parts those who keep with a semicolon."""
    start, rest = (
        last.start + match.end("colon"),
        BRACKETS.sub(lambda m: "·" * len(m.group()), match["rest"]),
    )
    if behind := re.search(r"[,;] ?(VT)\b", rest):
        end = last.start + match.start("rest") + behind.end()
        start += len(last.text[start - last.start :]) - len(last.text[start - last.start :].lstrip())
        yield Hit(start, end, {"found": last.text[start - last.start : end - last.start]}, variant="first")
    elif not match["where"] or match["where"].upper() not in {"VT", "VĂN THƯ"}:
        word, end = (
            last.start + match.start("word"),
            last.start + (match.end("where") if match["where"] else _first(match)),
        )
        place = end - len(match["where"] or ""), end
        edit = Edit(*place, "VT") if match["where"] else Edit(start, start, " VT,")
        yield Hit(
            word, end, {"found": last.text[word - last.start : end - last.start]}, (edit,), variant="place"
        )
    if (at := rest.rstrip(" ;.").find(";")) >= 0:
        mark = last.start + match.start("rest") + at
        yield Hit(mark, mark + 1, {"found": last.name}, (Edit(mark, mark + 1, ","),), variant="joint")


def _first(match: re.Match[str]) -> int:
    """Return where the first of those who keep a copy ends, in the text of the entry."""
    return match.start("rest") + len(re.split(r"[,;.(]", match["rest"], maxsplit=1)[0].rstrip())


def party(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a State archive line (Lưu: VT) in a Party paper."""
    listed = entries(report)
    if (
        listed
        and listed[-1].keeping
        and (
            match := re.match(
                r"L[ưu]u\s*:\s*(?:VT\b)?|L[ưu]u\s+VT\b", listed[-1].text[listed[-1].name_start :]
            )
        )
    ):
        start = listed[-1].start + listed[-1].name_start
        yield Hit(start, start + len(match.group().rstrip()), {"found": listed[-1].name})
