"""A raw client: it writes the bytes that a test wants, right or wrong, and reads what comes back."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from typing import Any

SERVER = [sys.executable, "-m", "reportlint", "lsp"]
URI = "untitled:bao-cao.md"
PULL = {
    "textDocument": {"diagnostic": {}},
    "workspace": {"workspaceEdit": {"documentChanges": True}, "diagnostics": {"refreshSupport": True}},
}
SELECT = {"select": ["DC001", "VD003"]}
TEXT = """\
# BÁO CÁO

Thực hiện Kế hoạch số 58-KH/HU ngày 15/12/2022 của Huyện ủy , Ủy ban nhân dân huyện báo cáo như sau.

I. KẾT QUẢ

1. Công tác 😀 tuyên truyền , phổ biến Kế hoạch số 58-KH/HU ngày 15/12/2022

Kế hoạch số 58-KH/HU ngày 15/11/2022 được **triển khai** đầy đủ.
"""


class RawClient:
    """One server process, spoken to by hand."""

    def __init__(self, *arguments: str) -> None:
        self.process = subprocess.Popen(  # noqa: S603 - our own program
            [*SERVER, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        self.received: list[dict[str, Any]] = []
        """Notifications and requests of the server that came while waiting for something else."""
        self._count = 0

    def write(self, data: bytes) -> None:
        assert self.process.stdin
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, **message: Any) -> None:  # noqa: ANN401 - JSON
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))

    def notify(self, method: str, **params: Any) -> None:  # noqa: ANN401 - JSON
        self.send(method=method, params=params)

    def ask(self, method: str, **params: Any) -> int:  # noqa: ANN401 - JSON
        """Send a request without waiting; return its id."""
        self._count += 1
        self.send(id=self._count, method=method, params=params)
        return self._count

    def answer(self, request: int | None) -> dict[str, Any]:
        """Wait for the response to a request."""
        while True:
            message = self.read()
            if "method" not in message and message.get("id") == request:
                return message
            self.received.append(message)

    def request(self, method: str, **params: Any) -> Any:  # noqa: ANN401 - JSON
        """Send a request and return its result."""
        message = self.answer(self.ask(method, **params))
        assert "result" in message, message
        return message["result"]

    def wait_for(self, method: str) -> dict[str, Any]:
        """Return the next message of a method."""
        for i, message in enumerate(self.received):
            if message.get("method") == method:
                return self.received.pop(i)
        while (message := self.read()).get("method") != method:
            self.received.append(message)
        return message

    def read(self) -> dict[str, Any]:
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            length = int(line.partition(b":")[2])
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        return message

    def start(self, capabilities: dict[str, Any] | None = None, **options: Any) -> Any:  # noqa: ANN401 - JSON
        """Shake hands; return the capabilities of the server."""
        answer = self.request(
            "initialize",
            processId=None,
            capabilities=capabilities or {},
            initializationOptions={**SELECT, "debounce": 10, **options},
        )
        self.notify("initialized")
        return answer["capabilities"]

    def open(self, text: str = TEXT, uri: str = URI, version: int = 1) -> None:
        item = {"uri": uri, "languageId": "markdown", "version": version, "text": text}
        self.notify("textDocument/didOpen", textDocument=item)

    def change(self, *changes: dict[str, Any], version: int, uri: str = URI) -> None:
        document = {"uri": uri, "version": version}
        self.notify("textDocument/didChange", textDocument=document, contentChanges=list(changes))

    def about(self, method: str, uri: str = URI, **params: Any) -> Any:  # noqa: ANN401 - JSON
        """Send a request about the open text and return its result."""
        return self.request(method, textDocument={"uri": uri}, **params)

    def codes(self, uri: str = URI) -> list[str]:
        """Return the codes of the findings, as the server answers when asked."""
        return [item["code"] for item in self.about("textDocument/diagnostic", uri)["items"]]

    def leave(self) -> int:
        """Shut down in order; return the exit code."""
        self.request("shutdown")
        self.notify("exit")
        return self.process.wait(10)

    def kill(self) -> None:
        """End the process whatever it does, and close the pipes."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            with contextlib.suppress(OSError):
                if pipe:
                    pipe.close()


def span(line: int, start: int, end: int) -> dict[str, Any]:
    """Return a range on one line."""
    return {"start": {"line": line, "character": start}, "end": {"line": line, "character": end}}
