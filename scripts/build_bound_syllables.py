"""Write which syllables legal texts nearly always put before or behind another: `trung` before `ương`, `ương` behind it.

The checks of spelling read the list: a stranger that looks like the partner and stands in its place is a slip. Run after
the n-grams are built anew.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from reportlint.knowledge import ngrams  # noqa: E402

TARGET = ROOT / "src" / "reportlint" / "checks" / "spelling" / "bound_syllables.txt"
MIN_SYLLABLE, MIN_PAIR, MIN_SHARE = 200, 100, 0.5
"""How often a syllable and a pair must be seen, and what share of the syllable's places the pair must hold."""
_HEAD = (
    "# Syllables and the partners that legal texts put before (<) or behind (>) them in at least half of their places.\n"
    "# Written by scripts/build_bound_syllables.py.\n"
)


def main() -> None:
    """Write the list."""
    table, counts, words = ngrams._pairs(), ngrams.counts(), list(ngrams._words()[0])  # noqa: SLF001
    firsts = (word for word, row in enumerate(pairwise(table.starts)) for _ in range(*row))
    partners: dict[tuple[int, str], list[tuple[int, int]]] = defaultdict(list)
    for first, second, count in zip(firsts, table.seconds, table.counts, strict=True):
        if count >= MIN_PAIR:
            for word, sign, other in ((second, "<", first), (first, ">", second)):
                if counts[word] >= MIN_SYLLABLE and count >= MIN_SHARE * counts[word]:
                    partners[word, sign].append((count, other))
    lines = [
        f"{words[word]}{sign}{' '.join(words[other] for _, other in sorted(found, reverse=True))}\n"
        for (word, sign), found in sorted(partners.items())
    ]
    TARGET.write_text(_HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
