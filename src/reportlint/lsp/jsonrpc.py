"""JSON-RPC 2.0 with the header framing of LSP, over any pair of byte streams."""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Mapping

Json = dict[str, Any]
"""A JSON object: a message, its parameters, or a part of them."""

PARSE_ERROR, INVALID_REQUEST, METHOD_NOT_FOUND, INVALID_PARAMS, INTERNAL_ERROR = (
    -32700,
    -32600,
    -32601,
    -32602,
    -32603,
)
SERVER_NOT_INITIALIZED, REQUEST_FAILED, REQUEST_CANCELLED = -32002, -32803, -32800

MAX_MESSAGE = 128 * 1024 * 1024
"""A longer message (bytes) is read past and refused."""
MAX_HEADER = 4096
_CHUNK = 1024 * 1024


class RpcError(Exception):
    """What is wrong with a message; becomes the error of the response."""

    def __init__(self, code: int, message: str) -> None:
        """Take a code of JSON-RPC or LSP and a sentence for people."""
        super().__init__(message)
        self.code, self.message = code, message


class Channel:
    """Reads and writes messages. Writing is safe from several threads."""

    def __init__(self, reader: BinaryIO, writer: BinaryIO) -> None:
        """Take two streams; neither is closed here."""
        self._reader, self._writer = reader, writer
        self._lock = threading.Lock()

    def read(self) -> Json | None:
        """Return the next message, None at the end. Raises `RpcError` for one that can be skipped.

        A broken header cannot be skipped, since nobody knows where the next message starts: it counts as the end.
        """
        length = self._header()
        if length is None:
            return None
        if length > MAX_MESSAGE:
            self._skip(length)
            raise RpcError(INVALID_REQUEST, f"message of {length} bytes is too long")
        body = self._reader.read(length)
        if len(body) < length:
            return None
        try:
            message = json.loads(body)
        except (ValueError, RecursionError) as error:
            raise RpcError(PARSE_ERROR, f"not JSON: {error}") from error
        if not isinstance(message, dict):
            raise RpcError(INVALID_REQUEST, "a message is a JSON object; batches are not part of LSP")
        return message

    def send(self, message: Mapping[str, Any]) -> None:
        """Write one message. Raises `OSError` when the other side is gone."""
        body = json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False, separators=(",", ":")).encode(
            "utf-8", "replace"
        )
        with self._lock:
            self._writer.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
            self._writer.flush()

    def _header(self) -> int | None:
        """Read header lines up to the empty one; return the length of the body."""
        length = None
        while line := self._reader.readline(MAX_HEADER):
            if not line.strip():
                if length is not None:
                    return length
                continue  # stray empty lines between messages do no harm
            name, _, value = line.partition(b":")
            if not line.endswith(b"\n"):
                return None
            if name.strip().lower() == b"content-length":
                if not value.strip().isdigit():
                    return None
                length = int(value)
        return None

    def _skip(self, length: int) -> None:
        while length > 0 and (chunk := self._reader.read(min(length, _CHUNK))):
            length -= len(chunk)
