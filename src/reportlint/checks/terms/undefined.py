"""VT001: abbreviations that the report never explains."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from reportlint.checks.terms.abbreviations import LONG_TOKEN
from reportlint.checks.terms.glossary import (
    Use,
    bare,
    body_paragraphs,
    definitions,
    entries,
    title_uses,
    uses,
)
from reportlint.knowledge.abbreviations import commonly_known, expansion
from reportlint.rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.report import Report
    from reportlint.rule import Rule

_COMPANY = re.compile(
    r"(?:công ty|ctcp|tnhh|mtv|tập đoàn|cổ phần|ngân hàng|doanh nghiệp|nhà máy|thương hiệu|nhãn hiệu|liên danh|mã số|số hiệu)[^.,;:()]{0,25}$",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"[IVXLC]+$")
_JOINED = re.compile(r"[^\W\d_]{2,}&[^\W\d_]{2,}$")
"""Two abbreviations with an ampersand, which no company's name is."""
_LABEL = re.compile(
    r"\b(?:mã|mã số|lô|hiệu|giống|lúa|dòng|đời|mác|hạng|lớp|khu|tòa|đường|phố|xe|máy|thép|gạo|đậu|ngô|cảng|hãng) $",
    re.IGNORECASE,
)
"""Words before letters that label something: `mã HS`, `giống NV`."""
_CAPITALS_OR_FIGURE = re.compile(r"[ -](?P<run>[A-ZĐ]{2,})|-\w|\d| \d{3}")
_CAPITALS = re.compile(r"(?P<run>[A-ZĐ]{2,}) $")
"""Neighbours that make letters a name, unless they are a term themselves: `KCB BHYT`."""
_NO_TERM = frozenset({"STT", "TT", "ĐVT", "SL", "ĐG", "GC", "LAS-XD"})


def undefined(report: Report, rule: Rule) -> Iterable[Hit]:
    """Report the first use of an abbreviation that the report never explains."""
    terms = rule.params["terms"]
    found = _parted(uses(report), terms)
    title = title_uses(report)
    declared = {bare(d.short) for d in definitions(report)} | {bare(short) for short in entries(report)}
    declared |= {
        word for d in definitions(report) if d.announced for word in d.short.split()
    }  # `gọi tắt là Chỉ số CCHC`
    known = commonly_known() | report.settings.words | _NO_TERM
    initials = ""
    for text in (*title, *(text for text in found if text not in title)):
        if text in known or bare(text) in declared or bare(text) in known or _ROMAN.match(text):
            continue
        meaning = terms.get(text) or _listed(text)
        if not meaning and "Đ" not in text and not _JOINED.match(text):
            initials = initials or _initials(report)
            if len(bare(text)) < LONG_TOKEN or bare(text) not in initials:
                continue
        if len(text) == 2 and text not in terms:
            continue
        firsts = (
            next((p for p in of.get(text, ()) if not _named(report, p, terms)), None) for of in (title, found)
        )
        for place in filter(None, firsts):
            variant = "" if meaning else "unknown"
            yield Hit(place.start, place.end, {"short": text, "long": meaning}, variant=variant)


def _listed(text: str) -> str:
    """Return the first meaning that the knowledge has for an abbreviation, as it stands inside a sentence; or nothing."""
    meaning = next(iter(expansion(text)), "")
    return meaning[:1].lower() + meaning[1:]


def _parted(found: dict[str, list[Use]], terms: dict[str, str]) -> dict[str, list[Use]]:
    """Part two terms that a hyphen joins: `HTXH-BTXH`."""
    parted: dict[str, list[Use]] = defaultdict(list)
    for text, places in found.items():
        parts = text.split("-")
        if len(parts) == 1 or text in terms or not all(part in terms for part in parts):
            parted[text] += places
            continue
        for place in places:
            start = place.start
            for part in parts:
                parted[part].append(Use(start, start + len(part), part))
                start += len(part) + 1
    return {text: sorted(places) for text, places in parted.items()}


def _named(report: Report, use: Use, terms: dict[str, str]) -> bool:
    """Tell whether an abbreviation is part of a company's name, a gloss in brackets or quoted."""
    block = report.document.block_at(use.start)
    before = report.document.text[max(block.start, use.start - 60) : use.start]
    after = report.document.text[use.end : min(block.end, use.end + 12)]
    if before.endswith(("(", ": ")) and not after.strip(" ;.)"):
        return True  # listed as `chi bộ: CB`
    if (
        before.endswith("(")
        or ((name := _CAPITALS_OR_FIGURE.match(after)) and not _is_term(name["run"], terms))
        or ((name := _CAPITALS.search(before)) and not _is_term(name["run"], terms))
    ):
        return True
    if len(use.text) == len("GV") and (_LABEL.search(before) or re.match(r" \d| [A-ZĐÀ-Ỹ]", after)):
        return True
    return bool(_COMPANY.search(before)) or report.facts.quoted(use.start, use.end)


def _is_term(text: str | None, terms: dict[str, str]) -> bool:
    """Tell whether capitals beside an abbreviation are another one: `GTSX CN`, `KCB BHYT`."""
    return text is not None and (text in terms or bool(expansion(text)))


def _initials(report: Report) -> str:
    return " ".join("".join(w[0].upper() for w in facts.written) for _, facts in body_paragraphs(report))
