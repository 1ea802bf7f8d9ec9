"""Worker processes: each does one thing at a time, and is ended and replaced when it crashes or takes too long.

A pool of `concurrent.futures` breaks as a whole when one of its processes dies, and cannot end one that hangs; here what
happens to one request is known to that request alone.
"""

from __future__ import annotations

import os
import queue
import signal
import threading
from contextlib import suppress
from http import HTTPStatus
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from reportlint.said import Said
from reportlint.web.requests import RefusedError
from reportlint.web.work import Answer, Order, perform, warm_up

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

COUNT = 2
"""Requests done at once."""
WAITING = 16
"""Requests that may wait for a worker; more are refused."""
SECONDS = 120.0
"""How long one request may take, the start of its worker apart."""
START_SECONDS = 60.0
"""How long a worker may take to start, on a machine that does much else."""
MAX_MEMORY = 4 * 1024**3
"""Address space of a worker (bytes), where the system can limit it."""


class Workers:
    """Does orders in processes of its own. Safe to call from many threads."""

    def __init__(
        self, count: int = COUNT, seconds: float = SECONDS, do: Callable[[Order], Answer] = perform
    ) -> None:
        """Start one worker, so that the first request finds it ready; the others start when they are needed."""
        self._seconds, self._do = seconds, do
        self._free: queue.LifoQueue[_Worker | None] = queue.LifoQueue()
        self._room = threading.BoundedSemaphore(count + WAITING)
        self._all: set[_Worker] = set()
        for _ in range(count - 1):
            self._free.put(None)
        self._free.put(self._start())

    def run(self, order: Order) -> Answer:
        """Do an order. Raises `RefusedError` when there are too many, when it takes too long, and when the process dies."""
        if not self._room.acquire(blocking=False):
            raise RefusedError(HTTPStatus.SERVICE_UNAVAILABLE, "busy")
        try:
            worker = self._free.get()
            try:
                worker = worker or self._start()
                return worker.ask(order, self._seconds)
            except RefusedError:
                if worker:
                    self._end(worker)
                worker = None
                raise
            finally:
                self._free.put(worker)
        finally:
            self._room.release()

    def _start(self) -> _Worker:
        worker = _Worker(self._do)
        self._all.add(worker)
        return worker

    def _end(self, worker: _Worker) -> None:
        self._all.discard(worker)
        worker.end()

    def close(self) -> None:
        """End all workers, whatever they do."""
        for worker in list(self._all):
            self._end(worker)


class _Worker:
    """One process and the way to it."""

    def __init__(self, do: Callable[[Order], Answer]) -> None:
        context = get_context("spawn")
        self._way, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, do), daemon=True)
        self._process.start()
        theirs.close()
        self._ready = False

    def ask(self, order: Order, seconds: float) -> Answer:
        """Send an order and wait for its answer."""
        try:
            if not self._ready:
                self._heard(START_SECONDS)
                self._ready = True
            self._way.send(order)
            answer: Answer = self._heard(seconds)
        except (EOFError, OSError):
            raise RefusedError(HTTPStatus.INTERNAL_SERVER_ERROR, "crash") from None
        return answer

    def _heard(self, seconds: float) -> Any:  # noqa: ANN401 - what the process sends
        if not self._way.poll(seconds):
            raise RefusedError(HTTPStatus.GATEWAY_TIMEOUT, "slow", Said(f"{seconds:.0f}", f"{seconds:.0f}"))
        return self._way.recv()

    def end(self) -> None:
        """End the process at once, with what it has started."""
        with suppress(OSError, AttributeError, TypeError):
            os.killpg(self._process.pid, signal.SIGKILL)  # type: ignore[arg-type]
        self._process.kill()
        self._process.join()
        self._way.close()


def _serve(way: Connection, do: Callable[[Order], Answer]) -> None:
    """Do orders until the page's process is gone. Runs in the worker process."""
    with suppress(OSError, AttributeError):
        os.setsid()  # Ctrl+C in the terminal is for the server, which ends us
    _limit_memory()
    if do is perform:
        warm_up()
    way.send(None)  # ready
    while True:
        try:
            way.send(do(way.recv()))  # no name holds the file until the next one comes
        except (EOFError, OSError):
            return


def _limit_memory() -> None:
    """Let a file that wants more memory than any report be an error of its own, not one of the whole machine."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, hard))
