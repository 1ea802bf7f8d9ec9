"""GitLab Code Quality: a list of issues with fingerprints, shown in merge requests."""

from __future__ import annotations

import json
from collections import Counter
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
        path = entry["path"]
        if error := entry.get("error"):
            issues.append(
                _issue(path, error["code"], error["code"], 1, description=error["cause"], severity="blocker")
            )
        seen: Counter[str] = Counter()
        for finding in entry["findings"]:
            mark = fingerprint(finding)
            seen[mark] += 1  # GitLab drops issues whose fingerprints are equal
            line = finding["start"]["line"] if finding["start"] else 1
            said = {"description": finding["message"], "severity": _SEVERITY[finding["severity"]]}
            issues.append(_issue(path, finding["code"], f"{mark}-{seen[mark]}", line, **said))
    yield json.dumps(issues, ensure_ascii=False, indent=1) + "\n"


def _issue(path: str, code: str, mark: str, line: int, **said: str) -> dict[str, Any]:
    location = {"path": path, "lines": {"begin": line}}
    return {**said, "check_name": code, "fingerprint": f"{path}:{mark}", "location": location}
