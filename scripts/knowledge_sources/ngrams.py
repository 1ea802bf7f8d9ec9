"""Write the n-gram tables: words, sorted keys and counts as little-endian numbers.

A word's number is its place in ``ngram_words.txt``. A bigram's key is ``first * 2**14 + second``; a
trigram's is ``(place of its first two words among the bigrams) * 2**14 + third``.
"""

from __future__ import annotations

import gzip
from array import array
from pathlib import Path

from reportlint.knowledge.folding import fold_tone

WORD_BITS = 14
HIGHEST = 65_535


def write_ngrams(data: Path, output: Path) -> None:
    """Write the six files from ``uni``, ``bi`` and ``tri``."""
    unigrams = read_counts(data / "uni.tsv.gz")
    ids = {words[0]: place for place, words in enumerate(sorted(unigrams))}
    if len(ids) >> WORD_BITS:
        raise ValueError(len(ids))
    (output / "ngram_words.txt").write_text("\n".join(ids), encoding="utf-8")
    (output / "ngram_word_counts.bin").write_bytes(array("I", [unigrams[word,] for word in ids]).tobytes())
    bigrams = {ids[a] << WORD_BITS | ids[b]: n for (a, b), n in read_counts(data / "bi.tsv.gz").items()}
    places = {key: place for place, key in enumerate(sorted(bigrams))}
    trigrams = {
        places[ids[a] << WORD_BITS | ids[b]] << WORD_BITS | ids[c]: n
        for (a, b, c), n in read_counts(data / "tri.tsv.gz").items()
    }
    write_table(bigrams, output, "bigram")
    write_table(trigrams, output, "trigram")


def read_counts(path: Path) -> dict[tuple[str, ...], int]:
    """Return the counts by words."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        pairs = (line.rstrip("\n").split("\t") for line in lines)
        return {tuple(fold_tone(words).split(" ")): int(number) for words, number in pairs}


def write_table(counts: dict[int, int], output: Path, name: str) -> None:
    """Write sorted 4-byte keys, and 2-byte counts in the same order, none above ``HIGHEST``."""
    keys = sorted(counts)
    (output / f"{name}_keys.bin").write_bytes(array("I", keys).tobytes())
    (output / f"{name}_counts.bin").write_bytes(
        array("H", [min(counts[key], HIGHEST) for key in keys]).tobytes()
    )
