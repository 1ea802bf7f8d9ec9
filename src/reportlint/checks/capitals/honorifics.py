"""VH013: `Ông`, `Bà`, `Đồng chí` before a name inside a sentence: words of address, which name nobody by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.checks.capitals.words import gap, lowered
from reportlint.rule import Edit, Hit, only_where

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.facts.block import BlockFacts
    from reportlint.rule import Rule

_ADDRESS = frozenset({"ông", "bà", "đồng"})
_SECOND = {"đồng": "chí"}
_PLACES = frozenset({("bà", "rịa"), ("bà", "nà"), ("bà", "đen"), ("ông", "trang"), ("ông", "yên")})
"""Places whose names begin like a word of address."""
_GEOGRAPHIC = frozenset(
    {"sông", "lao", "cù", "cồn", "cầu", "kênh", "rạch", "núi", "hòn", "chùa", "đền", "miếu", "lăng", "đình", "ấp", "thôn", "xóm",
     "làng", "bản", "xã", "phường", "huyện", "chợ", "hồ", "suối", "đèo", "dốc", "cảng", "bến", "vàm", "mũi", "bãi", "gò", "giếng",
     "cống", "đập", "phà", "ngã", "kinh", "hang", "thác", "vịnh", "dinh", "am", "miễu", "mộ", "xẻo", "vườn", "đảo", "bia", "tượng", "lò"}
)  # fmt: skip
"""Words whose names may begin so: sông Ông Đốc, cù lao Ông Hổ."""
_BEFORE_ADDRESS = frozenset({"gửi", "thưa", "trình", "mời", "là"})
"""Words behind which the reader himself is spoken to, or a form is quoted."""


@only_where("Ông", "Bà", "Đồng chí")
def inside(block: BlockFacts, _rule: Rule) -> Iterable[Hit]:
    """Report such a word with a capital behind a word in small letters, where a name follows."""
    last = len(block.written) - 1
    for i in block.titled:
        if block.folded[i] not in _ADDRESS or i in (0, last) or gap(block, i) != " ":
            continue
        at = i + 1
        if second := _SECOND.get(block.folded[i]):
            if block.written[at] != second or at == last:
                continue
            at += 1
        if (block.folded[i], block.folded[i + 1]) in _PLACES:
            continue
        before = block.written[i - 1]
        if not before.islower() or block.folded[i - 1] in _BEFORE_ADDRESS | _GEOGRAPHIC:
            continue
        if (
            gap(block, at) == " "
            and block.written[at].istitle()
            and not block.quoted(block.start(i), block.end(i))
        ):
            start, word = block.start(i), block.written[i]
            args = {"word": word, "right": lowered(word)}
            yield Hit(start, block.end(i), args, (Edit(start, start + 1, word[0].lower()),))
