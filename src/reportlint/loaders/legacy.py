"""Text typed before Unicode: TCVN3 (fonts ".Vn…") and VNI (fonts "VNI-…"), read as Unicode.

Such text holds the codes of its font, stored as Western letters. A font name alone proves nothing, since
Unicode text keeps a left-over ".VnTime" for years: font and text must agree before a letter is converted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Encoding = Literal["tcvn3", "vni"]


class Converted(NamedTuple):
    """Converted text: it stands at `offset` of the source and takes `width` code points there."""

    text: str
    offset: int
    width: int


_TCVN3 = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
_TCVN3_PLAIN = frozenset("àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ")
"""TCVN3 codes that are also letters of Vietnamese in Unicode, so that they prove nothing."""
_TCVN3_PROOF = frozenset(_TCVN3) - _TCVN3_PLAIN

_VNI_TONES = "ùøûõï"
_VNI_MARKED = {"â": "âáàåãä", "ê": "êéèúüë"}  # the bare mark, then with acute, grave, hook, tilde, dot
_TONED = {
    "a": "áàảãạ", "e": "éèẻẽẹ", "o": "óòỏõọ", "u": "úùủũụ", "y": "ýỳỷỹỵ", "ơ": "ớờởỡợ", "ư": "ứừửữự",
    "â": "âấầẩẫậ", "ê": "êếềểễệ", "ô": "ôốồổỗộ", "ă": "ăắằẳẵặ",
}  # fmt: skip
_VNI_SINGLE = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư", "ñ": "đ", "î": "ỵ"}
_VNI_PROOF = frozenset("øûïåäüëæöñîØÛÏÅÄÜËÆÖÑÎ")

_ANY_PROOF = _TCVN3_PROOF | _VNI_PROOF


def _vni_table() -> dict[str, str]:
    """Build the table of VNI clusters, small and capital: a letter with its mark, or a letter alone."""
    table = dict(_VNI_SINGLE)
    for base, tones in (("a", "a"), ("e", "e"), ("o", "o"), ("u", "u"), ("y", "y"), ("ô", "ơ"), ("ö", "ư")):
        table.update({base + mark: toned for mark, toned in zip(_VNI_TONES, _TONED[tones], strict=True)})
    for base, marked, marks in (("a", "â", "â"), ("e", "ê", "â"), ("o", "ô", "â"), ("a", "ă", "ê")):
        table.update(
            {base + mark: toned for mark, toned in zip(_VNI_MARKED[marks], _TONED[marked], strict=True)}
        )
    for cluster, letter in list(table.items()):
        table[cluster.upper()] = letter.upper()
        if len(cluster) > 1:
            table[cluster[0].upper() + cluster[1]] = letter.upper()
    return table


_VNI = _vni_table()


def encoding_of(font: str | None) -> Encoding | None:
    """Return the encoding that a font name announces; None for a font of Unicode."""
    if not font:
        return None
    name = font.lower()
    if name.startswith(".vn"):
        return "tcvn3"
    return "vni" if name.startswith("vni") else None


def may_hold_legacy(text: str) -> bool:
    """Tell whether a whole text holds any code at all that proves a legacy encoding; quick."""
    return not _ANY_PROOF.isdisjoint(text)


def is_proof(text: str, encoding: Encoding) -> bool:
    """Tell whether a text holds codes of the encoding that no Vietnamese text in Unicode would hold."""
    proof = _TCVN3_PROOF if encoding == "tcvn3" else _VNI_PROOF
    return any(char in proof for char in text) and not _is_unicode(text)


def convert(text: str, font: str, *, proven: bool) -> list[Converted] | None:
    """Read a run of text in a legacy font as Unicode; None when font and text do not agree.

    `proven` says that other text of the file in such fonts is surely legacy; then a run without its own proof
    (plain letters, or letters that both worlds have) is taken as legacy too.
    """
    encoding = encoding_of(font)
    if encoding is None or _is_unicode(text) or not (proven or is_proof(text, encoding)):
        return None
    capitals = encoding == "tcvn3" and font.rstrip("0123456789 ").endswith("H")
    pieces = _tcvn3(text) if encoding == "tcvn3" else _vni(text)
    return [piece._replace(text=piece.text.upper()) for piece in pieces] if capitals else pieces


def _tcvn3(text: str) -> list[Converted]:
    return [Converted("".join(_TCVN3.get(char, char) for char in text), 0, len(text))]


def _vni(text: str) -> list[Converted]:
    pieces: list[Converted] = []
    at = start = 0
    while at < len(text):
        cluster = text[at : at + 2]
        if len(cluster) > 1 and cluster in _VNI:
            if start < at:
                pieces.append(Converted(text[start:at], start, at - start))
            pieces.append(Converted(_VNI[cluster], at, 2))
            at = start = at + 2
        elif text[at] in _VNI:
            if start < at:
                pieces.append(Converted(text[start:at], start, at - start))
            pieces.append(Converted(_VNI[text[at]], at, 1))
            at = start = at + 1
        else:
            at += 1
    if start < at:
        pieces.append(Converted(text[start:at], start, at - start))
    return pieces


def _is_unicode(text: str) -> bool:
    """Tell whether a text holds Vietnamese letters that only Unicode has (ă, ơ, ạ …)."""
    return any("\u0102" <= char <= "\u01b0" or "\u1ea0" <= char <= "\u1ef9" for char in text)


@dataclass
class Evidence:
    """What was seen so far in runs of legacy fonts, per encoding."""

    tcvn3: bool = False
    vni: bool = False

    def add(self, text: str, font: str | None) -> None:
        """Look at a run."""
        encoding = encoding_of(font)
        if encoding and is_proof(text, encoding):
            setattr(self, encoding, True)

    def proven(self, font: str) -> bool:
        """Tell whether text in this font's encoding was seen for sure."""
        encoding = encoding_of(font)
        return bool(encoding and getattr(self, encoding))
