"""What the documentation says of rules is so: their pages, the codes it names, the table of coverage."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from reportlint import catalogue

ROOT = Path(__file__).parents[2]
FAMILIES = "|".join(sorted({rule.family for rule in catalogue.rules()}))
CODE = re.compile(rf"(?<![A-Z])(?:{FAMILIES})\d{{3}}(?!\d)")
COVERAGE = (ROOT / "docs" / "coverage.md").read_text("utf-8")
ROWS = re.findall(rf"^\| ((?:{FAMILIES})\d{{3}}) \| ([a-z-]+) \| ([a-z ]+) \|", COVERAGE, re.MULTILINE)
NOT_RULES = {code for code, _, status in ROWS if status in {"not implemented", "elsewhere"}}
PAGES = sorted(
    path
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").glob("*.md"))
    if path.parent.name != "rules"
)


def test_the_pages_of_the_rules_are_fresh() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "build_docs.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("page", PAGES, ids=[str(path.relative_to(ROOT)) for path in PAGES])
def test_every_rule_named_is_there(page: Path) -> None:
    known = catalogue.by_code().keys() | NOT_RULES
    assert {code for code in CODE.findall(page.read_text("utf-8")) if code not in known} == set()


def test_coverage_has_a_true_row_for_every_rule() -> None:
    listed = {code: (name, status) for code, name, status in ROWS}
    assert len(listed) == len(ROWS), "a code stands in two rows"
    expected = {rule.code: (rule.name, "on" if rule.enabled else "off") for rule in catalogue.rules()}
    assert {code: listed.get(code) for code in expected} == expected
    assert listed.keys() - expected.keys() == NOT_RULES
