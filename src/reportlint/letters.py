"""Vietnamese letters: for character classes, since ranges such as `À-Ỹ` mix capital and small ones, and without their marks."""

UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
LOWER = "a-zàáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"

_MARKED = {
    "a": "àáảãạăằắẳẵặâầấẩẫậ", "e": "èéẻẽẹêềếểễệ", "i": "ìíỉĩị", "o": "òóỏõọôồốổỗộơờớởỡợ", "u": "ùúủũụưừứửữự", "y": "ỳýỷỹỵ", "d": "đ",
}  # fmt: skip
_BARE = str.maketrans({marked: bare for bare, all_marked in _MARKED.items() for marked in all_marked})


def bare(text: str) -> str:
    """Return small letters without tone and letter marks; anything else is kept.

    >>> bare("đồng")
    'dong'
    """
    return text.translate(_BARE)
