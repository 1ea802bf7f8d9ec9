"""Layout rules on real Word files: the decree's layout is silent, each fault is seen, and cause is folded."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from reportlint.pipeline import lint_bytes, lint_file
from reportlint.settings import Settings

EXAMPLES = Path(__file__).parents[2] / "examples"
SETTINGS = Settings(select=("TB", "MS004", "DL"))


def changed(old: str, new: str, part: str = "word/document.xml") -> bytes:
    """Return the clean example as a Word file with a piece of a part's XML replaced everywhere."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(EXAMPLES / "bao-cao-mau.docx") as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            content = source.read(name).decode("utf-8")
            if name == part:
                assert old in content
                content = content.replace(old, new)
            target.writestr(name, content)
    return buffer.getvalue()


def findings(data: bytes) -> list[tuple[str, str]]:
    return [(finding.rule.code, finding.message) for finding in lint_bytes(data, "a.docx", SETTINGS).findings]


@pytest.mark.parametrize("suffix", ["docx", "odt", "pdf"])
def test_the_decrees_layout_is_silent(suffix: str) -> None:
    result = lint_file(EXAMPLES / f"bao-cao-mau.{suffix}", SETTINGS)
    assert [finding.message for finding in result.findings] == []


@pytest.mark.parametrize("name", ["bao-cao-mau", "bao-cao-ubnd-huyen"])
@pytest.mark.parametrize("suffix", ["docx", "odt"])
def test_formats_give_the_same_findings_of_text(name: str, suffix: str) -> None:
    def texts(path: Path) -> list[tuple[str, str]]:
        chosen = [f for f in lint_file(path).findings if f.rule.family not in {"TB", "BC"}]
        return sorted((finding.rule.code, finding.quote) for finding in chosen)

    assert texts(EXAMPLES / f"{name}.{suffix}") == texts(EXAMPLES / f"{name}.md")


@pytest.mark.parametrize(
    ("old", "new", "code", "word"),
    [
        ('w:w="11907" w:h="16840"', 'w:w="12240" w:h="15840"', "TB001", "215,9 × 279,4"),
        ('w:w="11907" w:h="16840"', 'w:w="16840" w:h="11907"', "TB002", "chiều ngang"),
        ('w:left="1701"', 'w:left="1134"', "TB003", "lề trái 20 mm"),
        (
            '<w:sz w:val="28"/>',
            '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="28"/>',
            "TB004",
            "Arial",
        ),
        ('<w:sz w:val="28"/>', '<w:color w:val="FF0000"/><w:sz w:val="28"/>', "TB005", "đỏ"),
        ("<w:titlePg/>", "", "TB007", "trang thứ nhất"),
        (
            '<w:pStyle w:val="NoiDung"/>',
            '<w:pStyle w:val="NoiDung"/><w:jc w:val="left"/>',
            "TB008",
            "canh trái",
        ),
        (
            '<w:pStyle w:val="NoiDung"/>',
            '<w:pStyle w:val="NoiDung"/><w:ind w:firstLine="0"/>',
            "TB009",
            "0 mm",
        ),
        ('cy="0"', 'cy="900000"', "TB011", "Tiêu ngữ"),
        ("<w:b/>", '<w:b/><w:highlight w:val="yellow"/>', "MS004", "tô nền"),
    ],
)
def test_each_fault_is_seen(old: str, new: str, code: str, word: str) -> None:
    data = changed(old, new)
    assert any(found == code and word in message for found, message in findings(data))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('<w:spacing w:before="120"/>', '<w:spacing w:before="0"/>', "TB010"),
        (
            '<w:spacing w:before="120"/>',
            '<w:spacing w:before="120" w:line="480" w:lineRule="auto"/>',
            "TB010",
        ),
        ('<w:ind w:firstLine="720"/>', "", "TB009"),
        ('<w:jc w:val="both"/>', "", "TB008"),
    ],
)
def test_one_cause_in_a_style_is_one_finding(old: str, new: str, code: str) -> None:
    found = findings(changed(old, new, "word/styles.xml"))
    assert [each for each, _ in found] == [code]
    assert "đoạn)" in found[0][1]


def test_page_numbers_out_of_place() -> None:
    found = findings(changed('<w:jc w:val="center"/>', '<w:jc w:val="right"/>', "word/header1.xml"))
    assert [code for code, _ in found] == ["TB007"]
    assert "bên phải" in found[0][1]
