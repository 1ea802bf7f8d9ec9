"""reportlint finds, before a Vietnamese administrative report is signed, what a records officer would send it back for.

>>> import reportlint
>>> result = reportlint.lint_file("bao-cao.docx")
>>> for finding in result.findings:
...     print(finding.code, finding.quote, finding.message)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = [
    "Document", "DocumentBuilder", "Edit", "Finding", "Hit", "Loader", "Look", "Related", "Report", "ReportlintError", "Result",
    "Rule", "Settings", "SettingsError", "Source", "UnreadableError", "__version__", "lint", "lint_bytes", "lint_document",
    "lint_file", "lint_files",
]  # fmt: skip

_HOMES = {
    "Document": "document", "DocumentBuilder": "loaders.builder", "Edit": "rule", "Finding": "findings", "Hit": "rule", "Loader": "plugins",
    "Look": "renderers", "Related": "rule", "Report": "report", "ReportlintError": "errors", "Result": "result", "Rule": "rule",
    "Settings": "settings", "SettingsError": "errors", "Source": "rule", "UnreadableError": "errors", "lint": "pipeline",
    "lint_bytes": "pipeline", "lint_document": "pipeline", "lint_file": "pipeline", "lint_files": "batch",
}  # fmt: skip

if TYPE_CHECKING:
    from reportlint.batch import lint_files
    from reportlint.document import Document
    from reportlint.errors import ReportlintError, SettingsError, UnreadableError
    from reportlint.findings import Finding
    from reportlint.loaders.builder import DocumentBuilder
    from reportlint.pipeline import lint, lint_bytes, lint_document, lint_file
    from reportlint.plugins import Loader
    from reportlint.renderers import Look
    from reportlint.report import Report
    from reportlint.result import Result
    from reportlint.rule import Edit, Hit, Related, Rule, Source
    from reportlint.settings import Settings


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the module holds
    """Import the public names when they are first asked for: `import reportlint` alone must cost nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"reportlint.{_HOMES[name]}"), name)
