"""At which level of government or of the Party a body stands, read from its code or name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reportlint.knowledge import bodies, units
from reportlint.knowledge.bodies import Level
from reportlint.knowledge.folding import fold_tone

if TYPE_CHECKING:
    from datetime import date

_PARTY_ENDINGS: tuple[tuple[str, Level], ...] = (
    ("TW", "central"),
    ("TU", "province"),
    ("HU", "district"),
    ("QU", "district"),
    ("ThU", "district"),
    ("TXU", "district"),
)
_PARTY_COMMITTEES: dict[str, Level] = {
    "tỉnh ủy": "province",
    "huyện ủy": "district",
    "quận ủy": "district",
    "thị ủy": "district",
}
_PLACE_NOUNS: dict[str, Level] = {
    "xã": "commune",
    "phường": "commune",
    "thị trấn": "commune",
    "đặc khu": "commune",
    "huyện": "district",
    "quận": "district",
    "thị xã": "district",
    "tỉnh": "province",
}
_PROVINCE_HEADS = ("sở ", "tỉnh đoàn", "thanh tra tỉnh", "công an tỉnh")
_CENTRAL_HEADS = (
    "chính phủ",
    "thủ tướng",
    "phó thủ tướng",
    "quốc hội",
    "chủ tịch nước",
    "chủ tịch quốc hội",
    "bộ trưởng",
    "bộ chính trị",
    "ban bí thư",
    "trung ương",
    "ban chấp hành trung ương",
    "ủy ban thường vụ quốc hội",
)


def party_level(code: str) -> Level | None:
    """Return the level a Party organ code shows (TW, TU, HU, QU, ThU, ĐU); None when it shows none.

    ``TXU`` and ``ThU`` are practice, not norm. ``ĐU`` is read as the commune level although
    other đảng ủy use it too; ``ĐUQS``, ``ĐUCA`` and the like exist at several levels.
    """
    known = bodies.bodies_of_code(code)
    if known:
        return known[0].level
    return next((level for ending, level in _PARTY_ENDINGS if code.endswith(ending)), None)


@cache
def body_level(name: str, on: date | None = None) -> Level | None:
    """Return the level of a body from its name on that day; None where the name does not tell.

    A place noun decides by the lowest unit named first ("UBND xã A, huyện B": commune).
    "Thành ủy" and "thành phố" need the city's name to tell a province from a district.
    """
    text = fold_tone(" ".join(name.lower().replace(",", " ").split()))
    if text.endswith((" trung ương", " tối cao")) or text.startswith(_CENTRAL_HEADS):
        return "central"
    if text.startswith("bộ ") and not text.startswith(("bộ chỉ huy", "bộ phận")):
        return "central"
    if text.startswith(_PROVINCE_HEADS):
        return "province"
    known = bodies.find_body(text)
    if known and known.level and text != "thành ủy":
        return known.level
    return _level_by_words(text.replace("xã hội", "").replace("hợp tác xã", "").split(), on)


def _level_by_words(words: list[str], on: date | None) -> Level | None:
    for at, word in enumerate(words):
        pair = " ".join(words[at : at + 2])
        if pair in _PARTY_COMMITTEES:
            return _PARTY_COMMITTEES[pair]
        if pair in ("thành phố", "thành ủy") or word in ("tp", "tp."):
            return _city_level(" ".join(words[at + (1 if word.startswith("tp") else 2) :]), on)
        if pair in _PLACE_NOUNS or word in _PLACE_NOUNS:
            return _PLACE_NOUNS.get(pair) or _PLACE_NOUNS[word]
    return None


def _city_level(name: str, on: date | None) -> Level | None:
    """Return province for a city under central rule, district for one under a province."""
    if not name:
        return None
    kinds = {unit.level for unit in units.find(f"thành phố {name}", on)}
    return kinds.pop() if len(kinds) == 1 else None
