"""SARIF 2.1.0, for code scanning. Columns are counted in code points, as the log says."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from reportlint import __version__, catalogue
from reportlint.baseline import fingerprint
from reportlint.said import worded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.renderers import Look

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVEL = {"error": "error", "warning": "warning", "info": "note"}


def render(entries: Iterable[dict[str, Any]], look: Look) -> Iterator[str]:
    """Yield one log for all files."""
    yield json.dumps(log(entries, look.lang), ensure_ascii=False, indent=1) + "\n"


def log(entries: Iterable[dict[str, Any]], lang: str = "vi") -> dict[str, Any]:
    """Return the log of some files; those that could not be read are notifications of the tool."""
    results: list[dict[str, Any]] = []
    notifications: list[dict[str, Any]] = []
    rules: dict[str, dict[str, Any]] = {}
    for entry in entries:
        if error := entry.get("error"):
            text = {"text": f"{entry['path']}: {error['cause']}"}
            notifications.append(
                {"level": "error", "message": text, "locations": [_location(entry["path"], {})]}
            )
        for finding in entry["findings"]:
            rules.setdefault(finding["code"], _rule(finding, lang))
            results.append(_result(entry["path"], finding, list(rules).index(finding["code"])))
    driver = {"name": "reportlint", "version": __version__, "rules": list(rules.values())}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {"executionSuccessful": not notifications, "toolExecutionNotifications": notifications}
        ],
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(finding: dict[str, Any], lang: str) -> dict[str, Any]:
    rule = catalogue.by_code().get(finding["code"])
    entry: dict[str, Any] = {"id": finding["code"], "name": finding["name"]}
    if rule:
        entry["shortDescription"] = {"text": rule.title_en if lang == "en" else rule.title}
        entry["defaultConfiguration"] = {"level": _LEVEL[rule.severity]}
    page = catalogue.pages().get(finding["code"], {})
    if page:
        entry["help"] = {"text": " ".join(worded(page, key, lang) for key in ("why", "remedy"))}
    return entry


def _result(path: str, finding: dict[str, Any], index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding["code"],
        "ruleIndex": index,
        "level": _LEVEL[finding["severity"]],
        "message": {"text": finding["message"]},
        "locations": [_location(path, finding)],
        "partialFingerprints": {"reportlint/v1": fingerprint(finding)},
        "properties": {
            "certainty": finding["certainty"],
            "source": finding["source"],
            "page": finding["page"],
            "paragraph": finding["paragraph"],
        },
    }
    if finding["related"]:
        result["relatedLocations"] = [
            {"id": i, "message": {"text": r["message"] or r["quote"]}, **_location(path, r)}
            for i, r in enumerate(finding["related"], 1)
        ]
    if (fix := finding.get("fix")) and finding["start"]:
        changes = [
            {"deletedRegion": _region(edit), "insertedContent": {"text": edit["text"]}}
            for edit in fix["edits"]
        ]
        artifact = {"artifactLocation": {"uri": uri(path)}, "replacements": changes}
        result["fixes"] = [{"description": {"text": fix["title"]}, "artifactChanges": [artifact]}]
    return result


def _location(path: str, where: dict[str, Any]) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(path)}}
    if where.get("start"):
        physical["region"] = _region(where)
        if where.get("quote"):
            physical["region"]["snippet"] = {"text": where["quote"]}
    location: dict[str, Any] = {"physicalLocation": physical}
    if where.get("section"):
        location["logicalLocations"] = [{"fullyQualifiedName": where["section"], "kind": "section"}]
    return location


def _region(where: dict[str, Any]) -> dict[str, Any]:
    start, end = where["start"], where["end"]
    return {
        "startLine": start["line"],
        "startColumn": start["column"],
        "endLine": end["line"],
        "endColumn": end["column"],
    }


def uri(path: str) -> str:
    """Return a path as a URI reference, relative when the path is."""
    from urllib.parse import quote

    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(pure.as_posix())
