"""The HTML report: a sheet to print and sign, the table of cited documents, and the text with the findings marked.

One file that needs no other; for several reports it begins with an index that gives the totals.
"""

from __future__ import annotations

from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from reportlint.cites import cited_table, contradictions_first
from reportlint.renderers import html_cites, html_list, html_text
from reportlint.renderers.html_page import escaped, page
from reportlint.renderers.html_words import FAMILIES, WORDS
from reportlint.renderers.text import identity_line, read_line, remarks
from reportlint.renderers.words import PROSE, SEVERITY, short_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportlint.findings import Finding
    from reportlint.renderers import Look
    from reportlint.result import Result

Entry = dict[str, Any]
MAX_ON_SHEET, MAX_PLACES = 12, 6
"""Rules that the summary names, and places of each, so that it stays a page."""


def render(entries: Iterable[Entry], look: Look) -> Iterator[str]:
    """Yield the page. Entries carry their `Result`."""
    found = list(entries)
    lang = look.lang
    title = WORDS[lang]["title"]
    if len(found) == 1 and not found[0].get("error"):
        title = f"{title}: {PurePath(found[0]['path']).name}"
    parts = [_toolbar(lang)]
    if len(found) != 1 or found[0].get("error"):
        title = WORDS[lang]["index"].format(n=len(found))
        parts.append(_index(found, title, lang))
    many = len(found) > 1
    parts += [
        article(entry, number, lang, many=many)
        for number, entry in enumerate(found, 1)
        if not entry.get("error")
    ]
    yield page(title, "\n".join(parts), lang)


def _toolbar(lang: str) -> str:
    words = WORDS[lang]
    return (
        f'<nav class="toolbar"><span>reportlint</span><button type="button" id="theme">{words["theme"]}</button>'
        f'<button type="button" id="print">{words["print"]}</button><span class="keys">{escaped(words["keys"])}</span></nav>'
    )


def _index(entries: Sequence[Entry], title: str, lang: str) -> str:
    words = WORDS[lang]
    head = "".join(
        f"<th>{name}</th>" for name in (words["file"], *(SEVERITY[lang][s] for s in html_list.SEVERITIES))
    )
    lines, sums = [], Counter[str]()
    for number, entry in enumerate(entries, 1):
        if error := entry.get("error"):
            lines.append(
                f'<tr class="unread"><td>{escaped(entry["path"])}</td><td colspan="3">{words["unread"]}: {escaped(error["cause"])}</td></tr>'
            )
            continue
        counted = Counter(f["severity"] for f in entry["findings"])
        sums.update(counted)
        cells = "".join(f'<td class="number">{counted[s]}</td>' for s in html_list.SEVERITIES)
        lines.append(f'<tr><td><a href="#r{number}">{escaped(entry["path"])}</a></td>{cells}</tr>')
    total = "".join(f'<td class="number">{sums[s]}</td>' for s in html_list.SEVERITIES)
    return (
        f'<main class="alone index" id="index"><h1>{escaped(title)}</h1><table class="cites"><thead><tr>{head}</tr></thead>'
        f"<tbody>{''.join(lines)}</tbody><tfoot><tr><th>{words['total']}</th>{total}</tr></tfoot></table></main>"
    )


def article(entry: Entry, number: int, lang: str, *, many: bool = False) -> str:
    """Return one report: summary, cited documents, text and findings. The ids in it begin with `number`.

    The finding that is the n-th of the entry has the id `f-NUMBER-n`, its mark in the text `m-NUMBER-n`.
    """
    result: Result = entry["result"]
    words, findings = WORDS[lang], entry["findings"]
    ids = [f"{number}-{i}" for i in range(1, len(findings) + 1)]
    marked = list(zip(ids, _located(findings, result, lang), strict=True))
    rows = contradictions_first(cited_table(result))
    listed = html_list.entries(findings, ids, lang) if findings else f"<p>{words['clean']}</p>"
    back = f'<p class="back"><a href="#index">{words["back"]}</a></p>'
    text = html_text.text(result.report.document, marked, lang)
    return (
        f'<article class="report" id="r{number}">'
        f"{back if many else ''}{_contents(number, lang)}"
        f'<section class="sheet summary" id="s{number}">{_summary(entry, lang)}</section>'
        f'<section class="sheet cited" id="c{number}"><h2>{words["cited"]} ({len(rows)})</h2>{html_cites.table(rows, lang)}</section>'
        f'<div class="columns" id="t{number}"><section class="text"><h2>{words["text"]}</h2>{text}</section>'
        f"<aside><h2>{words['findings']}</h2>{html_list.controls(findings, lang)}"
        f"{listed}</aside></div></article>"
    )


def _contents(number: int, lang: str) -> str:
    words = WORDS[lang]
    links = (("s", "summary"), ("t", "text"), ("c", "cited"))
    return (
        '<p class="contents">'
        + " · ".join(f'<a href="#{key}{number}">{words[name]}</a>' for key, name in links)
        + "</p>"
    )


def _located(findings: Sequence[Entry], result: Result, lang: str) -> list[Finding]:
    """Return the findings that entries were made of; entries are some of them, in the same order."""
    located, rest = [], iter(result.findings)
    for entry in findings:
        for finding in rest:
            told = (finding.code, finding.told(lang), finding.quote)
            if told == (entry["code"], entry["message"], entry["quote"]):
                located.append(finding)
                break
    return located


def _summary(entry: Entry, lang: str) -> str:
    words, findings = WORDS[lang], entry["findings"]
    counted = Counter(f["severity"] for f in findings)
    numbers = "".join(
        f'<div class="{s}"><b>{counted[s]}</b> {SEVERITY[lang][s]}</div>' for s in html_list.SEVERITIES
    )
    groups: dict[str, list[Entry]] = {}
    for finding in findings:
        if finding["severity"] == "error":
            groups.setdefault(finding["code"], []).append(finding)
    items = "".join(_fault(group, lang) for group in list(groups.values())[:MAX_ON_SHEET])
    more = (
        f"<p>{words['more'].format(n=len(groups) - MAX_ON_SHEET)}</p>" if len(groups) > MAX_ON_SHEET else ""
    )
    must = f"<ol>{items}</ol>{more}" if groups else f"<p>{words['none_must']}</p>"
    return (
        f"<h1>{words['title']}</h1>"
        f'<p class="path">{escaped(entry["path"])}</p>'
        f"<p>{escaped(identity_line(entry, lang))}</p>"
        f"<p>{escaped(read_line(entry, lang))}</p>"
        f'<div class="totals"><div class="numbers">{numbers}</div>{_by_family(findings, lang)}</div>'
        f"<h2>{words['must']}</h2>{must}{_unchecked(entry, lang)}"
        f'<div class="signatures"><div><b>{words["drafter"]}</b><br>{words["sign"]}</div>'
        f"<div><b>{words['reviewer']}</b><br>{words['sign']}</div></div>"
    )


def _fault(group: Sequence[Entry], lang: str) -> str:
    """Name the faults of one rule: the first in full, of the others the places."""
    first, *others = group
    places = ", ".join(short_place(f, lang) for f in others[:MAX_PLACES]) + (
        ", …" if len(others) > MAX_PLACES else ""
    )
    rest = f" ({PROSE[lang]['more'].format(n=len(others), places=places)})" if others else ""
    place = escaped(html_list.where(first, lang))
    return f"<li><b>{escaped(first['code'])}</b> ({place}) {escaped(first['message'])}{escaped(rest)}</li>"


def _by_family(findings: Sequence[Entry], lang: str) -> str:
    families: dict[str, Counter[str]] = {}
    for finding in findings:
        families.setdefault(finding["code"][:2], Counter())[finding["severity"]] += 1
    if not families:
        return ""
    words = WORDS[lang]
    head = "".join(
        f"<th>{name}</th>" for name in (words["families"], *(SEVERITY[lang][s] for s in html_list.SEVERITIES))
    )
    lines = [
        f"<tr><td>{escaped(FAMILIES[lang].get(code, code))}</td>"
        + "".join(f'<td class="number">{counts[s] or ""}</td>' for s in html_list.SEVERITIES)
        + "</tr>"
        for code, counts in sorted(families.items(), key=lambda item: -item[1].total())
    ]
    return f'<table class="cites small"><thead><tr>{head}</tr></thead><tbody>{"".join(lines)}</tbody></table>'


def _unchecked(entry: Entry, lang: str) -> str:
    reasons = Counter(item["why"] for item in entry["unchecked"])
    listed = "; ".join(f"{escaped(why)} ({count})" for why, count in reasons.items())
    shown = f"<p><b>{WORDS[lang]['unchecked']}:</b> {listed}</p>" if listed else ""
    return shown + "".join(f"<p>{escaped(remark)}</p>" for remark in remarks(entry, PROSE[lang]))
