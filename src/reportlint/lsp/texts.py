"""Texts that are open in the editor, and the changes to them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportlint.lsp.jsonrpc import INVALID_PARAMS, RpcError
from reportlint.lsp.positions import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.lsp.jsonrpc import Json
    from reportlint.lsp.positions import Encoding

_LONE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Text:
    """One version of an open text. Never changes: a change makes a new one."""

    uri: str
    language: str
    version: int
    lines: LineIndex

    @property
    def content(self) -> str:
        """The whole text."""
        return self.lines.text


def opened(item: Json, encoding: Encoding) -> Text:
    """Make a text of what `didOpen` carries. Raises `RpcError`."""
    uri, content = item.get("uri"), item.get("text")
    if not isinstance(uri, str) or not isinstance(content, str):
        raise RpcError(INVALID_PARAMS, "didOpen needs uri and text")
    version = item.get("version")
    language = item.get("languageId")
    return Text(
        uri,
        language if isinstance(language, str) else "",
        version if isinstance(version, int) else 0,
        LineIndex(whole(content), encoding),
    )


def changed(text: Text, version: int, changes: Iterable[Any]) -> Text:
    """Apply the changes of one `didChange`, in order, all or none. Raises `RpcError` for a change that makes no sense."""
    lines = text.lines
    for change in changes:
        if not isinstance(change, dict) or not isinstance(change.get("text"), str):
            raise RpcError(INVALID_PARAMS, "a change needs text")
        new = whole(change["text"])
        if change.get("range") is None:
            lines = LineIndex(new, lines.encoding)
            continue
        start, end = _stretch(lines, change["range"])
        lines = LineIndex(lines.text[:start] + new + lines.text[end:], lines.encoding)
    return Text(text.uri, text.language, version, lines)


def _stretch(lines: LineIndex, between: object) -> tuple[int, int]:
    if not isinstance(between, dict):
        raise RpcError(INVALID_PARAMS, f"not a range: {between!r}")
    start, end = lines.offset(between.get("start") or {}), lines.offset(between.get("end") or {})
    if start > end:
        raise RpcError(INVALID_PARAMS, "the range ends before it starts")
    return start, end


def whole(text: str) -> str:
    """Put U+FFFD for halves of surrogate pairs, which cannot be written in any encoding; they are as wide as that."""
    return _LONE.sub("\ufffd", text) if _LONE.search(text) else text
