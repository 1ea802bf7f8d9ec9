"""Plugins: rules, loaders and renderers of other packages, by entry point, and only those the configuration names.

Groups: `reportlint.rules` (a tuple of `Rule`), `reportlint.loaders` (a `Loader`), `reportlint.renderers` (a function
like `render(entries, look)`). Looking for entry points costs tens of milliseconds, and a package that happens to be
installed must not change what is found; so nothing is looked for unless it is named (decision 0005).
"""

from __future__ import annotations

from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

from reportlint.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable
    from importlib.metadata import EntryPoint

    from reportlint.document import Document
    from reportlint.rule import Rule


class Loader(NamedTuple):
    """What a plugin gives to read files of other suffixes."""

    suffixes: tuple[str, ...]
    """With the dot, in lower case."""
    load: Callable[[bytes, str], Document]
    """Bytes and path → document; raises `UnreadableError`."""


def rules_of(names: tuple[str, ...]) -> list[Rule]:
    """Return the rules of the plugins named. Raises `SettingsError` for a plugin that is not installed."""
    for name in names:
        _known(name)
    return [rule for name in names for rule in _load("reportlint.rules", name) or ()]


def loader_for(path: str, names: tuple[str, ...]) -> Callable[[bytes, str], Document] | None:
    """Return how a plugin reads files like this one; None when none does."""
    suffix = PurePath(path).suffix.lower()
    for name in names:
        loader: Loader | None = _load("reportlint.loaders", name)
        if loader and suffix in loader.suffixes:
            return loader.load
    return None


def suffixes_of(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the suffixes that the plugins named can read."""
    loaders: list[Loader | None] = [_load("reportlint.loaders", name) for name in names]
    return tuple(suffix for loader in loaders if loader for suffix in loader.suffixes)


def renderer_of(name: str) -> Callable[..., Any] | None:
    """Return the renderer of that name; None when no package brings one."""
    found: Callable[..., Any] | None = _load("reportlint.renderers", name)
    return found


@cache
def _entry_points() -> tuple[EntryPoint, ...]:
    from importlib.metadata import entry_points

    groups = ("reportlint.rules", "reportlint.loaders", "reportlint.renderers")
    return tuple(point for group in groups for point in entry_points(group=group))


@cache
def _load(group: str, name: str) -> Any:  # noqa: ANN401 - whatever the package gives
    for point in _entry_points():
        if point.group == group and point.name == name:
            try:
                return point.load()
            except Exception as error:
                raise SettingsError(
                    f"phần mở rộng “{name}” ({point.value}) không nạp được: {type(error).__name__}: {error}",
                    f"the plugin “{name}” ({point.value}) cannot be loaded: {type(error).__name__}: {error}",
                ) from error
    return None


def _known(name: str) -> None:
    installed = sorted({point.name for point in _entry_points()})
    if name not in installed:
        has = ", ".join(installed)
        raise SettingsError(
            f"không có phần mở rộng “{name}”; " + (f"đã cài: {has}" if has else "chưa cài phần mở rộng nào"),
            f"there is no plugin “{name}”; " + (f"installed: {has}" if has else "none is installed"),
        )
