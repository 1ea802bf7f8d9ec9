"""The guard: what a safe fix may not touch. A fix that fails it is offered, never applied unasked."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reportlint.fixes.applying import trimmed
from reportlint.letters import LOWER, UPPER
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.findings import Finding
    from reportlint.report import Report
    from reportlint.rule import Edit, FixPolicy

REPAIRABLE = frozenset({"md", "txt", "html", "docx", "odt"})
"""Formats that can be written back; of others fixes are only told."""
WINDOW = 40
"""How much of the paragraph on each side is compared, lest a number or a name be cut in two (code points)."""
QUOTE_MARKS = frozenset("\"'“”„‟‘’‚‛«»")
FIXED_WORDING = ("national_name", "motto")
"""Parts whose every letter the decree gives: no name stands in them."""

_NUMBER = re.compile(r"\d+(?:[.,/:]\d+)*")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:;…\n])[\s\d\"“”‘’«(\[+*•–—-]*$")
_NAME_AHEAD = re.compile(rf"\w* [{UPPER}][{LOWER}]")
"""A name goes on: `Công nghệ hoá Yên Bái`."""
_PART_NOUNS = frozenset({"Phần", "Chương", "Mục", "Tiểu", "Điều", "Khoản", "Điểm"})
"""Words for the parts of a law: their capital is spelling, not part of a name (nd30, PL II, V.7)."""


class Verdict(NamedTuple):
    """How a fix may be applied, and why not more freely (empty when as the rule says)."""

    policy: FixPolicy
    reason: Said | str = ""


def verdict(finding: Finding, report: Report) -> Verdict:
    """Return the policy of a finding's fix: the rule's own, or a stricter one for a reason found here."""
    if finding.fix_policy == "never":
        return Verdict(
            "never",
            ""
            if finding.edits
            else Said("quy tắc này không có cách sửa tự động", "the rule has no automatic fix"),
        )
    if report.document.format not in REPAIRABLE:
        return Verdict(
            "never",
            Said(
                f"tệp .{report.document.format} không sửa được tự động",
                f".{report.document.format} files cannot be repaired",
            ),
        )
    if broken := _malformed(finding, report):
        return Verdict("never", broken)
    if finding.fix_policy == "ask":
        return Verdict("ask")
    if finding.certainty == "heuristic":
        return Verdict("ask", Said("phát hiện chưa chắc chắn", "the finding is not certain"))
    reasons = (touches(trimmed(edit, report.document.text), report) for edit in finding.edits)
    reason = next((reason for reason in reasons if reason), None)
    return Verdict("ask", reason) if reason else Verdict("safe")


def _malformed(finding: Finding, report: Report) -> Said | str:
    """Say what makes edits impossible to apply; empty when nothing does."""
    text = report.document.text
    for edit in finding.edits:
        if not 0 <= edit.start <= edit.end <= len(text):
            return Said("phạm vi sửa nằm ngoài văn bản", "it lies outside the text")
        block = report.document.block_at(edit.start)
        if not block.start <= edit.start <= edit.end <= block.end:
            return Said(
                "chỗ sửa vắt qua nhiều đoạn hoặc ô của bảng", "it runs over several paragraphs or cells"
            )
        if "\n" in edit.text or "\r" in edit.text:
            return Said("chỗ sửa thêm đoạn mới", "it would add a paragraph")
    ordered = sorted(finding.edits)
    if any(one.end > other.start or one[:2] == other[:2] for one, other in pairwise(ordered)):
        return Said("các chỗ sửa của cùng một phát hiện chồng lên nhau", "its edits overlap")
    return ""


def touches(edit: Edit, report: Report) -> Said | str:
    """Say what an edit would change that a safe fix must leave alone; empty when nothing."""
    return next(_touched(edit, report), "")


def _touched(edit: Edit, report: Report) -> Iterator[Said]:
    text = report.document.text
    block = report.document.block_at(edit.start)
    low, high = max(block.start, edit.start - WINDOW), min(block.end, edit.end + WINDOW)
    left, right = text[low : edit.start], text[edit.end : high]
    old, new = text[edit.start : edit.end], edit.text
    before, after = left + old + right, left + new + right
    if _DIGIT.findall(old) != _DIGIT.findall(new) or _NUMBER.findall(before) != _NUMBER.findall(after):
        yield Said("chỗ sửa chạm vào số liệu, ngày tháng", "it touches figures or dates")
    if _in_symbol(edit, report) and "".join(old.split()) != "".join(new.split()):
        yield Said("chỗ sửa chạm vào số, ký hiệu", "it touches a number or symbol")
    if _overlaps(edit, report, "signer_name"):
        yield Said("chỗ sửa chạm vào họ tên người ký", "it touches the signer's name")
    fixed = any(_overlaps(edit, report, part) for part in FIXED_WORDING)
    opening = low == block.start
    if not fixed and _names(before, opening=opening) != _names(after, opening=opening):
        yield Said("chỗ sửa chạm vào tên riêng hoặc chữ viết tắt", "it touches a name or an abbreviation")
    if _respells(old, new) and _NAME_AHEAD.match(text, edit.end):
        yield Said("chỗ sửa có thể nằm trong tên riêng", "it may lie in a name")
    if report.facts.quoted(edit.start, edit.end) and not QUOTE_MARKS.issuperset(old + new):
        yield Said("chỗ sửa nằm trong phần trích dẫn nguyên văn", "it lies in quoted text")


def _respells(old: str, new: str) -> bool:
    """Tell whether the letters of words change, other than by capitals, by words dropped or by blanks."""
    before, after = _WORD.findall(old.casefold()), _WORD.findall(new.casefold())
    return "".join(before) != "".join(after) and len(before) == len(after)


def _in_symbol(edit: Edit, report: Report) -> bool:
    block = report.document.block_at(edit.start)
    facts = report.facts.blocks[block.index]
    start, end = edit.start - block.start, edit.end - block.start
    inside = any(c.symbol_start < end and start < c.symbol_end for c in facts.citations)
    return inside or _overlaps(edit, report, "number_symbol")


def _overlaps(edit: Edit, report: Report, part: str) -> bool:
    span = report.outline.parts.get(part)
    return span is not None and edit.start <= span.end and span.start <= edit.end


def _names(text: str, *, opening: bool) -> list[str]:
    """Return the words that may be names or abbreviations: with a capital, not merely opening a sentence."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        if word == word.lower() or word in _PART_NOUNS:
            continue
        before = text[: match.start()]
        opens = _OPENS_SENTENCE.search(before) and (opening or before.strip())
        if not opens or any(c.isupper() for c in word[1:]):
            found.append(word)
    return found
