"""Code points and the units of each encoding lead to each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.lsp.jsonrpc import RpcError
from reportlint.lsp.positions import Encoding, LineIndex, negotiated

TEXTS = st.text(alphabet="aĐế😀\u0301\n\r|", max_size=40)


@given(TEXTS, st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_every_offset_comes_back_from_its_position(text: str, encoding: Encoding) -> None:
    lines = LineIndex(text, encoding)
    for offset in range(len(text) + 1):
        inside_line_end = text[offset - 1 : offset + 1] == "\r\n"
        there_and_back = lines.offset(lines.position(offset))
        assert there_and_back == (offset - 1 if inside_line_end else offset)


@given(TEXTS, st.sampled_from(["utf-8", "utf-16"]), st.integers(0, 9), st.integers(0, 99))
def test_any_position_is_somewhere_in_the_text(
    text: str, encoding: Encoding, line: int, character: int
) -> None:
    assert 0 <= LineIndex(text, encoding).offset({"line": line, "character": character}) <= len(text)


@pytest.mark.parametrize(("encoding", "character"), [("utf-8", 8), ("utf-16", 4), ("utf-32", 3)])
def test_units_are_those_of_the_encoding(encoding: Encoding, character: int) -> None:
    lines = LineIndex("một\nế😀x!", encoding)
    assert lines.position(7) == {"line": 1, "character": character}
    assert lines.offset({"line": 1, "character": character}) == 7


def test_a_position_inside_a_character_goes_to_its_start() -> None:
    assert LineIndex("a😀b", "utf-16").offset({"line": 0, "character": 2}) == 1


@pytest.mark.parametrize(
    "position", [None, [], {"line": 1}, {"line": -1, "character": 0}, {"line": "1", "character": 2}]
)
def test_what_is_no_position_is_refused(position: object) -> None:
    with pytest.raises(RpcError):
        LineIndex("a", "utf-16").offset(position)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("offered", "chosen"),
    [(None, "utf-16"), (["utf-8", "utf-16"], "utf-8"), (["utf-32"], "utf-32"), (["latin-1"], "utf-16")],
)
def test_the_encoding_is_the_first_we_know(offered: list[str] | None, chosen: str) -> None:
    assert negotiated({"general": {"positionEncodings": offered}} if offered else {}) == chosen
