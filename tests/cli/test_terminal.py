"""On a real terminal: colour, width and the progress bar; watching for changes."""

from __future__ import annotations

import os
import pty
import select
import shlex
import subprocess
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = [sys.executable, "-m", "reportlint"]


def on_terminal(folder: Path, *argv: str, **environment: str) -> str:
    """Run the command with standard output and error on a pseudo-terminal and return what it shows."""
    ours, theirs = pty.openpty()
    settings = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "90", **environment}
    process = subprocess.Popen([*COMMAND, *argv], cwd=folder, stdout=theirs, stderr=theirs, env=settings)  # noqa: S603 - ours
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    process.wait()
    os.close(ours)
    return shown.decode()


def test_colour_on_a_terminal_and_none_with_no_color(faulty: Path) -> None:
    assert "\x1b[31;1m✖ NT001" in on_terminal(faulty.parent, "check", faulty.name)
    assert "\x1b[" not in on_terminal(faulty.parent, "check", faulty.name, NO_COLOR="1")
    assert "\x1b[" not in on_terminal(faulty.parent, "check", faulty.name, "--color", "never")


def test_progress_is_on_standard_error_only(folder: Path) -> None:
    for i in range(20):
        (folder / f"{i:02}.md").write_text("Các xã đã tổ chức hội nghị.\n", "utf-8")
    ours, theirs = pty.openpty()
    argv = [*COMMAND, "check", ".", "--format", "jsonl", "--jobs", "1"]
    process = subprocess.Popen(argv, cwd=folder, stdout=subprocess.PIPE, stderr=theirs, text=True)  # noqa: S603 - ours
    os.close(theirs)
    out, _ = process.communicate()
    assert len(out.splitlines()) == 20
    assert "\x1b" not in out
    assert b"20" in os.read(ours, 65536)
    os.close(ours)


def test_watch_lints_again(faulty: Path) -> None:
    argv = [*COMMAND, "check", faulty.name, "--watch", "--select", "NT001"]
    process = subprocess.Popen(argv, cwd=faulty.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # noqa: S603 - ours
    try:
        assert b"31/4/2023" in _until(process, "NT001")
        time.sleep(0.5)  # until the watcher stands
        faulty.write_text("Hội nghị ngày 31/6/2023.\n", "utf-8")
        assert b"31/6/2023" in _until(process, "31/6/2023")
    finally:
        process.terminate()
        process.communicate()


def _until(process: subprocess.Popen[bytes], word: str) -> bytes:
    """Read standard output until a word has come, ten seconds at most."""
    assert process.stdout
    shown, end = b"", time.monotonic() + 10
    while word.encode() not in shown and time.monotonic() < end:
        if select.select([process.stdout], [], [], 0.2)[0]:
            shown += os.read(process.stdout.fileno(), 65536)
    return shown


def shell(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Run a line of bash in which `reportlint` stands for the command."""
    line = command.replace("reportlint", f"{shlex.quote(sys.executable)} -m reportlint")
    return subprocess.run(["bash", "-c", line], cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603, S607 - ours


def test_closed_and_full_outputs(faulty: Path) -> None:
    folder = faulty.parent
    assert shell(folder, f"reportlint check {faulty.name} >&-").returncode == 1
    assert shell(folder, "reportlint check none.md 2>&-").returncode == 2
    full = shell(folder, f"reportlint check {faulty.name} >/dev/full")
    assert full.returncode == 2
    assert full.stderr == "reportlint: không ghi được kết quả: ổ đĩa đã đầy\n"
    closed = shell(folder, "set -o pipefail; reportlint rules | read -r line; reportlint rules | true")
    assert closed.returncode in {0, 141}
    assert closed.stderr == ""


def test_names_of_all_kinds(folder: Path, faulty: Path) -> None:
    for name in ("-dash.md", "báo cáo (bản 2).md", "xuống\ndòng\x1b[31m.md"):
        (folder / name).write_bytes(faulty.read_bytes())
    shown = shell(folder, "reportlint check -- -dash.md")
    assert shown.returncode == 1
    shown = shell(folder, "reportlint check --select DC003 .")
    assert "\x1b" not in shown.stdout
    assert "xuống\\ndòng\\x1b[31m.md" in shown.stdout
    assert "reportlint fix 'báo cáo (bản 2).md'" in shown.stdout
    assert f"reportlint fix {faulty.name}\n" in shown.stdout
