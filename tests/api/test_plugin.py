"""The example plugin, installed as a package would be: its rule, its loader, its output."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = "Các xã đã hoàn thành!\nThôn “Tiến lên!” cũng vậy. %% Xem lại!\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the plugin into a folder of its own, from a copy so that nothing is left beside its source."""
    folder = tmp_path_factory.mktemp("site")
    options = [
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--disable-pip-version-check",
        "--target",
        str(folder),
    ]
    command = [sys.executable, "-m", "pip", "install", *options, str(ROOT / "examples" / "plugin")]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - ours
    return folder


def run(site: Path, folder: Path, *argv: str) -> subprocess.CompletedProcess[str]:
    """Run the command where the plugin is installed."""
    environment = {**os.environ, "PYTHONPATH": str(site)}
    command = [sys.executable, "-m", "reportlint", *argv]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - ours


def test_rule_loader_and_output(site: Path, tmp_path: Path) -> None:
    (tmp_path / "a.vb").write_text(TEXT, "utf-8")
    (tmp_path / "reportlint.toml").write_text('plugins = ["example"]\n', "utf-8")
    done = run(site, tmp_path, "check", ".", "--format", "tsv", "--select", "EX001")
    assert done.stderr == ""
    assert done.stdout.startswith("a.vb\t1\tEX001\t!\tBáo cáo có dấu “!”")
    assert len(done.stdout.splitlines()) == 1
    assert "exclamation-mark" in run(site, tmp_path, "rules", "EX").stdout
    parallel = run(
        site, tmp_path, "check", "a.vb", "a.vb", "--jobs", "2", "--format", "tsv", "--select", "EX001"
    )
    assert parallel.stdout == done.stdout


def test_a_plugin_that_is_only_installed_changes_nothing(site: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    assert "EX001" not in run(site, tmp_path, "check", "a.txt").stdout
    unknown = run(site, tmp_path, "check", "a.txt", "--select", "EX001")
    assert unknown.returncode == 2


def test_a_plugin_that_is_not_there_is_named(site: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "reportlint.toml").write_text('plugins = ["exmple"]\n', "utf-8")
    done = run(site, tmp_path, "check", "a.txt")
    assert done.returncode == 2
    assert "“exmple”; đã cài: example, tsv" in done.stderr


def test_a_loader_refuses_in_both_languages(site: Path, tmp_path: Path) -> None:
    (tmp_path / "a.vb").write_bytes(b"\xff\xfe\xfa")
    (tmp_path / "reportlint.toml").write_text('plugins = ["example"]\n', "utf-8")
    for lang, cause in (("vi", "tệp .vb phải là UTF-8"), ("en", "a .vb file must be UTF-8")):
        done = run(site, tmp_path, "check", "a.vb", "--lang", lang)
        assert (done.returncode, done.stderr) == (2, f"reportlint: a.vb: {cause}\n")
