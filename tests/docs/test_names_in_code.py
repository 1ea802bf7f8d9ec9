"""What architecture and glossary name is in the code, under that name."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "reportlint"
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text("utf-8")
PATHS = sorted(set(re.findall(r"`([\w./-]+(?:/|\.(?:py|txt)))`", ARCHITECTURE)))
NAMES = sorted(set(re.findall(r"`((?:[a-z_]+\.)+[A-Za-z_]+)`", ARCHITECTURE)))
ENDINGS = (".py", ".json", ".toml", ".txt", ".md")
WORDS = sorted(
    {
        word
        for row in GLOSSARY.splitlines()
        if row.count("|") == 4
        for word in re.findall(r"`([A-Za-z]\w+)`", row.split("|")[2])
    }
)


@pytest.mark.parametrize("path", PATHS)
def test_paths_of_the_architecture_are_there(path: str) -> None:
    assert (PACKAGE / path).exists() or (ROOT / path).exists()


@pytest.mark.parametrize("name", [name for name in NAMES if not name.endswith(ENDINGS)])
def test_functions_of_the_architecture_are_there(name: str) -> None:
    if name.startswith("reportlint."):
        return  # the entry-point groups
    module, _, attribute = name.rpartition(".")
    if (PACKAGE / (name.replace(".", "/") + ".py")).exists():
        return
    assert hasattr(import_module(f"reportlint.{module}"), attribute)


def test_identifiers_of_the_glossary_are_there() -> None:
    code = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    assert WORDS
    assert [word for word in WORDS if not re.search(rf"\b{word}\b", code)] == []
