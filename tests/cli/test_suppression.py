"""Remarks in the file, the baseline, the cache: what is passed over, and what is said of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

REMARK = "<!-- reportlint: bỏ qua {} -->\n"


def test_add_ignore_silences_what_there_is_and_nothing_else_changes(
    run: Callable[..., Outcome], faulty: Path
) -> None:
    before = faulty.read_text("utf-8")
    assert run("check", faulty, "--add-ignore", "đã thống nhất").code == 0
    after = faulty.read_text("utf-8")
    assert "bỏ qua DC003, NT001: đã thống nhất -->" in after
    start = after.index("<!--")
    assert after[:start] + after[after.index("-->") + 3 :] == before
    outcome = run("check", faulty, "--fail-on", "info")
    assert outcome.code == 0
    assert "không có chỗ nào phải sửa" in outcome.out


def test_add_ignore_needs_a_reason_and_a_format_with_comments(
    run: Callable[..., Outcome], folder: Path, faulty: Path
) -> None:
    assert run("check", faulty, "--add-ignore", " ").code == 2
    text = folder / "a.txt"
    text.write_text(faulty.read_text("utf-8"), "utf-8")
    outcome = run("check", text, "--add-ignore", "lý do")
    assert outcome.code == 2
    assert "reportlint baseline" in outcome.err


@pytest.mark.parametrize(
    ("remark", "said"),
    [
        ("NT001, VD003: bản gốc ghi thế", "không còn dùng: VD003"),
        ("NT001", "không ghi lý do"),
        ("NT001, ZZ999: bản gốc ghi thế", "mã không có: ZZ999"),
    ],
)
def test_idle_and_unreasoned_remarks_are_reported(
    run: Callable[..., Outcome], faulty: Path, remark: str, said: str
) -> None:
    faulty.write_text(REMARK.format(remark) + faulty.read_text("utf-8"), "utf-8")
    outcome = run("check", faulty, "--select", "NT001,VD003")
    assert outcome.code == 0
    assert said in outcome.out
    assert said in run("check", faulty, "--select", "NT001,VD003", "--format", "html").out


def test_a_remark_for_a_rule_that_was_not_run_is_not_idle(run: Callable[..., Outcome], faulty: Path) -> None:
    faulty.write_text(REMARK.format("VD003: bản gốc ghi thế") + faulty.read_text("utf-8"), "utf-8")
    assert "không còn dùng" not in run("check", faulty, "--select", "NT001").out


def test_baseline_holds_what_there_is_and_lets_new_things_through(
    run: Callable[..., Outcome], faulty: Path
) -> None:
    assert run("baseline", faulty).code == 0
    argv = ("check", faulty, "--baseline", "reportlint-baseline.json")
    assert run(*argv, "--fail-on", "info").code == 0
    faulty.write_text("Một đoạn mới ở trên.\n\n" + faulty.read_text("utf-8"), "utf-8")
    assert run(*argv, "--fail-on", "info").code == 0
    faulty.write_text(faulty.read_text("utf-8") + "\nHọp ngày 31/6/2023.\n", "utf-8")
    outcome = run(*argv)
    assert outcome.code == 1
    assert "31/6/2023" in outcome.out
    assert "31/4/2023" not in outcome.out


def test_baseline_counts_and_says_what_is_gone(run: Callable[..., Outcome], faulty: Path) -> None:
    run("baseline", faulty)
    faulty.write_text("Đã sửa xong.\n", "utf-8")
    outcome = run("check", faulty, "--baseline", "reportlint-baseline.json")
    assert outcome.code == 0
    assert "2 chỗ trong tệp đó nay không còn" in outcome.out


def test_baseline_that_is_none_is_refused(run: Callable[..., Outcome], folder: Path, faulty: Path) -> None:
    (folder / "b.json").write_text("[]", "utf-8")
    assert "không phải tệp ghi nhận tồn tại" in run("check", faulty, "--baseline", "b.json").err
    assert run("check", faulty, "--baseline", "khong-co.json").code == 2


def test_cache_gives_the_same_and_heeds_content_and_settings(
    run: Callable[..., Outcome], folder: Path, faulty: Path
) -> None:
    argv = ("check", faulty, "--format", "json", "--cache-dir", "cache")
    fresh = run("check", faulty, "--format", "json")
    assert run(*argv) == fresh
    kept = list((folder / "cache").glob("*/*.json"))
    assert len(kept) == 1
    assert run(*argv) == fresh
    assert (
        json.loads(run(*argv, "--ignore", "NT").out)["files"][0]["findings"]
        != json.loads(fresh.out)["files"][0]["findings"]
    )
    faulty.write_text("Đã sửa xong.\n", "utf-8")
    assert run(*argv).code == 0
    kept[0].write_text('{"damaged', "utf-8")
    assert run(*argv).code == 0
