"""One request: checked before anything of it is believed, then answered."""

from __future__ import annotations

import json
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING
from urllib.parse import quote

from reportlint.errors import ReportlintError
from reportlint.said import Said
from reportlint.web import requests
from reportlint.web.page import POLICY, page
from reportlint.web.requests import RefusedError
from reportlint.web.work import HTML, JSON, Answer, Order

if TYPE_CHECKING:
    from reportlint.web.server import PageServer

PIECE = 1024 * 1024
MAX_DISCARDED = 4 * requests.MAX_BYTES
"""How much of a body that is too large is read all the same (bytes)."""
TEXT = "text/plain; charset=utf-8"
HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Handler(BaseHTTPRequestHandler):
    """Answers GET for the page and POST for what the page asks; one request a connection."""

    server: PageServer
    server_version, sys_version = "reportlint", ""
    timeout = 30
    """Seconds without a byte after which a client counts as gone."""

    def do_GET(self) -> None:
        """Send the page."""
        if self.path == "/favicon.ico":  # browsers ask without our asking
            self._send(Answer(b"", TEXT, HTTPStatus.NO_CONTENT))
            return
        try:
            known = not self._checked()
        except RefusedError as error:
            self._refuse(error)
            return
        if known:
            self._send(Answer(page(self.server.lang).encode(), HTML))
        else:
            self._refuse(RefusedError(HTTPStatus.NOT_FOUND, "task"))

    def do_POST(self) -> None:
        """Do what the page asks."""
        try:
            task = self._checked()
            requests.check_origin(
                self.headers.get("Origin", ""),
                self.headers.get("Sec-Fetch-Site", ""),
                self.headers.get("Host", ""),
            )
            if task == "quit":
                self._send(Answer(b"{}", JSON))
                threading.Thread(target=self.server.shutdown, daemon=True).start()
                return
            self._send(self._done(task))
        except RefusedError as error:
            self._refuse(error)

    def _checked(self) -> str:
        """Return the task asked for, when host and token are right."""
        requests.check_host(self.headers.get("Host", ""), self.server.server_port)
        return requests.check_token(self.path, self.server.token)

    def _done(self, task: str) -> Answer:
        try:
            length = requests.check_length(
                self.headers.get("Content-Length", ""), self.headers.get("Transfer-Encoding", "")
            )
        except RefusedError:
            self._discard()
            raise
        asked = requests.read(task, self._body(length))
        try:
            settings = self.server.settings(asked.name)
        except ReportlintError as error:
            raise RefusedError(
                HTTPStatus.UNPROCESSABLE_ENTITY, "settings", Said(str(error), error.said("en"))
            ) from error
        return self.server.workers.run(Order(asked, settings, self.server.lang))

    def _body(self, length: int) -> bytes:
        pieces, left = [], length
        while left:
            piece = self.rfile.read(min(left, PIECE))
            if not piece:
                raise RefusedError(HTTPStatus.BAD_REQUEST, "form")
            pieces.append(piece)
            left -= len(piece)
        return b"".join(pieces)

    def _discard(self) -> None:
        """Read what is still being sent, to some extent: a browser would not see the answer before it has sent all."""
        left = min(requests.size_of(self.headers.get("Content-Length", "")) or 0, MAX_DISCARDED)
        while left and (piece := self.rfile.read(min(left, PIECE))):
            left -= len(piece)

    def _refuse(self, error: RefusedError) -> None:
        text = error.said(self.server.lang)
        if self.command == "POST":
            body = json.dumps({"error": text}, ensure_ascii=False).encode()
            self._send(Answer(body, JSON, error.status))
        else:
            self._send(Answer(text.encode(), TEXT, error.status))

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header(
            "Content-Security-Policy",
            POLICY if answer.type == HTML and not answer.name else "default-src 'none'",
        )
        self.send_header("Content-Type", answer.type)
        self.send_header("Content-Length", str(len(answer.body)))
        if answer.name:
            self.send_header(
                "Content-Disposition", f"attachment; filename*=UTF-8''{quote(answer.name, safe='')}"
            )
            self.send_header("X-Told", json.dumps(answer.told))
        self.end_headers()
        self.wfile.write(answer.body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002 - the library's
        """Answer what is no HTTP, or no method of ours, without a page and without what was sent."""
        self.close_connection = True
        if self.request_version != "HTTP/0.9":
            self._send(Answer(b"", TEXT, code))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's
        """Keep no record of what is asked."""
