"""Over loopback, two editors at one time on one file, each with its own text; nothing listens beyond this machine."""

from __future__ import annotations

import json
import socket
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
from tests.lsp.client import PULL, SELECT, SERVER, TEXT

URI = "file:///tmp/one-file-of-two.md"


@pytest.fixture
def port() -> Iterator[int]:
    process = subprocess.Popen([*SERVER, "--tcp", "0"], stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own program
    assert process.stdout
    host, _, number = process.stdout.readline().strip().partition(":")
    assert host == "127.0.0.1"
    yield int(number)
    process.terminate()
    process.communicate()


class Editor:
    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=20)
        self._stream = self._socket.makefile("rwb")
        self._ids = 0
        self.request("initialize", capabilities=PULL, initializationOptions=SELECT)

    def send(self, **message: Any) -> None:  # noqa: ANN401 - JSON
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._stream.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._stream.flush()

    def request(self, method: str, **params: Any) -> Any:  # noqa: ANN401 - JSON
        self._ids += 1
        self.send(id=self._ids, method=method, params=params)
        while True:
            length = 0
            while line := self._stream.readline().strip():
                length = int(line.partition(b":")[2])
            message = json.loads(self._stream.read(length))
            if message.get("id") == self._ids:
                return message["result"]

    def open(self, text: str) -> None:
        item = {"uri": URI, "languageId": "markdown", "version": 1, "text": text}
        self.send(method="textDocument/didOpen", params={"textDocument": item})

    def codes(self) -> list[str]:
        answer = self.request("textDocument/diagnostic", textDocument={"uri": URI})
        return [item["code"] for item in answer["items"]]

    def vanish(self) -> None:
        self._stream.close()
        self._socket.close()


def test_two_editors_on_one_file(port: int) -> None:
    one, other = Editor(port), Editor(port)
    one.open(TEXT)
    other.open(TEXT.replace(" ,", ","))
    assert one.codes() == ["DC001", "DC001", "VD003"]
    assert other.codes() == ["VD003"]
    one.vanish()
    assert other.codes() == ["VD003"]
    other.vanish()
    third = Editor(port)
    assert third.request("shutdown") is None
    third.vanish()
