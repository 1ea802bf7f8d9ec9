"""Starts sessions: one over standard input and output, or one for each connection on loopback."""

from __future__ import annotations

import gc
import os
import socket
import sys
import threading
from typing import TYPE_CHECKING, Any, BinaryIO

from reportlint.lsp import (
    actions,
    commands,
    diagnostics,
    hover,
    lifecycle,
    navigation,
    structure,
    workspace_diagnostics,
)
from reportlint.lsp.jsonrpc import Channel
from reportlint.lsp.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlint.lsp.jsonrpc import Json

LOOPBACK = "127.0.0.1"
HANDLERS: dict[str, Callable[[Session, Json], Any]] = {
    "initialize": lifecycle.initialize,
    "initialized": lifecycle.initialized,
    "shutdown": lifecycle.shutdown,
    "exit": lifecycle.leave,
    "textDocument/didOpen": lifecycle.did_open,
    "textDocument/didChange": lifecycle.did_change,
    "textDocument/didSave": lifecycle.did_save,
    "textDocument/didClose": lifecycle.did_close,
    "workspace/didChangeConfiguration": lifecycle.did_change_configuration,
    "workspace/didChangeWatchedFiles": lifecycle.did_change_watched_files,
    "workspace/didChangeWorkspaceFolders": lifecycle.did_change_folders,
    "textDocument/diagnostic": diagnostics.pull,
    "reportlint/push": diagnostics.push,
    "reportlint/finish": diagnostics.finish,
    "workspace/diagnostic": workspace_diagnostics.workspace_diagnostics,
    "textDocument/codeAction": actions.code_actions,
    "textDocument/hover": hover.hover,
    "textDocument/documentSymbol": structure.symbols,
    "textDocument/foldingRange": structure.folding,
    "textDocument/definition": navigation.definition,
    "textDocument/references": navigation.references,
    "textDocument/documentHighlight": navigation.highlights,
    "textDocument/documentLink": navigation.document_links,
    "textDocument/inlayHint": navigation.inlay_hints,
    "workspace/executeCommand": commands.execute,
}


def serve_stdio() -> int:
    """Serve one client over standard input and output. Return the exit code."""
    calm_collector()
    reader = os.fdopen(os.dup(sys.stdin.fileno()), "rb")
    return serve(reader, _guarded_stdout())


def serve(reader: BinaryIO, writer: BinaryIO) -> int:
    """Serve one client over two streams. Return the exit code."""
    return Session(Channel(reader, writer), HANDLERS).serve()


def serve_tcp(port: int, ready: Callable[[int], None]) -> int:
    """Serve every client that connects to a port of loopback, each in a session of its own, until interrupted.

    Args:
        port: 0 for any that is free.
        ready: called with the port once connections are taken.
    """
    calm_collector()
    with socket.create_server((LOOPBACK, port)) as listener:
        ready(listener.getsockname()[1])
        try:
            while True:
                connection, _ = listener.accept()
                threading.Thread(target=_serve_connection, args=(connection,), daemon=True).start()
        except KeyboardInterrupt:
            return 0


def calm_collector() -> None:
    """Let the garbage collector of this process look rarely: what is kept of a long report is much and holds no cycles."""
    gc.set_threshold(200_000, 50, 100)


def _serve_connection(connection: socket.socket) -> None:
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    with connection, connection.makefile("rb") as reader, connection.makefile("wb") as writer:
        serve(reader, writer)


def _guarded_stdout() -> BinaryIO:
    """Return the standard output for messages alone: whatever else is printed goes to the standard error."""
    writer = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return writer
