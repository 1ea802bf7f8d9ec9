"""The page itself: an empty shell into which its script puts the reports, with the style and script of the HTML report."""

from __future__ import annotations

import json
from functools import cache

from reportlint.loaders import SUFFIXES
from reportlint.renderers.html_page import asset, escaped, policy, shell
from reportlint.web.words import PAGE, SCRIPT

_STYLE = asset("html_page.css") + asset("page.css", "reportlint.web")
_CODE = asset("html_page.js") + "\n" + asset("page.js", "reportlint.web")
_RULES = policy(_STYLE, _CODE, "connect-src 'self'")
POLICY = f"{_RULES}; frame-ancestors 'none'"
"""Sent along with the page; a policy inside a page may not say who frames it."""


@cache
def page(lang: str) -> str:
    """Return the page in a language."""
    words = {key: escaped(text) for key, text in PAGE[lang].items()}
    return shell(PAGE[lang]["title"], _body(words, lang), lang, _STYLE, _CODE, _RULES)


def _body(words: dict[str, str], lang: str) -> str:
    kinds = ",".join(SUFFIXES)
    said = escaped(json.dumps(SCRIPT[lang], ensure_ascii=False))
    views = "".join(
        f'<button type="button" data-view="{view}">{words["view_" + view]}</button>'
        for view in ("text", "findings", "summary", "cited")
    )
    return f"""<nav class="toolbar"><span>reportlint</span><span class="keys">{words["keys"]}</span>
<button type="button" id="theme">{words["theme"]}</button><button type="button" id="quit">{words["quit"]}</button></nav>
<main id="serve" data-words="{said}">
<input type="file" id="chosen" multiple accept="{kinds}" hidden>
<section id="start"><h1>{words["title"]}</h1>
<div class="zone"><svg viewBox="0 0 48 48" aria-hidden="true"><path d="M12 4h16l10 10v30H12z M28 4v10h10 M24 36V22 M18 28l6-6 6 6"/></svg>
<p class="lead">{words["lead"]}</p><button type="button" class="primary" data-pick>{words["pick"]}</button><p class="dim">{words["kinds"]}</p></div>
<p class="private"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 11h14v9H5z M8 11V7a4 4 0 0 1 8 0v4"/></svg> {words["private"]}</p></section>
<section id="desk" hidden>
<div class="shelf"><div id="files" role="tablist" aria-label="{words["files"]}"></div><button type="button" data-pick>+ {words["add"]}</button></div>
<div class="bar"><div class="views" role="group" aria-label="{words["views"]}">{views}</div><span id="progress" aria-live="polite"></span>
<div class="downloads" role="group" aria-label="{words["downloads"]}"><button type="button" data-task="annotate" class="primary">⭳ {words["annotated"]}</button>
<button type="button" data-task="fix">⭳ {words["fixed"]} <b id="repairs"></b></button><button type="button" data-task="sheet">⭳ {words["sheet"]}</button></div></div>
<div id="reports"></div></section>
<p id="said" role="status" aria-live="polite"></p><div id="cover" hidden>{words["drop"]}</div></main>"""
