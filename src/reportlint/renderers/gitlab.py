"""GitLab Code Quality: a list of issues with fingerprints, shown in merge requests."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from reportlint.baseline import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.renderers import Look

_SEVERITY = {"error": "major", "warning": "minor", "info": "info"}


def render(entries: Iterable[dict[str, Any]], look: Look) -> Iterator[str]:  # noqa: ARG001 - entries are in their language
    """Yield the list."""
    issues: list[dict[str, Any]] = []
    for entry in entries:
        if error := entry.get("error"):
            issues.append(_issue(entry["path"], error["code"], error["cause"], "blocker", error["code"], 1))
        seen: dict[str, int] = {}
        for finding in entry["findings"]:
            mark = fingerprint(finding)
            seen[mark] = seen.get(mark, 0) + 1  # GitLab drops issues whose fingerprints are equal
            line = finding["start"]["line"] if finding["start"] else 1
            issues.append(
                _issue(entry["path"], finding["code"], finding["message"], _SEVERITY[finding["severity"]], f"{mark}-{seen[mark]}", line)
            )
    yield json.dumps(issues, ensure_ascii=False, indent=1) + "\n"


def _issue(path: str, code: str, text: str, severity: str, mark: str, line: int) -> dict[str, Any]:
    return {
        "description": text,
        "check_name": code,
        "fingerprint": f"{path}:{mark}",
        "severity": severity,
        "location": {"path": path, "lines": {"begin": line}},
    }
