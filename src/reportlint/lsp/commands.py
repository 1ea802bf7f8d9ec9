"""`workspace/executeCommand`: fix all, documents cited, suppress with a reason, page of a rule, check a file of any format."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportlint import catalogue
from reportlint.errors import ReportlintError
from reportlint.lsp.actions import finding_at, safe_edits, suppression, word, workspace_edit
from reportlint.lsp.citations_at import symbol_range
from reportlint.lsp.jsonrpc import INVALID_PARAMS, REQUEST_FAILED, RpcError
from reportlint.lsp.progress import Progress
from reportlint.lsp.replacement import replacement_of
from reportlint.lsp.rule_page import whole
from reportlint.lsp.uris import path_of, uri_of
from reportlint.pipeline import lint_file

if TYPE_CHECKING:
    from reportlint.lsp.analysis import Analysis
    from reportlint.lsp.jsonrpc import Json
    from reportlint.lsp.session import Session


def execute(session: Session, params: Json) -> Any:  # noqa: ANN401 - each command has its own answer
    """Run a command of `capabilities.COMMANDS`."""
    command, arguments = params.get("command"), params.get("arguments") or []
    run = _COMMANDS.get(command) if isinstance(command, str) else None
    if run is None or not isinstance(arguments, list):
        raise RpcError(INVALID_PARAMS, f"no command {command!r}")
    return run(session, arguments, params)


def _fix_all(session: Session, arguments: list[Any], _params: Json) -> Json:
    """Apply all safe fixes of a text. Argument: its address. Answers how many edits were sent."""
    analysis = session.workspace.finish(_analysis(session, arguments).text)
    edits = safe_edits(analysis)
    if edits:
        _apply(session, analysis, edits, word(session, "all"))
    return {"edits": len(edits)}


def _suppress(session: Session, arguments: list[Any], _params: Json) -> Json:
    """Write a comment to the linter. Arguments: address, code, position of the finding, reason."""
    analysis = _analysis(session, arguments)
    code, position, reason = (*arguments[1:4], None, None, None)[:3]
    if not isinstance(reason, str) or not reason.strip():
        raise RpcError(INVALID_PARAMS, "a reason is needed")
    finding = finding_at(analysis, code, position)
    edits = suppression(analysis, finding, reason)
    if edits is None:
        raise RpcError(REQUEST_FAILED, f"a {analysis.document.format} file has no comments")
    _apply(session, analysis, edits, word(session, "suppress", code=finding.code))
    return {"edits": len(edits)}


def _cites(session: Session, arguments: list[Any], _params: Json) -> list[Json]:
    """List the documents that a text cites, each with its mentions. Argument: the address of the text."""
    analysis = _analysis(session, arguments)
    if analysis.result is None:
        return []
    return [
        {
            "document": f"{d.first.type} {d.first.symbol}".strip(),
            "date": next((m.date.text for m in d.mentions if m.date), None),
            "mentions": [{"uri": analysis.text.uri, "range": symbol_range(analysis, m)} for m in d.mentions],
        }
        for d in analysis.result.report.facts.cited
    ]


def _rule_page(session: Session, arguments: list[Any], _params: Json) -> Json:
    """Show the page of a rule: the client opens a file of ours where it can. Answers the Markdown.

    Arguments: the code; false when the client shows the page itself.
    """
    code = arguments[0] if arguments else None
    rule = catalogue.by_code().get(code) if isinstance(code, str) else None
    if rule is None:
        raise RpcError(INVALID_PARAMS, f"no rule {code!r}")
    text = whole(rule, session.workspace.options.lang)
    if session.can("window", "showDocument", "support") and arguments[1:] != [False]:
        path = Path(tempfile.mkdtemp(prefix="reportlint-")) / f"{rule.code}.md"
        path.write_text(text, encoding="utf-8")
        session.ask("window/showDocument", {"uri": uri_of(path), "takeFocus": True}, lambda _answer: None)
    return {"code": rule.code, "markdown": text}


def _check_file(session: Session, arguments: list[Any], params: Json) -> Json:
    """Check a file of any format, such as .docx.

    Arguments: its address; for a copy, the address of the file whose configuration holds.

    Answers its entry of the JSON output, in which a source has the name of the norm, and a fix what it puts in place of
    what: `offset` counts from the start of the quote, in code points.
    """
    path = path_of(arguments[0]) if arguments and isinstance(arguments[0], str) else None
    if path is None:
        raise RpcError(INVALID_PARAMS, "a file address is needed")
    english = session.workspace.options.lang == "en"
    progress = Progress(session, params, f"{'Checking' if english else 'Kiểm tra'} {path.name}")
    try:
        result = lint_file(path, session.workspace.settings(str(arguments[-1])))
    except ReportlintError as error:
        raise RpcError(REQUEST_FAILED, error.said(session.workspace.options.lang)) from error
    finally:
        progress.end("")
    entry = result.to_dict(lang=session.workspace.options.lang)
    text = result.report.document.text
    for finding, shown in zip(result.findings, entry["findings"], strict=True):
        if made := replacement_of(finding, text):
            offset = made.start - finding.start
            shown["fix"]["replacement"] = {"before": made.before, "after": made.after, "offset": offset}
        if shown["source"]:
            shown["source"]["name"] = catalogue.norms().get(shown["source"]["norm"], shown["source"]["norm"])
    return entry


def _analysis(session: Session, arguments: list[Any]) -> Analysis:
    uri = arguments[0] if arguments else None
    return session.workspace.analysis({"textDocument": {"uri": uri}})


def _apply(session: Session, analysis: Analysis, edits: list[Json], label: str) -> None:
    if analysis.text.uri in session.workspace.out_of_step:
        raise RpcError(REQUEST_FAILED, "the text here and in the editor differ; close and open it again")
    edit = workspace_edit(session, analysis, edits)
    session.ask("workspace/applyEdit", {"label": label, "edit": edit}, lambda _answer: None)


_COMMANDS = {
    "reportlint.fixAll": _fix_all,
    "reportlint.suppress": _suppress,
    "reportlint.cites": _cites,
    "reportlint.rulePage": _rule_page,
    "reportlint.checkFile": _check_file,
}
