"""The rules a user may ask about: the built-in ones and those of the packs and plugins of the configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlint import catalogue
from reportlint.cli.parser import meant
from reportlint.cli.run_settings import RunSettings
from reportlint.config.settings import extra_rules, pack_of
from reportlint.errors import SettingsError

if TYPE_CHECKING:
    import argparse

    from reportlint.rule import Rule


class KnownRules:
    """Rules with their pages."""

    def __init__(self, args: argparse.Namespace) -> None:
        """Read catalogue and configuration."""
        self.runs = RunSettings(args)
        self.rules: tuple[Rule, ...] = (*catalogue.rules(), *extra_rules(self.runs.root))
        self._pages = {
            code: {**page, **catalogue.examples()[code]} for code, page in catalogue.pages().items()
        }
        for path in self.runs.root.packs:
            self._pages.update(pack_of(path)[1])

    def page(self, rule: Rule) -> dict[str, Any]:
        """Return what people read of a rule: why, remedy, examples."""
        return self._pages.get(rule.code, {})

    def find(self, word: str) -> Rule:
        """Return the rule of a code or name. Raises `SettingsError` with a guess."""
        for rule in self.rules:
            if word.upper() == rule.code or word.lower() == rule.name:
                return rule
        guess = meant(word.upper(), [r.code for r in self.rules]) or meant(
            word.lower(), [r.name for r in self.rules]
        )
        raise SettingsError(
            f"không có quy tắc “{word}”; " + (f"có phải “{guess}”?" if guess else "xem: reportlint rules"),
            f"there is no rule “{word}”; "
            + (f"did you mean “{guess}”?" if guess else "see: reportlint rules"),
        )
