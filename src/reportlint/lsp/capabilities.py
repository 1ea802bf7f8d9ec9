"""What the server says it can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlint.lsp.jsonrpc import Json
    from reportlint.lsp.positions import Encoding

INCREMENTAL = 2
COMMANDS = (
    "reportlint.fixAll",
    "reportlint.cites",
    "reportlint.suppress",
    "reportlint.rulePage",
    "reportlint.checkFile",
)
ACTION_KINDS = ("quickfix", "source.fixAll.reportlint")


def server_capabilities(encoding: Encoding) -> Json:
    """Return the capabilities of LSP 3.17."""
    return {
        "positionEncoding": encoding,
        "textDocumentSync": {"openClose": True, "change": INCREMENTAL, "save": {"includeText": False}},
        "diagnosticProvider": {
            "identifier": "reportlint",
            "interFileDependencies": False,
            "workspaceDiagnostics": True,
            "workDoneProgress": True,
        },
        "codeActionProvider": {"codeActionKinds": list(ACTION_KINDS), "resolveProvider": False},
        "hoverProvider": True,
        "documentSymbolProvider": {"label": "reportlint"},
        "definitionProvider": True,
        "referencesProvider": True,
        "documentHighlightProvider": True,
        "documentLinkProvider": {"resolveProvider": False},
        "foldingRangeProvider": True,
        "inlayHintProvider": {"resolveProvider": False},
        "executeCommandProvider": {"commands": list(COMMANDS), "workDoneProgress": True},
        "workspace": {"workspaceFolders": {"supported": True, "changeNotifications": True}},
    }
