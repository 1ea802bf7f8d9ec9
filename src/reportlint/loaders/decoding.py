"""Bytes of a text file → str, or a clear refusal that says which encoding it looks like."""

from __future__ import annotations

from itertools import pairwise

from reportlint.errors import UnreadableError
from reportlint.said import Said

_TCVN3 = frozenset("µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô­õøö÷ùúýûüþ")
MAX_TEXT = 16 * 1024 * 1024
"""A text file larger than this (bytes) is no report, and would keep the user waiting for minutes."""
MAX_LINE = 1_000_000
"""A longer line (code points) is data, not prose."""


def decode(data: bytes, path: str) -> str:
    """Return the text. Raises `UnreadableError` for binary data and for encodings other than Unicode."""
    if len(data) > MAX_TEXT:
        raise UnreadableError(
            path,
            f"tệp văn bản dài {len(data) // 1024 // 1024} MB, quá lớn để là một báo cáo (tối đa {MAX_TEXT // 1024 // 1024} MB)",
            f"a text file of {len(data) // 1024 // 1024} MB is no report (at most {MAX_TEXT // 1024 // 1024} MB)",
        )
    text = _text(data, path)
    if "\n" not in text:
        text = text.replace("\r", "\n")  # line ends of old systems; no place shifts
    if len(text) > MAX_LINE and (longest := max(map(len, text.split("\n")))) > MAX_LINE:
        raise UnreadableError(
            path,
            f"có dòng dài {longest} ký tự; đây có vẻ là dữ liệu, không phải báo cáo",
            f"a line has {longest} characters; this looks like data, not like a report",
        )
    return text


def _text(data: bytes, path: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(data, "utf-16", path)
    if b"\x00" in data:
        raise UnreadableError(
            path,
            "tệp nhị phân (có ký tự NUL), không phải văn bản",
            "a binary file (it has NUL bytes), no text",
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at, seems = error.start + 1, _looks_like(data)
        raise UnreadableError(
            path,
            f"không phải UTF-8 (byte thứ {at}); {seems.vi}",
            f"not UTF-8 (byte {at}); {seems.en}",
            code="DL004",
        ) from error


def _decoded(data: bytes, encoding: str, path: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            path,
            f"hỏng mã {encoding.upper()} ở byte thứ {error.start + 1}",
            f"broken {encoding.upper()} at byte {error.start + 1}",
        ) from error


def _looks_like(data: bytes) -> Said:
    """Guess a legacy encoding by the letters that its bytes make in Latin-1."""
    letters = [c for c in data[:20000].decode("latin-1") if ord(c) > 127]
    if sum(c < "\xa0" for c in letters) > len(letters) / 3:
        return Said(
            "có vẻ là tệp nhị phân hoặc mã Windows-1258; hãy lưu lại bằng UTF-8",
            "it looks like a binary file or Windows-1258; save it as UTF-8",
        )
    if sum(c in _TCVN3 for c in letters) == 0:
        return Said("không rõ mã ký tự; hãy lưu lại bằng UTF-8", "the encoding is unknown; save it as UTF-8")
    # VNI writes a plain vowel and then its marks; TCVN3 has one byte for a vowel with its marks.
    after_vowel = sum(b > 127 and a in b"aeiouyAEIOUY" for a, b in pairwise(data[:20000]))
    name = "VNI" if after_vowel > len(letters) / 2 else "TCVN3 (ABC)"
    return Said(
        f"có vẻ là mã {name}; hãy chuyển mã sang Unicode (UTF-8) rồi kiểm tra lại",
        f"it looks like {name}; convert it to Unicode (UTF-8) and check again",
    )
