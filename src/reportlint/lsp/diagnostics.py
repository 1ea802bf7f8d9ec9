"""Findings as diagnostics: published, or handed out when the editor asks, for one text or the whole workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.lsp.replacement import replacement_of
from reportlint.lsp.stages import InterruptedLintError
from reportlint.lsp.workspace import uri_in
from reportlint.said import in_language

if TYPE_CHECKING:
    from reportlint.findings import Finding
    from reportlint.lsp.analysis import Analysis
    from reportlint.lsp.jsonrpc import Json
    from reportlint.lsp.options import Options
    from reportlint.lsp.session import Session
    from reportlint.lsp.texts import Text
    from reportlint.lsp.workspace import Workspace

SEVERITIES = {"error": 1, "warning": 2, "info": 3}
FINISH_AFTER = 400
"""Milliseconds without a keystroke before the rules for whole reports run over a long text."""
_FAILED = {"vi": "Chưa kiểm tra được", "en": "Could not be checked"}
MAX_SHOWN = 2000
"""An editor is of no help with more; the last one then says how many were left out."""


def diagnostics(analysis: Analysis, options: Options) -> list[Json]:
    """Return the findings of a text as diagnostics, in order."""
    if analysis.failure is not None:
        return [_failure(analysis, options.lang)]
    shown = [diagnostic(finding, analysis, options) for finding in analysis.findings[:MAX_SHOWN]]
    left = len(analysis.findings) - len(shown)
    if left:
        shown[-1]["message"] += (
            f" ({left} more are not shown here.)"
            if options.lang == "en"
            else f" (Còn {left} chỗ nữa không hiện ở đây.)"
        )
    return shown


def diagnostic(finding: Finding, analysis: Analysis, options: Options) -> Json:
    """Return one finding as a diagnostic."""
    found: Json = {
        "range": analysis.range(finding.start, finding.end),
        "severity": SEVERITIES[finding.severity],
        "code": finding.code,
        "source": "reportlint",
        "message": finding.told(options.lang),
        "data": _data(finding, analysis),
    }
    if options.rule_page:
        found["codeDescription"] = {"href": options.rule_page.replace("{code}", finding.code)}
    if finding.related:
        found["relatedInformation"] = [
            {
                "location": {"uri": analysis.text.uri, "range": analysis.range(r.start, r.end)},
                "message": in_language(r.message, options.lang),
            }
            for r in finding.related
        ]
    if [(e.start, e.end, e.text) for e in finding.edits] == [(finding.start, finding.end, "")]:
        found["tags"] = [1]  # what is to be deleted as a whole is shown faded
    return found


def _data(finding: Finding, analysis: Analysis) -> Json:
    """What a client may want besides: does the rule look at the paragraph alone, and what would the piece become."""
    data: Json = {"scope": finding.rule.scope}
    made = replacement_of(finding, analysis.document.text)
    if made and (made.start, made.end) == (finding.start, finding.end):
        data["replacement"] = made.after
    return data


def push(session: Session, params: Json) -> None:
    """Publish the findings of a text, unless the client asks for them itself. A closed text has none."""
    uri = params["uri"]
    session.not_later("push", uri)
    if pulls(session):
        return
    text = session.workspace.texts.get(uri)
    if text is None:
        session.notify("textDocument/publishDiagnostics", {"uri": uri, "diagnostics": []})
        return
    found = diagnostics(session.workspace.analysis_of(text), session.workspace.options)
    session.notify(
        "textDocument/publishDiagnostics", {"uri": uri, "version": text.version, "diagnostics": found}
    )
    _finish_later(session, uri)


def pull(session: Session, params: Json) -> Json:
    """Answer `textDocument/diagnostic`: all findings, or that nothing has changed."""
    uri = uri_in(params)
    if uri not in session.workspace.texts:
        return {"kind": "full", "items": []}
    text = session.workspace.text(params)
    analysis = session.workspace.analysis_of(text)
    _finish_later(session, uri)
    result = result_id(text, session.workspace, whole=analysis.whole)
    if params.get("previousResultId") == result:
        return {"kind": "unchanged", "resultId": result}
    items = diagnostics(analysis, session.workspace.options)
    return {"kind": "full", "resultId": result, "items": items}


def finish(session: Session, params: Json) -> None:
    """Run the second stage of a text, and show what it found. Put off again when something comes between."""
    uri = params["uri"]
    text = session.workspace.texts.get(uri)
    if text is None or uri not in session.workspace.unfinished:
        return
    before = session.workspace.analysis_of(text).findings
    try:
        after = session.workspace.finish(text, lambda: session.inbox.waiting).findings
    except InterruptedLintError:
        session.later("finish", uri, FINISH_AFTER)
        return
    if before == after:
        return
    if pulls(session):
        session.ask("workspace/diagnostic/refresh", None, lambda _answer: None)
    else:
        push(session, params)


def pulls(session: Session) -> bool:
    """Tell whether the client asks for findings itself."""
    return session.can("textDocument", "diagnostic") is not None


def result_id(text: Text, workspace: Workspace, *, whole: bool = True) -> str:
    """Return what tells two sets of findings of one text apart: version, content, configuration, stages."""
    return f"{workspace.generation}:{text.version}:{hash(text.content):x}:{'whole' if whole else 'quick'}"


def _finish_later(session: Session, uri: str) -> None:
    if uri in session.workspace.unfinished:
        session.later("finish", uri, FINISH_AFTER)


def _failure(analysis: Analysis, lang: str) -> Json:
    """Say why a text was not checked, at its first character."""
    failure = analysis.failure
    assert failure is not None  # noqa: S101 - the one caller has looked
    return {
        "range": analysis.lines.range(0, 1),
        "severity": SEVERITIES["warning"],
        "code": failure.code,
        "source": "reportlint",
        "message": f"{_FAILED[lang]}: {in_language(failure.causes, lang)}.",
    }
