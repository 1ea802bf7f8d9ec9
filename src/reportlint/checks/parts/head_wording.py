"""How the parts of the head are written: national name, motto, issuing body, place and date, subject."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.checks.parts.closing import IN_ENGLISH
from reportlint.letters import UPPER
from reportlint.outline.head import PLACE_DATE
from reportlint.rule import Edit, Hit
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report
    from reportlint.rule import Rule

NATIONAL_NAMES = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")
"""Both are in the decree: the rule writes HÒA, its own table HOÀ."""
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_SHORT_BODY = re.compile(
    r"(?<![\w&])(?:UBND|HĐND|UBMTTQ|NN&PTNT|NNPTNT|TN&MT|TNMT|KH&ĐT|KHĐT|LĐTBXH|LĐ-TB&XH|GD&ĐT|GDĐT|GTVT|TT&TT|TTTT|KH&CN|KHCN|NN&MT|VH,?TT&DL|BQL)(?![\w&])"
)
_NUMERIC_DATE = re.compile(
    rf"[{UPPER}]\w*(?: [{UPPER}]\w*){{0,4}},\s*(?:ngày\s*)?(?P<date>\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?\d{{2,4}})\s*$"
)
_BLANK = re.compile(r"[\s.…_]*$")
_DIGITS = re.compile(r"\s*\d{1,2}\s*$")


def national_name(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a national name with a word that is none of it; mark the first to the last wrong word."""
    span = report.outline.parts.get("national_name")
    if not span:
        return
    text = report.document.text[span.start : span.end]
    words = [(m.start(), m.end(), m.group()) for m in re.finditer(r"\S+", text)]
    if " ".join(w for *_, w in words) in NATIONAL_NAMES:
        return
    start, end = 0, len(text)
    wanted = NATIONAL_NAMES[0].split()
    if len(words) == len(wanted):
        wrong = [i for i, w in enumerate(words) if w[2] != wanted[i] and not (i == 1 and w[2] == "HOÀ")]
        start, end = words[wrong[0]][0], words[wrong[-1]][1]
        wanted = wanted[wrong[0] : wrong[-1] + 1]
    edit = Edit(span.start + start, span.start + end, " ".join(wanted))
    yield Hit(
        span.start + start, span.start + end, {"found": text[start:end], "expected": edit.text}, (edit,)
    )


def motto(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report a motto with other dashes, spaces or capitals than the decree's."""
    span = report.outline.parts.get("motto")
    if not span:
        return
    text = report.document.text[span.start : span.end]
    if " ".join(text.split()) != MOTTO:
        yield Hit(span.start, span.end, {"found": text}, (Edit(span.start, span.end, MOTTO),))


def issuing_body(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report an abbreviation in the name of the issuing body; the superior's name above it may be short."""
    outline = report.outline
    span = outline.parts.get("issuing_body")
    if not span:
        return
    text = report.document.text[span.start : span.end]
    committee = text.startswith(("UBND", "HĐND"))
    if committee and not _committee_signs(report):
        return  # the line of the superior alone was read
    if match := _SHORT_BODY.search(text):
        start = span.start + match.start()
        full = {"UBND": "ỦY BAN NHÂN DÂN", "HĐND": "HỘI ĐỒNG NHÂN DÂN"}.get(match.group())
        edits = (Edit(start, start + len(match.group()), full),) if full else ()
        args = {"found": match.group(), "expected": full or "tên đầy đủ"}
        yield Hit(start, start + len(match.group()), args, edits)


def _committee_signs(report: Report) -> bool:
    symbol = report.outline.text("number_symbol")
    signed = " ".join(report.document.text[s.start : s.end] for s in report.outline.signature)
    return symbol.rstrip().endswith(("UBND", "HĐND")) or bool(
        re.search(r"(?<!PHÓ )CHỦ TỊCH|ỦY BAN|UBND|HĐND", signed)
    )


def place_date(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report what is wrong in `<Địa danh>, ngày 05 tháng 01 năm 2024`: comma, zeros, words, spaces; blanks are no fault."""
    span = report.outline.parts.get("place_date")
    if not span:
        yield from _numeric_date(report)
        return
    text = report.document.text[span.start : span.end]
    match = PLACE_DATE.match(text)
    if not match:
        return
    at = span.start
    if not match["comma"]:
        end = at + match.end("place")
        word = at + match.start("place") + match["place"].rfind(" ") + 1
        yield Hit(word, end, {"found": match["place"]}, (Edit(end, end, ","),), variant="comma")
    yield from _number(match, "day", at, "ngày")
    yield from _number(match, "month", at, "tháng")
    year = match["year"].strip()
    if year.isdigit() and len(year) < 4:
        yield Hit(at + match.end("year") - len(year), at + match.end("year"), {"found": year}, variant="year")


def _number(match: re.Match[str], name: str, at: int, word: str) -> Iterable[Hit]:
    """Judge the day or the month: two digits below 10 (months: 1 and 2 only), one blank on each side."""
    raw = match[name]
    start, end = at + match.start(name), at + match.end(name)
    if _BLANK.fullmatch(raw):
        return
    found = raw.strip()
    start, end = start + len(raw) - len(raw.lstrip()), end - (len(raw) - len(raw.rstrip()))
    if not _DIGITS.fullmatch(raw):
        if name == "month":  # an unreadable day is NT011's
            yield Hit(
                start, end, {"found": found, "word": Said(word, IN_ENGLISH[word])}, variant="unreadable"
            )
        return
    value = int(found)
    padded = name == "day" or value < 3
    expected = f"{value:02d}" if padded else str(value)
    if found != expected:
        yield Hit(
            start,
            end,
            {"found": f"{word} {found}", "expected": f"{word} {expected}"},
            (Edit(start, end, expected),),
        )
    elif not raw[:1].isspace() or not match.string[match.end(name) : match.end(name) + 1].isspace():
        glued = f" {found}" if not raw[:1].isspace() else f"{found} "
        yield Hit(start, end, {"found": found}, (Edit(start, end, glued),), variant="space")


def _numeric_date(report: Report) -> Iterable[Hit]:
    """Find a date in figures where the words should stand."""
    document = report.document
    for block in document.blocks[: report.outline.body[0]]:
        text = document.block_text(block)
        if len(text) < 60 and (match := _NUMERIC_DATE.search(text)):
            yield Hit(
                block.start + match.start("date"),
                block.start + match.end("date"),
                {"found": match["date"]},
                variant="figures",
            )
            return


def subject_dot(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report the full stop behind the subject."""
    span = report.outline.parts.get("subject")
    if not span:
        return
    text = report.document.text[span.start : span.end].rstrip()
    if text.endswith((".", ";")) and not text.endswith(("..", "v.v.")):
        at = span.start + len(text) - 1
        yield Hit(at, at + 1, {"found": text[-1]}, (Edit(at, at + 1, ""),))


def letter_subject(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report `V/v` before the subject of a paper that bears its type name: that is the way of letters."""
    span = report.outline.parts.get("subject")
    if span and "kind_title" in report.outline.parts:
        text = report.document.text[span.start : span.end]
        if text.lstrip()[:3].lower() == "v/v":
            start = span.start + len(text) - len(text.lstrip())
            yield Hit(start, start + 3, {"found": text.strip()[:3]}, (Edit(start, start + 3, "Về việc"),))
