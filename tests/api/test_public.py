"""The public interface: its names are pinned here; changing them is a decision (docs/stability.md)."""

from __future__ import annotations

import asyncio
import copy
import json
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import reportlint

TEXT = "Hội nghị tổng kết ngày 31/4/2023 có các xã tham dự.\n"
ROOT = Path(__file__).parents[2]


def test_names_are_pinned() -> None:
    assert sorted(reportlint.__all__) == [
        "Document", "DocumentBuilder", "Edit", "Finding", "Hit", "Loader", "Look", "Related", "Report", "ReportlintError", "Result",
        "Rule", "Settings", "SettingsError", "Source", "UnreadableError", "__version__", "lint", "lint_bytes", "lint_document",
        "lint_file", "lint_files",
    ]  # fmt: skip


@pytest.mark.parametrize("name", reportlint.__all__)
def test_every_name_is_there_and_explained(name: str) -> None:
    thing = getattr(reportlint, name)
    assert thing.__doc__


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="lnt"):
        reportlint.lnt  # noqa: B018 - the access is the test


def test_importing_costs_nothing() -> None:
    program = "import sys; before = set(sys.modules); import reportlint; print([m for m in set(sys.modules) - before if 'reportlint.' in m])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603 - ourselves
    assert done.stdout.strip() == "[]"


def test_results_are_values(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(TEXT, "utf-8")
    result = reportlint.lint_file(path)
    assert result.failed
    (finding,) = [f for f in result.findings if f.code == "NT001"]
    assert finding.quote == "31/4/2023"
    assert json.loads(json.dumps(result.to_dict()))["findings"]
    assert result.to_sarif()["version"] == "2.1.0"
    assert pickle.loads(pickle.dumps(result)).to_dict() == result.to_dict()  # noqa: S301 - our own
    assert copy.deepcopy(result).findings == result.findings


def test_many_files_stream_and_errors_are_values(tmp_path: Path) -> None:
    good = tmp_path / "a.md"
    good.write_text(TEXT, "utf-8")
    stream = reportlint.lint_files([good, tmp_path / "khong-co.md", good])
    kinds = [type(item).__name__ for item in stream]
    assert kinds == ["Result", "UnreadableError", "Result"]


def test_bytes_and_text_and_file_agree(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(TEXT, "utf-8")
    by_file = reportlint.lint_file(path).to_dict()["findings"]
    assert by_file == reportlint.lint(TEXT).to_dict()["findings"]
    assert by_file == reportlint.lint_bytes(TEXT.encode(), "x.md").to_dict()["findings"]


def test_it_runs_in_threads() -> None:
    async def lint_all() -> list[reportlint.Result]:
        return await asyncio.gather(*(asyncio.to_thread(reportlint.lint, TEXT * n) for n in range(1, 9)))

    results = asyncio.run(lint_all())
    assert [r.to_dict() for r in results] == [reportlint.lint(TEXT * n).to_dict() for n in range(1, 9)]


def test_settings() -> None:
    settings = reportlint.Settings(select=("NT001",), severity={"NT001": "info"}, given={"level": "commune"})
    result = reportlint.lint(TEXT, settings)
    assert [f.severity for f in result.findings] == ["info"]
    assert result.report.identity.level == "commune"
    assert not result.failed
