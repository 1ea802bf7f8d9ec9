"""Changes make the text that the editor has, or are refused as a whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.lsp.jsonrpc import RpcError
from reportlint.lsp.texts import Text, changed, opened

LETTERS = "aế😀\n"


def text_of(content: str) -> Text:
    return opened({"uri": "untitled:a", "languageId": "markdown", "version": 1, "text": content}, "utf-16")


@given(
    st.text(LETTERS, max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.text(LETTERS, max_size=5)), max_size=5),
)
def test_incremental_changes_do_what_slices_do(content: str, edits: list[tuple[int, int, str]]) -> None:
    text, expected = text_of(content), content
    for one, other, new in edits:
        start, end = sorted((min(one, len(expected)), min(other, len(expected))))
        change = {"range": text.lines.range(start, end), "text": new}
        text = changed(text, text.version + 1, [change])
        expected = expected[:start] + new + expected[end:]
        assert text.content == expected


def test_several_changes_apply_one_after_the_other() -> None:
    place = {"line": 0, "character": 0}
    twice = [{"range": {"start": place, "end": place}, "text": letter} for letter in "ab"]
    assert changed(text_of("c"), 2, twice).content == "bac"


def test_a_change_without_range_is_the_whole_text() -> None:
    assert changed(text_of("cũ"), 2, [{"text": "mới"}]).content == "mới"


def test_half_a_surrogate_pair_is_replaced() -> None:
    assert text_of("a\ud800b").content == "a\ufffdb"


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"text": 1},
        "a",
        {"range": 3, "text": ""},
        {"range": {"start": {"line": -1, "character": 0}, "end": {"line": 0, "character": 0}}, "text": ""},
        {"range": {"start": {"line": 0, "character": 2}, "end": {"line": 0, "character": 1}}, "text": ""},
    ],
)
def test_a_change_that_makes_no_sense_is_refused(change: object) -> None:
    with pytest.raises(RpcError):
        changed(text_of("abc"), 2, [{"text": "xyz"}, change])
