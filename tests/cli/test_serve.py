"""`reportlint serve` as a command: it prints the address, ends when told, and says what keeps it from starting."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import urllib.request
from typing import TYPE_CHECKING

import pytest

from reportlint.cli import serve

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome


@pytest.mark.parametrize(("lang", "title"), [("vi", "Soát báo cáo"), ("en", "Check a report")])
def test_the_page_is_served_until_interrupted(folder: Path, lang: str, title: str) -> None:
    command = [sys.executable, "-m", "reportlint", "serve", "--no-browser", "--lang", lang]
    with subprocess.Popen(  # noqa: S603 - ours
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=folder
    ) as process:
        assert process.stdout
        assert process.stderr
        address = process.stdout.readline().split()[-1]
        assert address.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - our own page
            assert title in answer.read().decode()
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
        assert not process.stderr.read()
    assert list(folder.iterdir()) == []


def test_a_port_that_is_taken_is_told(run: Callable[..., Outcome]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        outcome = run("serve", "--no-browser", "--port", str(taken.getsockname()[1]))
    assert outcome.code == 2
    assert "không nghe được ở cổng" in outcome.err
    assert run("serve", "--no-browser", "--port", "70000").code == 2


def test_a_wrong_option_is_told_at_once(run: Callable[..., Outcome]) -> None:
    assert run("serve", "--no-browser", "--select", "XX999").code == 2


def test_a_browser_is_opened_on_a_desktop_only(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    serve.open_browser("http://127.0.0.1:1/a/")
    assert opened == []
    monkeypatch.setenv("DISPLAY", ":0")
    serve.open_browser("http://127.0.0.1:1/a/")
    assert opened == ["http://127.0.0.1:1/a/"]
