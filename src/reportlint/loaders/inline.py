"""Inline Markdown: emphasis, escapes, footnote marks, links, entities. Every character kept knows its source offset."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlint.loaders.lines import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.document import Style

_TOKEN = re.compile(
    r"\\(?P<escaped>[^\w\n]|_)|(?P<stars>\*{1,3}|(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w))|<sup>\s*(?P<sup>[^<>]{1,8}?)\s*</sup>"
    r"|\[\^(?P<note>[^\]\s]{1,8})\]|(?P<comment><!--.*?-->)|(?P<tag></?[a-zA-Z][^<>\n]*>)|(?P<entity>&#?\w{2,8};)"
    r"|!\[[^\]]*\]\([^)\s]*\)|\[(?P<link>[^\[\]\n]+)\]\((?P<url>[^()\s]+)\)|`(?P<code>[^`\n]+)`"
)
_MARKUP = re.compile(r"[\\*_<&!\[`]")
"""Every token begins with one of these; most lines hold none, and are not searched further."""
_STYLES: dict[int, tuple[Style, ...]] = {1: ("italic",), 2: ("bold",), 3: ("bold", "italic")}


def parse_inline(text: str, offset: int) -> list[Piece]:
    """Split one line or paragraph into pieces; `offset` is the source offset of its first character, -1 for none."""
    if offset < 0:
        return [Piece(text, -1)]
    if not _MARKUP.search(text):
        return [Piece(text, offset)] if text else []
    tokens = list(_tokens(text))
    if not tokens:
        return [Piece(text, offset)] if text else []
    pairs = _pairs(text, [t for t in tokens if t.group("stars")])
    pieces: list[Piece] = []
    styles: list[Style] = []
    at = 0
    for token in tokens:
        if token.start() > at:
            pieces.append(Piece(text[at : token.start()], offset + at, tuple(styles)))
        at = token.end()
        if token.group("stars"):
            _star(token, pairs, styles, pieces, offset)
        else:
            pieces += _token_pieces(token, offset, tuple(styles))
    if at < len(text):
        pieces.append(Piece(text[at:], offset + at, tuple(styles)))
    return pieces


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """Find the tokens, trying only where the first character of one stands: four times faster than a search."""
    at = 0
    while start := _MARKUP.search(text, at):
        token = _TOKEN.match(text, start.start())
        at = token.end() if token else start.end()
        if token:
            yield token


def _star(
    token: re.Match[str], pairs: dict[int, bool], styles: list[Style], pieces: list[Piece], offset: int
) -> None:
    opens = pairs.get(token.start())
    if opens is None:
        pieces.append(Piece(token.group(), offset + token.start(), tuple(styles)))
        return
    for style in _STYLES[len(token.group())]:
        if opens:
            styles.append(style)
        elif style in styles:
            styles.remove(style)


def _pairs(text: str, tokens: list[re.Match[str]]) -> dict[int, bool]:
    """Match the emphasis marks: start → whether it opens. Marks without a partner are missing."""
    pairs: dict[int, bool] = {}
    stack: list[re.Match[str]] = []
    for token in tokens:
        before, after = text[token.start() - 1 : token.start()], text[token.end() : token.end() + 1]
        partner = next((t for t in reversed(stack) if t.group() == token.group()), None)
        if partner is not None and (not before.isspace() or token.end() == len(text)):
            del stack[stack.index(partner) :]
            pairs[partner.start()], pairs[token.start()] = True, False
        elif after and not after.isspace():
            stack.append(token)
        elif len(token.group()) > 1 and token.end() == len(text):
            pairs[token.start()] = False  # opened on a line above, before a hard break
    for token in stack:
        if len(token.group()) > 1 and token.start() == 0:
            pairs[0] = True  # closed on a line below
    return pairs


def _token_pieces(token: re.Match[str], offset: int, styles: tuple[Style, ...]) -> list[Piece]:
    start = offset + token.start()
    kind = token.lastgroup or ""
    if kind in {"sup", "note"}:
        label = token.group(kind)
        if kind == "note" or label.isdigit() or label == "*":
            return [Piece("", start, note=label)]
    if kind == "entity":
        import html  # 1 ms that few files need

        return [Piece(html.unescape(token.group())[:1] or " ", start, styles)]
    if kind == "tag":
        return [Piece(" ", start)] if token.group().lower().startswith("<br") else []
    shown = "link" if kind == "url" else kind
    if shown in {"escaped", "sup", "link", "code"}:
        inner: tuple[Style, ...] = (*styles, "code") if shown == "code" else styles
        return [Piece(token.group(shown), offset + token.start(shown), inner)]
    return []
