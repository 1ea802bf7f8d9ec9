"""Files → `Config`: parse, check, follow `extends`. An error names file, line, key, and what was probably meant."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportlint import profiles
from reportlint.config.form import certainly_right
from reportlint.config.values import Config, from_raw
from reportlint.errors import SettingsError, system_cause
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic_core import ErrorDetails


def read(path: str, profile: str = "") -> Config:
    """Read a configuration file with all it extends; `profile` takes the place of the built-in one it names."""
    return _read(Path(path).resolve(), profile, ())


def of_profile(name: str) -> Config:
    """Return a built-in profile with what it extends. Raises `SettingsError`."""
    raws = profiles.chain(name)
    config = Config()
    for raw in raws:
        config = from_raw(raw).over(config)
    return from_raw({"profile": name}).over(config)


def _read(path: Path, profile: str, above: Sequence[Path]) -> Config:
    if path in above:
        circle = " → ".join(p.name for p in (*above, path))
        raise SettingsError(
            f"{path}: extends đi vòng tròn: {circle}", f"{path}: extends runs in a circle: {circle}"
        )
    text = _text(path)
    raw = parsed(path, text)
    config = of_profile(profile) if profile and not above else Config()
    bases = raw.get("extends", [])
    for base in [bases] if isinstance(bases, str) else bases:
        if base in profiles.names():
            config = config if profile else of_profile(base).over(config)
            continue
        target = (path.parent / base).resolve()
        if not target.is_file():
            raise _no_such_base(path, text, base)
        config = _read(target, profile, (*above, path)).over(config)
    layer = from_raw({**raw, "files": [str(path)]}, str(path.parent))
    return layer.over(config)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        why = system_cause(error)
        raise SettingsError(
            f"{path}: không đọc được tệp cấu hình ({why.vi})",
            f"{path}: the configuration cannot be read ({why.en})",
        ) from error
    except UnicodeDecodeError as error:
        raise SettingsError(
            f"{path}: tệp cấu hình không phải UTF-8", f"{path}: the configuration is not UTF-8"
        ) from error


def _no_such_base(path: Path, text: str, base: str) -> SettingsError:
    guess, known = _guess(base, profiles.names()), ", ".join(profiles.names())
    line = line_of(text, ("extends",))
    return SettingsError(
        f"{path}:{line}: extends “{base}”: không có hồ sơ hay tệp này{guess.vi} (có: {known})",
        f"{path}:{line}: extends “{base}”: there is no such profile or file{guess.en} (there are: {known})",
    )


def parsed(path: Path, text: str) -> dict[str, Any]:
    """Return the content of a file after checking its form. Raises `SettingsError` naming every fault with its line."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(
            f"{path}: không phải TOML hợp lệ: {error}", f"{path}: no valid TOML: {error}"
        ) from error
    prefix: tuple[str, ...] = ()
    if path.name == "pyproject.toml":
        prefix = ("tool", "reportlint")
        data = data.get("tool", {}).get("reportlint", {})
    if certainly_right(data):
        return data
    from pydantic import ValidationError

    from reportlint.config.schema import ConfigFile

    try:
        ConfigFile.model_validate(data)
    except ValidationError as error:
        said = [_explain(path, text, prefix, e) for e in error.errors()]
        raise SettingsError("\n".join(s.vi for s in said), "\n".join(s.en for s in said)) from error
    return data


def _explain(path: Path, text: str, prefix: tuple[str, ...], error: ErrorDetails) -> Said:
    from reportlint.packs import FORM_FAULTS  # imports pydantic, as the caller has done

    where = tuple(str(part) for part in error["loc"])
    key, at = ".".join(where), f"{path}:{line_of(text, (*prefix, *where))}"
    given = error["input"]
    if error["type"] == "extra_forbidden":
        guess = _guess(where[-1], _keys_beside(where))
        return Said(f"{at}: không có khóa “{key}”{guess.vi}", f"{at}: there is no key “{key}”{guess.en}")
    if error["type"] == "literal_error":
        words = str(error.get("ctx", {}).get("expected", "")).replace(" or ", ", ")
        guess = _guess(str(given), words.replace("'", "").split(", "))
        return Said(
            f"{at}: “{key}” = {given!r}: chọn một trong {words}{guess.vi}",
            f"{at}: “{key}” = {given!r}: choose one of {words}{guess.en}",
        )
    said = FORM_FAULTS.get(error["type"], Said(error["msg"], error["msg"]))
    if error["type"] == "missing":
        return Said(f"{at}: “{key}” {said.vi}", f"{at}: “{key}” {said.en}")
    return Said(f"{at}: “{key}” {said.vi}, không phải {given!r}", f"{at}: “{key}” {said.en}, not {given!r}")


def _keys_beside(where: tuple[str, ...]) -> list[str]:
    """Return the keys that are known at the place of an unknown one."""
    from reportlint.config import schema

    model: Any = schema.ConfigFile
    if where[0] == "rules" and len(where) > 2:
        model = schema.RuleTable
    elif where[0] == "identity" and len(where) > 1:
        model = schema.IdentityTable
    elif where[0] == "overrides" and len(where) > 2:
        model = schema.OverrideTable
    return [info.alias or name for name, info in model.model_fields.items()]


def _guess(word: str, known: Sequence[str]) -> Said:
    from difflib import get_close_matches

    found = get_close_matches(word, known, n=1, cutoff=0.6)
    if not found:
        return Said("", "")
    return Said(f"; có phải “{found[0]}”?", f"; did you mean “{found[0]}”?")


def line_of(text: str, where: Sequence[str]) -> int:
    """Return the line on which a key stands, or that of the nearest table above it; from 1."""
    import re

    best, depth = 1, 0
    table: tuple[str, ...] = ()
    counts: dict[tuple[str, ...], int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[(\[?)([^\]]+)\]", line):
            table = tuple(part.strip().strip("\"'") for part in header[2].split("."))
            if header[1]:
                counts[table] = counts.get(table, -1) + 1
                table = (*table, str(counts[table]))
            path = table
        elif key := re.match(r"\s*([\w.\"'-]+)\s*=", line):
            path = (*table, *(part.strip("\"'") for part in key[1].split(".")))
        else:
            continue
        same = next(
            (i for i, (a, b) in enumerate(zip(path, where, strict=False)) if a != b),
            min(len(path), len(where)),
        )
        if same > depth and same == len(path):
            best, depth = number, same
    return best
