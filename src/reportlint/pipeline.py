"""The whole flow: bytes → document → outline → facts, identity → hits → findings → result."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportlint import loaders
from reportlint.facts import read_facts
from reportlint.findings import settle
from reportlint.identity import identify
from reportlint.outline import read_outline
from reportlint.report import Report
from reportlint.result import Result
from reportlint.running import run, selected
from reportlint.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from reportlint.document import Document, Format
    from reportlint.facts.block import BlockFacts
    from reportlint.running import HitMemo

DEFAULT = Settings()


@dataclass
class Memo:
    """What was found in paragraphs read before, for whoever lints the same report again and again: an editor, repairs."""

    facts: dict[tuple[str, str], BlockFacts] = field(default_factory=dict)
    hits: HitMemo = field(default_factory=dict)


def read_report(document: Document, settings: Settings = DEFAULT, memo: Memo | None = None) -> Report:
    """Read outline, facts and identity of a document."""
    outline = read_outline(document)
    facts = read_facts(document, memo.facts if memo else None)
    return Report(document, outline, facts, identify(document, outline, facts, settings), settings)


def lint_document(document: Document, settings: Settings = DEFAULT, memo: Memo | None = None) -> Result:
    """Lint a document already loaded."""
    report = read_report(document, settings, memo)
    hits, unchecked = run(report, selected(settings), memo.hits if memo else None)
    findings, suppressions = settle(hits, report)
    return Result(report, findings, tuple(unchecked), suppressions)


def lint_file(path: str | Path, settings: Settings = DEFAULT) -> Result:
    """Lint a file of any format. Raises `UnreadableError`, naming the file and the cause."""
    return lint_document(loaders.load(path), settings)


def lint_bytes(data: bytes, name: str, settings: Settings = DEFAULT, memo: Memo | None = None) -> Result:
    """Lint the bytes of a file; `name` is shown and tells text formats apart. Raises `UnreadableError`.

    `memo` keeps what was found in paragraphs, for bytes that are linted again with the same settings after a small change.
    """
    return lint_document(loaders.load_bytes(data, name), settings, memo)


def lint(text: str, settings: Settings = DEFAULT, *, format: Format = "md", name: str = "<text>") -> Result:  # noqa: A002
    """Lint a text, Markdown unless `format` is `txt`. Raises `UnreadableError` when it is empty."""
    suffix = {"md": ".md", "txt": ".txt", "html": ".html"}[format]
    return lint_bytes(text.encode("utf-8"), name if name.endswith(suffix) else name + suffix, settings)
