"""What the documentation shows is run or compared: examples in Python, generated pages, schemas, links."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from reportlint import Settings, lint, lint_file

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
TEXT = "Thực hiện Kế hoạch số 21/KH-UBND, hội nghị tổng kết ngày 31/4/2023 có các xã,  phường tham dự.\n"
EXAMPLES = [
    (path.name, block)
    for path in (ROOT / "README.md", DOCS / "how-to" / "library.md", DOCS / "how-to" / "plugins.md")
    for block in re.findall(r"```python\n(.*?)```", path.read_text("utf-8"), re.DOTALL)
]
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *(ROOT / "examples").rglob("*.md")])


@pytest.mark.parametrize(("page", "block"), EXAMPLES)
def test_python_examples_run(page: str, block: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bao-cao.md").write_text(TEXT, "utf-8")
    monkeypatch.chdir(tmp_path)
    exec(compile(block, page, "exec"), {"__name__": "example"})  # noqa: S102 - our own pages


def test_the_pack_of_the_how_to_works(tmp_path: Path) -> None:
    page = (DOCS / "how-to" / "own-rules.md").read_text("utf-8")
    (pack,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    (tmp_path / "quy-tac.toml").write_text(re.sub(r"^ {3}", "", pack, flags=re.MULTILINE), "utf-8")
    (tmp_path / "reportlint.toml").write_text('packs = ["quy-tac.toml"]\n', "utf-8")
    command = [sys.executable, "-m", "reportlint", "rule", "MY001", "--test"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    assert done.returncode == 0, done.stdout + done.stderr


def test_generated_pages_are_fresh() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "build_reference.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", ["bao-cao-ubnd-huyen.md", "bao-cao-mau.md"])
def test_output_keeps_its_schema(name: str) -> None:
    schema = json.loads((DOCS / "reference" / "output.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    entry = lint_file(ROOT / "examples" / name).to_dict()
    failed = {"path": "x", "error": {"code": "DL001", "cause": "y"}, "findings": []}
    jsonschema.validate({"version": 1, "files": [entry, failed]}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"version": 1, "files": [{"path": "x", "findings": []}]}, schema)


@pytest.mark.parametrize("page", PAGES, ids=[str(p.relative_to(ROOT)) for p in PAGES])
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    targets = re.findall(r"\[[^\]]*\]\((?!https?:|#|mailto:)([^)#\s]+)", text)
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize(
    "page",
    [p for p in PAGES if p.parent.name in {"tutorial", "how-to"} or p.name == "index.md"],
    ids=lambda p: p.name,
)
def test_our_own_vietnamese_is_spelled_right(page: Path) -> None:
    prose = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    prose = re.sub(r"`[^`]*`", "X", prose)
    result = lint(prose, Settings(select=("CT001", "CT004", "DC001", "DC005", "DC006")))
    assert [(finding.code, finding.quote) for finding in result.findings] == []
