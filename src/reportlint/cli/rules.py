"""`reportlint rules`: list the rules."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from reportlint.cli import options
from reportlint.cli.known_rules import KnownRules
from reportlint.cli.parser import one_of
from reportlint.renderers.finding_text import GLYPH
from reportlint.running import selected

if TYPE_CHECKING:
    import argparse

    from reportlint.cli.parser import Parser
    from reportlint.rule import Rule


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.add(
        "families",
        vi="nhóm quy tắc, như VD CT; mặc định là tất cả",
        en="families, such as VD CT; all by default",
        nargs="*",
        metavar="FAMILY",
    )
    parser.add(
        "--on",
        vi="chỉ những quy tắc đang bật theo cấu hình",
        en="only those that are on by the configuration",
        action="store_true",
    )
    parser.add(
        "--format",
        vi="text hoặc json",
        en="text or json",
        type=one_of("text", "json"),
        default="text",
        metavar="FORMAT",
    )
    options.add_selection(parser)
    options.add_configuration(parser)
    parser.set_defaults(as_of=None)


def run(args: argparse.Namespace) -> int:
    """Print the rules."""
    known = KnownRules(args)
    on = {rule.code for rule in selected(known.runs.for_path("."))}
    families = tuple(word.upper() for word in args.families)
    rules = [
        r
        for r in known.rules
        if (not families or r.code.startswith(families)) and (r.code in on or not args.on)
    ]
    if args.format == "json":
        print(json.dumps([record(rule, on=rule.code in on) for rule in rules], ensure_ascii=False, indent=1))
        return 0
    longest = max((len(rule.name) for rule in rules), default=0)
    for rule in rules:
        title = rule.title_en if args.lang == "en" else rule.title
        off = "" if rule.code in on else " (off)" if args.lang == "en" else " (tắt)"
        print(f"{GLYPH[rule.severity]} {rule.code}  {rule.name:<{longest}}  {title}{off}")
    return 0


def record(rule: Rule, *, on: bool) -> dict[str, Any]:
    """Return what programs want to know of a rule."""
    return {
        "code": rule.code, "name": rule.name, "title": rule.title, "title_en": rule.title_en, "severity": rule.severity,
        "certainty": rule.certainty, "normativity": rule.normativity, "source": rule.source._asdict(), "fix": rule.fix,
        "regimes": rule.regimes, "kinds": rule.kinds, "formats": rule.formats, "params": dict(rule.params), "on": on,
    }  # fmt: skip
