"""Messages in the order of their arrival, read by a thread of its own, so that a cancellation overtakes what waits."""

from __future__ import annotations

import queue
import threading
from typing import TYPE_CHECKING, Any

from reportlint.lsp.jsonrpc import RpcError

if TYPE_CHECKING:
    from reportlint.lsp.jsonrpc import Channel, Json


class Inbox:
    """What the client has sent and the session has not yet handled."""

    def __init__(self, channel: Channel) -> None:
        """Start to read; the thread ends with the stream."""
        self._channel = channel
        self._queue: queue.SimpleQueue[Json | RpcError | None] = queue.SimpleQueue()
        self._cancelled: set[Any] = set()
        threading.Thread(target=self._read, name="reportlint-lsp-inbox", daemon=True).start()

    def next(self, timeout: float | None) -> Json | RpcError | None:
        """Return the next message, or what was wrong with it; None at the end of the stream. Raises `queue.Empty`.

        Args:
            timeout: seconds to wait at most; None waits for ever.
        """
        return self._queue.get(timeout=timeout)

    @property
    def waiting(self) -> bool:
        """Whether more has arrived."""
        return not self._queue.empty()

    def cancelled(self, request: object) -> bool:
        """Tell whether the client has taken a request back."""
        return request in self._cancelled

    def forget(self, request: object) -> None:
        """Drop what is known of a request that has been answered."""
        self._cancelled.discard(request)

    def _read(self) -> None:
        while True:
            try:
                message = self._channel.read()
            except RpcError as error:
                self._queue.put(error)
                continue
            except (OSError, ValueError):  # the stream was closed under us
                message = None
            if message is not None and message.get("method") == "$/cancelRequest":
                self._note_cancelled(message.get("params"))
                continue
            self._queue.put(message)
            if message is None or message.get("method") == "exit":
                return  # a thread that still reads keeps the process from ending cleanly

    def _note_cancelled(self, params: object) -> None:
        request = params.get("id") if isinstance(params, dict) else None
        if isinstance(request, int | str):
            self._cancelled.add(request)
