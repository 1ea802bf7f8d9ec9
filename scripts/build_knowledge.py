"""Build the generated files of ``reportlint.knowledge`` from the shared source data.

Run ``python scripts/build_knowledge.py [SOURCE_DIR]``; SOURCE_DIR holds ``registry.csv`` and
``data/``, by default ``../shared`` next to the project. What each output holds and under which
licence its sources are is told in ``src/reportlint/knowledge/data/README.md``.
"""

from __future__ import annotations

import csv
import gzip
import io
import sys
from collections import defaultdict
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(PROJECT / "src"), str(PROJECT / "scripts")]

from knowledge_sources.ngrams import write_ngrams  # noqa: E402
from knowledge_sources.registry import write_registry  # noqa: E402
from knowledge_sources.units import write_units  # noqa: E402

from reportlint.knowledge.syllables import CONSONANTS  # noqa: E402

OUTPUT = PROJECT / "src" / "reportlint" / "knowledge" / "data"


def main(source: Path) -> None:
    """Write every generated file and report its size."""
    data = source / "data"
    syllables = write_syllables(data)
    write_units(read_csv(data / "units_old.csv.gz"), read_csv(data / "units_new.csv.gz"), syllables, OUTPUT)
    write_registry(read_csv(source / "registry.csv"), read_csv(data / "legal_registry.csv"), OUTPUT)
    write_expansions(data)
    write_ngrams(data, OUTPUT)
    for path in sorted(OUTPUT.iterdir()):
        print(f"{path.stat().st_size:>9} {path.name}")


def read_csv(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file, gzipped or not."""
    content = path.read_bytes()
    text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def write_syllables(data: Path) -> frozenset[str]:
    """Write the syllables by what follows the first consonants: `consonants TAB rhymes`, one line for rhymes that take the same."""
    found = frozenset((data / "syllables.txt").read_text(encoding="utf-8").split())
    beginnings: dict[str, list[str]] = defaultdict(list)
    for syllable in sorted(found):
        rhyme = syllable.lstrip(CONSONANTS)
        beginnings[rhyme].append(syllable[: len(syllable) - len(rhyme)])
    rhymes: dict[str, list[str]] = defaultdict(list)
    for rhyme, taken in sorted(beginnings.items()):
        rhymes[" ".join(sorted(taken))].append(rhyme)
    lines = [f"{taken}\t{' '.join(alike)}\n" for taken, alike in sorted(rhymes.items())]
    (OUTPUT / "syllables.tsv").write_text("".join(lines), encoding="utf-8")
    return found


def write_expansions(data: Path) -> None:
    """Keep the expansions of abbreviations written in capitals, several split by commas."""
    kept = []
    for line in (data / "abbreviations.txt").read_text(encoding="utf-8").splitlines():
        short, _, long = line.partition(":")
        meanings = [" ".join(part.split()) for part in long.split(",")]
        if short != short.lower() and any(meanings):
            kept.append(f"{short.strip()}\t{';'.join(filter(None, meanings))}")
    (OUTPUT / "expansions.tsv").write_text("\n".join(sorted(set(kept))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT.parent / "shared")
