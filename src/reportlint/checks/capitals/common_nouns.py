"""VH002: common nouns, and `về` of a document's subject, with a capital inside a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.checks.capitals import generic, lexicon
from reportlint.checks.capitals.words import gap, pair

if TYPE_CHECKING:
    from reportlint.facts.block import BlockFacts

_STOPS = frozenset('.:;!?“”"()\n')
_LISTED = frozenset({"phụ", "mẫu", "biểu", "bảng", "phần", "chương", "mục", "nhóm"})
"""First words of headings that a number and a title follow: `Phụ lục 01 Về …`."""
_RELATORS = frozenset(
    {
        "của",
        "về",
        "với",
        "cho",
        "theo",
        "có",
        "bằng",
        "là",
        "do",
        "từ",
        "vào",
        "gồm",
        "nhằm",
        "thêm",
        "giao",
        "gửi",
        "mời",
    }
)
"""Words of the sentence behind which a common noun stands small."""
_CARRIERS = frozenset(
    {
        "công tác",
        "đại diện",
        "báo cáo",
        "tham mưu",
        "thay mặt",
        "đồng thời",
        "bao gồm",
        "giữa các",
        "toàn thể",
    }
)
"""Two syllables behind which it does so, besides the verbs of reports."""
_TITLED_BY = frozenset(
    {"khu", "hội", "ban", "quỹ", "ngày", "tháng", "báo", "nhà", "trường", "lớp", "tổ", "đội", "khoa"}
)
"""Words of one syllable that head a name."""
_DEGREES = frozenset(
    {"đại học", "cao đẳng", "trung cấp", "thạc sĩ", "tiến sĩ", "cử nhân", "thạc sỹ", "tiến sỹ"}
)
"""What one has studied, common behind `trình độ`."""
_BODIES = frozenset({"Phòng", "Sở", "Bộ", "Ban", "Cục", "Vụ", "Viện", "Khoa", "Hội"})
"""First words of the names of bodies that have several fields."""
REACH = 4
"""How many syllables behind its first a noun may have its own name."""


def about(block: BlockFacts, i: int) -> str:
    """Return what `Về` wrongly stands behind: the date, symbol or issuer of a document."""
    between = gap(block, i)
    if not between.endswith(" ") or i < 3 or block.folded[0] in _LISTED:
        return ""
    if any(c in _STOPS for c in between.replace("/", "").strip(" ")) or between[:1] in ".)":
        return ""
    before = block.text[: block.start(i)]
    if not any(c.isdigit() for c in before) or (between != " " and not between.strip()[-1:].isdigit()):
        return ""
    if between == " " and not (pair(block, i) == "về việc" or _ends_citation(block, i)):
        return ""
    return f"“{before[before.rstrip().rfind(' ') + 1 :].strip()}”"


def _ends_citation(block: BlockFacts, i: int) -> bool:
    """Tell whether a cited symbol or a body ends right before word `i`."""
    end = block.end(i - 1)
    return block.cited(end - 1, end) or any(b.end == end for b in block.bodies)


def behind_word(block: BlockFacts, i: int) -> str:
    """Return what a common noun with a capital stands behind: a plural, a verb, a preposition."""
    before, here = block.folded[i - 1], pair(block, i)
    opens = before in generic.PLURALS and (i == 1 or gap(block, i - 1).startswith(". "))
    if here not in generic.NOUNS or not (block.written[i - 1].islower() or opens):
        return ""
    if before in generic.PLURALS:
        return "" if named(block, i) or _plural_in_name(block, i) else f"“{before}”"
    measures = here == "biện pháp" and pair(block, i + 2) == "phòng ngừa"
    if here not in generic.PLAIN or here == "lãnh đạo" or measures or named(block, i) or _heads(block, i):
        return ""  # `ý kiến của Lãnh đạo Sở` is the custom of many offices; there are papers named `Biện pháp phòng ngừa …`
    carrier = pair(block, i - 2)
    if before in _RELATORS or carrier in lexicon.VERBS or carrier in _CARRIERS:
        return f"“{block.text[block.start(max(i - 2, 0)) : block.end(i - 1)]}”"
    return ""


def of_education(block: BlockFacts, i: int) -> bool:
    """Tell whether word `i` is what one has studied: `trình độ Đại học trở lên`."""
    degree = pair(block, i) in _DEGREES and block.written[i + 1].islower()
    return degree and pair(block, i - 2) == "trình độ"


def _heads(block: BlockFacts, i: int) -> bool:
    """Tell whether the words before may be the head of a name, of which the noun is a part."""
    if block.folded[i - 1] in lexicon.NAME_LEADS | _TITLED_BY or pair(block, i - 2) in lexicon.NAME_LEADS:
        return True
    return i > 1 and gap(block, i - 1) == " " and block.written[i - 2][0].isupper()


def _plural_in_name(block: BlockFacts, i: int) -> bool:
    """Tell whether the plural stands in the name of a body: `Ban Quản lý các Khu công nghiệp`."""
    return any(
        block.written[j][0].isupper()
        and pair(block, j) in {"ban quản", "quản lý", "liên hiệp", "hiệp hội", "hội các"}
        for j in range(max(i - 4, 0), i)
    )


def named(block: BlockFacts, i: int) -> bool:
    """Tell whether the noun at word `i` has a name of its own: a capital or a figure follows before any other clause."""
    for j in range(i + 2, min(i + 2 + REACH, len(block.low))):
        between = gap(block, j)
        if between != " ":
            return ":" in between or "“" in between or between.lstrip()[:1].isdigit()
        if block.folded[j] in lexicon.FUNCTION_WORDS or block.folded[j] in lexicon.BREAKS:
            return False
        if block.folded[j] in lexicon.ROMAN and block.written[j].isupper():
            return True
        if block.written[j][0].isupper():
            return j in block.titled and pair(block, j) not in generic.NOUNS
    tail = block.text[block.end(min(i + 1, len(block.low) - 1)) :][:3]
    return len(block.low) <= i + 2 and any(c in ":“" or c.isdigit() for c in tail)


def behind_comma(block: BlockFacts, i: int, *, starts_small: bool) -> bool:
    """Tell whether a common noun stands behind a comma in a clause or a list of common nouns."""
    here = pair(block, i)
    if (
        (here not in generic.PLAIN and here != "tiểu dự")
        or not block.written[i - 1].islower()
        or named(block, i)
        or _in_field(block, i)
    ):
        return False
    return starts_small or (here in generic.PERSONS and i > 1 and pair(block, i - 2) in generic.PERSONS)


def _in_field(block: BlockFacts, i: int) -> bool:
    """Tell whether the noun is one of the fields in the name of a body: `Phòng Kinh tế, Hạ tầng và Đô thị`."""
    if i + 3 >= len(block.low) or block.folded[i + 2] != "và" or not block.written[i + 3][0].isupper():
        return False
    j = i - 1
    while j and gap(block, j) == " " and block.written[j] not in _BODIES:
        j -= 1
    return block.written[j] in _BODIES


def behind_semicolon(block: BlockFacts, i: int) -> bool:
    """Tell whether the word behind a semicolon is a common noun, or one as subject of a verb."""
    return pair(block, i) in generic.NOUNS or (
        block.folded[i] in generic.SUBJECTS and block.folded[i + 1] in generic.COPULAS
    )
