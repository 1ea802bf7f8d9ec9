"""What the editor sets, read leniently: an option that makes no sense is left out and named, the others hold."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

from reportlint.config.discovery import nearest
from reportlint.rule import SEVERITIES
from reportlint.said import Said
from reportlint.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from reportlint.lsp.jsonrpc import Json

DEBOUNCE = 150
"""Milliseconds of silence before findings are pushed."""
MAX_DEBOUNCE = 10_000


@dataclass(frozen=True)
class Options:
    """Options of one editor."""

    lang: str = "vi"
    debounce: int = DEBOUNCE
    """Milliseconds."""
    inlay_hints: bool = True
    rule_page: str = ""
    """Address of a rule's page in which `{code}` stands for the code; empty when the editor has none."""
    suppress_command: str = ""
    """A command of the editor that asks for the reason of a suppression; empty to put a place-holder in the text."""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Any] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)

    def applied(self, settings: Settings) -> Settings:
        """Put these options on top of the settings that the configuration file gives. Raises `SettingsError`."""
        if names := (*self.select, *self.ignore, *self.severity):
            from reportlint import catalogue
            from reportlint.config.settings import check_names

            rules = (*catalogue.rules(), *settings.extra_rules)
            check_names(names, rules, Said("tùy chọn của trình soạn thảo", "options of the editor"))
        return replace(
            settings,
            select=self.select or settings.select,
            ignore=(*settings.ignore, *self.ignore),
            severity={**settings.severity, **self.severity},
            given={**settings.given, **self.given},
        )


def read_options(given: object, base: Options) -> tuple[Options, list[str]]:
    """Read options as JSON on top of others. Return them, and the names of those that make no sense."""
    if not isinstance(given, dict):
        return base, []
    wrong: list[str] = []
    changes: Json = {}
    for key, (name, read) in _READERS.items():
        if given.get(key) is None:
            continue
        try:
            changes[name] = read(given[key])
        except ValueError:
            wrong.append(key)
    return replace(base, **changes), wrong


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(value)  # noqa: TRY004 - one kind of error for the one place that catches it
    return value


def _lang(value: object) -> str:
    if value not in {"vi", "en"}:
        raise ValueError(value)
    return str(value)


def _debounce(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MAX_DEBOUNCE:
        raise ValueError(value)
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(value)  # noqa: TRY004 - as above
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError(value)  # noqa: TRY004 - as above
    return tuple(_text(item) for item in value)


def _table(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ValueError(value)  # noqa: TRY004 - as above
    return {str(key): _text(item) for key, item in value.items() if item not in (None, "")}


def _severities(value: object) -> dict[str, str]:
    table = _table(value)
    if not set(table.values()) <= set(SEVERITIES):
        raise ValueError(value)
    return table


_READERS: dict[str, tuple[str, Callable[[object], Any]]] = {
    "lang": ("lang", _lang),
    "debounce": ("debounce", _debounce),
    "inlayHints": ("inlay_hints", _flag),
    "rulePage": ("rule_page", _text),
    "suppressCommand": ("suppress_command", _text),
    "select": ("select", _texts),
    "ignore": ("ignore", _texts),
    "severity": ("severity", _severities),
    "given": ("given", _table),
}


def file_settings(path: Path | None) -> Settings:
    """Return the settings that the configuration nearest to a file gives; the default without one.

    Raises `SettingsError`, naming the file and the key.
    """
    file = nearest(str(path)) if path else ""
    if not file:
        return Settings()
    from reportlint.config import reading
    from reportlint.config.settings import settings_of

    return settings_of(reading.read(file).for_file(str(path)))


def forget_files() -> None:
    """Let configuration files, packs and word lists be read again: `config` reads each once in a process."""
    for module in ("discovery", "settings"):
        for value in vars(import_module(f"reportlint.config.{module}")).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()
