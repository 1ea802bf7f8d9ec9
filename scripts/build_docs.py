"""Write `docs/rules/`: one page a rule and their index, from the compiled catalogue.

    python scripts/build_docs.py [--check]

The words for source, certainty and repair are those of `reportlint rule CODE`. With --check nothing is written: exit 1
when a page is missing, old, or of a rule that is gone. Run it after `scripts/build_catalogue.py`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from reportlint import catalogue  # noqa: E402
from reportlint.cli.rule import CERTAINTY, FIX, params_line, source_line  # noqa: E402
from reportlint.knowledge.doctypes import document_types  # noqa: E402
from reportlint.renderers.words import LEVEL, REGIME, SEVERITY  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reportlint.rule import Rule

FOLDER = ROOT / "docs" / "rules"
NOTE = "<!-- Made by scripts/build_docs.py from rules/*.toml: do not edit. -->\n"
FAMILIES = {
    "DL": "Đọc tệp",
    "TT": "Thể thức: các thành phần và cách ghi",
    "TB": "Trình bày: khổ giấy, lề, phông chữ, giãn dòng",
    "BC": "Bố cục: đánh số, đề mục, chú thích, phụ lục",
    "VD": "Viện dẫn văn bản",
    "NT": "Ngày, tháng, kỳ báo cáo",
    "CQ": "Cơ quan, cấp, đơn vị hành chính",
    "SL": "Số liệu",
    "VT": "Chữ viết tắt, thuật ngữ",
    "VH": "Viết hoa",
    "CT": "Chính tả",
    "DC": "Dấu câu, khoảng trắng",
    "MS": "Sót từ văn bản mẫu",
}
GIVEN = {
    "date": "ngày báo cáo",
    "issuer": "cơ quan ban hành",
    "kind": "loại văn bản",
    "level": "cấp",
    "place": "đơn vị hành chính",
    "province": "tỉnh",
    "regime": "chế độ",
}


def pages() -> dict[str, str]:
    """Return the text of each page by its name below docs/rules."""
    texts, shown = catalogue.pages(), catalogue.examples()
    made = {
        f"{rule.code}.md": "\n".join(_page(rule, {**texts[rule.code], **shown[rule.code]})) + "\n"
        for rule in catalogue.rules()
    }
    return {"README.md": "\n".join(_index()) + "\n", **made}


def _page(rule: Rule, page: Mapping[str, Any]) -> Iterator[str]:
    yield f"# {rule.code} · {rule.title}\n"
    yield NOTE
    yield f"`{rule.name}`\n"
    yield "**Thông báo**\n"
    for vi, _ in ((rule.message, ""), *rule.variants.values()):
        yield f"- {_plain(vi)}"
    yield f"\n**Vì sao.** {_plain(page['why'])}\n\n**Cách sửa.** {_plain(page['remedy'])}\n"
    yield f"**English.** {rule.title_en} ({rule.severity}, {rule.certainty}).\n"
    for _, en in ((rule.message, rule.message_en), *rule.variants.values()):
        yield f"- {_plain(en)}"
    yield f"\n**Why.** {_plain(page['why_en'])}\n\n**Remedy.** {_plain(page['remedy_en'])}\n"
    yield "| | |\n|---|---|"
    for label, text in _table(rule):
        yield f"| {label} | {text} |"
    yield ""
    for title, key, marks in (
        ("Ví dụ sai", "bad", "\n⟦ ⟧ bao quanh chỗ được chỉ ra.\n"),
        ("Ví dụ đúng", "good", ""),
    ):
        if examples := page.get(key):
            yield f"## {title}\n{marks}"
            for example in examples:
                yield from _example(example)
    yield (
        f"Thử lại các ví dụ: `reportlint rule {rule.code} --test`. Tắt: "
        f'`extend-ignore = ["{rule.code}"]` trong `reportlint.toml`, hoặc [bỏ qua một chỗ](../how-to/suppression.md).'
    )


def _table(rule: Rule) -> Iterator[tuple[str, str]]:
    yield "Mức", f"{SEVERITY['vi'][rule.severity]} (`{rule.severity}`)"
    yield "Độ tin cậy", f"{CERTAINTY[rule.certainty]} (`{rule.certainty}`)"
    yield "Sửa tự động", f"{FIX[rule.fix]} (`{rule.fix}`)"
    yield "Căn cứ", source_line(rule).vi.replace("|", "\\|")
    if not rule.enabled:
        yield "Mặc định", f'tắt; bật bằng `extend-select = ["{rule.code}"]`'
    yield "Chế độ", _listed(rule.regimes, {**REGIME, "any": "mọi chế độ"})
    yield "Loại văn bản", _listed(rule.kinds, {**_kinds(), "any": "mọi loại"})
    yield "Dạng tệp", ", ".join(rule.formats) or "mọi dạng"
    if params := params_line(rule):
        yield "Tham số", f"`{params}`".replace("|", "\\|")


def _kinds() -> dict[str, str]:
    """Return the names of kinds of documents by their abbreviation."""
    return {
        code: kind.name for kind in document_types() for code in (kind.hd36, kind.qppl, kind.nd30) if code
    }


def _listed(codes: tuple[str, ...], names: Mapping[str, str]) -> str:
    return ", ".join(names.get(code, code) for code in codes)


def _example(example: Mapping[str, Any]) -> Iterator[str]:
    """Yield one example; the text stands in a fence, where nothing of it is taken for Markdown."""
    if circumstances := _circumstances(example):
        yield f"{circumstances}\n"
    yield _fenced(example["text"])
    if "fixed" in example:
        yield f"Sửa thành\n\n{_fenced(example['fixed'])}"
    if why := example.get("why"):
        yield f"*{_plain(why)}*\n"


def _circumstances(example: Mapping[str, Any]) -> str:
    """Say what the text alone does not show: what is known of the report, what departs from the right layout."""
    given = [
        f"{GIVEN[key]}: {LEVEL['vi'].get(value, value)}" for key, value in example.get("given", {}).items()
    ]
    layout = example.get("layout")
    if layout:
        given.append(f"trình bày khác mẫu ở: `{json.dumps(layout, ensure_ascii=False)}`")
    elif layout is not None:
        given.append("trình bày đúng mẫu của Nghị định")
    text = "; ".join(given)
    return f"{text[0].upper()}{text[1:]}:" if text else ""


def _fenced(text: str) -> str:
    fence = "````" if "```" in text else "```"
    return f"{fence}text\n{text.rstrip()}\n{fence}\n"


def _plain(text: str) -> str:
    """Keep a text from being read as markup."""
    for mark in "\\<*_`[":
        text = text.replace(mark, f"\\{mark}")
    return text


def _index() -> Iterator[str]:
    rules = catalogue.rules()
    off = sum(not rule.enabled for rule in rules)
    yield "# Quy tắc\n"
    yield NOTE
    yield f"{len(rules)} quy tắc, {off} quy tắc mặc định tắt. Trong máy: `reportlint rules`, `reportlint rule VD003`.\n"
    yield "| nhóm | về | số quy tắc | phải sửa | nên sửa | xem xét | mặc định tắt |\n|---|---|---:|---:|---:|---:|---:|"
    for family, about in FAMILIES.items():
        own = [rule for rule in rules if rule.family == family]
        weights = [sum(rule.severity == each for rule in own) for each in SEVERITY["vi"]]
        numbers = (len(own), *weights, sum(not rule.enabled for rule in own))
        yield f"| [{family}](#{family.lower()}) | {about} | " + " | ".join(map(str, numbers)) + " |"
    for family, about in FAMILIES.items():
        yield f'\n<a id="{family.lower()}"></a>\n\n## {family}. {about}\n'
        yield "| mã | tên | quy tắc | mức | độ tin cậy | tự sửa |\n|---|---|---|---|---|---|"
        for rule in rules:
            if rule.family == family:
                title = rule.title.replace("|", "\\|") + ("" if rule.enabled else " (tắt)")
                weight = f"{SEVERITY['vi'][rule.severity]} | {CERTAINTY[rule.certainty]} | {FIX[rule.fix]}"
                yield f"| [{rule.code}]({rule.code}.md) | `{rule.name}` | {title} | {weight} |"


def main() -> int:
    """Write or check the pages."""
    made = pages()
    gone = [path for path in FOLDER.glob("*.md") if path.name not in made]
    stale = [
        name
        for name, text in made.items()
        if not (FOLDER / name).exists() or (FOLDER / name).read_text("utf-8") != text
    ]
    if "--check" in sys.argv:
        names = [*stale, *(path.name for path in gone)]
        print(
            "\n".join(
                f"docs/rules/{name} is not what rules/ says: run scripts/build_docs.py" for name in names
            )
        )
        return 1 if names else 0
    FOLDER.mkdir(exist_ok=True)
    for path in gone:
        path.unlink()
    for name in stale:
        (FOLDER / name).write_text(made[name], "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
