"""What the documentation shows is run or compared: examples in Python, generated pages, schemas, links."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from reportlint import Settings, lint_file

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
TEXT = "Thực hiện Kế hoạch số 21/KH-UBND, hội nghị tổng kết ngày 31/4/2023 có các xã,  phường tham dự.\n"
EXAMPLES = [
    (path.name, block)
    for path in (
        ROOT / "README.md",
        ROOT / "README.vi.md",
        DOCS / "how-to" / "library.md",
        DOCS / "how-to" / "plugins.md",
    )
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


IN_VIETNAMESE = [
    *sorted(DOCS.glob("tutorial/*.md")),
    *(p for p in sorted(DOCS.glob("how-to/*.md")) if p.name not in {"library.md", "plugins.md"}),
    DOCS / "index.md",
]
LEGAL_WORDING = ("CT003",)
"""Judges by what legal texts write, and tutorials speak to a person: *bạn*, *rồi*."""


def test_the_vietnamese_readme_passes_every_rule() -> None:
    assert [(f.code, f.quote) for f in lint_file(ROOT / "README.vi.md").findings] == []


@pytest.mark.parametrize("page", IN_VIETNAMESE, ids=lambda page: page.name)
def test_our_own_vietnamese_passes(page: Path) -> None:
    found = lint_file(page, Settings(ignore=LEGAL_WORDING)).findings
    assert [(finding.code, finding.quote) for finding in found] == []


def test_the_readme_has_a_whole_twin() -> None:
    english, vietnamese = ((ROOT / name).read_text("utf-8") for name in ("README.md", "README.vi.md"))
    assert "(README.vi.md)" in english
    assert "(README.md)" in vietnamese

    def shape(text: str) -> dict[str, int]:
        return {
            "headings": len(re.findall(r"^#+ ", text, re.MULTILINE)),
            "rows": len(re.findall(r"^\|", text, re.MULTILINE)),
            "items": len(re.findall(r"^- ", text, re.MULTILINE)),
            "code": text.count("```"),
        }

    assert shape(english) == shape(vietnamese)
    links = [
        set(re.findall(r"\]\(([^)]+)\)", text)) - {"README.md", "README.vi.md"}
        for text in (english, vietnamese)
    ]
    assert links[0] - links[1] == set()
