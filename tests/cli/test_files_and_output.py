"""Which files are read, and where the output goes."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from tests.cli.conftest import Outcome


def test_folders_are_walked_in_order_without_hidden_and_lock_files(
    run: Callable[..., Outcome], folder: Path
) -> None:
    for name in ("b/2.md", "b/1.txt", "a.md", ".git/x.md", "~$a.docx", "b/anh.png", "venv/y.md"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("Một đoạn.", "utf-8")
    assert run("check", "--show-files").out.split() == ["a.md", "b/1.txt", "b/2.md"]
    assert run("check", ".", "--show-files", "--exclude", "b").out.split() == ["a.md"]
    assert run("check", "**/*.md", "a.md", "--show-files").out.split() == ["a.md", "b/2.md", "venv/y.md"]


def test_standard_input(
    run: Callable[..., Outcome], folder: Path, faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert folder.is_dir()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(faulty.read_bytes())))
    outcome = run("check", "-", "--stdin-filename", "bao-cao.md", "--format", "json")
    entry = json.loads(outcome.out)["files"][0]
    assert entry["path"] == "bao-cao.md"
    assert "NT001" in {f["code"] for f in entry["findings"]}


def test_several_outputs_at_once(run: Callable[..., Outcome], folder: Path, faulty: Path) -> None:
    argv = ["--format", "json", "--output-file", "a.json", "--output-file", "a.sarif", "--format", "text"]
    outcome = run("check", faulty, *argv)
    assert "NT001" in outcome.out
    assert json.loads((folder / "a.json").read_text("utf-8"))["version"] == 1
    assert json.loads((folder / "a.sarif").read_text("utf-8"))["version"] == "2.1.0"


def test_options_may_stand_behind_files(run: Callable[..., Outcome], faulty: Path, clean: Path) -> None:
    outcome = run("check", faulty, "--format", "jsonl", clean)
    assert [json.loads(line)["path"] for line in outcome.out.splitlines()] == [str(faulty), str(clean)]


def test_severity_and_maximum(run: Callable[..., Outcome], faulty: Path) -> None:
    whole = json.loads(run("check", faulty, "--format", "json").out)["files"][0]["findings"]
    severe = json.loads(run("check", faulty, "--format", "json", "--severity", "error").out)["files"][0][
        "findings"
    ]
    assert len(whole) > len(severe) == 1
    limited = json.loads(run("check", faulty, "--format", "json", "--max-findings", "1").out)["files"][0]
    assert [f["severity"] for f in limited["findings"]] == ["error"]
    assert limited["omitted"] == len(whole) - 1


def test_statistics_and_quiet(run: Callable[..., Outcome], faulty: Path) -> None:
    assert "     1  NT001  Ngày không có thật" in run("check", faulty, "--statistics").out
    quiet = run("check", faulty, "--quiet").out
    assert "NT001" in quiet
    assert "đã đọc" not in quiet


def test_identity_can_be_given(run: Callable[..., Outcome], faulty: Path) -> None:
    argv = [
        "--kind",
        "KH",
        "--level",
        "commune",
        "--regime",
        "hd36",
        "--issuer",
        "Đảng ủy xã",
        "--format",
        "json",
    ]
    identity = json.loads(run("check", faulty, *argv).out)["files"][0]["identity"]
    assert (identity["kind"], identity["level"], identity["regime"], identity["issuer"]) == (
        "KH",
        "commune",
        "hd36",
        "Đảng ủy xã",
    )


def test_parallel_is_serial(run: Callable[..., Outcome], folder: Path, faulty: Path) -> None:
    for i in range(5):
        (folder / f"{i}.md").write_text(faulty.read_text("utf-8") * (i + 1), "utf-8")
    (folder / "rong.md").write_text("", "utf-8")
    assert run("check", ".", "--format", "json", "--jobs", "2") == run(
        "check", ".", "--format", "json", "--jobs", "1"
    )


def test_colour_only_where_asked_for(run: Callable[..., Outcome], faulty: Path) -> None:
    assert "\x1b[" not in run("check", faulty).out
    assert "\x1b[" in run("check", faulty, "--color", "always").out
