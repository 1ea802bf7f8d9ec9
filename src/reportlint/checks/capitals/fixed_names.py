"""VH011: names and acronyms that have one spelling everywhere: COVID-19, VNeID, OCOP; tiếng Anh, Quốc tế Lao động, Lênin."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reportlint.checks.capitals.words import gap
from reportlint.patterns import in_address
from reportlint.rule import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.facts.block import BlockFacts
    from reportlint.rule import Rule

_OTHER_BEFORE = frozenset({"nổi", "danh", "lên", "có", "mang", "tai", "uy", "giọng"})
_OTHER_BEHIND = frozenset({"hùng", "em", "chị", "dũng", "luật", "lý", "ký", "lâm"})
"""Words around `tiếng anh` that part it: `nổi tiếng | anh hùng`."""
_LENIN = frozenset({("lê", "nin"), ("lên", "nin")})


def spelled_otherwise(block: BlockFacts, rule: Rule) -> Iterable[Hit]:
    """Report names in other capitals than theirs; addresses and quotations are left alone.

    `params.names`: one word in small letters → as it is written. `params.phrases`: several words, as they are written; the
    first of them may begin a sentence.
    """
    names = rule.params["names"]
    for i in block.where(names):
        right, start = names[block.folded[i]], block.start(i)
        end = start + len(right)
        found = block.text[start:end]
        if found in {right, right.upper()} or found.lower() != right.lower():
            continue
        if not (
            block.text[end : end + 1].isalnum() or in_address(block.text, start) or block.quoted(start, end)
        ):
            yield Hit(start, end, {"found": found, "right": right}, (Edit(start, end, right),))
    yield from _phrases(block, rule.params["phrases"])
    if "nin" in block.folded:
        yield from _lenin(block)


def _phrases(block: BlockFacts, phrases: tuple[str, ...] | list[str]) -> Iterator[Hit]:
    by_first = _by_first(tuple(phrases))
    for i in block.where(by_first):
        for right in by_first[block.folded[i]]:
            end = i + len(right)
            if block.folded[i:end] != tuple(map(str.lower, right)) or _parted(block, i, end):
                continue
            written = block.written[i:end]
            wrong = [k for k in range(1, len(right)) if written[k] != right[k] and not written[k].isupper()]
            if wrong and not block.quoted(block.start(i), block.end(end - 1)):
                edits = tuple(Edit(block.start(i + k), block.start(i + k) + 1, right[k][0]) for k in wrong)
                args = {
                    "found": block.text[block.start(i) : block.end(end - 1)],
                    "right": " ".join([written[0], *right[1:]]),
                }
                yield Hit(block.start(i + wrong[0]), block.end(i + wrong[-1]), args, edits, cause="capital")


@cache
def _by_first(phrases: tuple[str, ...]) -> dict[str, list[tuple[str, ...]]]:
    """Map the first word of each phrase, in small letters, to the words of those that begin with it."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split(" "))
        found.setdefault(words[0].lower(), []).append(words)
    return found


def _parted(block: BlockFacts, i: int, end: int) -> bool:
    """Tell whether a mark stands inside, or a word beside it belongs to one of the words."""
    if any(gap(block, k) != " " for k in range(i + 1, end)):
        return True
    if i and gap(block, i) == " " and block.folded[i - 1] in _OTHER_BEFORE:
        return True
    return end < len(block.folded) and gap(block, end) == " " and block.folded[end] in _OTHER_BEHIND


def _lenin(block: BlockFacts) -> Iterator[Hit]:
    """Yield Lê nin, Lê Nin, Lên nin and Lê-Nin; both Lênin and Lê-nin are in use."""
    for k in block.where({"nin"}):
        if not k or block.folded[k - 1 : k + 1] not in _LENIN or not block.written[k - 1].istitle():
            continue
        start, end = block.start(k - 1), block.end(k)
        between = gap(block, k)
        found = block.text[start:end]
        right = "Lê-nin" if between == "-" and block.folded[k - 1] == "lê" else "Lênin"
        if between in {" ", "-"} and found != right and not block.quoted(start, end):
            yield Hit(start, end, {"found": found, "right": right}, (Edit(start, end, right),), cause="word")
