"""DC022: the comma before what details or follows: trong đó, nhất là, từ đó, qua đó, vì vậy; a sentence that is none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportlint.facts.block import BlockFacts
from reportlint.letters import UPPER
from reportlint.patterns import listed
from reportlint.rule import Edit, Hit, Rule, only_where

_UNITS = (
    "người|hộ|đồng|hồ sơ|trường hợp|lượt|vụ|đơn vị|tỷ|triệu|kg|tấn|ha|km|cơ sở|dự án|doanh nghiệp|thủ tục|văn bản|đại biểu|đảng viên|công chức|viên chức|học sinh"
    "|lớp|cuộc|đoàn|tổ|xã|thôn|m2|m3|năm"
)
_PARENTHESIS = re.compile(
    rf"(?:\d|[%)”]|(?<!\w)\d[\d.,]* (?:{_UNITS})|(?:đẩy mạnh|tăng cường|quan tâm)(?= nhất))(?P<gap> )(?P<opener>trong đó|nhất là)(?= [^\W_])"
)
_SHARE = re.compile(
    r"(?:tương đương|chiếm|vượt)"
    r"(?= (?:\d|với \d|tỷ lệ|tỉ lệ|khoảng|gần \d|trên \d|hơn \d|chỉ tiêu|kế hoạch|so với))"
)
_FIGURE = re.compile(rf"(?<!\w)\d[\d.,]*(?:%| (?:{_UNITS})) \Z")
"""A figure that another one follows as its share: `650,32 ha | chiếm 72%`."""
_REACHED = re.compile(r"(?:đạt|bằng|tăng|giảm|chiếm)(?= \d)")
_SUM = re.compile(r"\d (?:tỷ|triệu|nghìn) đồng \Z")
"""A sum of money that its share or its change follows: `374,8 tỷ đồng | đạt 74,9%`."""
_DETAIL = re.compile(r"trong đó(?=:)")
_NOW = re.compile(r"nay là(?= (?:xã|phường|đặc khu|tỉnh|thành phố|thôn|Sở|Bộ|UBND|Phòng)(?!\w))")
_NAME = re.compile(rf"(?<!\w)[{UPPER}][^\W\d_]+ \Z")
_WORD = re.compile(r"[^\W\d_]+ \Z")
_PARTED_OFF = ((_SHARE, _FIGURE), (_REACHED, _SUM), (_DETAIL, _WORD), (_NOW, _NAME))
"""What is added, and what must stand directly before it."""
_REACH = 24
"""How far that is looked for (code points)."""
_CONDITION = re.compile(
    r"[Nn]ếu (?:có|gặp|còn|phát sinh) [^.,;:\n]{0,60}?(?:vướng mắc|khó khăn|phát sinh|thắc mắc)(?P<gap> )(?P<opener>đề nghị|yêu cầu|kịp thời)(?= )"
)
"""A condition that runs into what is asked for: `nếu có vướng mắc đề nghị …`."""
_BESIDES = re.compile(
    r"đồng thời(?= (?:ban hành|báo cáo|chấn chỉnh|chỉ đạo|chủ động|giúp|đánh giá|đề nghị|đề xuất|góp phần|gửi|hướng dẫn|khắc phục|kiểm tra|lập"
    r"|nâng cao|phối hợp|quan tâm|rà soát|tăng cường|tập trung|tham mưu|thực hiện tốt|tiếp tục|tổ chức|triển khai|tuyên truyền|xây dựng|yêu cầu)(?!\w))"
)
_HELPING = re.compile(r"góp phần(?= [^\W\d_])")
_CLAUSE = re.compile(
    r"(?<!\w)(?:đã|được|đạt|có|tổ chức|thực hiện|triển khai|tham gia|phục vụ|giảm|tăng|bồi dưỡng|ổn định)(?!\w)[^.;:]{12,}"
)
"""A predicate, behind which a second one needs its comma; a subject alone needs none."""
_FRAGMENT = re.compile(r"\.(?<=[\w)”].) (?P<opener>Góp phần|Dẫn đến)(?= [^\W\d_])")
_LINK = re.compile(r"(?<=\w) (?P<opener>từ đó|qua đó|vì vậy|do đó|nhất là)(?= [^\W\d_])")
_NO_LINK = {
    "từ đó": listed("kể|đầu|cũng|và|để|rồi|mà|chính|ngay|sau|khởi"),
    "qua đó": listed("thông|và|để|vượt|trải|chỉ|nhưng"),
    "vì vậy": listed("chính|và|cũng|bởi|mà"),
    "do đó": listed("chính|và|cũng|bởi|mà"),
    "nhất là": listed(
        "cao|lớn|thấp|mới|tốt|ít|nhiều|thứ|trọng|đầu|sớm|muộn|nhanh|chậm|gần|xa|dài|ngắn|rẻ|đắt|hay|đẹp|khó|dễ|duy|rõ|bật|bản"
        "|chính|biến|thiết|tiếng|tuổi|kém|nặng|nhẹ|trẻ|già|mạnh|yếu|rộng|hẹp|sâu|trội|đông|lý|biểu|hình|lại|hiếm|sát|đủ|và"
    ),
}
"""Words behind which each links no two clauses: `kể từ đó`, `thông qua đó`, `cao nhất là`."""
MIN_CLAUSE = 8
"""Behind fewer words `nhất là` makes a superlative: `Đáng nhớ nhất là …`, `Ngày cao điểm nhất là …`."""
_MARK = re.compile(r"[.;:,()–](?= )")
_NO_PREDICATE = listed(
    "và|cũng|phải|cần|được|có|thể|vừa|sẽ|đã|đang|cùng|lại|không|nhưng|mà|hoặc|nhằm|để|đó|thời|sự|luôn|còn|qua|từ|việc|này|trên|cực|nêu|mới|chưa|vào|hoạt|tại|trực|tiếp"
)
"""Words behind which `đồng thời`, `góp phần` belong to the predicate or are the first one."""


@only_where("đồng ", "góp phần", "tương đương", "chiếm", "vượt", "nay là", "trong đó:")
def added_predicate(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield a second predicate, a share or a new name that no comma parts from what it is added to."""
    text = block.text
    for added, before in _PARTED_OFF:
        for match in added.finditer(text):
            if before.search(text, max(0, match.start() - _REACH), match.start()):
                yield from _parted(block, match.start() - 1, match.group())
    for added in (_BESIDES, _HELPING):
        for match in added.finditer(text):
            at = match.start()
            word = _WORD.search(text, max(0, at - _REACH), at)
            opens = max(text.rfind(mark, 0, at) for mark in (". ", "; ", ": "))
            if (
                word
                and word.group()[:-1].lower() not in _NO_PREDICATE
                and (added is _BESIDES or _CLAUSE.search(text, opens + 1, at))
            ):
                yield from _parted(block, at - 1, match.group())


def _parted(block: BlockFacts, at: int, opener: str) -> Iterable[Hit]:
    """Make the hit for the blank at `at` before the opener, unless it stands in a quotation."""
    end = at + 1 + len(opener)
    if not block.quoted(at, end):
        yield Hit(at - 1, end, {"opener": opener}, (Edit(at, at, ","),))


@only_where("trong đó", "nhất là", "từ đó", "qua đó", "vì vậy", "do đó", "nếu ", "Nếu ")
def missing_comma(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield what details or follows without a comma before it."""
    for pattern in (_PARENTHESIS, _CONDITION):
        for match in pattern.finditer(block.text):
            yield from _parted(block, match.start("gap"), match["opener"])
    for match in _LINK.finditer(block.text):
        opener, at = match["opener"], match.start()
        left = block.text[block.text.rfind(" ", 0, at) + 1 : at].lower()
        if left not in _NO_LINK[opener] and (
            opener != "nhất là" or _words_before(block.text, at) >= MIN_CLAUSE
        ):
            yield from _parted(block, at, opener)


def _words_before(text: str, at: int) -> int:
    """Count the words between the last mark and a place."""
    return len(_MARK.split(text[:at])[-1].split())


@only_where(". Góp phần", ". Dẫn đến")
def fragment(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield the full stop before a sentence that has no subject, since it goes on with the one before."""
    for match in _FRAGMENT.finditer(block.text):
        start, opener = match.start(), match["opener"]
        edits = (Edit(start, start + 1, ","), Edit(start + 2, start + 3, opener[0].lower()))
        yield Hit(start, match.end(), {"opener": opener}, edits)
