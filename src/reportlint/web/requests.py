"""What the page may ask for, and what is refused: pure functions over what came in, so that each can be tested alone."""

from __future__ import annotations

import json
import re
import secrets
import sys
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import PurePath
from typing import Any

from reportlint.errors import ReportlintError
from reportlint.loaders import SUFFIXES
from reportlint.said import Said
from reportlint.web.words import ERRORS

MAX_BYTES = 50 * 1024 * 1024
"""Size of a file. A report has some hundred kilobytes; one full of pictures some ten megabytes."""
MAX_HEAD = 1024 * 1024
"""Size of what stands before the file: its name and the decisions."""
MAX_NAME = 255
MAX_NUMBER = 1_000_000
MAX_DIGITS = 19
TASKS = frozenset({"check", "annotate", "fix", "sheet"})

_PLACE = re.compile(r"[/\\\x00-\x1f\x7f]|^[A-Za-z]:|^\.{1,2}$")
"""What makes a name more than a name."""


class RefusedError(ReportlintError):
    """A request that is not done: the status of the answer, and why in both languages."""

    def __init__(self, status: HTTPStatus, key: str, detail: Said | None = None) -> None:
        """Say why by the key of a wording; `detail` is put into it."""
        vi, en = detail or ("", "")
        super().__init__(ERRORS["vi"][key].format(vi), ERRORS["en"][key].format(en))
        self.status, self.key = status, key


@dataclass(frozen=True)
class Asked:
    """A request that may be done: which task, on which file, under which decisions."""

    task: str
    name: str
    data: bytes
    number: int = 1
    """Number of the report on the page; the ids in its HTML begin with it."""
    ignored: frozenset[int] = frozenset()
    """Findings left out, counted from 1 in the order of the text."""
    accepted: frozenset[int] = frozenset()
    """Findings whose fix is wanted, counted alike."""


def check_host(host: str, port: int) -> None:
    """Refuse another name for this machine: a page elsewhere could have its own name lead here (DNS rebinding)."""
    if host not in {f"127.0.0.1:{port}", f"localhost:{port}"}:
        raise RefusedError(HTTPStatus.MISDIRECTED_REQUEST, "host")


def check_token(path: str, token: str) -> str:
    """Return what stands behind the token in an address."""
    _, given, *rest = path.partition("?")[0].split("/", 2) if path.startswith("/") else ("", "")
    if not secrets.compare_digest(given.encode("utf-8", "replace"), token.encode()):
        raise RefusedError(HTTPStatus.FORBIDDEN, "token")
    return rest[0] if rest else ""


def check_origin(origin: str, site: str, host: str) -> None:
    """Refuse what another page sends: browsers name the origin of every POST, and never a false one."""
    if origin != f"http://{host}" or site not in {"", "same-origin"}:
        raise RefusedError(HTTPStatus.FORBIDDEN, "origin")


def check_length(length: str, coding: str) -> int:
    """Return the size of the body."""
    size = size_of(length)
    if coding or size is None:
        raise RefusedError(HTTPStatus.LENGTH_REQUIRED, "length")
    if size > MAX_BYTES + MAX_HEAD:
        raise RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "big")
    return size


def size_of(digits: str) -> int | None:
    """Return a size as a header gives it, None where that is no number; one of too many digits to be read counts as endless."""
    if not digits.isascii() or not digits.isdigit():
        return None
    return int(digits) if len(digits) < MAX_DIGITS else sys.maxsize


def read(task: str, body: bytes) -> Asked:
    """Read a body: a line of JSON, then the bytes of the file."""
    if task not in TASKS:
        raise RefusedError(HTTPStatus.NOT_FOUND, "task")
    head, line_end, data = body.partition(b"\n")
    if not line_end or len(head) > MAX_HEAD:
        raise RefusedError(HTTPStatus.BAD_REQUEST, "form")
    if len(data) > MAX_BYTES:
        raise RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "big")
    try:
        said = json.loads(head)
        name, (number,) = said["name"], _numbers([said.get("number", 1)])
        ignored, accepted = _numbers(said.get("ignored", [])), _numbers(said.get("accepted", []))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise RefusedError(HTTPStatus.BAD_REQUEST, "form") from None
    return Asked(task, checked_name(name), data, number, ignored, accepted)


def _numbers(found: Any) -> frozenset[int]:  # noqa: ANN401 - whatever came in
    if not isinstance(found, list) or not all(type(n) is int and 0 < n <= MAX_NUMBER for n in found):
        raise ValueError("no list of numbers")
    return frozenset(found)


def checked_name(name: Any) -> str:  # noqa: ANN401 - whatever came in
    """Return the name of a file: one of a kind we read, and no path."""
    if not isinstance(name, str) or not name.strip() or len(name) > MAX_NAME or _PLACE.search(name):
        raise RefusedError(HTTPStatus.BAD_REQUEST, "name")
    if not name.isprintable() or PurePath(name).suffix.lower() not in SUFFIXES:
        raise RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "kind")
    return name
