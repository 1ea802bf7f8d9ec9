"""One file that crashes or hangs is told, ended, and harms no other."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.web.conftest import serving

from reportlint import Settings
from reportlint.web import workers
from reportlint.web.requests import Asked, RefusedError
from reportlint.web.server import PageServer
from reportlint.web.work import Answer, Order
from reportlint.web.workers import Workers


def act(order: Order) -> Answer:
    """Do what the file says. At the top of the module, for the worker process to find it."""
    match order.asked.data:
        case b"crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        case b"raise":
            raise SystemExit(3)
        case b"hang":
            time.sleep(600)
        case b"slow":
            time.sleep(0.5)
    return Answer(str(os.getpid()).encode(), "text/plain")


def order(data: bytes) -> Order:
    return Order(Asked("check", "a.md", data), Settings())


@pytest.fixture(autouse=True)
def _found_by_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the worker processes, which look where we look, find this module by its name."""
    monkeypatch.setattr(sys, "path", [str(Path(__file__).parents[2]), *sys.path])


@pytest.fixture
def pool() -> Iterator[Workers]:
    made = Workers(2, seconds=3, do=act)
    yield made
    made.close()


@pytest.mark.parametrize(("data", "key"), [(b"crash", "crash"), (b"raise", "crash"), (b"hang", "slow")])
def test_what_goes_wrong_with_one_is_known_to_it_alone(pool: Workers, data: bytes, key: str) -> None:
    with ThreadPoolExecutor(2) as two:
        other = two.submit(pool.run, order(b"slow"))
        wrong = two.submit(pool.run, order(data))
        assert other.result().body
        with pytest.raises(RefusedError) as told:
            wrong.result()
    assert told.value.key == key
    assert {pool.run(order(b"")).body for _ in range(3)}


def test_a_worker_that_has_ended_is_gone(pool: Workers) -> None:
    pid = int(pool.run(order(b"")).body)
    with pytest.raises(RefusedError):
        pool.run(order(b"crash"))
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_more_than_may_wait_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "WAITING", 0)
    small = Workers(1, seconds=5, do=act)
    with ThreadPoolExecutor(4) as many:
        asked = [many.submit(small.run, order(b"slow")) for _ in range(4)]
    small.close()
    busy = [one.exception() for one in asked if one.exception()]
    assert 1 <= len(busy) < 4
    assert {error.key for error in busy if isinstance(error, RefusedError)} == {"busy"}


def test_the_page_says_so_and_stays() -> None:
    server = PageServer(0, lambda _: Settings(), workers=Workers(1, seconds=3, do=act))
    with serving(server) as client:
        crashed = client.ask("check", "a.md", b"crash")
        assert crashed.status == 500
        assert "đây là lỗi của chúng tôi" in crashed.said["error"]
        assert client.ask("check", "a.md", b"hang").status == 504
        assert client.ask("check", "a.md", b"").status == 200
        assert client.send("GET", f"/{server.token}/").status == 200
