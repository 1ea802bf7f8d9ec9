"""The commands beside check."""

from __future__ import annotations

import json
import shutil
import subprocess
import tomllib
from typing import TYPE_CHECKING

import pytest

from reportlint.cli.commands import COMMANDS, module_of
from reportlint.cli.parser import Parser

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

PACK = """
[[rule]]
code = "MY001"
name = "old-office-name"
title = "Tên cũ của văn phòng"
title_en = "Old name of the office"
message = "“{found}” là tên cũ; nay là “Văn phòng HĐND và UBND”."
message_en = "“{found}” is the old name."
why = "Văn phòng đã đổi tên."
remedy = "Dùng tên mới."
severity = "warning"
certainty = "certain"
normativity = "tập quán"
regimes = ["any"]
scope = "block"
check = "kinds.substitution:check"
params = { pairs = [["Văn phòng UBND huyện cũ", "Văn phòng HĐND và UBND"]] }
bad = [{ text = "Giao ⟦Văn phòng UBND huyện cũ⟧ theo dõi." }]
good = [{ text = "Giao Văn phòng HĐND và UBND theo dõi." }]
"""


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, lang: str, run: Callable[..., Outcome]) -> None:
    outcome = run(command, "--help", "--lang", lang)
    assert outcome.code == 0
    assert f"reportlint {command}" in outcome.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_says_what_it_does(command: str) -> None:
    parser = Parser(command)
    module_of(command).configure(parser)
    assert [action.option_strings for action in parser.actions if not action.help] == []


def test_rule_page_and_its_test(run: Callable[..., Outcome], folder: Path) -> None:
    assert folder.is_dir()
    page = run("rule", "impossible-date").out
    assert "NT001 impossible-date" in page
    assert "⟦" in page
    tried = run("rule", "NT001", "--test")
    assert tried.code == 0
    assert "✔ NT001 ví dụ sai" in tried.out
    record = json.loads(run("rule", "NT001", "--format", "json").out)[0]
    assert record["bad"]
    assert record["why"]
    assert record["why_en"]


def test_rule_page_in_english(run: Callable[..., Outcome], folder: Path) -> None:
    assert folder.is_dir()
    page = run("rule", "NT001", "TT004", "--lang", "en").out
    assert "Why: Dates in a report must be dates that exist." in page
    assert "Remedy: Compare the source and correct the date." in page
    assert "Điều 8.2.c (must)" in page
    assert "The blank number of a draft is not missing" in page
    assert "✔ NT001 bad example" in run("rule", "NT001", "--test", "--lang", "en").out


def test_rules_can_be_filtered(run: Callable[..., Outcome], folder: Path) -> None:
    assert folder.is_dir()
    codes = {rule["code"] for rule in json.loads(run("rules", "NT", "--format", "json").out)}
    assert codes
    assert all(code.startswith("NT") for code in codes)
    on = {
        rule["code"]
        for rule in json.loads(run("rules", "NT", "--on", "--ignore", "NT001", "--format", "json").out)
    }
    assert on < codes


def test_outline_and_facts(run: Callable[..., Outcome], folder: Path) -> None:
    (folder / "a.md").write_text(
        "I. KẾT QUẢ\n\n1. Về tổ chức\n\nThực hiện Kế hoạch số 21/KH-UBND ngày 30/4/2023 của UBND huyện.\n",
        "utf-8",
    )
    outline = json.loads(run("outline", "a.md", "--format", "json").out)
    assert [section["path"] for section in outline["sections"]] == ["I", "I/1"]
    facts = json.loads(run("facts", "a.md", "--format", "json").out)
    assert [c["symbol"] for c in facts["citations"]] == ["21/KH-UBND"]
    assert facts["dates"][0]["date"] == "2023-04-30"
    assert "21/KH-UBND" in run("facts", "a.md").out
    assert "Về tổ chức" in run("outline", "a.md").out
    assert run("outline", "khong-co.md").code == 2


def test_init_writes_what_config_reads(run: Callable[..., Outcome], folder: Path, faulty: Path) -> None:
    argv = ("init", "--yes", "--profile", "nd30-xa", "--issuer", "UBND xã “Hòa Bình”", "--place", "Hòa Bình")
    assert run(*argv).code == 0
    assert tomllib.loads((folder / "reportlint.toml").read_text("utf-8"))["extends"] == ["nd30-xa"]
    assert run("init", "--yes").code == 2
    shown = json.loads(run("config").out)
    assert shown["profile"] == "nd30-xa"
    assert shown["identity"]["assumed"]["issuer"] == "UBND xã “Hòa Bình”"
    entry = json.loads(run("check", faulty, "--format", "json").out)["files"][0]
    assert entry["profile"] == "nd30-xa"
    assert entry["identity"]["level"] == "commune"
    assert json.loads(run("check", faulty, "--show-settings").out)["configuration"] == [
        str(folder / "reportlint.toml")
    ]
    assert json.loads(run("check", faulty, "--isolated", "--show-settings").out)["configuration"] == []


def test_init_without_answers_is_valid_and_changes_nothing(run: Callable[..., Outcome], faulty: Path) -> None:
    before = run("check", faulty, "--format", "json")
    assert run("init", "--yes").code == 0
    assert run("check", faulty, "--format", "json") == before


def test_own_pack(run: Callable[..., Outcome], folder: Path) -> None:
    (folder / "rieng.toml").write_text(PACK, "utf-8")
    (folder / "reportlint.toml").write_text('packs = ["rieng.toml"]\n', "utf-8")
    (folder / "a.md").write_text("Giao Văn phòng UBND huyện cũ theo dõi.\n", "utf-8")
    assert "MY001" in run("check", "a.md").out
    assert run("check", "a.md", "--select", "MY001", "--fail-on", "warning").code == 1
    assert "Văn phòng đã đổi tên" in run("rule", "MY001").out
    assert "Why: Văn phòng đã đổi tên" in run("rule", "MY001", "--lang", "en").out  # the pack has no English
    assert run("rule", "MY001", "--test").code == 0
    assert "MY001" in run("check", "a.md", "--jobs", "2", "--format", "sarif").out


def test_completion_scripts_are_sound(run: Callable[..., Outcome]) -> None:
    for shell in ("bash", "zsh", "fish"):
        script = run("completion", shell).out
        assert "annotate" in script
        assert "fail-on" in script
    bash = shutil.which("bash")
    if bash:
        script = run("completion", "bash").out
        words = 'COMP_WORDS=(reportlint check --fo); COMP_CWORD=2; _reportlint; echo "${COMPREPLY[@]}"'
        done = subprocess.run([bash, "-c", script + words], capture_output=True, text=True, check=True)  # noqa: S603 - our own script
        assert done.stdout.split() == ["--format"]


def test_manual_page(run: Callable[..., Outcome]) -> None:
    page = run("man").out
    assert page.startswith(".TH REPORTLINT 1")
    assert "\\-\\-fail\\-on" in page
    assert ".SH EXIT STATUS" in run("man", "--lang", "en").out
