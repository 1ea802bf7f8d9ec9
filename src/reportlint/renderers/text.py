"""Text for people: what was read, the findings by section with the place underlined, what was not checked, a summary."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from reportlint import catalogue
from reportlint.renderers import count
from reportlint.renderers.cells import width
from reportlint.renderers.finding_text import Paint, finding_lines
from reportlint.renderers.folding import by_section, folded
from reportlint.renderers.words import COUNTS, LEVEL, PROSE, SEVERITY, STATE, kind_name, regime_name
from reportlint.said import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.renderers import Look

Entry = dict[str, Any]

_SAFE_IN_SHELL = re.compile(r"[\w./:@%+=,-]+")


def render(entries: Iterable[Entry], look: Look) -> Iterator[str]:
    """Yield the text of each file as soon as it is there, then the sum when there were several."""
    paint = Paint(on=look.color)
    seen: list[Entry] = []
    statistics: Counter[tuple[str, str]] = Counter()
    for entry in entries:
        seen.append(
            {
                "error": entry.get("error"),
                "findings": [{"severity": f["severity"]} for f in entry["findings"]],
            }
        )
        statistics.update((f["code"], f["name"]) for f in entry["findings"])
        if not look.statistics and not entry.get("error"):  # the cause stands on standard error
            yield "\n".join(_file(entry, look, paint)) + "\n"
    if look.statistics:
        yield from (
            f"{number:6}  {code}  {_title(code, name, look.lang)}\n"
            for (code, name), number in statistics.most_common()
        )
    if len(seen) > 1 and not look.quiet:
        yield _total(seen, look) + "\n"


def _title(code: str, name: str, lang: str) -> str:
    """Return the title of a rule; the name of one that is not built in."""
    rule = catalogue.by_code().get(code)
    if rule is None:
        return name
    return rule.title_en if lang == "en" else rule.title


def _file(entry: Entry, look: Look, paint: Paint) -> Iterator[str]:
    words = PROSE[look.lang]
    if not entry["findings"] and not look.verbose:
        if not look.quiet:
            yield paint.green(_clean(entry, words, look.lang))
            yield from remarks(entry, words)
        return
    if look.quiet:
        yield paint.bold(visible(entry["path"]))
    else:
        yield paint.bold(visible(entry["path"])) + " · " + identity_line(entry, look.lang)
        yield paint.dim(read_line(entry, look.lang)) + "\n"
    for section, groups in by_section(folded(entry["findings"])):
        yield "  " + paint.bold(
            f"{words['section']} {section.replace('/', ' › ')}" if section else words["outside"]
        )
        for group in groups:
            yield from finding_lines(group, look, paint)
        yield ""
    if not look.quiet:
        yield from _summary(entry, look, paint)


def _clean(entry: Entry, words: dict[str, str], lang: str) -> str:
    """Say in one line that nothing is to be mended, and what that rests on."""
    nothing = words["nothing_new"] if entry.get("baseline", {}).get("known") else words["nothing"]
    line = f"✔ {visible(entry['path'])} · {nothing} · {read_line(entry, lang)}"
    return line + (words["not_looked"].format(n=len(entry["unchecked"])) if entry["unchecked"] else "")


def identity_line(entry: Entry, lang: str) -> str:
    """Say what the report is, in one line."""
    words, identity = PROSE[lang], entry["identity"]
    title = kind_name(identity["kind"], lang)
    if identity["issuer"]:
        title += f" {words['of']} {identity['issuer']}"
    if identity["level"]:
        title += f" ({LEVEL[lang].get(identity['level'], identity['level'])})"
    dated = words["dated"].format(date=_day(identity["date"])) if identity["date"] else words["draft_date"]
    parts = [
        title,
        regime_name(identity, lang),
        STATE[lang][identity["state"]]
        + ("" if identity["state"] == "draft" and not identity["date"] else f", {dated}"),
    ]
    if identity["ocr"]:
        parts.append(words["ocr"])
    if entry.get("profile"):
        parts.append(words["profile"].format(name=entry["profile"]))
    return " · ".join(parts)


def _day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{int(day)}/{int(month)}/{year}"


def read_line(entry: Entry, lang: str) -> str:
    """Say how much was read, so that nothing found does not mean nothing read."""
    words, counts = PROSE[lang], entry["counts"]
    parts = []
    for key, name in COUNTS[lang].items():
        if number := counts.get(key, 0):
            part = f"{number} {name.removesuffix('s') if number == 1 else name}"
            if key == "citations" and (unread := counts.get("citations_unread", 0)):
                part += f" ({number - unread} {words['understood']}, {unread} {words['not_understood']})"
            parts.append(part)
    return f"{words['read']} {', '.join(parts)}; {words['checked'].format(n=counts['rules'])}"


def _summary(entry: Entry, look: Look, paint: Paint) -> Iterator[str]:
    words = PROSE[look.lang]
    yield paint.dim("─" * min(look.width, 60))
    parts = [f"{SEVERITY[look.lang][s]} {n}" for s in ("error", "warning", "info") if (n := count(entry, s))]
    if blanks := sum(f["name"] == "to-fill" for f in entry["findings"]):
        parts.append(f"{words['to_fill']} {blanks}")
    if omitted := entry.get("omitted"):
        parts.append(words["omitted"].format(n=omitted))
    line = " · ".join(parts) or words["nothing"]
    yield paint.bold(line[:1].upper() + line[1:])
    yield from _notes(entry, look)
    safe = sum(f.get("fix", {}).get("policy") == "safe" for f in entry["findings"])
    if safe:
        yield _offer(
            words["safe_fixes"].format(n=safe), f"reportlint fix {in_shell(entry['path'])}", look.width
        )


def _offer(said: str, command: str, columns: int) -> str:
    """Set a command that is to be copied behind what is said, or on a line of its own where it would be broken."""
    line = f"{said}  →  {command}"
    return line if width(line) <= columns else f"{said}\n  {command}"


def in_shell(path: str) -> str:
    """Return a path as one types it: in quotes where the shell would take it apart."""
    path = f"./{path}" if path.startswith("-") else path
    if _SAFE_IN_SHELL.fullmatch(path):
        return path
    import shlex

    return visible(shlex.quote(path))


def _notes(entry: Entry, look: Look) -> Iterator[str]:
    """Say what was not checked and why, then the remarks."""
    words = PROSE[look.lang]
    reasons: dict[str, list[str]] = {}
    for item in entry["unchecked"]:
        reasons.setdefault(item["why"], []).append(item["code"])
    for why, codes in reasons.items():
        named = ", ".join(codes) if look.verbose or len(codes) <= 3 else words["rules"].format(n=len(codes))
        yield f"{words['unchecked']}: {why} ({named})"
    yield from remarks(entry, words)


def remarks(entry: Entry, words: dict[str, str]) -> Iterator[str]:
    """Say what the baseline holds, and which suppressions do nothing or give no reason."""
    known = entry.get("baseline", {})
    if any(known.values()):
        yield words["baseline"].format(n=known["known"]) + (
            words["gone"].format(n=known["gone"]) if known["gone"] else ""
        )
    for remark in entry.get("suppressions", ()):
        for key, codes in (("unused", remark["unused"]), ("unknown", remark["unknown"])):
            if codes:
                yield words[key].format(codes=", ".join(codes), line=remark["line"] or "?")
        if not remark["reason"]:
            yield words["no_reason"].format(codes=", ".join(remark["codes"]), line=remark["line"] or "?")


def _total(entries: list[Entry], look: Look) -> str:
    words = PROSE[look.lang]
    parts = [
        f"{SEVERITY[look.lang][s]} {sum(count(e, s) for e in entries)}" for s in ("error", "warning", "info")
    ]
    if failed := sum(bool(e["error"]) for e in entries):
        parts.append(words["failed_files"].format(n=failed))
    if clean := sum(not e["error"] and not e["findings"] for e in entries):
        parts.append(words["clean_files"].format(n=clean))
    return words["total"].format(files=len(entries)) + ": " + " · ".join(parts)
