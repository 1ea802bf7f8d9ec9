"""One finding as text: message, the place underlined, related places, repetitions, the remedy and where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlint import catalogue
from reportlint.renderers.cells import window, wrap
from reportlint.renderers.words import PROSE, clause, place, short_place
from reportlint.said import worded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.renderers import Look
    from reportlint.renderers.folding import Group

GLYPH = {"error": "✖", "warning": "▲", "info": "●"}
INDENT = " " * 6
SHOWN_PLACES = 12
"""How many places of a repeated fault are named (all with --verbose)."""


class Paint:
    """Colours of the terminal; plain text when off."""

    def __init__(self, *, on: bool) -> None:
        """Say whether there are colours."""
        self.on = on

    def _in(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on else text

    def bold(self, text: str) -> str:
        """Strong text."""
        return self._in("1", text)

    def dim(self, text: str) -> str:
        """Text that stands back."""
        return self._in("2", text)

    def red(self, text: str) -> str:
        """What is wrong."""
        return self._in("31", text)

    def green(self, text: str) -> str:
        """What is in order."""
        return self._in("32", text)

    def severity(self, severity: str, text: str) -> str:
        """Text in the colour of a severity."""
        return self._in({"error": "31;1", "warning": "33", "info": "36"}[severity], text)


def finding_lines(group: Group, look: Look, paint: Paint) -> Iterator[str]:
    """Yield the lines of one finding and of those that repeat it."""
    finding, repeated = group
    severity = finding["severity"]
    head = f"{GLYPH[severity]} {finding['code']}"
    message = wrap(finding["message"], look.width, INDENT, start=4 + len(head))
    yield f"  {paint.severity(severity, head)}  {message}"
    yield from _source_lines(finding, look, paint)
    for related in finding["related"]:
        yield from _related(related, look)
    if repeated:
        yield INDENT + wrap(_repetitions(repeated, look), look.width, INDENT, start=len(INDENT))
    remedy = wrap(_remedy(finding, look.lang), look.width, INDENT, start=len(INDENT))
    yield INDENT + paint.dim(remedy.replace("\xa0", " "))  # the command is copied from here


def _source_lines(finding: dict[str, Any], look: Look, paint: Paint) -> Iterator[str]:
    where = place(finding, look.lang)
    context = finding["context"]
    if not look.show_source or not (finding["quote"] or context["before"]):
        yield INDENT + paint.dim(where)
        return
    line, mark = window(context["before"], finding["quote"], context["after"], look.width - len(INDENT))
    yield INDENT + paint.dim(f"{where}:")
    yield INDENT + line
    yield INDENT + paint.severity(finding["severity"], mark)


def _related(related: dict[str, Any], look: Look) -> Iterator[str]:
    quote = related["quote"]
    said = "" if related["message"] == quote else related["message"]
    parts = [place(related, look.lang), f"“{_short(quote)}”" if quote else "", said]
    yield INDENT + wrap(
        "↳ " + " · ".join(part for part in parts if part), look.width, INDENT + "  ", start=len(INDENT)
    )


def _repetitions(repeated: list[dict[str, Any]], look: Look) -> str:
    """Name the other places; with the quote where it is not that of the first."""
    shown = repeated if look.verbose else repeated[:SHOWN_PLACES]
    different = len({f["quote"].casefold() for f in repeated}) > 1
    places = [
        f"{short_place(f, look.lang)} “{_short(f['quote'])}”"
        if different and f["quote"]
        else short_place(f, look.lang)
        for f in shown
    ]
    if len(shown) < len(repeated):
        places.append("…")
    return PROSE[look.lang]["more"].format(n=len(repeated), places=", ".join(places))


def _remedy(finding: dict[str, Any], lang: str) -> str:
    """Say how to mend it, by which clause, and where to read more."""
    words = PROSE[lang]
    parts = []
    if fix := finding.get("fix"):
        parts.append(f"{words['fix']}: {_visible(fix['title'])} ({words[fix['policy']]})")
    elif remedy := worded(catalogue.pages().get(finding["code"], {}), "remedy", lang):
        parts.append(remedy.rstrip("."))
    if (
        finding["source"] or finding["severity"] != "error"
    ):  # an error without a clause is one of fact, not of habit
        parts.append(clause(finding["source"], catalogue.norms(), lang) or words["habit"])
    parts.append(words["rule"].format(code=finding["code"]).replace(" ", "\xa0"))
    return " · ".join(parts)


def _visible(title: str) -> str:
    """Show runs of blanks, which the eye would pass over."""
    return _short(title.replace("  ", "␣␣").replace("␣ ", "␣␣"), 120)


def _short(text: str, most: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most // 2]} … {text[-most // 3 :]}"
