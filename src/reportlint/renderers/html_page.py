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
def asset(name: str, package: str = "reportlint.renderers") -> str:
    """Return a style or script that stands beside the modules of a package."""
    return files(package).joinpath(name).read_text("utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def policy(style: str, script: str = "", more: str = "") -> str:
    """Return a Content-Security-Policy under which this style and script may run, and besides only what `more` allows."""
    text = f"default-src 'none'; style-src '{_hash(style)}'; base-uri 'none'; form-action 'none'"
    if script:
        text += f"; script-src '{_hash(script)}'"
    return f"{text}; {more}" if more else text


def page(title: str, body: str, lang: str = "vi", *, script: bool = True) -> str:
    """Return a page that needs no other file. `body` is HTML; `title` is text."""
    style = asset("html_page.css")
    code = asset("html_page.js") if script else ""
    return shell(title, body, lang, style, code, policy(style, code))


def shell(title: str, body: str, lang: str, style: str, script: str, rules: str) -> str:  # noqa: PLR0913, PLR0917 - the parts of a page
    """Put a page together of its parts; `rules` is its policy."""
    run = f"<script>{script}</script>\n" if script else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{rules}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{escaped(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n{body}\n{run}</body>\n</html>\n"
    )
