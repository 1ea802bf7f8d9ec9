"""A page server in this process, and a client that says exactly what it is told to."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from reportlint import Settings
from reportlint.web.server import PageServer

EXAMPLE = Path(__file__).parents[2] / "examples" / "bao-cao-ubnd-huyen.docx"


@dataclass(frozen=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def said(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.body)
        return found


class Client:
    """Sends requests as the page does, unless told otherwise."""

    def __init__(self, server: PageServer) -> None:
        self.server = server
        self.host = f"127.0.0.1:{server.server_port}"

    def send(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Reply:
        """Send a request; a header given as an empty text is left out."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=60)
        wanted = {"Host": self.host, **({"Origin": f"http://{self.host}"} if method == "POST" else {})}
        wanted.update({name.replace("_", "-"): value for name, value in headers.items()})
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        if body is not None:
            wanted.setdefault("Content-Length", str(len(body)))
        for name, value in wanted.items():
            if value:
                connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        reply = Reply(answer.status, dict(answer.headers), answer.read())
        connection.close()
        return reply

    def ask(self, task: str, name: str, data: bytes, **more: Any) -> Reply:  # noqa: ANN401 - JSON
        head = json.dumps({"name": name, **more}).encode()
        return self.send("POST", f"/{self.server.token}/{task}", head + b"\n" + data)


@contextmanager
def serving(server: PageServer) -> Iterator[Client]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield Client(server)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with serving(PageServer(0, lambda _: Settings())) as one:
        yield one
