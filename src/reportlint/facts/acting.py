"""Who issues a document when the sentence says so before it: `Huyện ủy đã ban hành Kế hoạch số …`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlint.facts.block import BlockFacts
    from reportlint.facts.bodies import Body
    from reportlint.facts.citations import Citation

_ACT = re.compile(
    r"[\s,]*(?:(?:cũng |vẫn )?(?:đã |đang |tiếp tục |kịp thời |chủ động |đều )*)?(?:tham mưu [^.;]{0,60}?)?"
    r"(?:ban hành|xây dựng|có|gửi|ký|phê duyệt|trình|thông qua)(?: (?:và )?(?:triển khai )?(?:các |một số )?[^\W\d]+){0,5}?[\s:,]*$"
)


def acting_body(block: BlockFacts, citation: Citation) -> Body | None:
    """Return the body that the sentence makes the issuer of a citation without `của …`; None when it names none. Block offsets."""
    sentence_start = (
        max(block.text.rfind(". ", 0, citation.start), block.text.rfind("; ", 0, citation.start)) + 1
    )
    before = [b for b in block.bodies if sentence_start <= b.start and b.end <= citation.start]
    if not before:
        return None
    last = before[-1]
    return last if _ACT.match(block.text[last.end : citation.start]) else None
