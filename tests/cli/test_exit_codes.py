"""0 nothing that counts, 1 findings at or above --fail-on, 2 could not run or could not read; case by case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

Run = "Callable[..., Outcome]"


def test_clean_is_0(run: Callable[..., Outcome], clean: Path) -> None:
    assert run("check", clean).code == 0


def test_certain_error_is_1(run: Callable[..., Outcome], faulty: Path) -> None:
    assert run("check", faulty).code == 1


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--fail-on", "never"], 0),
        (["--fail-on", "error"], 1),
        (["--fail-on", "info", "--ignore", "NT"], 1),
        (["--ignore", "NT"], 0),
        (["--select", "NT001"], 1),
        (["--select", "impossible-date"], 1),
        (["--select", "TT"], 0),
    ],
)
def test_options_decide(run: Callable[..., Outcome], faulty: Path, options: list[str], code: int) -> None:
    assert run("check", faulty, *options).code == code


def test_unreadable_is_2_and_the_others_go_on(run: Callable[..., Outcome], faulty: Path) -> None:
    outcome = run("check", "khong-co.md", faulty)
    assert outcome.code == 2
    assert "khong-co.md: không tìm thấy tệp" in outcome.err
    assert "NT001" in outcome.out


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["chek", "a.md"], "check"),
        (["check", "--fromat", "json"], "--format"),
        (["check", "--format", "jsno", "."], "json"),
        (["check", "--severity", "eror"], "error"),
        (["check", "--select", "NT0O1", "."], "có phải “NT0"),
        (["check", "--as-of", "hôm qua"], "2024-06-30"),
        (["check", "--jobs", "hai"], "số nguyên"),
        (["check", "--profile", "submt", "."], "submit"),
        (["rule", "NT0001"], "NT001"),
        (["rule"], "thiếu"),
        (["check", "--format", "json", "--format", "text", "."], "--output-file"),
    ],
)
def test_usage_error_is_2_and_says_what_was_meant(
    run: Callable[..., Outcome], folder: Path, argv: list[str], said: str
) -> None:
    (folder / "a.md").write_text("Một đoạn.", "utf-8")
    outcome = run(*argv)
    assert outcome.code == 2
    assert said in outcome.err
    assert outcome.out == ""


def test_no_argument_shows_the_help_and_is_2(run: Callable[..., Outcome]) -> None:
    outcome = run()
    assert outcome.code == 2
    assert "reportlint check" in outcome.out


@pytest.mark.parametrize(
    "argv",
    [["--version"], ["version"], ["--help"], ["help"], ["check", "--help"], ["help", "check"], ["rules"]],
)
def test_information_is_0(run: Callable[..., Outcome], folder: Path, argv: list[str]) -> None:
    assert folder.is_dir()
    outcome = run(*argv)
    assert outcome.code == 0
    assert outcome.out
    assert outcome.err == ""


def test_a_fault_of_the_program_is_2_with_its_cause(
    run: Callable[..., Outcome], faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("oops")

    monkeypatch.setattr("reportlint.batch.lint_document", broken)
    outcome = run("check", faulty)
    assert outcome.code == 2
    assert "lỗi của chương trình" in outcome.err
    assert "KeyError: 'oops'" in outcome.err
    assert "Traceback" not in outcome.err


def test_english(run: Callable[..., Outcome], faulty: Path) -> None:
    outcome = run("check", faulty, "--lang", "en")
    assert "Must be mended 1" in outcome.out
    assert "There is no 31/4/2023" in outcome.out or "31/4/2023" in outcome.out
    assert "Did you mean" in run("chek", "--lang", "en").err
