"""Symbols in running text: where one may stand, and its parts: `95/KH-UBND`, `28-NQ/TW`, `34/2016/NĐ-CP`.

One generic pattern finds candidates; what follows the number tells whether it is a symbol at all. Malformed ones are kept.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_SYMBOL = re.compile(
    r"(?P<number>[0-9]{1,5}(?:\.[0-9]{1,3})?[a-z]?)(?P<s1> ?[-/–] ?| )(?:(?P<year>(?:19|20)[0-9]{2})(?P<s2> ?[-/] ?|(?=[A-ZĐ])))?"
    r"(?P<rest>[A-ZĐÐ0][\w&]*(?:(?: ?[-/–]{1,2} ?|[._])[A-ZĐÐ][\w&]*)*)"
)
_BLANK = re.compile(r"[Ss]ố ?:?(?P<blank>[ \t.…_]+)(?P<s1>[-/])(?P<rest>[A-ZĐ][\w&]*(?:[-/][A-ZĐ][\w&]*)*)")
_TYPE_CODES = frozenset(
    [
        "NQ",
        "QĐ",
        "CT",
        "QC",
        "QyĐ",
        "TC",
        "TB",
        "HD",
        "CTr",
        "KH",
        "PA",
        "ĐA",
        "DA",
        "BC",
        "BB",
        "TTr",
        "HĐ",
        "CĐ",
        "BGN",
        "BTT",
        "GUQ",
        "GM",
        "GGT",
        "GNP",
        "PG",
        "PC",
        "PB",
        "SY",
        "TrS",
        "SL",
        "KL",
        "QĐi",
        "TT",
        "TTLT",
        "NĐ",
        "L",
        "PL",
        "LCT",
        "CV",
        "VBHN",
        "BCTĐ",
        "QCPH",
        "TTHN",
        "CTHĐ",
        "GP",
        "PAS",
        "CTPH",
        "TTKL",
        "ĐATĐ",
        "KLTTr",
        "GCN",
        "ĐKHĐ",
        "BCTT",
        "NQLT",
        "TTrLS",
        "CTrHĐ",
        "QĐUB",
        "TL",
    ]
)
PARTY_ORGANS = re.compile(
    r"(?:TW|TU|HU|QU|ThU|TXU|ĐU(?:QS|CA|BP|K|TN)?|CB|ĐH|QUTW|UBKT(?:TW|TU|HU|ĐU)?|VP(?:TW|TU|HU|ĐU)|B[A-ZĐ]{1,5}(?:TW|TU|HU|ĐU)"
    r"|BCSĐ|ĐĐ|BTGDV|BXDĐ|CQUBKT)(?:-.*)?$"
)
_NORMATIVE_TAIL = re.compile(r"(?:QH|UBTVQH)\d{1,2}$")


_RUN_TOGETHER = re.compile(r"(QĐ|NQ|NĐ|CT|KH|BC|TB|TTr)(TTg|CP|UBND|HĐND)")
"""Type code and organ between which the hyphen is lost: `1626/QĐTTg`."""
_GLUE = frozenset("/.-–_:")


def symbols(text: str) -> list[re.Match[str]]:
    """Return the stretches that may be symbols, in order; blanks left for a number among them."""
    found = [
        m
        for m in _SYMBOL.finditer(text)
        if m.start() == 0 or (text[m.start() - 1] not in _GLUE and not text[m.start() - 1].isalnum())
    ]
    if "ố" in text:
        found += _BLANK.finditer(text)
        found.sort(key=lambda m: m.start())
    return found


class SymbolParts(NamedTuple):
    """What follows the number of a symbol; `sure` when it can be nothing else, `end` where the symbol ends."""

    code: str
    organ: str
    between: str
    end: int
    sure: bool


def symbol_parts(match: re.Match[str]) -> SymbolParts | None:
    """Split what follows the number into type code and organ; None when it can be no symbol."""
    rest = match["rest"]
    s1 = match["s1"]
    fields = re.split(r"( ?[-/–._]{1,2} ?)", rest)
    names, seps = fields[::2], fields[1::2]
    while len(names) > 1 and not _code_like(names[-1]):
        names.pop(), seps.pop()
    end = match.start("rest") + sum(map(len, names)) + sum(map(len, seps))
    if run := _RUN_TOGETHER.fullmatch(names[0]):
        names[:1], seps[:0] = run.groups(), [""]
    first = names[0].replace("Ð", "Đ")
    first = "QĐ" if re.fullmatch(r"[0QO]Đ{1,3}", first) else first
    if not _code_like(first):
        return None
    spaced = " " in s1
    if first in _TYPE_CODES and (len(names) > 1 or match.groupdict().get("year")):
        sure = not (s1 == " " and len(names) == 1)
        return SymbolParts(first, _join(names[1:], seps[1:]), seps[0] if seps else "", end, sure)
    if match.groupdict().get("year") and _NORMATIVE_TAIL.match(first):
        return SymbolParts("", first, "", end, sure=True)
    if s1 == " " or (spaced and len(names) == 1):
        return None
    if s1.strip() == "/" and len(names) > 1 and all(_code_like(n) for n in names):
        return SymbolParts("", _join(names, seps), "", end, sure=first.upper() == first and len(first) > 1)
    return SymbolParts("", _join(names, seps), "", end, sure=False)


def _code_like(name: str) -> bool:
    """Tell whether a word may stand in a symbol: mostly capitals, or a known mixed-case code."""
    if name in {"TTg", "CTr", "TTr", "QyĐ", "TrS", "QĐi", "ThU", "TTrLS"} or name.startswith(
        ("TTr", "CTr", "KLTTr")
    ):
        return True
    capitals = sum(c.isupper() or c.isdigit() for c in name)
    return capitals * 2 > len(name) and len(name) <= 14


def _join(names: list[str], seps: list[str]) -> str:
    return "".join(n + ("-" if i < len(seps) and i < len(names) - 1 else "") for i, n in enumerate(names))
