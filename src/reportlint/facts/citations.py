"""Citations in one paragraph: one generic pattern for the symbol, then classified by its parts; malformed ones are kept.

Grammar of symbols: state papers nd30, PL I, II.3; Party papers hd36, 1.3 and hd05, mục 3; normative papers carry the year.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from reportlint.facts.bodies import body_at
from reportlint.facts.dates import DateMention, dates
from reportlint.facts.symbols import PARTY_ORGANS, SymbolParts, symbol_parts, symbols
from reportlint.patterns import at_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.bodies import Body

Regime = Literal["state", "party", "normative", "letter", "unknown"]

TYPES = (
    "Thông báo kết luận|Chương trình hành động|Nghị quyết liên tịch|Thông tư liên tịch|Quyết định|Nghị quyết|Nghị định"
    "|Thông tư|Kế hoạch|Công văn|Báo cáo|Tờ trình|Chỉ thị|Kết luận|Quy định|Thông báo|Hướng dẫn|Chương trình|Công điện|Đề án"
    "|Quy chế|Văn bản|Luật|Bộ luật|Pháp lệnh|Lệnh|Thông tri|Giấy phép|Giấy mời|Giấy chứng nhận|Biên bản|Phương án|Dự án"
    "|Hợp đồng|Thông cáo|Quy trình|Điện|Phiếu chuyển|Phiếu báo|Hồ sơ|Đơn|Thư|Tuyên bố|Văn bản hợp nhất|Quy hoạch"
)
_LEFT = re.compile(
    rf"(?P<type>{TYPES})(?P<of>(?: của| liên tịch)? [^.;:,“”\"()\d]{{3,60}}?)??(?P<so>,? ?[Ss][ốô])?(?P<colon> ?:)?[ ,]*$",
    re.IGNORECASE,
)
_SO = re.compile(r"(?P<so>\b[Ss][ốô])(?P<colon> ?:)?[ ,]*$")
_DATE_LEAD = re.compile(r"(?:\s*\([^()]{1,40}\))?\s*,?\s*(?:ban hành |ký )?(?P<word>ngày)?\s*")
_AND = re.compile(r",? (?:và |- |– )?(?=Bộ )")
_OF = re.compile(r"\s*,?\s*(?:\([^()]{1,60}\)\s*)?(?:của|do)(?: đồng chí| các)?\s+")


class Citation(NamedTuple):
    """One mention of a document. Offsets are the paragraph's until the facts are joined, then the document's."""

    start: int
    end: int
    """From the type name, or the symbol where it has none, to the end of date and issuer."""
    symbol_start: int
    symbol_end: int
    symbol_text: str
    """The symbol as written."""
    number: str
    """As written, without leading zeros; empty for a blank left to fill."""
    year: int | None
    """Year inside the symbol."""
    code: str
    """Type code: KH, QĐ …; empty for a letter (công văn)."""
    organ: str
    """What follows the type code: UBND, TU, CP, SNV-CCVC …"""
    separators: tuple[str, str]
    """As written: behind the number, and between type code and organ."""
    regime: Regime
    type_text: str = ""
    """Type name as written; empty when there is none. Inherited from a list head when `inherited`."""
    inherited: bool = False
    has_so: bool = False
    date: DateMention | None = None
    issuer: Body | None = None
    issuer_text: str = ""
    subject_start: int = 0
    """Where the text behind type, symbol, date and issuer goes on."""

    @property
    def type(self) -> str:
        """Type name with a capital first letter, the rest as the decree writes it."""
        return self.type_text[:1].upper() + self.type_text[1:].lower() if self.type_text else ""

    @property
    def symbol(self) -> str:
        """The symbol as it should be written for its regime."""
        number = self.number.zfill(2) if self.number.isdigit() else self.number
        if self.regime == "party":
            return f"{number}-{self.code}/{self.organ}"
        year = f"{self.year}/" if self.year else ""
        return f"{number}/{year}{self.code}{'-' if self.code and self.organ else ''}{self.organ}"

    def moved(self, by: int) -> Citation:
        """Return the mention moved by a number of code points."""
        if not by:
            return self
        return self._replace(
            start=self.start + by,
            end=self.end + by,
            symbol_start=self.symbol_start + by,
            symbol_end=self.symbol_end + by,
            date=self.date.moved(by) if self.date else None,
            issuer=self.issuer.moved(by) if self.issuer else None,
            subject_start=self.subject_start + by,
        )


def citations(text: str, found_dates: tuple[DateMention, ...] | None = None) -> Iterator[Citation]:
    """Yield the citations in one paragraph, in order. A symbol is taken for one when its parts or the words before it say so."""
    by_start = {d.start: d for d in (dates(text) if found_dates is None else found_dates)}
    previous: Citation | None = None
    done = 0
    for match in symbols(text):
        if match.start() < done:
            continue
        parts = symbol_parts(match)
        left = _left(text, match.start())
        if parts is None or not (parts.sure or left.has_so or left.type_text):
            continue
        citation = _assemble(match, parts, left, _right(text, parts.end, by_start))
        if not citation.type_text and (inherited := _inherited_type(text, previous, citation)):
            citation = citation._replace(type_text=inherited, inherited=True)
        yield citation
        previous, done = citation, citation.symbol_end


MAX_NAME_WORDS = 9
"""How many words may stand between a type and `số`: `Quyết định của Ủy ban nhân dân tỉnh Bình Định số …`."""


class _Left(NamedTuple):
    """What stands before a symbol: where it begins, the type name and whether the word `số` is there."""

    start: int
    type_text: str
    has_so: bool


def _left(text: str, at: int) -> _Left:
    """Read the type name and the word `số` before a symbol."""
    base = max(0, at - 90)
    window = text[base:at]
    cut = max(window.rfind(";"), window.rfind("“"), window.rfind("("))
    if cut >= 0:
        window, base = window[cut + 1 :], base + cut + 1
    starts = [m.start() for m in _TYPE.finditer(window.lower())]  # three times as fast as to ignore case
    named = _LEFT.match(window, starts[-1]) if starts else None
    if named:
        of = named["of"] or ""
        if not of.strip() or (named["so"] and len(of.split()) <= MAX_NAME_WORDS):
            return _Left(base + named.start(), named["type"], bool(named["so"]))
    if so := _SO.search(window):
        return _Left(base + so.start(), "", has_so=True)
    return _Left(at, "", has_so=False)


_TYPE = re.compile(rf"(?:{at_word(TYPES.lower())})\b")
_LISTED = re.compile(r"[\s,;.]*(?:và|và số|;)?\s*(?:[Ss]ố)?[\s,:]*$")
_HEADS_OF_LIST = re.compile(rf"\b[Cc]ác (?P<type>{TYPES})\b(?=[^.]{{0,120}}$)", re.IGNORECASE)


def _inherited_type(text: str, previous: Citation | None, citation: Citation) -> str:
    """Find the type that a list gives its items: the nearest `các Quyết định: …`, else that of the citation before."""
    after = previous.end if previous else 0
    if citation.has_so and (head := _list_head(text, after, citation.symbol_start)):
        return head
    if previous and _listed(text, previous, citation):
        return previous.type_text
    return _list_head(text, 0, citation.symbol_start) if citation.has_so else ""


def _listed(text: str, previous: Citation, citation: Citation) -> bool:
    """Tell whether a citation goes on with a list: `số 87/HĐND-KTNS …, số 208/HĐND-KTNS …`."""
    between = text[previous.end : citation.symbol_start]
    if not citation.has_so and (previous.code, previous.regime) != (citation.code, citation.regime):
        return False
    return bool(previous.type_text) and (
        (citation.has_so and "." not in between.strip(" .")) or bool(_LISTED.match(between))
    )


def _list_head(text: str, after: int, at: int) -> str:
    match = _HEADS_OF_LIST.search(text[max(after, at - 160) : at])
    return match["type"] if match else ""


def _assemble(match: re.Match[str], parts: SymbolParts, left: _Left, right: _Right) -> Citation:
    groups = match.groupdict()
    date, issuer, end = right
    number = (groups.get("number") or "").lstrip("0")
    year = int(groups["year"]) if groups.get("year") else None
    start = match.start("number") if groups.get("number") else match.start("s1")
    return Citation(
        start=min(left.start, start),
        end=end,
        symbol_start=start,
        symbol_end=parts.end,
        symbol_text=match.string[start : parts.end],
        number=number,
        year=year,
        code=parts.code,
        organ=parts.organ.replace("Ð", "Đ"),
        separators=(match["s1"], parts.between),
        regime=_regime(parts, year),
        type_text=left.type_text,
        has_so=left.has_so,
        date=date,
        issuer=issuer,
        issuer_text=issuer.text if issuer else "",
        subject_start=end,
    )


def _regime(parts: SymbolParts, year: int | None) -> Regime:
    if year:
        return "normative"
    if PARTY_ORGANS.match(parts.organ):
        return "party"
    if parts.code:
        return "state"
    return "letter" if parts.organ else "unknown"


_Right = tuple[DateMention | None, "Body | None", int]
"""Date and issuer behind a symbol, and where the text goes on."""


def _right(text: str, at: int, by_start: dict[int, DateMention]) -> _Right:
    """Read date and issuer behind a symbol, in either order."""
    date, at = _date_right(text, at, by_start)
    issuer, at = _issuer_right(text, at)
    if date is None and issuer is not None:
        date, at = _date_right(text, at, by_start)
    return date, issuer, at


def _date_right(text: str, at: int, by_start: dict[int, DateMention]) -> tuple[DateMention | None, int]:
    match = _DATE_LEAD.match(text, at)
    if not match:
        return None, at
    word_start = match.start("word") if match["word"] else -1
    date = by_start.get(match.end()) or (by_start.get(word_start) if word_start >= 0 else None)
    if date is None or (
        not match["word"] and date.form != "words" and text[at : match.end()].strip() not in {"", ","}
    ):
        return None, at
    return date, date.end


def _issuer_right(text: str, at: int) -> tuple[Body | None, int]:
    match = _OF.match(text, at)
    if not match:
        return None, at
    body = body_at(text, match.end())
    return (body, _joint(text, body)) if body else (None, at)


def _joint(text: str, body: Body) -> int:
    """Return where the issuers end: those of a joint circular follow each other, `của Bộ Tài chính, Bộ Y tế và Bộ Công an`."""
    end = body.end
    while body.kind == "ministry" and (match := _AND.match(text, end)):
        other = body_at(text, match.end())
        if other is None or other.kind != "ministry":
            break
        end = other.end
    return end
