"""The page of a rule as Markdown, for hovers and for the editor that opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlint import catalogue
from reportlint.said import worded

if TYPE_CHECKING:
    from reportlint.rule import Rule

_SEVERITY = {
    "error": ("phải sửa", "must be mended"),
    "warning": ("nên sửa", "should be mended"),
    "info": ("xem xét", "to consider"),
}
_CERTAINTY = {"certain": ("chắc chắn", "certain"), "heuristic": ("có thể nhầm", "heuristic")}


def summary(rule: Rule, lang: str) -> str:
    """Return what a hover shows: title, weight, why, how to mend, the clause."""
    page = catalogue.pages().get(rule.code, {})
    english = lang == "en"
    title = rule.title_en if english and rule.title_en else rule.title
    weight = f"{_SEVERITY[rule.severity][english]}, {_CERTAINTY[rule.certainty][english]}"
    lines = [f"**{rule.code} · {title}** ({weight})"]
    for key, vi, en in (("why", "Vì sao", "Why"), ("remedy", "Cách sửa", "Remedy")):
        if text := worded(page, key, lang):
            lines.append(f"{en if english else vi}: {text}")
    lines.append(_basis(rule, english=english))
    return "\n\n".join(lines)


def whole(rule: Rule, lang: str) -> str:
    """Return the whole page, with the examples."""
    shown = catalogue.examples().get(rule.code, {})
    english = lang == "en"
    parts = [f"# {rule.code} `{rule.name}`", summary(rule, lang)]
    for kind, vi, en in (("bad", "Chưa đúng", "Wrong"), ("good", "Đúng", "Right")):
        examples: list[dict[str, Any]] = shown.get(kind, [])
        if examples:
            parts.append(f"## {en if english else vi}")
            parts += [f"```text\n{example['text'].strip()}\n```" for example in examples]
    return "\n\n".join(parts) + "\n"


def _basis(rule: Rule, *, english: bool) -> str:
    if rule.source.norm:
        norm = catalogue.norms().get(rule.source.norm, rule.source.norm)
        return f"{'Basis' if english else 'Căn cứ'}: {norm}, {rule.source.clause}".rstrip(", ")
    return (
        "A habit of presentation, no regulation." if english else "Thói quen trình bày, không phải quy định."
    )
