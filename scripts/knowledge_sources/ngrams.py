"""Write the n-gram tables: words, sorted keys and counts as little-endian numbers.

A word's number is its place in ``ngram_words.txt``. Bigrams have a row of second words for each first word, and a
table of where each row begins; a trigram's key is ``(place of its first two words among the bigrams) * 2**14 + third``.
"""

from __future__ import annotations

import gzip
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import accumulate
from pathlib import Path
from typing import Any, Literal

from reportlint.knowledge.folding import fold_tone

WORD_BITS = 14
HIGHEST = 65_535


def write_ngrams(data: Path, output: Path) -> None:
    """Write the seven files from ``uni``, ``bi`` and ``tri``."""
    unigrams = read_counts(data / "uni.tsv.gz")
    ids = {words[0]: place for place, words in enumerate(sorted(unigrams))}
    if len(ids) >> WORD_BITS:
        raise ValueError(len(ids))
    (output / "ngram_words.txt").write_text("\n".join(ids), encoding="utf-8")
    write(output / "ngram_word_counts.bin", "I", (unigrams[word,] for word in ids))
    bigrams = {(ids[a], ids[b]): n for (a, b), n in read_counts(data / "bi.tsv.gz").items()}
    places = {pair: place for place, pair in enumerate(sorted(bigrams))}
    sizes = Counter(first for first, _ in bigrams)
    starts = accumulate((sizes[number] for number in range(len(ids))), initial=0)
    write(output / "bigram_starts.bin", "I", starts)
    write(output / "bigram_seconds.bin", "H", (second for _, second in places))
    write_counts(output / "bigram_counts.bin", bigrams)
    trigrams = {
        places[ids[a], ids[b]] << WORD_BITS | ids[c]: n
        for (a, b, c), n in read_counts(data / "tri.tsv.gz").items()
    }
    write(output / "trigram_keys.bin", "I", sorted(trigrams))
    write_counts(output / "trigram_counts.bin", trigrams)


def read_counts(path: Path) -> dict[tuple[str, ...], int]:
    """Return the counts by words."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        pairs = (line.rstrip("\n").split("\t") for line in lines)
        return {tuple(fold_tone(words).split(" ")): int(number) for words, number in pairs}


def write(path: Path, type_code: Literal["I", "H"], numbers: Iterable[int]) -> None:
    """Write numbers of 4 ("I") or 2 ("H") bytes."""
    path.write_bytes(array(type_code, numbers).tobytes())


def write_counts(path: Path, counts: Mapping[Any, int]) -> None:
    """Write 2-byte counts in the order of their sorted keys, none above ``HIGHEST``."""
    write(path, "H", (min(counts[key], HIGHEST) for key in sorted(counts)))
