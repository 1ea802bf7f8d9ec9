"""The same fault many times is shown once, with the places of the others. Errors come last, where they are seen."""

from __future__ import annotations

from itertools import groupby
from typing import Any

ALIKE = 3
"""From so many findings of one rule on, a warning or a habit is shown once even when the messages differ."""
_ORDER = {"info": 0, "warning": 1, "error": 2}

Group = tuple[dict[str, Any], list[dict[str, Any]]]
"""A finding and those that repeat it."""


def folded(findings: list[dict[str, Any]]) -> list[Group]:
    """Return the findings to show, each with its repetitions: considerations first, errors last, else in the order of the text."""
    counts: dict[str, int] = {}
    for finding in findings:
        counts[finding["code"]] = counts.get(finding["code"], 0) + 1
    groups: dict[tuple[str, str, str], Group] = {}
    for finding in findings:
        alike = finding["severity"] != "error" and counts[finding["code"]] >= ALIKE
        key = (finding["severity"], finding["code"], "" if alike else finding["message"].casefold())
        if key in groups:
            groups[key][1].append(finding)
        else:
            groups[key] = (finding, [])
    return sorted(groups.values(), key=lambda group: _ORDER[group[0]["severity"]])


def by_section(groups: list[Group]) -> list[tuple[str, list[Group]]]:
    """Put neighbours of one severity and section under one heading."""
    runs = groupby(groups, key=lambda group: (group[0]["severity"], group[0]["section"] or ""))
    return [(section, list(run)) for (_, section), run in runs]
