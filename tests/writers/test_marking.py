"""What comments say, in whatever format: one language at a time, and nothing that one in the other language has said."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reportlint import Settings, lint_bytes, writers
from reportlint.result import Result
from reportlint.writers.marking import Marking, not_yet_told

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = dt.datetime(2025, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
SETTINGS = Settings(select=("NT005", "VD003"))
WORD_AND_ODT = ["bao-cao-ubnd-huyen.docx", "bao-cao-ubnd-huyen.odt"]


def annotated(name: str, lang: str) -> Result:
    """Annotate an example and lint what came of it."""
    data = (EXAMPLES / name).read_bytes()
    made = writers.annotate(data, lint_bytes(data, name, SETTINGS), Marking(DAY, lang=lang))
    return lint_bytes(made.data, name, SETTINGS)


@pytest.mark.parametrize("name", WORD_AND_ODT)
@pytest.mark.parametrize(
    ("lang", "said", "other"),
    [
        ("vi", ("Cách sửa: Tra lịch và sửa thứ hoặc ngày.", "Căn cứ: ", "Đề nghị: ", "Xem đoạn "), "Basis"),
        (
            "en",
            (
                "Remedy: Look at a calendar and correct the weekday or the date.",
                "Basis: ",
                "Proposal: ",
                "See paragraph ",
            ),
            "Căn cứ",
        ),
    ],
)
def test_comments_are_in_the_language_asked_for(
    name: str, lang: str, said: tuple[str, ...], other: str
) -> None:
    told = "\n".join(d.text for d in annotated(name, lang).report.document.directives)
    assert [piece for piece in said if piece not in told] == []
    assert other not in told


@pytest.mark.parametrize("name", WORD_AND_ODT)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_a_comment_has_said_is_not_said_again_in_another_language(name: str, lang: str) -> None:
    result = annotated(name, lang)
    assert not_yet_told(result.findings, result.report.document) == []


def test_notes_of_a_pdf_have_their_language_too() -> None:
    name = "bao-cao-ubnd-huyen.pdf"
    data = (EXAMPLES / name).read_bytes()
    result = lint_bytes(data, name, SETTINGS)
    vi, en = (writers.annotate(data, result, Marking(DAY, lang=lang)).data for lang in ("vi", "en"))
    assert vi != en
