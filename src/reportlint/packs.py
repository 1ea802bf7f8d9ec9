"""Packs: TOML files of rules, checked with pydantic. Errors name the file, the rule and the line.

Only for building the catalogue, for packs of the user, and for tests: the fast path reads the compiled catalogue.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from reportlint.errors import SettingsError
from reportlint.rule import Rule, Source
from reportlint.said import Said

_CODE = r"^[A-Z]{2}\d{3}$"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PackSource(_Strict):
    """Where a rule comes from: norm id and clause; days (ISO) between which it binds."""

    norm: str = ""
    clause: str = ""
    since: str = Field(default="", pattern=r"^(\d{4}-\d\d-\d\d)?$")
    until: str = Field(default="", pattern=r"^(\d{4}-\d\d-\d\d)?$")


class PackText(_Strict):
    """A message in both languages."""

    message: str
    message_en: str = ""


class PackExample(_Strict):
    """An example: a text with the faults between ⟦ and ⟧ (none in a good one), and what the fix makes of it."""

    text: str
    fixed: str | None = None
    why: str = ""
    why_en: str = ""
    format: Literal["txt", "md"] = "txt"
    given: dict[str, str] = Field(default_factory=dict)
    layout: dict[str, Any] | None = None
    """What departs from the decree's layout, for a text as if read from a Word file (`testing_layout`)."""


class PackRule(_Strict):
    """A rule as a pack writes it."""

    code: str = Field(pattern=_CODE)
    name: str = Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
    title: str
    title_en: str
    message: str
    message_en: str
    why: str
    why_en: str = ""
    remedy: str
    remedy_en: str = ""
    severity: Literal["error", "warning", "info"]
    certainty: Literal["certain", "heuristic"]
    fix: Literal["safe", "ask", "never"] = "never"
    normativity: Literal["phải", "nên", "tập quán"]
    source: PackSource = PackSource()
    check: str = Field(pattern=r"^[a-z_.]+:[a-z_0-9]+$")
    scope: Literal["report", "block"] = "report"
    regimes: tuple[str, ...] = ("nd30",)
    kinds: tuple[str, ...] = ("any",)
    formats: tuple[str, ...] = ()
    enabled: bool = True
    params: dict[str, Any] = Field(default_factory=dict)
    variants: dict[str, PackText] = Field(default_factory=dict)
    bad: tuple[PackExample, ...] = ()
    good: tuple[PackExample, ...] = ()

    @model_validator(mode="after")
    def _habit_or_law(self) -> PackRule:
        if self.normativity != "tập quán" and not self.source.norm:
            message = "a rule that is no habit (tập quán) needs a source"
            raise ValueError(message)
        return self


class Pack(_Strict):
    """A file of rules."""

    rule: tuple[PackRule, ...]


FORM_FAULTS = {
    "string_type": Said("cần là chuỗi ký tự", "must be a string"),
    "list_type": Said("cần là danh sách [ … ]", "must be a list [ … ]"),
    "bool_type": Said("cần là true hoặc false", "must be true or false"),
    "dict_type": Said("cần là một bảng", "must be a table"),
    "model_type": Said("cần là một bảng", "must be a table"),
    "date_type": Said("cần là ngày, như 2024-06-30", "must be a day, as 2024-06-30"),
    "missing": Said("còn thiếu", "is missing"),
    "too_short": Said("không được để trống", "must not be empty"),
    "extra_forbidden": Said("không có trong quy tắc", "is no key of a rule"),
    "string_pattern_mismatch": Said("viết không đúng dạng", "has the wrong form"),
    "literal_error": Said("không nhận giá trị này", "does not take this value"),
}
"""What pydantic calls an error, as people are told it."""


def read_pack(path: Path) -> Pack:
    """Read and check one pack. Raises `SettingsError` naming file, rule and line."""
    text = path.read_text("utf-8")
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(
            f"{path}: không phải TOML hợp lệ: {error}", f"{path}: no valid TOML: {error}"
        ) from error
    try:
        return Pack.model_validate(data)
    except ValidationError as error:
        said = [_explain(path, text, data, e) for e in error.errors()]
        raise SettingsError("\n".join(s.vi for s in said), "\n".join(s.en for s in said)) from error


PAGE_FIELDS = ("why", "why_en", "remedy", "remedy_en")
"""What only people read of a rule."""
EXAMPLE_FIELDS = ("bad", "good")
"""What shows and tests it; the rest is what a run needs."""


def compiled(path: Path) -> tuple[tuple[Rule, ...], dict[str, dict[str, Any]]]:
    """Return the rules of a user's pack, and their pages and examples by code. Raises `SettingsError`."""
    try:
        pack = read_pack(path)
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{path}: không đọc được bộ quy tắc ({error})", f"{path}: the pack cannot be read ({error})"
        ) from error
    return tuple(map(_rule, pack.rule)), {
        rule.code: rule.model_dump(include={*PAGE_FIELDS, *EXAMPLE_FIELDS}, exclude_defaults=True)
        for rule in pack.rule
    }


def _rule(entry: PackRule) -> Rule:
    fields = entry.model_dump(exclude={*PAGE_FIELDS, *EXAMPLE_FIELDS, "source", "variants"})
    return Rule(
        **fields,
        source=Source(**entry.source.model_dump()),
        variants={key: (text.message, text.message_en) for key, text in entry.variants.items()},
    )


def _explain(path: Path, text: str, data: dict[str, Any], error: Any) -> Said:  # noqa: ANN401 - pydantic's own shape
    """Say where one error stands: the line of the rule's code, and of its key when it is there."""
    where = error["loc"]
    line, rule = 1, ""
    if len(where) > 1 and where[0] == "rule":
        starts = [m.start() for m in re.finditer(r"^\[\[rule\]\]", text, re.MULTILINE)]
        start = starts[where[1]] if where[1] < len(starts) else 0
        rule = data["rule"][where[1]].get("code", str(where[1] + 1))
        key = (
            re.compile(rf"^{re.escape(str(where[2]))}\b", re.MULTILINE).search(text, start)
            if len(where) > 2
            else None
        )
        line = text.count("\n", 0, key.start() if key else start) + 1
    name = ".".join(str(part) for part in where[2:])
    said = FORM_FAULTS.get(error["type"], Said(error["msg"], error["msg"]))
    return Said(
        f"{path}:{line}: quy tắc {rule}, khóa “{name}” {said.vi}",
        f"{path}:{line}: rule {rule}, key “{name}” {said.en}",
    )
