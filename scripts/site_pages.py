"""A hook of MkDocs: adds the pages made from the catalogue (one for each rule) and the list of decisions.

Links that lead out of docs/ (to the changelog, the examples, the packs) are shown as text: the site stands alone.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File

from reportlint import catalogue
from reportlint.cli.rule import source_line
from reportlint.renderers.words import SEVERITY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from reportlint.rule import Rule

FAMILIES = {
    "DL": "Đọc tệp", "TT": "Thể thức", "TB": "Trình bày", "BC": "Bố cục", "VD": "Viện dẫn", "NT": "Ngày tháng", "CQ": "Cơ quan, cấp",
    "SL": "Số liệu", "VT": "Viết tắt, thuật ngữ", "VH": "Viết hoa", "CT": "Chính tả", "DC": "Dấu câu", "MS": "Mẫu sót",
}  # fmt: skip
_LINK_OUT = re.compile(r"\[([^\]]*)\]\(((?:\.\./)+[^)]*)\)")
_FIX = {"safe": "tự động, an toàn", "ask": "có gợi ý, hỏi trước", "never": "không"}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages."""
    for rule in catalogue.rules():
        _add(
            files,
            config,
            f"rules/{rule.code}.md",
            "\n".join(_page(rule, catalogue.pages().get(rule.code, {}))),
        )
    _add(files, config, "rules/index.md", "\n".join(_rules()))
    _add(files, config, "decisions/index.md", "\n".join(_decisions(Path(config.docs_dir) / "decisions")))
    return files


def on_page_markdown(markdown: str, page: Any, **_: object) -> str:  # noqa: ANN401 - MkDocs' own
    """Show links that lead out of docs/ as text."""
    depth = page.file.src_uri.count("/")

    def kept(match: re.Match[str]) -> str:
        return match[0] if match[2].count("../") <= depth else match[1]

    return _LINK_OUT.sub(kept, markdown)


def _add(files: Files, config: MkDocsConfig, uri: str, text: str) -> None:
    files.append(File.generated(config, uri, content=text + "\n"))


def _rules() -> Iterable[str]:
    yield "# Quy tắc\n"
    for family, title in FAMILIES.items():
        rules = [rule for rule in catalogue.rules() if rule.family == family]
        if rules:
            yield f"## {family} · {title}\n"
            yield "| mã | | mức | tự sửa |\n|---|---|---|---|"
            yield from (
                f"| [{r.code}]({r.code}.md) | {r.title} | {SEVERITY['vi'][r.severity]} | {_FIX[r.fix]} |"
                for r in rules
            )
            yield ""


def _page(rule: Rule, page: dict[str, Any]) -> Iterable[str]:
    yield f"# {rule.code} · {rule.title}\n"
    certainty = "chắc chắn" if rule.certainty == "certain" else "suy đoán, cần người xem"
    yield f"`{rule.name}` · **{SEVERITY['vi'][rule.severity]}**, {certainty} · tự sửa: {_FIX[rule.fix]}" + (
        "" if rule.enabled else " · mặc định tắt"
    )
    yield f"\n{page.get('why', '')}\n\n**Sửa.** {page.get('remedy', '')}\n\n**Căn cứ.** {source_line(rule)}\n"
    for title, key in (("Sai", "bad"), ("Đúng", "good")):
        for example in page.get(key, ()):
            yield f"**{title}**" + (f" ({example['why'].rstrip('.')})" if example.get("why") else "")
            yield f"\n```text\n{example['text']}\n```\n"
            if example.get("fixed"):
                yield f"Sửa thành:\n\n```text\n{example['fixed']}\n```\n"
    yield f"**In English.** {rule.title_en}. {rule.message_en}"


def _decisions(folder: Path) -> Iterable[str]:
    yield "# Quyết định thiết kế\n"
    for path in sorted(folder.glob("[0-9]*.md")):
        title = path.read_text("utf-8").splitlines()[0].lstrip("# ")
        if not path.name.startswith("0000"):
            yield f"- [{title}]({path.name})"
