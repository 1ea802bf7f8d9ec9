"""The defects planted in the example report are found where its page says, but for those it says are not."""

from __future__ import annotations

import re
from pathlib import Path

from reportlint import lint_file

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGE = (EXAMPLES / "README.md").read_text("utf-8")
PLANTED = {
    (int(line), code)
    for line, code in re.findall(r"^\| (\d+) \| .*? \| ([A-Z]{2}\d{3}) \|", PAGE, re.MULTILINE)
}
LEFT = {
    (int(line), code) for line, code in re.findall(r"^- line (\d+), ([A-Z]{2}\d{3}):", PAGE, re.MULTILINE)
}


def test_planted_defects_are_found_but_for_those_listed() -> None:
    result = lint_file(EXAMPLES / "bao-cao-ubnd-huyen.md")
    document = result.report.document
    found = {(document.place(finding.start).line, finding.code) for finding in result.findings}
    assert LEFT <= PLANTED
    assert PLANTED - LEFT - found == set()


def test_nothing_is_found_on_the_model() -> None:
    for path in EXAMPLES.glob("bao-cao-mau.*"):
        assert [finding.code for finding in lint_file(path).findings] == [], path.name
