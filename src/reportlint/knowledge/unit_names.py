"""How the name of a unit is taken apart and compared: type word, proper name, key."""

from __future__ import annotations

from reportlint.knowledge.folding import fold_tone

_TYPE_WORDS = {
    "thành phố": "thành phố",
    "tp.": "thành phố",
    "tp": "thành phố",
    "thị trấn": "thị trấn",
    "tt.": "thị trấn",
    "tt": "thị trấn",
    "thị xã": "thị xã",
    "tx.": "thị xã",
    "tx": "thị xã",
    "đặc khu": "đặc khu",
    "đk": "đặc khu",
    "phường": "phường",
    "p.": "phường",
    "huyện": "huyện",
    "h.": "huyện",
    "quận": "quận",
    "q.": "quận",
    "tỉnh": "tỉnh",
    "thủ đô": "thành phố",
    "xã": "xã",
    "x.": "xã",
}
_ALIASES = {"hcm": "hồ chí minh"}


def split_type(name: str) -> tuple[str, str]:
    """Return the type noun in lower case ("" when none is written) and the rest of the name."""
    text = " ".join(name.split())
    lower = text.lower()
    for word, kind in _TYPE_WORDS.items():
        if lower.startswith(word):
            rest = text[len(word) :]
            if rest.startswith(" ") or (word.endswith(".") and rest):
                return kind, rest.strip()
    return "", text


def unit_key(bare_name: str) -> str:
    """Return the form under which a proper name is stored and compared.

    Lower case, tone marks in the old place, one kind of apostrophe, no spaces around
    hyphens, no leading zero in a number ("Phường 01").
    """
    text = fold_tone(" ".join(bare_name.lower().split())).replace("’", "'").replace("–", "-")
    text = _ALIASES.get(text, text).replace(" - ", "-")
    return str(int(text)) if text.isdecimal() else text
