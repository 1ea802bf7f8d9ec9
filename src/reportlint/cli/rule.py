"""`reportlint rule CODE`: what a rule is, why, the remedy, examples; with --test, whether it does what they say."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from reportlint import catalogue
from reportlint.cli import options
from reportlint.cli.known_rules import KnownRules
from reportlint.cli.parser import one_of
from reportlint.renderers.cells import wrap
from reportlint.renderers.words import SEVERITY
from reportlint.said import Said, in_language, worded

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from reportlint.cli.parser import Parser
    from reportlint.rule import Rule
    from reportlint.testing import Outcome

_COLUMNS = 96
CERTAINTY = {"certain": "chắc chắn", "heuristic": "suy đoán, cần người xem"}
FIX = {"safe": "tự động, an toàn", "ask": "có gợi ý, hỏi trước khi sửa", "never": "không"}


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.add("rules", vi="mã hoặc tên quy tắc", en="code or name of a rule", nargs="+", metavar="RULE")
    parser.add(
        "--test",
        vi="chạy quy tắc trên các ví dụ của nó",
        en="run the rule on its examples",
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
    options.add_configuration(parser)


def run(args: argparse.Namespace) -> int:
    """Explain the rules, or test them: exit 1 when one does not do what its examples say."""
    known = KnownRules(args)
    rules = [known.find(word) for word in args.rules]
    if args.test:
        outcomes = [tested(rule, known.page(rule), args.lang) for rule in rules]
        return int(not all(outcomes))
    if args.format == "json":
        from reportlint.cli.rules import record

        print(
            json.dumps(
                [{**record(rule, on=rule.enabled), **known.page(rule)} for rule in rules],
                ensure_ascii=False,
                indent=1,
            )
        )
        return 0
    bold = "\x1b[1m{}\x1b[0m" if sys.stdout.isatty() else "{}"
    print("\n\n".join("\n".join(page_lines(rule, known.page(rule), args.lang, bold)) for rule in rules))
    return 0


def page_lines(rule: Rule, page: dict[str, Any], lang: str, bold: str = "{}") -> Iterator[str]:
    """Yield the page of a rule as text."""
    if lang == "en":
        yield (
            bold.format(f"{rule.code} {rule.name}")
            + f" · {rule.severity}, {rule.certainty} · {rule.title_en}"
        )
        yield f"  Message: {rule.message_en}"
    else:
        yield (
            bold.format(f"{rule.code} {rule.name}")
            + f" · {SEVERITY['vi'][rule.severity]}, {CERTAINTY[rule.certainty]}"
        )
        yield "  " + bold.format(rule.title)
    yield ""
    for said, text in (
        (Said("Vì sao", "Why"), worded(page, "why", lang)), (Said("Sửa", "Remedy"), worded(page, "remedy", lang)),
        (Said("Căn cứ", "Basis"), in_language(source_line(rule), lang)),
        (Said("Sửa tự động", "Repair"), rule.fix if lang == "en" else FIX[rule.fix]), (Said("Áp dụng", "Holds for"), _scope(rule, lang)),
        (Said("Tham số", "Parameters"), params_line(rule)), (Said("Tắt", "Switch off"), in_language(_switch_off(rule), lang)),
    ):  # fmt: skip
        if text:
            label = in_language(said, lang)
            yield f"  {label}: " + wrap(text, _COLUMNS, "    ", start=len(label) + 4)
    for said, key in (
        (Said("Ví dụ sai (chỗ sai trong ⟦ ⟧)", "Bad (the fault is in ⟦ ⟧)"), "bad"),
        (Said("Ví dụ đúng", "Good"), "good"),
    ):
        if examples := page.get(key):
            yield f"\n  {in_language(said, lang)}"
            for example in examples:
                yield from _example(example, lang)


def _switch_off(rule: Rule) -> Said:
    remark = f"<!-- reportlint: bỏ qua {rule.code}: lý do -->"
    return Said(
        f'thêm "{rule.code}" vào extend-ignore trong reportlint.toml, hoặc {remark} trong đoạn văn',
        f'"{rule.code}" in extend-ignore of reportlint.toml, or {remark} in the paragraph',
    )


def _example(example: dict[str, Any], lang: str) -> Iterator[str]:
    for line in example["text"].splitlines():
        yield "    │ " + wrap(line, _COLUMNS, "    │ ", start=6)
    if example.get("fixed"):
        yield "    → " + wrap(example["fixed"], _COLUMNS, "      ", start=6)
    if why := worded(example, "why", lang):
        yield "      (" + why.rstrip(".") + ")"


def source_line(rule: Rule) -> Said:
    """Return the norm in full with clause and days, or that it is a habit."""
    source = rule.source
    if not source.norm:
        return _OF_FACT if rule.severity == "error" else _HABIT
    norm = f"{catalogue.norms().get(source.norm, source.norm)}, {source.clause}"
    vi = (f", từ {source.since}" if source.since else "") + (f" đến {source.until}" if source.until else "")
    en = (f", from {source.since}" if source.since else "") + (f" to {source.until}" if source.until else "")
    return Said(f"{norm} ({rule.normativity}){vi}", f"{norm} ({_BINDING[rule.normativity]}){en}")


_BINDING = {"phải": "must", "nên": "should", "tập quán": "habit"}
_OF_FACT = Said("không có điều khoản riêng: sai về sự thật, số liệu", "no clause: wrong in fact or figures")
_HABIT = Said("thói quen trình bày, không có quy định", "a habit of presentation, no regulation")


def _scope(rule: Rule, lang: str) -> str:
    parts = (
        (Said("chế độ", "regimes"), rule.regimes),
        (Said("loại", "kinds"), rule.kinds),
        (Said("tệp", "files"), rule.formats),
    )
    return "; ".join(
        f"{in_language(name, lang)} {', '.join(values)}"
        for name, values in parts
        if values and "any" not in values
    )


def params_line(rule: Rule) -> str:
    """Return the parameters a user may set; long tables are the rule's own."""
    shown = {
        key: value
        for key, value in rule.params.items()
        if isinstance(value, (int, float, bool)) or len(str(value)) < 80
    }
    return ", ".join(f"{key} = {value!r}" for key, value in shown.items())


def tested(rule: Rule, page: dict[str, Any], lang: str) -> bool:
    """Run a rule on its examples, print each outcome, tell whether all are as they say."""
    from reportlint.testing import try_example

    examples = [(kind, example) for kind in ("bad", "good") for example in page.get(kind, ())]
    passed = 0
    for kind, example in examples:
        outcome = try_example(rule, example)
        right = outcome.passed and (kind == "good" or bool(outcome.expected))
        passed += right
        name = in_language(_EXAMPLE[kind], lang)
        print(f"{'✔' if right else '✖'} {rule.code} {name}: {' '.join(outcome.text.split())[:70]}")
        if not right:
            print("\n".join(_difference(outcome, lang)))
    if not examples:
        print(f"✖ {rule.code}: {in_language(_NO_EXAMPLE, lang)}")
    return bool(examples) and passed == len(examples)


_EXAMPLE = {"bad": Said("ví dụ sai", "bad example"), "good": Said("ví dụ đúng", "good example")}
_NO_EXAMPLE = Said("chưa có ví dụ nào", "has no example yet")


def _difference(outcome: Outcome, lang: str) -> Iterator[str]:
    """Yield what an example says and what the rule does, line by line."""
    rows: list[tuple[Said, object]] = [
        (Said("mong đợi", "expected"), [text for _, _, text in outcome.expected]),
        (Said("tìm thấy", "found"), [text for _, _, text in outcome.found]),
    ]
    if outcome.expected_fix is not None:
        rows += [
            (Said("sửa mong đợi", "repair expected"), repr(outcome.expected_fix)),
            (Said("sửa được", "repair made"), repr(outcome.fixed)),
        ]
    for label, value in rows:
        yield f"    {in_language(label, lang)}: {value}"
