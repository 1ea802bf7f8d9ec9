"""Findings as diagnostics: published, or handed out when the editor asks, for one text or the whole workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.lsp.workspace import uri_in

if TYPE_CHECKING:
    from reportlint.findings import Finding
    from reportlint.lsp.analysis import Analysis
    from reportlint.lsp.jsonrpc import Json
    from reportlint.lsp.options import Options
    from reportlint.lsp.session import Session
    from reportlint.lsp.texts import Text

SEVERITIES = {"error": 1, "warning": 2, "info": 3}
MAX_SHOWN = 2000
"""An editor is of no help with more; the last one then says how many were left out."""


def diagnostics(analysis: Analysis, options: Options) -> list[Json]:
    """Return the findings of a text as diagnostics, in order."""
    if analysis.failure is not None:
        return [_failure(analysis)]
    shown = [diagnostic(finding, analysis, options) for finding in analysis.findings[:MAX_SHOWN]]
    left = len(analysis.findings) - len(shown)
    if left:
        shown[-1]["message"] += f" (Còn {left} chỗ nữa không hiện ở đây.)"
    return shown


def diagnostic(finding: Finding, analysis: Analysis, options: Options) -> Json:
    """Return one finding as a diagnostic."""
    found: Json = {
        "range": analysis.range(finding.start, finding.end),
        "severity": SEVERITIES[finding.severity],
        "code": finding.code,
        "source": "reportlint",
        "message": finding.message_en if options.lang == "en" else finding.message,
    }
    if options.rule_page:
        found["codeDescription"] = {"href": options.rule_page.replace("{code}", finding.code)}
    if finding.related:
        found["relatedInformation"] = [
            {
                "location": {"uri": analysis.text.uri, "range": analysis.range(r.start, r.end)},
                "message": r.message,
            }
            for r in finding.related
        ]
    if finding.edits and not any(edit.text for edit in finding.edits):
        found["tags"] = [1]  # what is only to be deleted is shown faded
    return found


def push(session: Session, params: Json) -> None:
    """Publish the findings of a text, unless the client asks for them itself. A closed text has none."""
    uri = params["uri"]
    session.forget_push(uri)
    if session.can("textDocument", "diagnostic") is not None:
        return
    text = session.workspace.texts.get(uri)
    if text is None:
        session.notify("textDocument/publishDiagnostics", {"uri": uri, "diagnostics": []})
        return
    found = diagnostics(session.workspace.analysis_of(text), session.workspace.options)
    session.notify(
        "textDocument/publishDiagnostics", {"uri": uri, "version": text.version, "diagnostics": found}
    )


def pull(session: Session, params: Json) -> Json:
    """Answer `textDocument/diagnostic`: all findings, or that nothing has changed."""
    uri = uri_in(params)
    if uri not in session.workspace.texts:
        return {"kind": "full", "items": []}
    text = session.workspace.text(params)
    result = result_id(text, session)
    if params.get("previousResultId") == result:
        return {"kind": "unchanged", "resultId": result}
    items = diagnostics(session.workspace.analysis_of(text), session.workspace.options)
    return {"kind": "full", "resultId": result, "items": items}


def result_id(text: Text, session: Session) -> str:
    """Return what tells two sets of findings of one text apart: version, content, configuration."""
    return f"{session.workspace.generation}:{text.version}:{hash(text.content):x}"


def _failure(analysis: Analysis) -> Json:
    """Say why a text was not checked, at its first character."""
    failure = analysis.failure
    assert failure is not None  # noqa: S101 - the one caller has looked
    return {
        "range": analysis.lines.range(0, 1),
        "severity": SEVERITIES["warning"],
        "code": failure.code,
        "source": "reportlint",
        "message": f"Chưa kiểm tra được: {failure.cause}.",
    }
