"""Bodies named in the text: committees, ministries, departments, Party organs. Each with its kind and level."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from reportlint.letters import UPPER

if TYPE_CHECKING:
    from collections.abc import Iterator

Level = Literal["central", "province", "district", "commune", ""]

FIELDS = (
    "Nông nghiệp và Phát triển nông thôn|Nông nghiệp và PTNT|Nông nghiệp và Môi trường|Nông nghiệp|Tài nguyên và Môi trường"
    "|Tài nguyên - Môi trường|Tài nguyên & Môi trường|Lao động ?[-,–] ?Thương binh và Xã hội|Lao động TB và XH"
    "|Lao động ?[-–] ?TB&XH|LĐ-?TB&?XH|LĐTB và XH|Văn hóa,? Thể thao và Du lịch|Văn hóa - Thể thao|Văn hóa và Thông tin"
    "|Văn hóa và Thể thao|Văn hóa - Xã hội|VH ?TT ?& ?DL|VHTTDL|Thông tin và Truyền thông|Khoa học và Công nghệ"
    "|Khoa học, Công nghệ và Môi trường|Giáo dục và Đào tạo|GD ?& ?ĐT|Kế hoạch và Đầu tư|Tài chính ?- ?Kế hoạch"
    "|Tài chính|Giao thông vận tải|Xây dựng|Công Thương|Công thương|Y tế|Nội vụ|Tư pháp|Quốc phòng|Công an|Ngoại giao"
    "|Ngoại vụ|Du lịch|Dân tộc và Tôn giáo|Dân tộc|Kinh tế và Hạ tầng|Kinh tế,? Hạ tầng và Đô thị|Kinh tế"
    "|Quản lý đô thị|Y tế|TN ?& ?MT|TNMT|NN ?& ?PTNT|NN ?& ?MT|KH ?& ?ĐT|KH ?& ?CN|TT ?& ?TT|GTVT"
)
PLACE = rf"(?:[{UPPER}][\w'’]*(?:[ -][{UPPER}][\w'’]*){{0,4}})"
_UNIT = rf"(?:(?:tỉnh|Tỉnh|thành phố|Thành phố|TP\.?|huyện|Huyện|quận|Quận|thị xã|Thị xã|xã|Xã|phường|Phường|thị trấn|đặc khu)(?: {PLACE}|(?= |[,.;:)“”]|$)))"
_STOP = (
    r"(?:cấp|về|quy|ban|đã|là|được|tại|theo|trên|trong|để|cho|với|do|khi|và (?![A-ZĐ]|công nghiệp|môi trường)|ký|trình|gửi|có|thì|phê|hướng|chủ"
    r"|phối|tổ|tham|tiếp|thực|triển|yêu|đề|xem|năm|ngày|số|từ|đến|không|như|sẽ|còn|đang|cùng|của|các|những|nhằm)\b"
)
_BODY = re.compile(
    r"(?:(?P<party>(?:(?:Ban Thường vụ|Thường trực|Thường vụ|BTV|BCH|Ban Chấp hành|TT\.?|Ủy ban Kiểm tra|UBKT|Văn phòng|Ban Tổ chức"
    r"|Ban Tuyên giáo và Dân vận|Ban Tuyên giáo|Ban Dân vận|Ban Nội chính|Bí thư|Phó Bí thư) )?"
    r"(?P<committee>Tỉnh ủy|Tỉnh uỷ|Thành ủy|Thành uỷ|Huyện ủy|Huyện uỷ|Quận ủy|Quận uỷ|Thị ủy|Thị uỷ|Đảng ủy|Đảng uỷ))"
    r"|(?P<central>Hội nghị lần thứ \w+(?: \w+)? Ban Chấp hành Trung ương(?: Đảng)?(?: [Kk]h[oó][aá] [IVX]+)?"
    r"|Ban Chấp hành Trung ương(?: Đảng)?(?: Cộng sản Việt Nam)?(?: [Kk]h[oó][aá],? [IVX]+)?|Bộ Chính trị(?: [Kk]h[oó][aá] [IVX]+)?"
    r"|Ban Bí thư(?: Trung ương)?(?: Đảng)?(?: [Kk]h[oó][aá] [IVX]+)?|Trung ương Đảng|Quốc hội(?: khóa [IVX]+)?|[UỦ]y ban [Tt]hường vụ Quốc hội"
    r"|Chủ tịch nước|Thủ tướng(?: Chính phủ)?|Văn phòng Chính phủ|Chính phủ|Thanh tra Chính phủ|Kiểm toán nhà nước|Ngân hàng Nhà nước(?: Việt Nam)?"
    r"|Tòa án nhân dân tối cao|Viện kiểm sát nhân dân tối cao|Văn phòng Trung ương Đảng|Ban Tổ chức Trung ương"
    r"|[UỦ]y ban Trung ương M\w+ Tổ quốc Việt Nam)"
    r"|(?:(?P<ministry>(?:Bộ trưởng |Thứ trưởng )?Bộ)|(?P<department>(?:Giám đốc |Phó Giám đốc )?Sở)|(?P<division>(?:Trưởng )?[Pp]hòng))"
    rf" (?:{FIELDS})"
    r"|(?P<ethnic>(?:Bộ trưởng, Chủ nhiệm )?Ủy ban Dân tộc)"
    r"|(?P<committee2>(?:(?:Phó )?Chủ tịch |Văn phòng |Thường trực |TT\.? ?)?(?:HĐND (?:và|&|-) |Hội đồng nhân dân (?:và|&) )?"
    r"(?:UBND|[UỦ]y ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân|Đoàn [Đđ]ại biểu Quốc hội|Ủy ban MTTQ(?: Việt Nam)?))"
    r"|(?P<other>Cục|Tổng cục|Chi cục|Thanh tra|Công an|Bộ Chỉ huy Quân sự|Kho bạc Nhà nước|Tòa án nhân dân|Viện [Kk]iểm sát nhân dân"
    r"|Ban [Qq]uản lý|Ban Chỉ đạo|Ban Chỉ huy|Liên đoàn Lao động|Hội Nông dân|Hội Phụ nữ|Đoàn Thanh niên|Trung tâm|Hội đồng|Văn phòng))"
    # What may follow is written once: each copy of fields, unit and place takes a millisecond to compile.
    rf"(?(central)|(?(ministry)|(?(ethnic)|(?: (?:{_UNIT}|(?(committee2)cấp (?:tỉnh|huyện|xã)|(?(department)(?!)|(?(division)(?!)"
    rf"|{PLACE}(?(other)(?: (?!{_STOP})\w+){{0,9}}))))))?)))"
)
_HEAD = re.compile(r"[A-ZĐUỦp]\w+")
_HEADS = frozenset(
    [
        "Ban",
        "Thường",
        "Thường",
        "Thường",
        "TT",
        "BTV",
        "BCH",
        "Ủy",
        "Uỷ",
        "UBKT",
        "UBND",
        "HĐND",
        "Văn",
        "Bí",
        "Phó",
        "Tỉnh",
        "Thành",
        "Huyện",
        "Quận",
        "Thị",
        "Đảng",
        "Hội",
        "Bộ",
        "Trung",
        "Quốc",
        "Chủ",
        "Thủ",
        "Chính",
        "Thanh",
        "Kiểm",
        "Ngân",
        "Tòa",
        "Viện",
        "Thứ",
        "Sở",
        "Giám",
        "phòng",
        "Phòng",
        "Trưởng",
        "Đoàn",
        "Cục",
        "Tổng",
        "Chi",
        "Công",
        "Kho",
        "Liên",
        "Trung",
    ]
)
"""First words of the names that `_BODY` knows: trying it at these alone is some thirty times faster than a search."""
_UNIT_NAMED = re.compile(
    rf"(?:cấp )?([Tt]ỉnh|[Tt]hành phố|TP\.?|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu)(?: ([{UPPER}].*))?$"
)
_LEVELS: dict[str, Level] = {
    "tỉnh": "province", "thành": "province", "huyện": "district", "quận": "district", "thị": "district", "xã": "commune",
    "phường": "commune", "đặc": "commune", "đảng": "",
}  # fmt: skip


class Body(NamedTuple):
    """A body as named; `kind` tells what it is, `level` where it stands, `place` its proper name where given."""

    start: int
    end: int
    text: str
    kind: str
    """party, central, ministry, department, division, committee (UBND, HĐND …) or other."""
    level: Level
    place: str
    organ: str
    """What it is without its place: `UBND`, `HĐND`, `cấp ủy`, `Bộ Nội vụ`, `Chính phủ` …"""

    def moved(self, by: int) -> Body:
        """Return the body moved by a number of code points."""
        return self._replace(start=self.start + by, end=self.end + by)

    def agrees(self, other: Body) -> bool:
        """Tell whether both names may mean one body: `UBND tỉnh` and `Ủy ban nhân dân tỉnh Bình Định`."""
        if self.organ != other.organ:
            return False
        if self.level and other.level and self.level != other.level:
            return False
        return not (self.place and other.place) or self.place.casefold() == other.place.casefold()


def bodies(text: str) -> Iterator[Body]:
    """Yield the bodies named in one paragraph, in order."""
    done = 0
    for head in _HEAD.finditer(text):
        if head.start() >= done and head.group() in _HEADS and (match := _BODY.match(text, head.start())):
            done = match.end()
            yield _body(match, match.start())


def body_at(text: str, start: int) -> Body | None:
    """Return the body whose name begins at `start`."""
    match = _BODY.match(text, start)
    return _body(match, start) if match else None


def _body(match: re.Match[str], start: int) -> Body:
    name = match.group().rstrip()
    if match["party"]:
        return _party(match, name, start)
    unit = _UNIT_NAMED.search(name)
    level, place = _level_of(unit)
    if match["central"]:
        return Body(start, start + len(name), name, "central", "central", "", _central(name))
    if match["ministry"] or match["ethnic"]:
        organ = re.sub(r"^(?:Bộ trưởng|Thứ trưởng) ", "", name)
        return Body(start, start + len(name), name, "ministry", "central", "", organ)
    if match["committee2"]:
        return Body(start, start + len(name), name, "committee", level, place, _committee(name))
    bare = name[: unit.start()].strip() if unit and unit.start() > 3 else name
    bare = re.sub(r"^(?:Phó )?(?:Giám đốc|Trưởng) ", "", bare)
    kind = "department" if match["department"] else "division" if match["division"] else "other"
    if kind == "department":
        level = "province"
    elif kind == "division":
        level = level if level == "commune" else "district"
    return Body(start, start + len(name), name, kind, level, place, bare[:1].upper() + bare[1:])


def _party(match: re.Match[str], name: str, start: int) -> Body:
    head = match["committee"].split()[0].lower()
    rest = name[name.find(match["committee"]) + len(match["committee"]) :].strip()
    level = _LEVELS.get(head, "")
    place = rest
    if head == "đảng":
        unit = re.match(
            r"(các )?(tỉnh|huyện|xã|phường|thị trấn|đặc khu|Công an|Quân sự)\b ?(.*)", rest, re.IGNORECASE
        )
        level, place = (
            (_LEVELS.get(unit[2].split()[0].lower(), ""), unit[3])
            if unit
            else ("commune" if not rest else "", rest)
        )
    side = name[: name.find(match["committee"])].strip()
    organ = (
        "cấp ủy"
        if not side or "vụ" in side or "Chấp" in side or side in {"Thường trực", "TT", "TT.", "BTV", "BCH"}
        else side
    )
    return Body(
        start,
        start + len(name),
        name,
        "party",
        level,
        re.sub(r"^(?:tỉnh|huyện|xã|phường) ", "", place),
        organ,
    )


def _level_of(unit: re.Match[str] | None) -> tuple[Level, str]:
    if not unit:
        return "", ""
    head = unit[1].lower().split()[0].strip(".")
    level: Level = {"thị": "district", "tp": ""}.get(head) or _LEVELS.get(head, "")  # type: ignore[assignment]
    if unit[1].lower() == "thị trấn":
        level = "commune"
    if unit[1].lower().startswith(("thành phố", "tp")):
        level = ""
    return level, (unit[2] or "").strip()


def _central(name: str) -> str:
    if "Chấp hành" in name or name == "Trung ương Đảng":
        return "Ban Chấp hành Trung ương"
    if name.startswith("Ban Bí thư"):
        return "Ban Bí thư"
    if name.startswith("Bộ Chính trị"):
        return "Bộ Chính trị"
    return (
        "Thủ tướng Chính phủ"
        if name.startswith("Thủ tướng")
        else name.split(" khóa", maxsplit=1)[0].replace("Uỷ", "Ủy")
    )


def _committee(name: str) -> str:
    if "HĐND" in name or "Hội đồng nhân dân" in name:
        return "HĐND" if "UBND" not in name and "y ban nhân dân" not in name.lower() else "HĐND và UBND"
    if "Văn phòng" in name:
        return "Văn phòng UBND"
    return "UBND" if "UBND" in name or "ban nhân dân" in name else name
