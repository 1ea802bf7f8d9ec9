"""Places of the document and of the editor's text lead to each other, through markup, joined lines and NFD."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from reportlint.lsp.analysis import Analysis, analyse, looks_vietnamese
from reportlint.lsp.stages import History
from reportlint.lsp.texts import opened
from reportlint.settings import Settings

EXAMPLE = (Path(__file__).parents[2] / "examples" / "bao-cao-ubnd-huyen.md").read_text("utf-8")


def analysed(content: str, language: str = "markdown", uri: str = "untitled:a") -> Analysis:
    text = opened({"uri": uri, "languageId": language, "version": 1, "text": content}, "utf-16")
    return analyse(text, Settings(select=("DC001", "VD003", "VD001", "TT001", "CT")), History())


@pytest.mark.parametrize(
    "content", [EXAMPLE, unicodedata.normalize("NFD", EXAMPLE), "\ufeff" + EXAMPLE], ids=["nfc", "nfd", "bom"]
)
def test_a_finding_is_underlined_where_it_stands(content: str) -> None:
    analysis = analysed(content)
    assert analysis.findings
    for finding in analysis.findings:
        start, end = analysis.span(finding.start, finding.end)
        assert unicodedata.normalize("NFC", content[start:end]) == finding.quote
        position = analysis.lines.position(start)
        if finding.quote:
            assert analysis.offset(position) == finding.start


def test_crlf_counts_as_one_line_end() -> None:
    (finding,) = analysed("Ủy ban nhân dân\r\n\r\nđã thực hiện , đầy đủ\r\n").findings
    assert analysed("Ủy ban nhân dân\r\n\r\nđã thực hiện , đầy đủ\r\n").range(finding.start, finding.end)[
        "start"
    ] == {
        "line": 2,
        "character": 12,
    }


def test_no_edit_takes_markup_away() -> None:
    plain, marked = "Ủy ban nhân dân , đã", "Ủy ban nhân dân **** , đã"
    for content in (plain, marked):
        analysis = analysed(content)
        for finding in analysis.findings:
            for edit in analysis.edits(finding.edits) or ():
                line = (
                    content[: edit["range"]["start"]["character"]]
                    + content[edit["range"]["end"]["character"] :]
                )
                assert line.count("*") == content.count("*")


def test_the_editor_says_what_a_nameless_text_is() -> None:
    text = "# Báo cáo\n\nỦy ban nhân dân đã thực hiện , đầy đủ."
    assert analysed(text).document.format == "md"
    assert analysed(text, "plaintext").document.format == "txt"
    assert analysed(text, "plaintext", "file:///x/a.md").document.format == "md"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Ủy ban nhân dân huyện đã ban hành kế hoạch thực hiện.", True),
        ("The committee has issued a plan, which was carried out in full.", False),
        ("Le comité a publié un plan, exécuté à la lettre dès l’été.", False),
        ("", True),
    ],
)
def test_languages(text: str, answer: bool) -> None:  # noqa: FBT001 - an expected value
    assert looks_vietnamese(text) is answer
