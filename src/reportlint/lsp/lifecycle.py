"""Beginning and end of a session, open texts, changes of configuration."""

from __future__ import annotations

import os
import threading
import time
from typing import TYPE_CHECKING, Any

import reportlint
from reportlint.config.discovery import NAMES
from reportlint.lsp.capabilities import server_capabilities
from reportlint.lsp.jsonrpc import INVALID_PARAMS, RpcError
from reportlint.lsp.options import Options, read_options
from reportlint.lsp.positions import negotiated
from reportlint.lsp.session import MESSAGE_WARNING
from reportlint.lsp.texts import changed, opened
from reportlint.lsp.workspace import uri_in

if TYPE_CHECKING:
    from reportlint.lsp.jsonrpc import Json
    from reportlint.lsp.session import Session

PARENT_CHECK = 5.0
"""Seconds between two looks whether the editor still lives."""


def initialize(session: Session, params: Json) -> Json:
    """Take what the client can and wants; say what we can."""
    capabilities = params.get("capabilities")
    session.client = capabilities if isinstance(capabilities, dict) else {}
    session.workspace.encoding = negotiated(session.client)
    folders = params.get("workspaceFolders") or (
        [{"uri": params["rootUri"]}] if params.get("rootUri") else []
    )
    session.root_uris = [f["uri"] for f in folders if isinstance(f, dict) and isinstance(f.get("uri"), str)]
    lang = "en" if str(params.get("locale") or "").startswith("en") else "vi"
    options, _ = read_options(params.get("initializationOptions"), Options(lang=lang))
    session.workspace.configure(options)
    refreshes = session.can("workspace", "diagnostics", "refreshSupport")
    session.workspace.quick = bool(refreshes or session.can("textDocument", "diagnostic") is None)
    session.state = "running"
    _watch_parent(params.get("processId"))
    return {
        "capabilities": server_capabilities(session.workspace.encoding),
        "serverInfo": {"name": "reportlint", "version": reportlint.__version__},
    }


def initialized(session: Session, _params: Json) -> None:
    """Ask to be told of changes to configuration files, and for the editor's settings."""
    if session.can("workspace", "didChangeWatchedFiles", "dynamicRegistration"):
        watchers = [{"globPattern": f"**/{name}"} for name in NAMES]
        _register(session, "workspace/didChangeWatchedFiles", {"watchers": watchers})
    if session.can("workspace", "didChangeConfiguration", "dynamicRegistration"):
        _register(session, "workspace/didChangeConfiguration", {"section": "reportlint"})
    if session.can("workspace", "configuration"):
        _pull_options(session)


def shutdown(session: Session, _params: Json) -> None:
    """Stop to answer."""
    session.state = "shut down"


def leave(session: Session, _params: Json) -> None:
    """End the session: orderly when `shutdown` came before."""
    session.exit_code = 0 if session.state == "shut down" else 1
    session.state = "gone"


def did_open(session: Session, params: Json) -> None:
    """Open a text and publish its findings at once."""
    item = params.get("textDocument")
    if not isinstance(item, dict):
        raise RpcError(INVALID_PARAMS, "textDocument is missing")
    text = opened(item, session.workspace.encoding)
    session.workspace.put(text)
    session.workspace.out_of_step.discard(text.uri)
    session.handlers["reportlint/push"](session, {"uri": text.uri})


def did_change(session: Session, params: Json) -> None:
    """Apply changes. One that is older than what we have, or makes no sense, is refused as a whole."""
    workspace = session.workspace
    text = workspace.text(params)
    version, changes = params["textDocument"].get("version"), params.get("contentChanges")
    if not isinstance(version, int):
        version = text.version + 1
    if version <= text.version:
        workspace.out_of_step.add(text.uri)
        raise RpcError(
            INVALID_PARAMS, f"version {version} of {text.uri} came after {text.version}: change refused"
        )
    try:
        workspace.put(changed(text, version, changes if isinstance(changes, list) else []))
    except RpcError:
        workspace.out_of_step.add(text.uri)
        raise
    if isinstance(changes, list) and changes and changes[-1].get("range") is None:
        workspace.out_of_step.discard(text.uri)  # the whole text came: we know again what the editor has
    session.later("push", text.uri, workspace.options.debounce)


def did_save(session: Session, params: Json) -> None:
    """Publish at once."""
    text = session.workspace.text(params)
    session.handlers["reportlint/push"](session, {"uri": text.uri})
    session.handlers["reportlint/finish"](session, {"uri": text.uri})


def did_close(session: Session, params: Json) -> None:
    """Forget a text and take its findings away."""
    uri = uri_in(params)
    session.workspace.drop(uri)
    session.not_later("push", uri)
    session.not_later("finish", uri)
    session.handlers["reportlint/push"](session, {"uri": uri})


def did_change_configuration(session: Session, params: Json) -> None:
    """Take new settings: those sent along, or those the client gives when asked."""
    if session.can("workspace", "configuration"):
        _pull_options(session)
        return
    given = params.get("settings")
    _take_options(session, given.get("reportlint", given) if isinstance(given, dict) else None)


def did_change_watched_files(session: Session, _params: Json) -> None:
    """A configuration file has changed: read them again."""
    _take_options(session, None)


def did_change_folders(session: Session, params: Json) -> None:
    """Folders were added to the workspace or taken out of it."""
    event = params.get("event") or {}
    removed = {f.get("uri") for f in event.get("removed", ())}
    added = [f["uri"] for f in event.get("added", ()) if isinstance(f.get("uri"), str)]
    session.root_uris = [uri for uri in session.root_uris if uri not in removed] + added


def _pull_options(session: Session) -> None:
    def take(answer: Any) -> None:  # noqa: ANN401 - the client's answer
        _take_options(session, answer[0] if isinstance(answer, list) and answer else None)

    session.ask("workspace/configuration", {"items": [{"section": "reportlint"}]}, take)


def _take_options(session: Session, given: object) -> None:
    """Use new options, and let all findings be shown anew."""
    options, wrong = read_options(given, session.workspace.options)
    session.workspace.configure(options)
    for key in wrong:
        session.log(f"reportlint: tùy chọn “{key}” có giá trị không hợp lệ, được bỏ qua", MESSAGE_WARNING)
    if session.can("workspace", "diagnostics", "refreshSupport"):
        session.ask("workspace/diagnostic/refresh", None, lambda _answer: None)
    if session.can("workspace", "inlayHint", "refreshSupport"):
        session.ask("workspace/inlayHint/refresh", None, lambda _answer: None)
    for uri in session.workspace.texts:
        session.handlers["reportlint/push"](session, {"uri": uri})


def _register(session: Session, method: str, options: Json) -> None:
    registration = {"id": f"reportlint/{method}", "method": method, "registerOptions": options}
    session.ask("client/registerCapability", {"registrations": [registration]}, lambda _answer: None)


def _watch_parent(process: object) -> None:
    """End this process when the editor that started it is gone without saying so."""
    if (
        not isinstance(process, int) or process != os.getppid()
    ):  # another session's parent is not ours to watch
        return

    def watch() -> None:
        while os.getppid() == process:
            time.sleep(PARENT_CHECK)
        os._exit(1)

    threading.Thread(target=watch, name="reportlint-lsp-parent", daemon=True).start()
