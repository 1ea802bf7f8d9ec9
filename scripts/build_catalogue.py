"""Compile `rules/` into what the package reads, each file for one use, so that none is read for nothing.

`catalogue.json` is there to run, `pages.json` to explain, `examples.json` to show and to test; and `profiles.json`.

    python scripts/build_catalogue.py [--check]

With --check nothing is written: exit 1 when the compiled files are not those of the packs.
"""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from reportlint.config.reading import parsed  # noqa: E402
from reportlint.packs import EXAMPLE_FIELDS, PAGE_FIELDS, PackRule, read_pack  # noqa: E402

FAMILIES = ("dl", "tt", "tb", "bc", "vd", "nt", "cq", "sl", "vt", "vh", "ct", "dc", "ms")
PROFILES = (
    "nd30",
    "nd30-tinh",
    "nd30-so",
    "nd30-huyen",
    "nd30-xa",
    "dang",
    "qppl",
    "other",
    "draft",
    "submit",
)


def compiled() -> dict[str, str]:
    """Return the text of each compiled file by its name. Raises SettingsError on a wrong pack, ValueError on a double code."""
    rules = [
        rule
        for family in FAMILIES
        if (path := ROOT / "rules" / f"{family}.toml").exists()
        for rule in read_pack(path).rule
    ]
    for attribute in ("code", "name"):
        names = [getattr(rule, attribute) for rule in rules]
        if double := {name for name in names if names.count(name) > 1}:
            raise ValueError(f"{attribute} used twice: {sorted(double)}")
    norms = tomllib.loads((ROOT / "rules" / "norms.toml").read_text("utf-8"))
    run = {"norms": norms["norm"], "rules": [_run_entry(rule) for rule in rules]}
    made = {
        "catalogue.json": run,
        "pages.json": _of_each(rules, PAGE_FIELDS),
        "examples.json": _of_each(rules, EXAMPLE_FIELDS),
        "profiles.json": _profiles(),
    }
    return {name: json.dumps(data, ensure_ascii=False, indent=0) + "\n" for name, data in made.items()}


def _of_each(rules: list[PackRule], fields: tuple[str, ...]) -> dict[str, Any]:
    return {rule.code: rule.model_dump(include=set(fields), exclude_defaults=True) for rule in rules}


def _profiles() -> dict[str, Any]:
    """Return the profiles as written, after the same check as a user's configuration gets."""
    paths = {name: ROOT / "rules" / "profiles" / f"{name}.toml" for name in PROFILES}
    return {name: parsed(path, path.read_text("utf-8")) for name, path in paths.items()}


def _run_entry(rule: PackRule) -> dict[str, Any]:
    entry = rule.model_dump(exclude={*PAGE_FIELDS, *EXAMPLE_FIELDS}, exclude_defaults=True)
    if "variants" in entry:
        entry["variants"] = {k: [v.message, v.message_en] for k, v in rule.variants.items()}
    entry["fix"] = rule.fix
    return entry


def main() -> int:
    """Write or check the compiled files."""
    target = ROOT / "src" / "reportlint"
    stale = [
        name
        for name, text in compiled().items()
        if not (target / name).exists() or (target / name).read_text("utf-8") != text
    ]
    if "--check" in sys.argv:
        print("\n".join(f"{name} is not what rules/ says: run scripts/build_catalogue.py" for name in stale))
        return 1 if stale else 0
    for name, text in compiled().items():
        (target / name).write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
