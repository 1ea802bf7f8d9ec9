"""What must hold of every text: no crash, findings inside the text, the same result however it is written down."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import reportlint
from reportlint.errors import UnreadableError
from reportlint.loaders import load_bytes
from reportlint.pipeline import Memo, lint_document

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "bao-cao-ubnd-huyen.md"
PIECES = (
    "Kế hoạch số 95/KH-UBND ngày 18/5/2023 của UBND tỉnh", "Nghị quyết số 05/NQ-TU", "Huyện ủy", "(CCHC)", "“", "”", "\n", "\n\n",
    "I. KẾT QUẢ", "1. ", "a) ", "- ", "đạt 99,66%", "5.381/5.399", "...", ";", ", ", ". ", "**", "<sup>1</sup>", "| a | b |", "Nơi nhận:",
    "Kính gửi: Sở Nội vụ", "BÁO CÁO", "Số: /BC-UBND", "Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "sau đây gọi tắt là", "ngày 31/02/2023", "thực hiện",
    "Luật đất đai năm 1999", "13/13 xã, thị trấn", "tổng số 12 (04 nghị quyết, 08 quyết định)", "0", "Ð", "\u0301", "\u00a0", "\t",
)  # fmt: skip


@cache
def example() -> str:
    """Read the example report once."""
    return EXAMPLE.read_text("utf-8")


def summary(result: reportlint.Result) -> list[tuple[str, str, str, str]]:
    """What must be equal: code, quote, section, message."""
    return [(f.code, f.quote, f.section, f.message) for f in result.findings]


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=60), st.sampled_from(["md", "txt"]))
def test_no_mixture_of_pieces_breaks_a_rule(pieces: list[str], kind: str) -> None:
    """Every stretch of a finding lies in the text, and its places can be told."""
    text = "".join(pieces)
    try:
        result = reportlint.lint(text, format=kind)  # type: ignore[arg-type]
    except UnreadableError:
        return
    size = len(result.report.document.text)
    for finding in result.findings:
        spans = [
            (finding.start, finding.end),
            *((r.start, r.end) for r in finding.related),
            *((e.start, e.end) for e in finding.edits),
        ]
        assert all(0 <= start <= end <= size for start, end in spans), finding.code
    assert result.to_dict()["findings"] is not None


def test_decomposed_text_gives_the_same_findings() -> None:
    """NFD as macOS and some converters write it."""
    plain, decomposed = reportlint.lint(example()), reportlint.lint(unicodedata.normalize("NFD", example()))
    assert [s for s in summary(decomposed) if s[0] != "DL003"] == summary(plain)


def test_windows_line_ends_give_the_same_findings() -> None:
    """CRLF for LF."""
    assert summary(reportlint.lint(example().replace("\n", "\r\n"))) == summary(reportlint.lint(example()))


def test_the_same_twice_and_from_a_memo() -> None:
    """Pure: a second run, and a run that remembers paragraphs, find the same."""
    document = load_bytes(example().encode(), "a.md")
    memo = Memo()
    first = summary(lint_document(document))
    assert summary(lint_document(document, memo=memo)) == first
    assert summary(lint_document(document, memo=memo)) == first


@pytest.mark.parametrize("seed", range(4))
def test_cut_and_shuffled_reports_are_linted(seed: int) -> None:
    """Paragraphs in any order and any number are read without a crash."""
    rng = Random(seed)  # noqa: S311 - repeatable, not secret
    parts = example().split("\n\n")
    rng.shuffle(parts)
    text = "\n\n".join(parts[: rng.randint(1, len(parts))])
    assert reportlint.lint(text).findings is not None
