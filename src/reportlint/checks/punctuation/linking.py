"""DC022: the comma before what details or follows: trong đó, nhất là, từ đó, qua đó, vì vậy; a sentence that is none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportlint.facts.block import BlockFacts
from reportlint.rule import Edit, Hit, Rule, only_where

_UNITS = (
    "người|hộ|đồng|hồ sơ|trường hợp|lượt|vụ|đơn vị|tỷ|triệu|kg|tấn|ha|km|cơ sở|dự án|doanh nghiệp|thủ tục|văn bản|đại biểu|đảng viên|công chức|viên chức|học sinh"
    "|lớp|cuộc|đoàn|tổ|xã|thôn|m2|m3|năm"
)
_PARENTHESIS = re.compile(
    rf"(?:\d|[%)”]|(?<!\w)\d[\d.,]* (?:{_UNITS})|(?:đẩy mạnh|tăng cường|quan tâm)(?= nhất))(?P<gap> )(?P<opener>trong đó|nhất là)(?= [^\W_])"
)
_CONDITION = re.compile(
    r"[Nn]ếu (?:có|gặp|còn|phát sinh) [^.,;:\n]{0,60}?(?:vướng mắc|khó khăn|phát sinh|thắc mắc)(?P<gap> )(?P<opener>đề nghị|yêu cầu|kịp thời)(?= )"
)
"""A condition that runs into what is asked for: `nếu có vướng mắc đề nghị …`."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split("|"))


_LINK = re.compile(r"(?<=\w) (?P<opener>từ đó|qua đó|vì vậy|do đó|nhất là)(?= [^\W\d_])")
_NO_LINK = {
    "từ đó": _words("kể|đầu|cũng|và|để|rồi|mà|chính|ngay|sau|khởi"),
    "qua đó": _words("thông|và|để|vượt|trải|chỉ|nhưng"),
    "vì vậy": _words("chính|và|cũng|bởi|mà"),
    "do đó": _words("chính|và|cũng|bởi|mà"),
    "nhất là": _words(
        "cao|lớn|thấp|mới|tốt|ít|nhiều|thứ|trọng|đầu|sớm|muộn|nhanh|chậm|gần|xa|dài|ngắn|rẻ|đắt|hay|đẹp|khó|dễ|duy|rõ|bật|bản"
        "|chính|biến|thiết|tiếng|tuổi|kém|nặng|nhẹ|trẻ|già|mạnh|yếu|rộng|hẹp|sâu|trội|đông|lý|biểu|hình|lại|hiếm|sát|đủ|và"
    ),
}
"""Words behind which each links no two clauses: `kể từ đó`, `thông qua đó`, `cao nhất là`."""


MIN_CLAUSE = 8
"""Behind fewer words `nhất là` makes a superlative: `Đáng nhớ nhất là …`, `Ngày cao điểm nhất là …`."""
_MARK = re.compile(r"[.;:,()–](?= )")


def _words_before(text: str, at: int) -> int:
    """Count the words between the last mark and a place."""
    start = 0
    for mark in _MARK.finditer(text, 0, at):
        start = mark.end()
    return len(text[start:at].split())


@only_where("trong đó", "nhất là", "từ đó", "qua đó", "vì vậy", "do đó", "nếu ", "Nếu ")
def missing_comma(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield what details or follows without a comma before it."""
    for pattern in (_PARENTHESIS, _CONDITION):
        for match in pattern.finditer(block.text):
            at, end = match.start("gap"), match.end("opener")
            if not block.quoted(at, end):
                yield Hit(at - 1, end, {"opener": match["opener"]}, (Edit(at, at, ","),))
    for match in _LINK.finditer(block.text):
        opener, at = match["opener"], match.start()
        left = block.text[block.text.rfind(" ", 0, at) + 1 : at].lower()
        if left in _NO_LINK[opener] or block.quoted(at, match.end()):
            continue
        if opener != "nhất là" or _words_before(block.text, at) >= MIN_CLAUSE:
            yield Hit(at - 1, match.end(), {"opener": opener}, (Edit(at, at, ","),))


_FRAGMENT = re.compile(r"\.(?<=[\w)”].) (?P<opener>Góp phần|Dẫn đến)(?= [^\W\d_])")


@only_where(". Góp phần", ". Dẫn đến")
def fragment(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield the full stop before a sentence that has no subject, since it goes on with the one before."""
    for match in _FRAGMENT.finditer(block.text):
        start, opener = match.start(), match["opener"]
        edits = (Edit(start, start + 1, ","), Edit(start + 2, start + 3, opener[0].lower()))
        yield Hit(start, match.end(), {"opener": opener}, edits)
