"""The shell of an HTML page: style and script inside, and a policy that lets nothing else run or load."""

from __future__ import annotations

import base64
import hashlib
import html
from functools import cache
from importlib.resources import files

_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127), "�")


def escaped(text: str) -> str:
    """Escape text for content and attributes; control characters, which HTML may not hold, become a sign."""
    return html.escape(text.translate(_CONTROLS), quote=True)


@cache
def _asset(name: str) -> str:
    return files("reportlint.renderers").joinpath(name).read_text("utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def page(title: str, body: str, lang: str = "vi", *, script: bool = True) -> str:
    """Return a page that needs no other file. `body` is HTML; `title` is text."""
    style = _asset("html_page.css")
    code = _asset("html_page.js") if script else ""
    policy = f"default-src 'none'; style-src '{_hash(style)}'; base-uri 'none'; form-action 'none'"
    if script:
        policy += f"; script-src '{_hash(code)}'"
    run = f"<script>{code}</script>\n" if script else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{escaped(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n{body}\n{run}</body>\n</html>\n"
    )
