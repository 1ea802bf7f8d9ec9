"""Write ``registry.tsv``: national documents with how well each is attested.

A row is ``certain`` where two independent sources agree or five citations or more agree
without exception, ``probable`` where one good source or a clear majority says so, else ``weak``.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from reportlint.knowledge.folding import fold_tone
from reportlint.knowledge.symbols import symbol_key, symbol_year

UNANIMOUS = 5
TRUST = {
    "verified-2src": "certain",
    "verified-primary": "certain",
    "verified-1src": "probable",
    "memory-certain": "probable",
}
TERM_YEARS = {
    8: (1987, 1992), 9: (1992, 1997), 10: (1997, 2002), 11: (2002, 2007), 12: (2007, 2011),
    13: (2011, 2016), 14: (2016, 2021), 15: (2021, 2026), 16: (2026, 2031),
}  # fmt: skip
LAW_TYPES = ("Luật", "Bộ luật", "Pháp lệnh")
TITLE_TAIL = re.compile(
    r"\s*[(,;]?\s*(?:sau đây|có hiệu lực|được sửa đổi|đã được|và các văn bản).*", re.IGNORECASE
)
LAW_TAIL = re.compile(r"\s*(?:số|năm)?\s*(?:\d[\d/]*.*)?$")


@dataclass(frozen=True)
class Row:
    """One line of ``registry.tsv``."""

    symbol: str
    type: str
    issuer: str
    date: str
    title: str
    term: str = ""
    status: str = ""
    confidence: str = "weak"
    votes: int = 0
    year: str = field(default="")

    def line(self) -> str:
        """Return the tab-separated line with its key in front."""
        year = self.year or symbol_year(self.symbol) or self.date[:4]
        fields = (
            symbol_key(self.symbol), self.symbol, self.type, self.issuer, self.date, self.title,
            self.term, self.status, self.confidence, str(self.votes), str(year),
        )  # fmt: skip
        return "\t".join(fields)


def write_registry(trusted: list[dict[str, str]], cited: list[dict[str, str]], output: Path) -> None:
    """Merge both sources and the laws known by name and year only."""
    with (output / "laws.csv").open(encoding="utf-8") as lines:
        names = [(row["name"], year) for row in csv.DictReader(lines) for year in row["years"].split(";")]
    rows = merge(
        [from_trusted(row) for row in trusted if "do not ship" not in row["note"]],
        [row for row in map(from_cited, cited) if row],
    )
    rows = [name_law(row, names) for row in rows]
    known = {(plain(row.title), symbol_year(row.symbol)) for row in rows if row.type in LAW_TYPES}
    rows += [
        Row("", name.split(" Đ")[0].split()[0], "", "", name, confidence="probable", year=year)
        for name, year in names
        if (plain(name), int(year)) not in known
    ]
    rows = [replace(row, type="Bộ luật") if row.title.startswith("Bộ luật") else row for row in rows]
    rows = [replace(row, type="Pháp lệnh") if row.title.startswith("Pháp lệnh") else row for row in rows]
    encoded = sorted({f"{row.line()}\n".encode() for row in rows})
    (output / "registry.tsv").write_bytes(b"".join(encoded))


def fold(name: str) -> str:
    """Return a law's name as it is compared here: commas kept."""
    return fold_tone(" ".join(name.lower().split()))


def plain(name: str) -> str:
    """Return a law's name without capitals and commas."""
    return fold(name).replace(",", "")


def term_fits(symbol: str) -> bool:
    """Tell whether the term (QH15) fits the year of a symbol; True where there is no term or year."""
    found, year = re.search(r"QH(\d+)$", symbol), symbol_year(symbol)
    if not found or not year:
        return True
    first, last = TERM_YEARS.get(int(found[1]), (0, 0))
    return first <= year <= last


def from_trusted(row: dict[str, str]) -> Row:
    """Read a row of the registry whose confidence column is trusted."""
    return Row(
        row["symbol"], row["type"], row["issuer"], row["date"], fold_tone(row["title"]),
        row["party_term"], row["status"], TRUST.get(row["confidence"], "weak"),
        2 if row["confidence"] == "verified-2src" else 1,
    )  # fmt: skip


def from_cited(row: dict[str, str]) -> Row | None:
    """Read a row counted from citations; None where its symbol and its date contradict each other."""
    support = row["date_support"]
    if support.startswith("YEAR-MISMATCH") or not term_fits(row["number"]):
        return None
    agreeing, _, total = support.partition("/")
    votes = int(agreeing) if agreeing.isdecimal() else 0
    title = TITLE_TAIL.sub("", " ".join(fold_tone(row["title"]).split())).strip(" ,;.")
    title = "" if title.lower() in ("về", "về việc") else title
    issuer = re.sub(r"\s+(?:Quy định|Ngày|Ban hành).*", "", row["issuer"])
    return Row(
        row["number"], row["type"], issuer, row["date"], title,
        confidence=confidence(support, votes, int(total.split(" ")[0] or 0)), votes=votes,
    )  # fmt: skip


def confidence(support: str, votes: int, total: int) -> str:
    """Judge the votes for a date; a gazette's own header is one good source."""
    if votes >= UNANIMOUS and votes == total and " " not in support:
        return "certain"
    if support == "header" or (votes > 1 and votes * 3 >= total * 2):
        return "probable"
    return "weak"


def merge(trusted: list[Row], cited: list[Row]) -> list[Row]:
    """Join the rows about one document; agreeing sources make it certain."""
    by_key: dict[str, list[Row]] = {}
    for row in trusted:
        by_key.setdefault(symbol_key(row.symbol), []).append(row)
    for row in cited:
        same = by_key.setdefault(symbol_key(row.symbol), [])
        match = next((other for other in same if other.date == row.date), None)
        if match:
            same[same.index(match)] = replace(match, confidence="certain", votes=match.votes + row.votes)
        elif row.date or not same:
            contested = any(not other.term for other in same)
            same.append(replace(row, confidence="weak") if contested else row)
    return [row for rows in by_key.values() for row in rows]


def name_law(row: Row, names: list[tuple[str, str]]) -> Row:
    """Give a law its full name where citations cut it at a comma or changed its capitals."""
    if row.type not in LAW_TYPES:
        return row
    title = clean_law_title(row)
    year = str(symbol_year(row.symbol))
    wanted = fold(title)
    dated = [name for name, when in names if when == year]
    full = [name for name in dated if plain(name) == plain(title)]
    full = full or [name for name in dated if fold(name).startswith(wanted + ",")]
    return replace(row, title=full[0] if len(full) == 1 else title)


def clean_law_title(row: Row) -> str:
    """Return "Luật Thư viện" for "luật thư viện 2019"; "" where the title names other documents."""
    title = row.title
    if re.search(r"số \d|\d/\d", title):
        return ""
    title = LAW_TAIL.sub("", title).strip()
    if title.isupper():
        title = title.lower()
    folded = title.lower()
    kind = next((kind for kind in ("Bộ luật", "Pháp lệnh", "Luật") if folded.startswith(kind.lower())), "")
    rest = re.sub("^về ", "", title[len(kind) :].strip(), flags=re.IGNORECASE)
    if not rest or rest.lower() == "này":
        return ""
    if rest.lower().endswith("sửa đổi"):
        rest = f"sửa đổi, bổ sung một số điều của Luật {rest[: -len('sửa đổi')].strip(' ,')}"
    elif not rest.lower().startswith("sửa đổi"):
        rest = rest[0].upper() + rest[1:]
    return f"{kind or row.type} {rest}"
