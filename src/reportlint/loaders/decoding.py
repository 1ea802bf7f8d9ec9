"""Bytes of a text file → str, or a clear refusal that says which encoding it looks like."""

from __future__ import annotations

from reportlint.errors import UnreadableError

_TCVN3 = frozenset("µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô­õøö÷ùúýûüþ")
_VNI_MARKS = frozenset("ùøûõïâáàåãêéèúüëôöóòñî")


def decode(data: bytes, path: str) -> str:
    """Return the text. Raises `UnreadableError` for binary data and for encodings other than Unicode."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(data, "utf-16", path)
    if b"\x00" in data:
        raise UnreadableError(path, "tệp nhị phân (có ký tự NUL), không phải văn bản")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        cause = f"không phải UTF-8 (byte thứ {error.start + 1}); {_looks_like(data)}"
        raise UnreadableError(path, cause, code="DL004") from error


def _decoded(data: bytes, encoding: str, path: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(path, f"hỏng mã {encoding.upper()} ở byte thứ {error.start + 1}") from error


def _looks_like(data: bytes) -> str:
    """Guess a legacy encoding by the letters that its bytes make in Latin-1."""
    letters = [c for c in data[:20000].decode("latin-1") if ord(c) > 127]
    if sum(c < "\xa0" for c in letters) > len(letters) / 3:
        return "có vẻ là tệp nhị phân hoặc mã Windows-1258; hãy lưu lại bằng UTF-8"
    tcvn3 = sum(c in _TCVN3 for c in letters)
    vni = sum(c in _VNI_MARKS for c in letters)
    if tcvn3 >= vni:
        return "có vẻ là mã TCVN3 (ABC); hãy chuyển mã sang Unicode (UTF-8) rồi kiểm tra lại"
    return "có vẻ là mã VNI; hãy chuyển mã sang Unicode (UTF-8) rồi kiểm tra lại"
