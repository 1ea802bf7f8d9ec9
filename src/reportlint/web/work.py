"""What a worker process does for one request: lint, and make what is to be shown or downloaded. No network, no disk."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from reportlint import writers
from reportlint.batch import Job, lint_entry, lint_job
from reportlint.errors import FileError, ReportlintError
from reportlint.renderers import Look, html
from reportlint.said import in_language
from reportlint.web.accepting import Accepted
from reportlint.writers.marking import SUFFIX, Marking
from reportlint.writers.repairing import repair

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reportlint.fixes import Left
    from reportlint.result import Result
    from reportlint.settings import Settings
    from reportlint.web.requests import Asked

FIXED, SHEET = ".da-sua", ".phieu-ra-soat"
"""What the names of the mended file and of the sheet carry before their ending."""
HTML, BYTES, JSON = "text/html; charset=utf-8", "application/octet-stream", "application/json; charset=utf-8"


@dataclass(frozen=True)
class Order:
    """A request with what it is to be done under; it goes to a worker process."""

    asked: Asked
    settings: Settings
    lang: str = "vi"


@dataclass(frozen=True)
class Answer:
    """What is sent back."""

    body: bytes
    type: str
    status: int = HTTPStatus.OK
    name: str = ""
    """Name under which the browser keeps it."""
    told: dict[str, Any] = field(default_factory=dict)
    """What was put in, in numbers, and what was not and why."""


def warm_up() -> None:
    """Load what the first request would wait for."""
    lint_job(Job("a.md", data="# BÁO CÁO\n".encode()))


def perform(order: Order) -> Answer:
    """Do what was asked. What is wrong with the file is the answer, not an exception."""
    try:
        return _TASKS[order.asked.task](order)
    except FileError as error:
        return _wrong(in_language(error.causes, order.lang))
    except ReportlintError as error:
        return _wrong(error.said(order.lang))


def _wrong(cause: str) -> Answer:
    body = json.dumps({"error": cause}, ensure_ascii=False).encode("utf-8", "replace")
    return Answer(body, JSON, HTTPStatus.UNPROCESSABLE_ENTITY)


def _check(order: Order) -> Answer:
    """Return the HTML of the report, and what can be downloaded."""
    asked = order.asked
    entry = lint_entry(_job(order), order.lang, full=True)
    if error := entry.get("error"):
        return _wrong(error["cause"])
    kind = entry["result"].report.document.format
    said = {
        "html": html.article(entry, asked.number, order.lang),
        "counts": Counter(finding["severity"] for finding in entry["findings"]),
        "annotate": writers.can_annotate(kind),
        "fix": writers.can_fix(kind),
    }
    return Answer(json.dumps(said, ensure_ascii=False).encode("utf-8", "replace"), JSON)


def _annotate(order: Order) -> Answer:
    """Return the file with a remark on each finding that is not ignored."""
    result = _kept(lint_job(_job(order)), order)
    made = writers.annotate(order.asked.data, result, Marking(lang=order.lang))
    told = {"comments": made.comments, "tracked": made.tracked, "left": _reasons(made.left, order.lang)}
    return Answer(made.data, BYTES, name=_named(order, SUFFIX), told=told)


def _fix(order: Order) -> Answer:
    """Return the file with the accepted fixes made."""
    asked = order.asked
    accepted = Accepted(asked.name, order.settings, asked.accepted - asked.ignored)
    made = repair(asked.data, asked.name, order.settings, accepted.wanted, lint=accepted.lint)
    left = [entry for entry in made.left if entry.reason and accepted.holds(entry.finding)]
    told = {"repaired": len(made.repairs), "left": _reasons(left, order.lang)}
    return Answer(made.data, BYTES, name=_named(order, FIXED), told=told)


def _sheet(order: Order) -> Answer:
    """Return the sheet to print and sign, without what is ignored."""
    result = _kept(lint_job(_job(order)), order)
    entry = {**result.to_dict(lang=order.lang), "result": result}
    page = "".join(html.render([entry], Look(lang=order.lang)))
    return Answer(page.encode("utf-8", "replace"), HTML, name=_named(order, SHEET, ".html"))


_TASKS: dict[str, Callable[[Order], Answer]] = {
    "check": _check, "annotate": _annotate, "fix": _fix, "sheet": _sheet,
}  # fmt: skip


def _job(order: Order) -> Job:
    return Job(order.asked.name, order.settings, order.asked.data)


def _kept(result: Result, order: Order) -> Result:
    """Leave out the findings that the person ignores."""
    kept = tuple(f for i, f in enumerate(result.findings, 1) if i not in order.asked.ignored)
    return replace(result, findings=kept)


def _named(order: Order, mark: str, ending: str = "") -> str:
    path = PurePath(order.asked.name)
    return f"{path.stem}{mark}{ending or path.suffix}"


def _reasons(left: Iterable[Left], lang: str) -> dict[str, int]:
    return Counter(in_language(entry.reason, lang) for entry in left if entry.reason)
