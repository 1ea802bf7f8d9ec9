"""Kind `existence`: wording that must not occur. `words = ["…"]`, or `pattern = "…"` (a regular expression); `case = true`.

A pattern is the unit's own and may be badly written, so it runs in the library `regex`, which can stop: no report, however
long, is kept waiting by one rule. It is imported only for such a rule.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from reportlint.errors import SettingsError
from reportlint.kinds.wording import any_of, occurrences
from reportlint.rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import regex

    from reportlint.facts.block import BlockFacts
    from reportlint.rule import Rule

TIMEOUT = 1.0
"""How long a pattern may look at one paragraph (seconds)."""


def check(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Mark each occurrence; the message may name {found}. Raises `SettingsError` for a pattern that is wrong or does not end."""
    case = bool(rule.params.get("case"))
    if "pattern" in rule.params:
        places = _matches(block, rule, case=case)
    else:
        words = any_of(tuple(rule.params["words"]), case=case)
        places = (m.span() for m in occurrences(block, words, rule.params))
    for start, end in places:
        yield Hit(start, end, {"found": block.text[start:end]})


def _matches(block: BlockFacts, rule: Rule, *, case: bool) -> Iterator[tuple[int, int]]:
    try:
        for match in _compiled(rule.code, rule.params["pattern"], case=case).finditer(
            block.text, timeout=TIMEOUT
        ):
            start, end = match.span()
            if end > start and (rule.params.get("quoted") or not block.quoted(start, end)):
                yield start, end
    except TimeoutError:
        raise SettingsError(
            f"{rule.code}: biểu thức chính quy chạy quá {TIMEOUT:g} giây ở một đoạn; hãy viết lại cho gọn",
            f"{rule.code}: the regular expression ran for more than {TIMEOUT:g} s on one paragraph; make it simpler",
        ) from None


@lru_cache(maxsize=256)
def _compiled(code: str, pattern: str, *, case: bool) -> regex.Pattern[str]:
    import regex

    try:
        return regex.compile(pattern, regex.V0 if case else regex.V0 | regex.IGNORECASE)
    except regex.error as error:
        raise SettingsError(
            f"{code}: biểu thức chính quy viết sai: {error}",
            f"{code}: the regular expression is wrong: {error}",
        ) from None
