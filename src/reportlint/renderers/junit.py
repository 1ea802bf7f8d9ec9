"""JUnit XML: a file is a suite; errors and warnings are failures, a file that could not be read is an error."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlint.renderers.words import place
from reportlint.renderers.xml import attribute, content

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.renderers import Look


def render(entries: Iterable[dict[str, Any]], look: Look) -> Iterator[str]:
    """Yield the document."""
    suites = [_suite(entry, look.lang) for entry in entries]
    yield '<?xml version="1.0" encoding="utf-8"?>\n<testsuites name="reportlint">\n'
    yield from suites
    yield "</testsuites>\n"


def _suite(entry: dict[str, Any], lang: str) -> str:
    path = attribute(entry["path"])
    if error := entry.get("error"):
        cause = attribute(error["cause"])
        case = f'  <testcase classname={path} name="read">\n   <error message={cause} type={attribute(error["code"])}/>\n  </testcase>\n'
        return f' <testsuite name={path} tests="1" failures="0" errors="1">\n{case} </testsuite>\n'
    cases = [_case(entry["path"], finding, lang) for finding in entry["findings"]]
    failures = sum(finding["severity"] != "info" for finding in entry["findings"])
    if not cases:
        cases = [f'  <testcase classname={path} name="reportlint"/>\n']
    return f' <testsuite name={path} tests="{len(cases)}" failures="{failures}" errors="0">\n{"".join(cases)} </testsuite>\n'


def _case(path: str, finding: dict[str, Any], lang: str) -> str:
    where = place(finding, lang)
    name = attribute(f"{finding['code']} {finding['name']} ({where})")
    text = content(f"{where}\n{finding['context']['before']}{finding['quote']}{finding['context']['after']}")
    if finding["severity"] == "info":
        inner = f"   <system-out>{content(finding['message'])}\n{text}</system-out>\n"
    else:
        inner = f"   <failure message={attribute(finding['message'])} type={attribute(finding['severity'])}>{text}</failure>\n"
    return f"  <testcase classname={attribute(path)} name={name}>\n{inner}  </testcase>\n"
