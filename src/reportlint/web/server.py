"""The server behind the page: on loopback, behind a token, with room for so many connections and no more."""

from __future__ import annotations

import os
import secrets
import socketserver
import sys
import threading
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING

from reportlint.web.handler import Handler
from reportlint.web.workers import Workers

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    from reportlint.settings import Settings

LOOPBACK = "127.0.0.1"
MAX_CONNECTIONS = 32
"""Connections served at once; what comes on top is closed unheard."""


class PageServer(ThreadingHTTPServer):
    """Serves one page until it is told to stop. It holds no report: only its token, its workers, and how to lint."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = os.name != "nt"  # there it would let another program listen beside us
    allow_reuse_port = False

    def __init__(
        self,
        port: int,
        settings: Callable[[str], Settings],
        lang: str = "vi",
        workers: Workers | None = None,
    ) -> None:
        """Listen on a port of loopback, 0 for any; `settings` gives those for the name of a file. Raises `OSError`."""
        super().__init__((LOOPBACK, port), Handler)
        self.settings, self.lang = settings, lang
        self.token = secrets.token_urlsafe(24)
        self.workers = workers or Workers()
        self._room = threading.BoundedSemaphore(MAX_CONNECTIONS)

    @property
    def address(self) -> str:
        """The address of the page, with the token."""
        return f"http://{LOOPBACK}:{self.server_port}/{self.token}/"

    def server_bind(self) -> None:
        """Bind without asking the network for our name, as the library does."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = LOOPBACK, self.server_address[1]

    def process_request(
        self, request: socket.socket | tuple[bytes, socket.socket], client_address: object
    ) -> None:
        """Serve a connection in a thread, if there is room."""
        if self._room.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(
        self, request: socket.socket | tuple[bytes, socket.socket], client_address: object
    ) -> None:
        """Serve a connection, then make room."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._room.release()

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over clients that have gone; show what is a fault of ours."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    def server_close(self) -> None:
        """Stop listening and end the workers."""
        super().server_close()
        if hasattr(self, "workers"):  # not when the port was taken
            self.workers.close()
