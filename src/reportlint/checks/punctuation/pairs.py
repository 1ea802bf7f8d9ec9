"""Brackets and quotation marks: each opened one is closed, in its paragraph or in one soon after."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from reportlint.report import Report
from reportlint.rule import Edit, Hit, Rule

REACH = 25
"""How many paragraphs further on a bracket or a quotation may be closed."""
_LIST_MARK = re.compile(r"(?:^|(?<=[\s;,.:“(]))(?:[a-zđA-ZĐ]\d?|\d{1,2}(?:\.\d{1,2})*|[ivxIVX]{1,4}|\*)\)")
_STRAIGHT = re.compile(r"\"(?P<inside>[^\"\n]{2,}?)\"")
_HALF_STRAIGHT = re.compile(r"\"(?<!\d.)[^\"“”\n]{2,}(?P<closing>”)|“[^\"“”\n]{2,}(?<!\d)\"(?![^\"“”\n]*”)")
_SINGLE = re.compile(r"“[^“”\n]{2,}?(?P<closing>’)(?!\w)(?![^“”\n]*”)")
"""Opened double, closed single."""
_STRAIGHT_MARK = re.compile(r"\"(?<!\d.)")
_Unclosed = Callable[[str], tuple[list[int], list[int]]]


def brackets(report: Report, rule: Rule) -> Iterable[Hit]:
    """Yield round and square brackets that are never closed or never opened; list marks like `a)` are known."""
    yield from _unpaired(report, "(", ")", _round)
    yield from _unpaired(report, "[", "]", lambda text: _rest(text, "[", "]", frozenset()))


def quotes(report: Report, rule: Rule) -> Iterable[Hit]:
    """Yield quotation marks that are never closed or never opened."""
    for hit in _unpaired(report, "“", "”", _curly):
        if not (report.identity.ocr and report.document.text[hit.start] == "”"):  # OCR reads specks as marks
            yield hit
    yield from _straight_alone(report)
    for match in _SINGLE.finditer(report.document.text) if "’" in report.document.text else ():
        at = match.start("closing")
        yield Hit(at, at + 1, {"found": "’", "wanted": "”"}, (Edit(at, at + 1, "”"),), variant="single")


def _straight_alone(report: Report) -> Iterator[Hit]:
    """Yield the straight mark that has no partner, where the report leaves no doubt which: one paragraph holds an odd number.

    Behind a figure the mark stands for inches or seconds; beside a curly one the kinds are mixed, none is missing.
    """
    text = report.document.text
    if '"' not in text:
        return
    odd: list[list[int]] = []
    for block in report.document.blocks:
        body = text[block.start : block.end]
        if '"' not in body:
            continue
        at = [m.start() for m in _STRAIGHT_MARK.finditer(body)]
        if len(at) % 2 and body.count('"') % 2:
            odd.append([block.start + i for i in at] if "“" not in body and "”" not in body else [])
    if len(odd) == 1 and odd[0]:
        start = odd[0][-1]
        opening = text[start - 1 : start] in {"", " ", "(", "\n"}
        args = {"found": '"', "wanted": '"'}
        yield Hit(start, start + 1, args, variant="" if opening else "closing")


def _unpaired(report: Report, opening: str, closing: str, unclosed: _Unclosed) -> Iterator[Hit]:
    text = report.document.text
    if opening not in text and closing not in text:
        return
    pending: list[tuple[int, int]] = []
    for block in report.document.blocks:
        body = text[block.start : block.end]
        if opening not in body and closing not in body:
            continue
        opened, closed = unclosed(body)
        for at in closed:
            if "@" in body[max(0, at - 20) : at]:
                continue  # a misread address
            if pending and block.index - pending[-1][1] <= REACH:
                pending.pop()
            else:
                yield Hit(
                    block.start + at,
                    block.start + at + 1,
                    {"found": closing, "wanted": opening},
                    variant="closing",
                )
        pending += [(block.start + at, block.index) for at in opened]
    for at, _ in pending:
        yield Hit(at, at + 1, {"found": opening, "wanted": closing})


def _round(text: str) -> tuple[list[int], list[int]]:
    if text.count("(") == text.count(")") and text.find("(") < text.find(")"):
        return [], []
    marks = (
        m.end() for m in _LIST_MARK.finditer(text)
    )  # before an item, so not at the end: `theo Mẫu số 2)`
    return _rest(text, "(", ")", frozenset(end - 1 for end in marks if text[end:].strip(" .;,/")))


def _rest(text: str, opening: str, closing: str, marks: frozenset[int]) -> tuple[list[int], list[int]]:
    """Return the marks of a paragraph that have no partner in it: opened, closed. `marks` close nothing if they need not."""
    opened: list[int] = []
    closed: list[int] = []
    for mark in re.finditer(rf"[\{opening}\{closing}]", text):
        at = mark.start()
        if text[at] == opening:
            opened.append(at)
        elif not (at in marks and (not opened or _closed_later(text, at, opening, closing))):
            if opened:
                opened.pop()
            else:
                closed.append(at)
    return opened, closed


def _closed_later(text: str, at: int, opening: str, closing: str) -> bool:
    end, again = text.find(closing, at + 1), text.find(opening, at + 1)
    return end >= 0 and (again < 0 or end < again)


def _curly(text: str) -> tuple[list[int], list[int]]:
    opened, closed = _rest(text, "“", "”", frozenset())
    if "’" in text:
        single = {m.start() for m in _SINGLE.finditer(text)}
        opened = [at for at in opened if at not in single]
    if '"' not in text:
        return opened, closed
    # “ closed by a straight mark, or the reverse: the marks are mixed, not missing
    opened = [at for at in opened if text.find('"', at) < 0]
    return opened, [at for at in closed if text.rfind('"', 0, at) < 0]


def mixed_quotes(report: Report, rule: Rule) -> Iterable[Hit]:
    """Yield straight marks whose partner is curly, and quotations in straight marks where curly ones are the habit of the report."""
    text = report.document.text
    if '"' not in text or "“" not in text:
        return
    for match in _HALF_STRAIGHT.finditer(text):
        at, right = (match.start(), "“") if match["closing"] else (match.end() - 1, "”")
        yield Hit(at, at + 1, {"curly": text.count("“"), "straight": 1}, (Edit(at, at + 1, right),))
    straight = [m for m in _STRAIGHT.finditer(text) if not text[m.start() - 1 : m.start()].isdigit()]
    curly = text.count("“")
    if len(straight) >= curly:
        return
    for match in straight:
        start, end = match.span()
        edits = (Edit(start, start + 1, "“"), Edit(end - 1, end, "”"))
        yield Hit(start, start + 1, {"curly": curly, "straight": len(straight)}, edits)
