"""One client: its life, its texts, and which handler answers what.

Everything is done by one thread in the order of arrival, so that a request sees the text as it was when it was sent.
"""

from __future__ import annotations

import queue
import sys
import time
import traceback
from typing import TYPE_CHECKING, Any

from reportlint.lsp import jsonrpc
from reportlint.lsp.inbox import Inbox
from reportlint.lsp.jsonrpc import RpcError
from reportlint.lsp.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlint.lsp.jsonrpc import Channel, Json

MESSAGE_ERROR, MESSAGE_WARNING, MESSAGE_INFO, MESSAGE_LOG = 1, 2, 3, 4


class Session:
    """A conversation with one editor, from `initialize` to `exit`."""

    def __init__(self, channel: Channel, handlers: dict[str, Callable[[Session, Json], Any]]) -> None:
        """Take the way to the client and the handlers by method; `serve` does the rest."""
        self.channel, self.handlers = channel, handlers
        self.inbox = Inbox(channel)
        self.workspace = Workspace()
        self.client: Json = {}
        """What the client can do."""
        self.root_uris: list[str] = []
        self.state = "new"
        """new, running, shut down, gone."""
        self.exit_code = 1
        self.request: Any = None
        """Id of the request at work; None for a notification."""
        self._due: dict[tuple[str, str], float] = {}
        self._asked: dict[str, Callable[[Any], None]] = {}
        self._count = 0

    def serve(self) -> int:
        """Answer until the client says `exit` or is gone. Return the exit code: 0 after an orderly shutdown."""
        try:
            while self.state != "gone":
                self._step()
        except OSError:  # the client died while we were writing
            self.state = "gone"
        return self.exit_code

    def can(self, *path: str) -> Any:  # noqa: ANN401 - whatever the client says
        """Return a capability of the client by its path, None where it says nothing."""
        value: Any = self.client
        for key in path:
            value = value.get(key) if isinstance(value, dict) else None
        return value

    def notify(self, method: str, params: Json) -> None:
        """Send a notification."""
        self.channel.send({"method": method, "params": params})

    def ask(self, method: str, params: Json | None, then: Callable[[Any], None]) -> None:
        """Send a request to the client; `then` gets its result, None when it failed."""
        self._count += 1
        request = f"reportlint-{self._count}"
        self._asked[request] = then
        self.channel.send(
            {"id": request, "method": method, **({"params": params} if params is not None else {})}
        )

    def log(self, message: str, kind: int = MESSAGE_LOG) -> None:
        """Write a line to the log of the client."""
        self.notify("window/logMessage", {"type": kind, "message": message})

    def later(self, what: str, uri: str, after: float) -> None:
        """Do `push` or `finish` for a text after so many milliseconds, counted from the last time this was said."""
        self._due[what, uri] = time.monotonic() + after / 1000

    def not_later(self, what: str, uri: str) -> None:
        """Do not do what was put off."""
        self._due.pop((what, uri), None)

    def cancelled(self) -> bool:
        """Tell whether the request at work has been taken back; long work asks now and then."""
        return self.request is not None and self.inbox.cancelled(self.request)

    def _step(self) -> None:
        """Handle one message, or what is due while there is none."""
        now = time.monotonic()
        ready = [entry for entry, at in self._due.items() if at <= now]
        if ready and not self.inbox.waiting:
            what, uri = ready[0]
            self.not_later(what, uri)
            self._guarded(lambda: self.handlers[f"reportlint/{what}"](self, {"uri": uri}))
            return
        timeout = max(min(self._due.values()) - now, 0) if self._due else None
        try:
            message = self.inbox.next(timeout)
        except queue.Empty:
            return
        if message is None:
            self.state = "gone"
        elif isinstance(message, RpcError):
            self._fail(None, message)
        else:
            self._handle(message)

    def _handle(self, message: Json) -> None:
        method = message.get("method")
        if not isinstance(method, str):
            self._answered(message)
        elif "id" in message:
            self._answer(message["id"], method, message.get("params"))
        elif method in self.handlers and (self.state == "running" or method == "exit"):
            self._guarded(lambda: self.handlers[method](self, _object(message.get("params"))))

    def _answer(self, request: object, method: str, params: object) -> None:
        if not isinstance(request, int | str):
            self._fail(None, RpcError(jsonrpc.INVALID_REQUEST, "the id is neither number nor text"))
            return
        self.request = request
        try:
            result = self._result(method, params)
        except RpcError as error:
            self._fail(request, error)
        except OSError:
            raise
        except Exception as error:  # noqa: BLE001 - one request that fails must not end the others
            traceback.print_exc(file=sys.stderr)
            self._fail(request, RpcError(jsonrpc.INTERNAL_ERROR, f"{type(error).__name__}: {error}"))
        else:
            self.channel.send({"id": request, "result": result})
        finally:
            self.inbox.forget(request)
            self.request = None

    def _result(self, method: str, params: object) -> Any:  # noqa: ANN401 - whatever the handler returns
        if self.cancelled():
            raise RpcError(jsonrpc.REQUEST_CANCELLED, "cancelled")
        if self.state == "new" and method != "initialize":
            raise RpcError(jsonrpc.SERVER_NOT_INITIALIZED, "initialize comes first")
        if self.state == "shut down" or (self.state == "running" and method == "initialize"):
            raise RpcError(jsonrpc.INVALID_REQUEST, f"{method} cannot come now")
        if method not in self.handlers:
            raise RpcError(jsonrpc.METHOD_NOT_FOUND, f"no method {method}")
        return self.handlers[method](self, _object(params))

    def _answered(self, message: Json) -> None:
        then = self._asked.pop(str(message.get("id")), None)
        if then is not None:
            self._guarded(lambda: then(message.get("result")))

    def _fail(self, request: object, error: RpcError) -> None:
        self.channel.send({"id": request, "error": {"code": error.code, "message": error.message}})

    def _guarded(self, work: Callable[[], Any]) -> None:
        """Do what has no response; what goes wrong is logged, and the session goes on."""
        try:
            work()
        except OSError:
            raise
        except RpcError as error:
            self.log(f"reportlint: {error.message}", MESSAGE_WARNING)
        except Exception as error:  # noqa: BLE001 - as for requests
            traceback.print_exc(file=sys.stderr)
            self.log(f"reportlint: {type(error).__name__}: {error}", MESSAGE_ERROR)


def _object(params: object) -> Json:
    if params is None:
        return {}
    if not isinstance(params, dict):
        raise RpcError(jsonrpc.INVALID_PARAMS, "params is an object")
    return params
