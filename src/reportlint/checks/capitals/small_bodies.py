"""VH004: one body named in small letters, `công an tỉnh Hà Nam`; the function in small letters, `Trung tâm khuyến nông`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reportlint.checks.capitals.words import gap, raised
from reportlint.knowledge.folding import fold_tone
from reportlint.rule import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reportlint.facts.block import BlockFacts


class Name(NamedTuple):
    """A name as it should be: its syllables, these folded, and what must follow for it to mean one body."""

    right: tuple[str, ...]
    folded: tuple[str, ...]
    needs: str
    """`any`, `unit` (a unit with or without a name), `place` (a name, or a unit with one), `ministry` (none: there is one)."""


_FIELDS = (
    "Nông nghiệp", "Tài nguyên", "Tài chính", "Lao động", "Khoa học", "Giáo dục", "Kế hoạch", "Giao thông vận",
    "Nội vụ", "Tư pháp", "Ngoại vụ", "Dân tộc",
)  # fmt: skip
"""First words of the fields of departments and divisions; those that also follow other words are left out."""
_NAMES: dict[str, tuple[str, ...]] = {
    "any": (
        "Phòng Cảnh sát", "Ngân hàng Nhà nước", "Ngân hàng Chính sách xã hội", "Ủy ban nhân dân", "Ủy ban Mặt trận",
        "Mặt trận Tổ quốc", "Thủ tướng Chính phủ", "Văn phòng Chính phủ", "Viện kiểm sát nhân dân", "Tòa án nhân dân",
        "Chi cục Thuế", "Chi cục Hải quan", "Chi cục Thống kê", "Chi cục Kiểm lâm", "Chi cục Chăn nuôi",
        "Chi cục Trồng trọt", "Chi cục Thủy lợi", "Chi cục Thi hành án", "Chi cục Bảo vệ môi", "Chi cục Quản lý",
        "Cục Hải quan", "Cục Thống kê", "Cục Quản lý", "Cục Thi hành án", "Sở Công Thương", "Sở Xây dựng", "Sở Du lịch",
        "Sở Thông tin", *(f"Sở {field}" for field in _FIELDS), "Phòng Nội vụ", "Phòng Tư pháp", "Phòng Tài chính",
        "Phòng Tài nguyên", "Phòng Giáo dục và", "Phòng Nông nghiệp", "Phòng Lao động",
        "Đoàn Thanh niên Cộng sản", "Hội Liên hiệp Phụ nữ", "Hội Cựu chiến binh", "Liên đoàn Lao động",
    ),
    "unit": (
        "Công an", "Thanh tra", "Hội đồng nhân dân", "Kho bạc Nhà nước", "Bảo hiểm xã hội", "Ban Quản lý dự án", "Tỉnh đoàn", "Huyện đoàn",
        "Bộ Chỉ huy quân sự", "Ban Chỉ huy quân sự", "Văn phòng UBND", "Văn phòng HĐND", "Hội Nông dân", "Hội Phụ nữ", "Hội Chữ thập đỏ",
        "Văn phòng Đăng ký đất đai", "Ban Chấp hành Đảng bộ", "Trung tâm Y tế", "Trung tâm Khuyến nông",
        "Trung tâm Phát triển quỹ đất", "Trung tâm Kiểm soát bệnh", "Trung tâm Phục vụ hành chính",
    ),
    "place": ("Đảng bộ", "Đảng ủy", "Sở Y tế", "Sở Văn hóa", "Phòng Kinh tế", "Phòng Văn hóa", "Phòng Quản lý đô thị"),
}  # fmt: skip
_HEADS = (
    "Sở Công Thương", *(f"Sở {field}" for field in _FIELDS), "Sở Xây dựng", "Sở Y tế", "Sở Văn hóa", "Sở Thông tin", "Sở Du lịch", "Phòng Nội vụ", "Phòng Tư pháp",
    "Phòng Tài chính", "Phòng Tài nguyên", "Phòng Nông nghiệp", "Phòng Lao động", "Phòng Cảnh sát", "Chi cục Thuế",
    "Chi cục Hải quan", "Chi cục Kiểm lâm", "Chi cục Thống kê", "Cục Thuế", "Cục Hải quan", "Ban Quản lý dự án",
    "Ban Quản lý khu", "Ban Quản lý rừng", "Văn phòng Đăng ký", "Trung tâm Dịch vụ", "Trung tâm Phát triển", "Trung tâm Y tế",
    "Trung tâm Giáo dục", "Trung tâm Khuyến", "Trung tâm Quan trắc", "Trung tâm Kiểm soát", "Trung tâm Xúc tiến",
    "Trung tâm Phục vụ", "Trung tâm Công nghệ", "Trung tâm Truyền thông", "Trung tâm Hỗ trợ", "Trung tâm Tư vấn",
    "Trung tâm Văn hóa", "Trung tâm Bảo trợ", "Trung tâm Ứng dụng", "Trung tâm Kỹ thuật", "Trung tâm Chính trị",
    "Trung tâm Nước sạch", "Trung tâm Lưu trữ", "Bệnh viện Đa khoa", "Trường Tiểu học", "Trường Trung học",
    "Trường Mầm non", "Tỉnh ủy", "Huyện ủy", "Thành ủy", "Thị ủy", "Đảng ủy", "Hội Chữ thập", "Hội Người cao", "Ban Dân vận", "Ban Tuyên giáo",
    "Ban Tổ chức Huyện", "Ban Tổ chức Tỉnh", "Ban Kinh tế", "Ban Pháp chế", "Cục Quản lý", "Hội Luật gia",
    "Hội Khuyến học", "Hội Cựu chiến", "Hội Nông dân",
    "Hội Nhà báo", "Hội Đông y", "Hội Liên hiệp", "Hiệp hội Doanh nghiệp", "Liên minh Hợp tác", "Liên hiệp các", "Ban Thanh tra nhân", "Hạt Kiểm lâm",
)  # fmt: skip
_UNITS = frozenset({"tỉnh", "huyện", "xã", "phường", "quận", "thị", "thành"})
_GENERIC_UNITS = frozenset({"xã", "phường", "thị"})
"""Units so many that the body of one without a name is any of them: `công an xã`."""
_NOT_ONE = frozenset(
    """các những nhiều mỗi từng mọi một hai ba bốn năm nghị cấp liên hoặc phó trưởng chánh tránh đồng cơ trụ
    quốc trực nguyên cựu đoàn cuộc gia đóng quỹ thu hưởng ngành lượng nguồn mức nợ tác động nghiệp
    trong hệ""".split()  # noqa: SIM905
)
"""Words before that make a name plural, a post, or part of another word."""


def _index(named: Mapping[str, Iterable[str]]) -> dict[str, dict[str, list[Name]]]:
    """Return the names by their first and second syllable."""
    index: dict[str, dict[str, list[Name]]] = {}
    for needs, names in named.items():
        for name in names:
            right = tuple(name.split())
            folded = tuple(fold_tone(s.lower()) for s in right)
            index.setdefault(folded[0], {}).setdefault(folded[1], []).append(Name(right, folded, needs))
    return index


_SMALL = _index(_NAMES)
_MINISTRIES = (
    "Bộ Giáo dục và Đào tạo", "Bộ Y tế", "Bộ Tài chính", "Bộ Nội vụ", "Bộ Tư pháp", "Bộ Công an", "Bộ Quốc phòng",
    "Bộ Ngoại giao", "Bộ Công Thương", "Bộ Giao thông vận tải", "Bộ Khoa học và Công nghệ", "Bộ Kế hoạch và Đầu tư",
    "Bộ Tài nguyên và Môi trường", "Bộ Thông tin và Truyền thông", "Bộ Nông nghiệp và", "Bộ Lao động", "Bộ Văn hóa",
)  # fmt: skip
_HEADED = _index({"any": _HEADS, "ministry": _MINISTRIES})
"""Names whose first syllable has its capital but a later one has not."""


def small(block: BlockFacts) -> Iterable[Hit]:
    """Yield names of one body whose first letter is small."""
    folded, low = block.folded, _SMALL
    last = len(folded) - 1
    for i in block.where(low):
        seconds = low[folded[i]]
        if i < last and folded[i + 1] in seconds and block.written[i].islower():
            for name in seconds[folded[i + 1]]:
                if _stands(block, i, name) and _is_one(block, i, name):
                    yield from _hit(block, i, name)
                    break


def headed(block: BlockFacts) -> Iterable[Hit]:
    """Yield names with a capital on the type and none on the function, inside a sentence; of ministries, anywhere."""
    folded = block.folded
    for i in block.titled:
        seconds = _HEADED.get(folded[i])
        if not seconds or i + 1 >= len(folded) or folded[i + 1] not in seconds:
            continue
        if not i or gap(block, i) not in {" ", ", ", "; "} or not block.written[i - 1].islower():
            continue
        for name in seconds[folded[i + 1]]:
            if (
                _stands(block, i, name)
                and folded[i - 1] not in {"các", "những"}
                and not _of_any_commune(block, i)
            ):
                yield from _hit(block, i, name)
                break


def _of_any_commune(block: BlockFacts, i: int) -> bool:
    """Tell whether `cấp xã` follows soon: any such body is meant, `Trung tâm dịch vụ tổng hợp cấp xã`."""
    behind = block.folded[i : i + 8]
    return any(two in {("cấp", "xã"), ("cấp", "huyện")} for two in pairwise(behind))


def _stands(block: BlockFacts, i: int, name: Name) -> bool:
    """Tell whether the syllables of a name stand from word `i` on, joined by single blanks."""
    end = i + len(name.folded)
    return block.folded[i:end] == name.folded and all(gap(block, j) == " " for j in range(i + 1, end))


def _is_one(block: BlockFacts, i: int, name: Name) -> bool:
    """Tell whether words around show that one body is meant."""
    before = gap(block, i) if i else ""
    if before == " " and block.folded[i] == "cục" and block.folded[i - 1] in {"chi", "tổng"}:
        return False
    if (before == " " and block.folded[i - 1] in _NOT_ONE) or (i and any(c.isdigit() for c in before)):
        return False
    if name.right[0] == "Chi" and _of_any_area(block, i + len(name.folded)):
        return False
    if before == " " and block.folded[i - 1] == "và" and "các" in block.folded[max(i - 7, 0) : i]:
        return False
    return name.needs == "any" or _has_unit(block, i + len(name.folded), bare=name.needs == "unit")


def _of_any_area(block: BlockFacts, j: int) -> bool:
    """Tell whether `khu vực` without number or name follows: `chi cục thuế khu vực có nhiều doanh nghiệp`."""
    if block.folded[j : j + 2] != ("khu", "vực"):
        return False
    behind = gap(block, j + 2) if j + 2 < len(block.folded) else ""
    return not any(c.isdigit() for c in behind) and not (
        j + 2 < len(block.folded) and block.written[j + 2][0].isupper()
    )


def _has_unit(block: BlockFacts, j: int, *, bare: bool) -> bool:
    """Tell whether a name or a unit stands at word `j`; `bare` accepts huyện, tỉnh without a name."""
    folded = block.folded
    if j >= len(folded) or gap(block, j) != " ":
        return False
    if folded[j] not in _UNITS:
        return j in block.titled
    k = j + (2 if folded[j] in {"thị", "thành"} else 1)
    if k < len(folded) and gap(block, k) == " " and k in block.titled:
        return True
    listed = k < len(folded) and folded[k] in _UNITS and gap(block, k) == ", "  # `công an tỉnh, thành phố`
    return bare and not listed and folded[j] not in _GENERIC_UNITS


def _hit(block: BlockFacts, i: int, name: Name) -> Iterable[Hit]:
    """Yield the syllables that want a capital, from the first to the last of them."""
    words = block.words[i : i + len(name.right)]
    if any(w.text.isupper() != right.isupper() for w, right in zip(words, name.right, strict=True)):
        return
    wrong = [k for k, w in enumerate(words) if w.text[0].islower() and name.right[k][0].isupper()]
    if not wrong or block.quoted(words[0].start, words[-1].end):
        return
    start, end = words[wrong[0]].start, words[wrong[-1]].end
    edits = tuple(Edit(words[k].start, words[k].start + 1, words[k].text[0].upper()) for k in wrong)
    right = " ".join(raised(w.text) if k in wrong else w.text for k, w in enumerate(words))
    yield Hit(
        start,
        end,
        {"found": block.text[words[0].start : words[-1].end], "right": right},
        edits,
        cause="capital",
    )
