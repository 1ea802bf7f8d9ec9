"""Where a sentence is cut in two: an opening adverbial closed by a full stop or a semicolon before its main clause."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from reportlint.facts.block import BlockFacts
from reportlint.letters import LOWER, UPPER
from reportlint.report import Report
from reportlint.rule import Edit, Hit, Rule

_PAPER = (
    r"(?:[Vv]ăn bản|Công văn|Kế hoạch|Chỉ thị|Nghị quyết|Quyết định|Thông tư|Nghị định|Luật|Chương trình|Kết luận|Thông báo|Quy định|Hướng dẫn"
    r"|Đề án|Công điện|Báo cáo|Tờ trình|Thư|Giấy mời|Quy chế)"
)
_CITING = re.compile(
    rf"(?:Thực hiện|Triển khai thực hiện|Triển khai|Căn cứ|Theo|Tiếp theo|Phúc đáp|Trả lời|Tiếp nhận) (?:các |nội dung |tinh thần |đề nghị (?:của [^,;.]{{3,50}} )?tại"
    rf" |(?:sự |ý kiến )?chỉ đạo của [^,;.]{{3,60}} tại |yêu cầu (?:của [^,;.]{{3,50}} )?tại |ủy quyền của [^,;.]{{3,90}} tại "
    rf"|quy định (?:của |tại )(?:[^,;.]{{3,30}} )?)?{_PAPER}\b"
    r"|Thực hiện (?:chức năng, )?nhiệm vụ (?:được|do) [^,;.]{0,30}giao(?=[,;.])"
)
_CONCESSION = re.compile(r"(?<!\w)(?:Mặc dù|Dù) (?:(?!nhưng|song|vẫn)[^.:])+(?P<mark>\.) Tuy nhiên(?!\w)")
"""A clause of concession that is closed before its main clause: `Mặc dù đã cố gắng. Tuy nhiên, …`."""
_ALSO = re.compile(rf" (?:các |và )?(?:{_PAPER}|số)\b")
"""A further paper behind a semicolon."""
_PURPOSE = re.compile(r"(?:Để|Nhằm|Trên cơ sở|Sau khi|Với mục đích) ")
_AIM = re.compile(r"(?:Để|Nhằm) ")
_AIM_INSIDE = re.compile(r"\.(?<=[\w)”].) (?=Nhằm )")
_BODY = (
    r"(?:UBND|[ỦU]y ban nhân dân|Uỷ ban nhân dân|Sở|Huyện [ủu]y|Huyện uỷ|Tỉnh [ủu]y|Tỉnh uỷ|Thành [ủu]y|Đảng [ủu]y|Đảng uỷ|Ban Thường vụ|Ban|Phòng|Văn phòng"
    r"|Cục|Chi cục|Công an|HĐND|Hội đồng nhân dân|Trung tâm|Thanh tra|Trường|Liên đoàn|Bộ Chỉ huy|Chủ tịch|Thường trực)"
)
_ACTING = r"báo cáo|đã|kính|trình|ban hành|xây dựng|tổ chức|đề nghị|có ý kiến|triển khai|chỉ đạo|luôn|tiếp tục|quan tâm|xin|yêu cầu|thông báo|tập trung|tham mưu|theo dõi|phụ trách"
_ACTS = rf"(?:{_ACTING})"
_JOINT = re.compile(rf"(?P<mark>[.;]) (?P<body>{_BODY})(?=(?:,? [^.;:,]{{0,40}}){{0,2}} {_ACTS}\b)")
_DEMAND = re.compile(
    r"(?P<mark>;) (?P<body>(?:kính )?đề nghị|yêu cầu|giao|chỉ đạo|các (?:cơ quan|đơn vị|sở|địa phương)[^.;:]{0,80} (?:cần|phải))(?= )"
)
"""A main clause without a body that acts: it begins with what is asked for."""
_DEMANDED = re.compile(r", (?:kính )?(?:đề nghị|yêu cầu|giao|cần|phải|chỉ đạo|thống nhất) |:")
_NEXT = re.compile(rf"{_BODY} (?:[^.;:,]{{0,70}} )?{_ACTS}\b")
_MAIN_CLAUSE = re.compile(
    rf"\bđã (?!được)|, (?:nay )?{_BODY} (?:[^,.;]{{0,80}} )?{_ACTS}\b|, (?:các|những|toàn|việc|công tác) [^,.;]{{3,80}} (?:được|đạt|có)\b"
    rf"|, (?:tỉnh|huyện|xã|phường|thành phố|đơn vị|nhà trường|cơ quan|ngành) [{LOWER}]"
)
_VERB = re.compile(r"\b(?:đủ|chưa|không|có|được|đã|là|cần|phải|thì|nên|do|gồm)\b|:")
"""What shows a clause behind `Căn cứ` with no paper after it."""
_LABEL = re.compile(r"\s*(?:[-+] +|\d{1,2}(?:\.\d{1,2})*\. )?(?:[^\W\d_]+(?: [^\W\d_]+){0,7}: )?")
"""What may stand before the sentence: a dash or a number, a label."""
_SENTENCE_END = re.compile(rf"\.(?<=[{LOWER}\d)].) (?=[{UPPER}][{LOWER}])")
_CLAUSE = re.compile(
    rf", [^,;.]{{0,90}}?\b(?:{_ACTING}|được|có|là|đã|phải|sẽ|cần|thực hiện|giao|phê duyệt|quy định|thuộc|gồm|bảo đảm|đạt|tăng|giảm|còn|không|bị)\b"
    rf"|, (?:tỉnh|huyện|xã|phường|thành phố|đơn vị|nhà trường|cơ quan|ngành) [{LOWER}]"
    rf"|\bđã (?!được)|\b(?:thì|gồm|bao gồm|như sau)\b|^(?:Triển khai|Tiếp nhận) "
)
"""What a main clause shows: a verb behind a comma."""
_ABBREVIATED = re.compile(r"(?:\b[A-ZĐ]|\bTP|\bTx|\bTT|v\.v|\.\.)$")
MAX_LEAD = 900
"""A longer stretch before the joint is no adverbial any more (code points)."""


def cut_sentence(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Yield the full stop or semicolon between an opening adverbial and the body that acts, with the first word of its name."""
    label = _LABEL.match(block.text)
    yield from _cut_behind(block.text, label.end() if label else 0)
    for match in _AIM_INSIDE.finditer(block.text):
        yield from _cut_behind(block.text, match.end())
    for match in _CONCESSION.finditer(block.text) if ". Tuy nhiên" in block.text else ():
        yield _cut(block.text, match.start(), match.start("mark"), match.end())


def _cut_behind(text: str, at: int) -> Iterable[Hit]:
    """Yield the mark that cuts the sentence that opens at `at`."""
    citing = _CITING.match(text, at) is not None
    if citing:
        marks, joints = ".;", _JOINT.finditer(text, at)
    elif text.startswith("Căn cứ ", at):
        marks, joints = ".", _JOINT.finditer(text, at)
    elif _PURPOSE.match(text, at):
        marks = ".;" if _AIM.match(text, at) else ";"
        joints = itertools.chain(_JOINT.finditer(text, at), _demands(text, at))
    else:
        return
    for match in joints:
        lead = text[at : match.start()]
        if (
            len(lead) > MAX_LEAD
            or _MAIN_CLAUSE.search(lead)
            or (match["mark"] == "." and not citing and _VERB.search(lead))
            or (". " in lead and re.search(rf"[{LOWER}\d]\. [{UPPER}]", lead))
        ):
            return
        if match["mark"] in marks and not _ABBREVIATED.search(lead):
            yield _cut(text, at, match.start("mark"), match.end("body"))
            return
    if citing:
        yield from _citing_alone(text, at)


def _cut(text: str, at: int, start: int, end: int) -> Hit:
    """Make the hit for the mark at `start` and the word behind it that ends at `end`; the paragraph opens at `at`."""
    opener = " ".join(text[at:].split(" ", 2)[:2])
    args = {"mark": text[start], "body": text[start + 2 : end], "opener": opener}
    return Hit(start, end, args, (Edit(start, start + 1, ","),), cause="sentence-end")


def _citing_alone(text: str, at: int) -> Iterable[Hit]:
    """Yield the full stop behind a first sentence that cites papers and says nothing: no comma in it begins a clause."""
    stop = _SENTENCE_END.search(text, at)
    if stop is None or stop.start() - at > MAX_LEAD:
        return
    lead = text[at : stop.start()]
    if ":" in lead or _ABBREVIATED.search(lead) or _CLAUSE.search(lead):
        return
    if not all(map(_ALSO.match, lead.split(";")[1:])):
        return
    next_word = text[stop.end() :].split(" ", 1)[0]
    yield _cut(text, at, stop.start(), stop.end() + len(next_word))


def _demands(text: str, at: int) -> Iterable[re.Match[str]]:
    """Return the joint before a demand, where nothing was asked for before it."""
    match = _DEMAND.search(text)
    return [match] if match and not _DEMANDED.search(text, at, match.start()) else []


def cut_paragraph(report: Report, rule: Rule) -> Iterable[Hit]:
    """Yield the semicolon that ends a paragraph made of one adverbial, when the next one begins with the body that acts."""
    blocks = report.outline.body_blocks
    for upper, lower in itertools.pairwise(blocks):
        text = report.document.block_text(upper).rstrip()
        if (
            not text.endswith((";", "."))
            or text.endswith("./.")
            or text.startswith("Căn cứ")
            or not _CITING.match(text)
        ):
            continue
        below = report.document.block_text(lower).lstrip()
        if (
            _NEXT.match(below)
            and len(text) <= MAX_LEAD
            and not _MAIN_CLAUSE.search(text)
            and not re.search(rf"[{LOWER}\d]\. [{UPPER}]", text)
        ):
            end = upper.start + len(text)
            args = {
                "mark": text[-1],
                "body": below.split(" ", 1)[0],
                "opener": " ".join(text.split(" ", 2)[:2]),
            }
            yield Hit(end - 1, end, args, (Edit(end - 1, end, ","),), cause="sentence-end")


_OPENER = re.compile(
    r"(?P<opener>Qua đó|Theo đó|Do đó|Vì vậy|Tuy nhiên|Ngoài ra|Bên cạnh đó|Nhìn chung|Mặt khác|Trên cơ sở đó|Cùng với đó|Song song đó)"
    r"(?P<comma>,?) (?P<next>\w+)(?: (?P<second>\w+))?"
)
_DAY = re.compile(
    rf"^(?:[-+] )?(?P<opener>Ngày \d{{1,2}}/\d{{1,2}}/\d{{4}})(?P<comma>,?) (?P<next>[{UPPER}][{LOWER}]+)",
    re.MULTILINE,
)
_SUBJECT = re.compile(
    rf"(?:{_BODY}|các|những|việc|công tác|tình hình|hằng năm|hàng năm|hằng tháng|hàng tháng|người|doanh nghiệp|huyện|tỉnh|xã|chất lượng|tỷ lệ|một số|nhiều|hầu hết|nội dung"
    rf"|trong quá trình|trong năm|trong thời gian|trên địa bàn|khi|để|do|vẫn còn|hiện nay|hệ thống|kết quả|cơ quan|thành phần|cán bộ|nhận thức|ý thức)\b"
)


def opener_comma(report: Report, rule: Rule) -> Iterable[Hit]:
    """Yield openers of a sentence without a comma before a full clause; not where the report goes without it more often."""
    found = [
        m
        for m in _OPENER.finditer(report.document.text)
        if m["opener"] == "Tuy nhiên" or _SUBJECT.match(report.document.text, m.start("next"))
    ]  # what turns against the sentence before is parted from any words, the others from a subject only
    found += _DAY.finditer(report.document.text)
    bare = [m for m in found if not m["comma"]]
    if len(bare) > 5 and 2 * len(bare) > len(found):
        return
    for match in bare:
        start, end = match.start(), match.end("next")
        at = match.end("opener")
        yield Hit(start, end, {"opener": match["opener"], "next": match["next"]}, (Edit(at, at, ","),))
