"""`Config` → the `Settings` of one file: names checked, word lists and packs read."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportlint.errors import SettingsError
from reportlint.said import Said
from reportlint.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from reportlint.config.values import Config
    from reportlint.rule import Rule


def settings_of(config: Config) -> Settings:
    """Return the settings a configuration makes (overrides are laid over it before). Raises `SettingsError`."""
    enabled = [code for code, choice in config.rules.items() if choice.enabled]
    disabled = [code for code, choice in config.rules.items() if choice.enabled is False]
    return Settings(
        select=config.select or (),
        extend_select=(*config.extend_select, *enabled),
        ignore=(*(config.ignore or ()), *config.extend_ignore, *disabled),
        severity={code: choice.severity for code, choice in config.rules.items() if choice.severity},  # type: ignore[misc]
        params={code: choice.params for code, choice in config.rules.items() if choice.params},
        defaults={key: value for key, value in config.identity.items() if value},
        as_of=config.as_of,
        words=frozenset(config.words).union(*map(_words, config.word_files)),
        registries=tuple(map(_existing, config.registries)),
        extra_rules=extra_rules(config),
        plugins=config.plugins,
        profile=config.profile,
    )


def extra_rules(config: Config) -> tuple[Rule, ...]:
    """Return the rules of packs and plugins. Raises `SettingsError` when a code is taken twice."""
    rules = [rule for path in config.packs for rule in pack_of(path)[0]]
    if config.plugins:
        from reportlint.plugins import rules_of

        rules += rules_of(config.plugins)
    if rules:
        from reportlint import catalogue

        taken = {rule.code: Said("dựng sẵn", "built in") for rule in catalogue.rules()}
        for rule in rules:
            if rule.code in taken:
                raise SettingsError(
                    f"mã {rule.code} ({rule.name}) đã có ({taken[rule.code].vi}); hãy chọn mã khác",
                    f"the code {rule.code} ({rule.name}) is taken ({taken[rule.code].en}); choose another",
                )
            taken[rule.code] = Said(rule.name, rule.name)
    return tuple(rules)


@cache
def pack_of(path: str) -> tuple[tuple[Rule, ...], dict[str, dict[str, Any]]]:
    """Read a pack: its rules, and their pages by code. Raises `SettingsError`."""
    from reportlint.packs import compiled

    return compiled(Path(_existing(path)))


def _existing(path: str) -> str:
    if not Path(path).is_file():
        raise SettingsError(
            f"không tìm thấy tệp {path} mà cấu hình nêu",
            f"the file {path} that the configuration names is not there",
        )
    return path


@cache
def _words(path: str) -> frozenset[str]:
    """Read a list of words, one a line; what follows # is a remark."""
    try:
        lines = Path(_existing(path)).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{path}: không đọc được danh sách từ ({error})",
            f"{path}: the list of words cannot be read ({error})",
        ) from error
    return frozenset(word for line in lines if (word := line.partition("#")[0].strip()))


def check_params(choices: Mapping[str, Mapping[str, Any]], where: Callable[[str], Said]) -> None:
    """Raise `SettingsError` for a parameter that a built-in rule does not have; `where` says on which line a word stands."""
    from reportlint import catalogue

    for rule in catalogue.rules() if choices else ():
        for key in choices.get(rule.code, {}):
            if key not in rule.params:
                at, known = where(key), ", ".join(rule.params)
                raise SettingsError(
                    f"{at.vi}: quy tắc {rule.code} không có tham số “{key}”"
                    + (f" (có: {known})" if known else ""),
                    f"{at.en}: the rule {rule.code} has no parameter “{key}”"
                    + (f" (there are: {known})" if known else ""),
                )


def check_names(names: Iterable[str], rules: Iterable[Rule], where: Said) -> None:
    """Raise `SettingsError` for a code, family or name that is none, with a guess at what was meant."""
    known = {word for rule in rules for word in (rule.code, rule.name, rule.family)}
    for name in names:
        if name in known or (name and any(word.startswith(name) for word in known if word[:2].isupper())):
            continue
        from difflib import get_close_matches

        like = sorted(known, key=lambda word: (_differ(word, name.upper()), word))
        found = (
            like[:1] if _differ(like[0], name.upper()) == 1 else get_close_matches(name, sorted(known), n=1)
        )
        raise SettingsError(
            f"{where.vi}: không có quy tắc hay nhóm “{name}”"
            + (f"; có phải “{found[0]}”?" if found else "; xem: reportlint rules"),
            f"{where.en}: there is no rule or family “{name}”"
            + (f"; did you mean “{found[0]}”?" if found else "; see: reportlint rules"),
        )


def _differ(one: str, other: str) -> int:
    """Return in how many letters two words of one length differ; many for others."""
    return (
        sum(a != b for a, b in zip(one, other, strict=True))
        if len(one) == len(other)
        else len(one) + len(other)
    )
