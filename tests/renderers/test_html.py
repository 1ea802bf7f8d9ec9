"""The HTML report: everything escaped, nothing from outside, every finding marked in place."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import reportlint
from reportlint.document import Document
from reportlint.renderers import Look
from reportlint.renderers.html import render
from reportlint.renderers.html_text import text

EVIL = (
    "# BÁO CÁO <script>alert(1)</script>\n\nThực hiện Kế hoạch số 12/KH-UBND ngày 18/5/2023 của UBND tỉnh `</script><img src=x onerror=a()>`"
    ' đã đã "onclick=b()" làm; Kế hoạch số 12/KH-UBND ngày 19/5/2023 \x07 của UBND tỉnh & --> ]]>.\n\n| a | <b> |\n|---|---|\n| 1 | 2 |\n'
)


class Reader(HTMLParser):
    """Collects elements and their text, and checks that they nest."""

    VOID = frozenset({"meta", "br", "input", "img", "link"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts.setdefault(self.open[-1], []).append(data)


def page_of(*sources: str, lang: str = "vi") -> str:
    entries = []
    for number, source in enumerate(sources):
        result = reportlint.lint(source, name=f"<b>{number}.md")
        entries.append({**result.to_dict(lang=lang), "result": result})
    return "".join(render(entries, Look(lang=lang)))


def test_markup_in_the_report_stays_text() -> None:
    page = page_of(EVIL)
    reader = Reader(page)
    assert not reader.open
    tags = [tag for tag, _ in reader.seen]
    assert tags.count("script") == 1
    assert "img" not in tags
    assert not any(name.startswith("on") or name == "style" for _, attrs in reader.seen for name in attrs)
    assert "\x07" not in page


def test_nothing_comes_from_outside_and_only_our_script_may_run() -> None:
    page = page_of(EVIL)
    assert not re.search(r"""(?:src|href)=["'](?!#)""", page)
    assert "url(" not in page
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    assert policy[1].startswith("default-src 'none'")
    for tag in ("script", "style"):
        [inside] = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]


def test_every_finding_is_in_the_list_and_in_the_text() -> None:
    result = reportlint.lint(EVIL)
    page = page_of(EVIL)
    reader = Reader(page)
    listed = {
        attrs["id"] for tag, attrs in reader.seen if tag == "li" and (attrs.get("id") or "").startswith("f-")
    }
    marked = {
        i
        for tag, attrs in reader.seen
        if tag == "mark" and attrs.get("data-f")
        for i in str(attrs["data-f"]).split()
    }
    assert len(listed) == len(result.findings) > 3
    assert {f"f-{i}" for i in marked} == listed


def test_text_is_all_there() -> None:
    result = reportlint.lint(EVIL)
    document: Document = result.report.document
    marked = [(f"1-{i}", f) for i, f in enumerate(result.findings)]
    shown = text(document, marked)
    plain = re.sub(r"<mark class=\"\w+ point\".*?</mark>|<[^>]+>", "", shown)
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#x27;", "'"), ("&amp;", "&")):
        plain = plain.replace(entity, char)
    assert plain.split() == document.text.replace("\x07", "�").split()


def test_several_reports_begin_with_an_index() -> None:
    result = reportlint.lint(EVIL, name="một.md")
    entry = {**result.to_dict(), "result": result}
    broken = {"path": "hai.docx", "error": {"code": "DL001", "cause": "tệp bị hỏng"}, "findings": []}
    page = "".join(render([entry, broken, entry], Look()))
    reader = Reader(page)
    ids = [attrs.get("id") for _, attrs in reader.seen]
    assert [i for i in ids if i in {"index", "r1", "r2", "r3"}] == ["index", "r1", "r3"]
    assert "tệp bị hỏng" in page
    assert len([i for i in ids if i]) == len({i for i in ids if i}), "an id stands twice"


def test_english_and_clean() -> None:
    page = page_of("Sở Nội vụ báo cáo.\n", lang="en")
    assert '<html lang="en">' in page
    assert "Review of the report" in page


def test_a_mark_tells_its_finding_in_the_language_of_the_page() -> None:
    page = page_of("Họp ngày 31/4/2023.\n", lang="en")
    assert 'title="NT001: There is no day 31/4/2023' in page
    assert "Không có ngày" not in page


def test_paragraphs_of_one_cell_stand_in_one_cell() -> None:
    document = reportlint.lint_file("examples/bao-cao-ubnd-huyen.docx").report.document
    cells = {(b.cell.table, b.cell.row, b.cell.column) for b in document.blocks if b.cell}
    assert text(document, []).count("<td") == len(cells)
