"""Identity: what a report is and where that was read. Inferred, and overridden by what the user or the file says."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from reportlint.document import Span
from reportlint.facts.bodies import PLACE
from reportlint.knowledge.ordinary_case import ordinary_case
from reportlint.outline.head import PLACE_DATE
from reportlint.patterns import at_word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportlint.document import Document
    from reportlint.facts import Facts
    from reportlint.facts.bodies import Level
    from reportlint.outline import Outline
    from reportlint.settings import Settings

Regime = Literal["nd30", "hd36", "hd05", "qppl", "other"]
"""The norm of presentation a paper is under; `other` for bodies with rules of their own, which nothing here knows."""
State = Literal["draft", "final", "excerpt"]
Evidence = Span | Literal["given", "default"]

HD05_FROM = dt.date(2026, 5, 27)
"""In force at signature; replaces 36-HD/VPTW (norms: hd05)."""
ND30_FROM = dt.date(2020, 3, 5)
"""In force at signature (norms: nd30)."""
_QPPL = frozenset({"L", "NĐ", "TT"})
_HEAD = frozenset(
    {"national_name", "motto", "party_name", "union_name", "issuing_body", "number_symbol", "place_date"}
)
"""Parts that a whole paper has above its title."""
_OWN_BODY = re.compile(
    r"(?:UBND|Uy ban nhân dân|Ủy ban nhân dân|Uỷ ban nhân dân)(?: (huyện|tỉnh|xã|phường|thành phố|thị xã|quận|thị trấn|đặc khu))"
)
_PARTY_BODY = re.compile(r"ĐẢNG BỘ|\b(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|ĐẢNG) (?:ỦY|UỶ)\b|\b(?:ỦY|UỶ)(?: \S+)?$")
_LEVEL_WORDS: tuple[tuple[str, Level], ...] = (
    ("HUYỆN", "district"), ("QUẬN", "district"), ("THỊ XÃ", "district"), ("XÃ", "commune"), ("PHƯỜNG", "commune"),
    ("THỊ TRẤN", "commune"), ("ĐẶC KHU", "commune"), ("TỈNH", "province"), ("THÀNH PHỐ", "province"), ("TP", "province"),
)  # fmt: skip


@dataclass(frozen=True)
class Identity:
    """What the report is."""

    kind: str
    """Abbreviation of the kind of document: BC, KH, CV …; empty when unknown."""
    regime: Regime
    issuer: str
    """Issuing body with its place, in ordinary case; empty when unknown."""
    level: Level
    """Level of the issuing body; a department counts with its committee. Empty when unknown."""
    place: str
    """Proper name of the unit, such as `Tuy Phước`; empty when unknown."""
    province: str
    date: dt.date | None
    """Day of issue; None when blank or absent."""
    month: tuple[int, int] | None
    """(year, month) of issue when at least these are known."""
    year: int | None
    state: State
    """draft: number or day left blank; excerpt: no head at all and no signature."""
    ocr: bool
    evidence: Mapping[str, Evidence]
    """Where each item was read: a span, `given` by the user or the file, or `default`."""

    @property
    def party(self) -> bool:
        """Whether it is a Party paper."""
        return self.regime in {"hd36", "hd05"}

    def before_nd30(self, as_of: dt.date | None = None) -> bool:
        """Tell whether a State paper is older than the decree; `as_of` is the day of one without a date."""
        if self.regime != "nd30":
            return False
        day = self.date or as_of
        return day < ND30_FROM if day else bool(self.year) and (self.year or 0) < ND30_FROM.year


def identify(document: Document, outline: Outline, facts: Facts, settings: Settings) -> Identity:
    """Infer the identity. What the user gives in the settings or the file in its front matter wins."""
    given = {**dict(document.declared), **settings.given}
    date, month, year = _date(outline, given)
    party = "party_name" in outline.parts or any(_PARTY_BODY.search(n) for n in outline.body_names)
    party = party and "national_name" not in outline.parts
    issuer, level, place = _issuer(outline, facts)
    regime = given.get("regime") or _regime(outline, date, party=party)
    evidence: dict[str, Evidence] = {
        name: "given"
        for name in ("kind", "regime", "issuer", "level", "place", "province", "date", "state")
        if name in given
    }
    for name, part in (("kind", "kind_title"), ("issuer", "issuing_body"), ("date", "place_date")):
        if part in outline.parts:
            evidence.setdefault(name, outline.parts[part])
    found = Identity(
        kind=given.get("kind", outline.kind),
        regime=regime,  # type: ignore[arg-type]
        issuer=given.get("issuer", issuer),
        level=given.get("level", level),  # type: ignore[arg-type]
        place=given.get("place", place),
        province=given.get("province", _province(outline, facts)),
        date=date,
        month=month,
        year=year or _inferred_year(facts),
        state=given.get("state") or _state(outline, date),  # type: ignore[arg-type]
        ocr=document.ocr,
        evidence=evidence,
    )
    return _assumed(found, outline, settings.defaults) if settings.defaults else found


def _assumed(found: Identity, outline: Outline, defaults: Mapping[str, str]) -> Identity:
    """Fill what the report does not tell with what its unit says of its reports; the regime only where no head shows it."""
    blanks = {
        key: defaults[key]
        for key in ("kind", "issuer", "level", "place", "province")
        if key in defaults and not getattr(found, key)
    }
    if (
        "regime" in defaults
        and not {"national_name", "party_name", "union_name"} & set(outline.parts)
        and "regime" not in found.evidence
    ):
        blanks["regime"] = defaults["regime"]
    return replace(found, **blanks, evidence={**dict.fromkeys(blanks, "default"), **found.evidence})  # type: ignore[arg-type]


def _date(
    outline: Outline, given: Mapping[str, str]
) -> tuple[dt.date | None, tuple[int, int] | None, int | None]:
    if given.get("date"):
        date = dt.date.fromisoformat(given["date"])
        return date, (date.year, date.month), date.year
    match = PLACE_DATE.match(outline.text("place_date"))
    if not match:
        return None, None, None
    day, month, year = (match[n].strip() for n in ("day", "month", "year"))
    if not year.isdigit() or len(year) != 4:
        return None, None, None
    if not month.isdigit() or not 1 <= int(month) <= 12:
        return None, None, int(year)
    try:
        return dt.date(int(year), int(month), int(day)), (int(year), int(month)), int(year)
    except ValueError:
        return None, (int(year), int(month)), int(year)


def _regime(outline: Outline, date: dt.date | None, *, party: bool) -> Regime:
    """Tell the norm by the kind of document and by what stands where a State paper has the national name."""
    if outline.kind in _QPPL:
        return "qppl"
    if party:
        return "hd05" if date and date >= HD05_FROM else "hd36"
    return "other" if "union_name" in outline.parts else "nd30"


def _issuer(outline: Outline, facts: Facts) -> tuple[str, Level, str]:
    """Read the issuing body from the head; without one, from what the body calls itself most often."""
    if outline.body_names:
        lines = outline.body_names
        name = lines[-1]
        if len(lines) > 1 and re.match(
            r"(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\b(?! (?:ỦY|UỶ|ĐOÀN))", name
        ):
            name = f"{lines[-2]} {name}"
        level, place = _level_of_name(name)
        if not level:
            level, place = next(
                ((lv, pl) for lv, pl in map(_level_of_name, reversed(lines[:-1])) if lv), ("", "")
            )
        if re.match(r"SỞ\b", name) and not level:
            level = "province"
        return ordinary_case(name), level, place
    counts: dict[str, int] = {}
    text = facts.document.text
    for match in _OWN_BODY.finditer(text):
        counts[match[1]] = counts.get(match[1], 0) + 1
    signed = " ".join(text[s.start : s.end] for s in outline.signature)
    if not counts or ("ỦY BAN" not in signed and "UBND" not in signed and signed):
        return "", "", ""
    unit = max(counts, key=lambda u: counts[u])
    level, _ = _level_of_name(unit.upper())
    place = _own_place(text, unit)
    return f"UBND {unit} {place}".strip(), level, place


def _own_place(text: str, unit: str) -> str:
    places = Counter(re.findall(rf"(?:{at_word(unit)}) ({PLACE})", text))
    return max(places, key=lambda p: places[p]) if places else ""


def _level_of_name(name: str) -> tuple[Level, str]:
    for word, level in _LEVEL_WORDS:
        if match := re.search(rf"\b{word}\b(?! (?:ỦY|UỶ))\.?(?: ĐOÀN\b)?\s*(.*)$", name):
            return level, _title_case(match[1].split(" - ")[0].strip())
    if match := re.search(r"\b(HUYỆN|QUẬN|THỊ|TỈNH) (?:ỦY|UỶ)\b\s*(.*)$", name):
        return "province" if match[1] == "TỈNH" else "district", _title_case(match[2])
    if name.startswith(("BỘ ", "CHÍNH PHỦ", "TỔNG CỤC")) and "BỘ CHỈ HUY" not in name:
        return "central", ""
    return "", ""


def _title_case(name: str) -> str:
    return " ".join(w[:1].upper() + w[1:].lower() for w in name.split())


def _province(outline: Outline, facts: Facts) -> str:
    """The province named most often after the word `tỉnh`."""
    for name in outline.body_names:
        if match := re.search(r"\bTỈNH (?:(?:ỦY|UỶ|ĐOÀN) )?(.+)$", name):
            return _title_case(match[1])
    counts: dict[str, int] = {}
    for block in facts.blocks:
        if "tỉnh" in block.text:
            for body in block.bodies:
                if body.level == "province" and body.place:
                    counts[body.place] = counts.get(body.place, 0) + 1
    return max(counts, key=lambda p: counts[p]) if counts else ""


def _inferred_year(facts: Facts) -> int | None:
    years = [d.year for d in facts.dates if d.value and 1990 < d.year < 2100]
    return max(years, default=None)


def _state(outline: Outline, date: dt.date | None) -> State:
    if (
        not _HEAD & set(outline.parts)
        and "kind_title" not in outline.parts
        and "recipients" not in outline.parts
        and not outline.signature
    ):
        return "excerpt"
    number = outline.text("number_symbol")
    blank_number = bool(number) and not re.search(r"\d", number.split("/")[0].split("-")[0])
    return "draft" if blank_number or ("place_date" in outline.parts and date is None) else "final"
