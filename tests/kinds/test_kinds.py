"""Each kind marks what its parameters say, on rules made here as a pack would make them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from reportlint.errors import SettingsError
from reportlint.facts.block import BlockFacts
from reportlint.kinds import existence
from reportlint.packs import compiled
from reportlint.testing import assert_rule, try_example

if TYPE_CHECKING:
    from pathlib import Path

    from reportlint.rule import Rule

HEAD = """
[[rule]]
code = "MY001"
name = "own-rule"
title = "t"
title_en = "t"
message = "“{found}”"
message_en = "“{found}”"
why = "w"
remedy = "r"
severity = "warning"
certainty = "certain"
normativity = "tập quán"
regimes = ["any"]
"""


def rule(folder: Path, rest: str) -> Rule:
    """Return the rule of a pack."""
    path = folder / "p.toml"
    path.write_text(HEAD + rest, "utf-8")
    (made,), _ = compiled(path)
    return made


SUBSTITUTION = 'check = "kinds.substitution:check"\nscope = "block"\nfix = "ask"\nparams = { pairs = [["phòng nội vụ", "Phòng Nội vụ"]] }'
EXISTENCE = (
    'check = "kinds.existence:check"\nscope = "block"\nparams = { words = ["cơ bản đạt", "nhìn chung"] }'
)
PATTERN = 'check = "kinds.existence:check"\nscope = "block"\nparams = { pattern = "v\\\\.v+" }'
REQUIRED = 'check = "kinds.required:check"\nparams = { words = ["Kiến nghị", "Đề xuất"] }'
CONSISTENCY = 'check = "kinds.consistency:check"\nparams = { forms = [["axit", "a-xít"]] }'


@pytest.mark.parametrize(
    ("rest", "example"),
    [
        (SUBSTITUTION, {"text": "Giao ⟦phòng nội vụ⟧ theo dõi.", "fixed": "Giao Phòng Nội vụ theo dõi."}),
        (SUBSTITUTION, {"text": "Giao Phòng Nội vụ và “phòng nội vụ” theo dõi."}),
        (SUBSTITUTION, {"text": "Văn phòng nội vụviên."}),
        (EXISTENCE, {"text": "⟦Nhìn chung⟧ các xã ⟦cơ bản đạt⟧ yêu cầu."}),
        (PATTERN, {"text": "Đường, điện ⟦v.vv⟧ đã xong."}),
        (REQUIRED, {"text": "⟦⟧Các xã đã tổ chức hội nghị."}),
        (REQUIRED, {"text": "Các xã có đề xuất như sau."}),
        (CONSISTENCY, {"text": "Kho axit, thùng axit và can ⟦a-xít⟧."}),
        (CONSISTENCY, {"text": "Kho axit, thùng axit."}),
    ],
)
def test_kind(tmp_path: Path, rest: str, example: dict[str, Any]) -> None:
    outcome = try_example(rule(tmp_path, rest), example)
    assert outcome.passed, outcome


def test_assert_rule_takes_a_rule_of_ones_own(tmp_path: Path) -> None:
    made = rule(tmp_path, EXISTENCE)
    assert_rule("MY001", made, {"bad": [{"text": "⟦Nhìn chung⟧ đạt."}], "good": [{"text": "Đạt."}]})
    with pytest.raises(AssertionError, match="MY001"):
        assert_rule("MY001", made, {"bad": [{"text": "Nhìn ⟦chung⟧ đạt."}]})


def own(tmp_path: Path, pattern: str) -> Rule:
    """Return a rule with a pattern of its own."""
    return rule(
        tmp_path, f"check = 'kinds.existence:check'\nscope = 'block'\n[rule.params]\npattern = '{pattern}'\n"
    )


def test_a_pattern_that_does_not_end_is_stopped(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"MY001.*1 giây"):
        list(existence.check(BlockFacts("a" * 60 + "b"), own(tmp_path, "(a|a|aa)+$")))


def test_a_pattern_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"MY001.*viết sai"):
        list(existence.check(BlockFacts("a"), own(tmp_path, "(a")))
