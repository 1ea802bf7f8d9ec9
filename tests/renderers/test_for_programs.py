"""Outputs that programs read: each is well-formed by its own rules and loses nothing."""

from __future__ import annotations

import json
import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from sarif_pydantic import Sarif

from reportlint.baseline import fingerprint
from reportlint.renderers import FORMATS, NEEDS_RESULTS, Look, renderer

LOOK = Look()


def rendered(name: str, entries: list[dict[str, Any]]) -> str:
    """Return the whole output."""
    return "".join(renderer(name)(entries, LOOK))


def test_json_and_jsonl_say_the_same(entries: list[dict[str, Any]]) -> None:
    whole = json.loads(rendered("json", entries))
    lines = [json.loads(line) for line in rendered("jsonl", entries).splitlines()]
    assert whole == {"version": 1, "files": entries}
    assert [{key: value for key, value in line.items() if key != "version"} for line in lines] == entries


def test_sarif_is_of_the_published_form(entries: list[dict[str, Any]]) -> None:
    log = json.loads(rendered("sarif", entries))
    Sarif.model_validate(log)
    (run,) = log["runs"]
    assert [result["ruleId"] for result in run["results"]] == [f["code"] for f in entries[0]["findings"]]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert re.fullmatch(r"[0-9a-f]{16}", result["partialFingerprints"]["reportlint/v1"])
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "bao%20c%C3%A1o.md"
    assert run["invocations"][0]["executionSuccessful"] is False
    assert "rỗng.md: tệp rỗng" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


@pytest.mark.parametrize(
    ("lang", "why"), [("vi", "chỉ có một ngày ban hành"), ("en", "A document has only one date of issue")]
)
def test_sarif_explains_rules_in_the_language_asked_for(
    entries: list[dict[str, Any]], lang: str, why: str
) -> None:
    log = json.loads("".join(renderer("sarif")(entries, Look(lang=lang))))
    rules = {rule["id"]: rule["help"]["text"] for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert why in rules["VD003"]


def test_sarif_rejects_what_is_none() -> None:
    with pytest.raises(ValueError, match="level"):
        Sarif.model_validate({"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [
            {"level": "bad", "message": {"text": "x"}}]}]})  # fmt: skip


def test_junit(entries: list[dict[str, Any]]) -> None:
    root = ET.fromstring(rendered("junit", entries))  # noqa: S314 - our own output
    suites = {suite.get("name"): suite for suite in root}
    assert len(suites["bao cáo.md"].findall("testcase/failure")) == len(entries[0]["findings"])
    assert suites["sạch.md"].get("failures") == "0"
    assert suites["rỗng.md"].find("testcase/error") is not None
    for suite in root:
        assert suite.get("tests") == str(len(suite))


def test_checkstyle(entries: list[dict[str, Any]]) -> None:
    root = ET.fromstring(rendered("checkstyle", entries))  # noqa: S314 - our own output
    errors = [error for file in root for error in file]
    assert [error.get("message") for error in errors[:-1]] == [f["message"] for f in entries[0]["findings"]]
    assert errors[-1].get("message") == "tệp rỗng"


def test_xml_survives_what_xml_cannot_carry(entries: list[dict[str, Any]]) -> None:
    entries[0]["findings"][0]["message"] = 'a\x01 <b> & "c"\n'
    for name in ("junit", "checkstyle"):
        ET.fromstring(rendered(name, entries))  # noqa: S314 - our own output


def test_github(entries: list[dict[str, Any]]) -> None:
    entries[0]["path"] = "a,b:c.md"
    entries[0]["findings"][0]["message"] = "100 %\nhai dòng"
    lines = rendered("github", entries).splitlines()
    assert lines[0].startswith("::error file=a%2Cb%3Ac.md,line=")
    assert lines[0].endswith("::100 %25%0Ahai dòng")
    assert lines[-1] == "::error file=rỗng.md::tệp rỗng"


def test_gitlab_issues_have_marks_of_their_own(entries: list[dict[str, Any]]) -> None:
    issues = json.loads(rendered("gitlab", [*entries, entries[0]]))
    assert {issue["severity"] for issue in issues} == {"major", "blocker"}
    first = json.loads(rendered("gitlab", entries))
    assert len({issue["fingerprint"] for issue in first}) == len(first)


def test_formats_without_lines(entries: list[dict[str, Any]]) -> None:
    for finding in entries[0]["findings"]:
        finding["start"] = finding["end"] = None
        for related in finding["related"]:
            related["start"] = related["end"] = None
    for name in set(FORMATS) - NEEDS_RESULTS:
        assert "NT001" in rendered(name, entries)


def test_fingerprint_heeds_rule_quote_and_near_context_only(entries: list[dict[str, Any]]) -> None:
    finding = entries[0]["findings"][0]
    mark = fingerprint(finding)
    moved = {**finding, "start": {"line": 99, "column": 1}, "section": "IX", "message": "khác"}
    assert fingerprint(moved) == mark
    spaced = {
        **finding,
        "context": {
            "before": finding["context"]["before"].replace(" ", "  "),
            "after": finding["context"]["after"].upper(),
        },
    }
    assert fingerprint(spaced) == mark
    assert fingerprint({**finding, "quote": "khác"}) != mark
    assert fingerprint({**finding, "code": "NT002"}) != mark
