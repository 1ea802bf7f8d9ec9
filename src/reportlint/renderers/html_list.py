"""The list of findings beside the text, and the controls above it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from reportlint import catalogue
from reportlint.renderers.html_page import escaped
from reportlint.renderers.html_words import FAMILIES, WORDS
from reportlint.renderers.words import SEVERITY, clause, place

if TYPE_CHECKING:
    from collections.abc import Sequence

SEVERITIES = ("error", "warning", "info")


def controls(findings: Sequence[dict[str, Any]], lang: str) -> str:
    """Return the filters: a box for each severity and family that occurs."""
    severities = Counter(f["severity"] for f in findings)
    families = Counter(f["code"][:2] for f in findings)
    boxes = [
        _box("severity", s, SEVERITY[lang][s], severities[s], key=str(i))
        for i, s in enumerate(SEVERITIES, 1)
        if severities[s]
    ]
    named = FAMILIES[lang]
    kinds = [
        _box("family", code, named.get(code, code), n)
        for code, n in sorted(families.items(), key=lambda e: _order(e[0]))
    ]
    words = WORDS[lang]
    shown = words["shown"].format(n=f'<b class="count">{len(findings)}</b>', all=len(findings))
    return (
        f'<fieldset class="filters"><legend>{words["filter"]}</legend><div>{"".join(boxes)}</div>'
        f'<div>{"".join(kinds)}</div><p aria-live="polite">{shown}</p></fieldset>'
    )


def _order(code: str) -> int:
    known = list(FAMILIES["vi"])
    return known.index(code) if code in known else len(known)


def _box(kind: str, value: str, name: str, count: int, key: str = "") -> str:
    hint = f"<kbd>{key}</kbd> " if key else ""
    return (
        f'<label class="{escaped(value)}"><input type="checkbox" checked data-{kind}="{escaped(value)}"> '
        f"{hint}{escaped(name)} <b>{count}</b></label>"
    )


def entries(findings: Sequence[dict[str, Any]], ids: Sequence[str], lang: str) -> str:
    """Return the findings as a list, in the order of the text."""
    return (
        f'<ol class="findings">{"".join(_entry(f, i, lang) for f, i in zip(findings, ids, strict=True))}</ol>'
    )


def _entry(finding: dict[str, Any], identity: str, lang: str) -> str:
    words, severity, code = WORDS[lang], finding["severity"], finding["code"]
    place_ = f'<a href="#m-{identity}">{escaped(where(finding, lang))}</a>'
    level = f'<span class="level">{SEVERITY[lang][severity]}</span>'
    lines = [
        f'<p class="head"><b class="badge">{escaped(code)}</b> {level} {place_}</p>',
        f'<p class="message">{escaped(finding["message"])}</p>',
    ]
    if finding["quote"].strip():
        before, after = finding["context"]["before"][-24:], finding["context"]["after"][:24]
        lines.append(
            f'<p class="quote">…{escaped(before)}<mark class="{severity}">{escaped(finding["quote"])}</mark>{escaped(after)}…</p>'
        )
    if fix := finding.get("fix"):
        lines.append(
            f"<p>{words['fix']}: <b>{escaped(fix['title'])}</b> ({words['policy_' + fix['policy']]})</p>"
        )
    for related in finding["related"][:5]:
        quote = f" “{escaped(related['quote'])}”" if related["quote"] else ""
        lines.append(
            f"<p>{words['see']} {escaped(place(related, lang))}:{quote} {escaped(related['message'])}</p>"
        )
    source = clause(finding["source"], catalogue.norms(), lang) if finding["source"] else words["habit"]
    lines.append(f'<p class="source">{escaped(source)}</p>')
    policy = f' data-fix="{fix["policy"]}"' if fix else ""
    return (
        f'<li id="f-{identity}" class="{severity}" data-severity="{severity}" data-family="{escaped(code[:2])}"{policy} tabindex="0">'
        f"{''.join(lines)}</li>"
    )


def where(finding: dict[str, Any], lang: str) -> str:
    """Name the section and the place of a finding."""
    section = f"{'mục' if lang == 'vi' else 'sec.'} {finding['section']}, " if finding["section"] else ""
    return section + place(finding, lang)
