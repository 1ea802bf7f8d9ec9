"""Code actions, made of the findings we hold for the text as it is now; ranges that the client echoes only select."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlint.fixes import choose, verdict
from reportlint.lsp.diagnostics import diagnostic
from reportlint.lsp.jsonrpc import INVALID_PARAMS, RpcError
from reportlint.lsp.replacement import replacement_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.findings import Finding
    from reportlint.lsp.analysis import Analysis
    from reportlint.lsp.jsonrpc import Json
    from reportlint.lsp.session import Session

FIX_ALL = "source.fixAll.reportlint"
MAX_TITLE = 60
"""What is replaced and what comes in its place are quoted up to so many code points each."""
_WORDS = {
    "fix": ("Sửa", "Replace"),
    "ask": ("cần xem lại", "please check"),
    "all": ("Sửa mọi chỗ sửa được tự động an toàn", "Apply all safe fixes"),
    "suppress": ("Bỏ qua {code} ở đây, kèm lý do", "Ignore {code} here, with a reason"),
    "page": ("Giải thích {code}: {title}", "Explain {code}: {title}"),
    "reason": ("ghi lý do ở đây", "reason here"),
}


def code_actions(session: Session, params: Json) -> list[Json]:
    """Answer `textDocument/codeAction`."""
    analysis = session.workspace.analysis(params)
    between = params.get("range")
    if not isinstance(between, dict):
        raise RpcError(INVALID_PARAMS, "range is missing")
    start, end = (
        analysis.lines.offset(between.get("start") or {}),
        analysis.lines.offset(between.get("end") or {}),
    )
    context = params.get("context") or {}
    found: list[Json] = []
    if analysis.text.uri in session.workspace.out_of_step:
        return found
    if _wanted(context, "quickfix"):
        for finding in _at(analysis, min(start, end), max(start, end)):
            found += _for_finding(session, analysis, finding)
    if _wanted(context, FIX_ALL) and (edits := safe_edits(analysis)):
        edit = workspace_edit(session, analysis, edits)
        found.append({"title": word(session, "all"), "kind": FIX_ALL, "edit": edit})
    return found


def safe_edits(analysis: Analysis) -> list[Json]:
    """Return the edits of all fixes that the guard lets pass as safe and that do not overlap, in the order of the text."""
    if analysis.result is None:
        return []
    found: list[Json] = []
    for repair in choose(analysis.result.report, analysis.findings).repairs:
        found += analysis.edits(repair.edits) or []
    return found


def workspace_edit(session: Session, analysis: Analysis, edits: list[Json]) -> Json:
    """Wrap edits of one text, bound to its version where the client can tell."""
    uri, version = analysis.text.uri, analysis.text.version
    if session.can("workspace", "workspaceEdit", "documentChanges"):
        return {"documentChanges": [{"textDocument": {"uri": uri, "version": version}, "edits": edits}]}
    return {"changes": {uri: edits}}


def suppression(analysis: Analysis, finding: Finding, reason: str) -> list[Json] | None:
    """Return the edit that writes a comment to the linter behind the line of a finding; None where there are no comments."""
    if analysis.document.format not in {"md", "html"}:
        return None
    _, end = analysis.span(finding.start, finding.end)
    at = analysis.lines.line_end(analysis.lines.line_of(end))
    reason = " ".join(reason.replace("--", "–").split())
    comment = f" <!-- reportlint: bỏ qua {finding.code}: {reason} -->"
    return [{"range": analysis.lines.range(at, at), "newText": comment}]


def finding_at(analysis: Analysis, code: object, position: Json) -> Finding:
    """Return the finding of a code at a position. Raises `RpcError` when it is there no more."""
    at = analysis.lines.offset(position)
    for finding in _at(analysis, at, at):
        if finding.code == code:
            return finding
    raise RpcError(INVALID_PARAMS, f"{code}: no such finding here now")


def word(session: Session, key: str, **values: str) -> str:
    """Return a wording in the language of the editor."""
    return _WORDS[key][session.workspace.options.lang == "en"].format(**values)


def _at(analysis: Analysis, start: int, end: int) -> Iterator[Finding]:
    """The findings that touch a stretch of the editor's text."""
    for finding in analysis.findings:
        first, last = analysis.span(finding.start, finding.end)
        if first <= end and start <= last:
            yield finding


def _for_finding(session: Session, analysis: Analysis, finding: Finding) -> Iterable[Json]:
    options = session.workspace.options
    shown = diagnostic(finding, analysis, options)
    policy = verdict(finding, analysis.result.report).policy if analysis.result else "never"
    if policy != "never" and (edits := analysis.edits(finding.edits)):
        safe = policy == "safe"
        yield {
            "title": _title(session, finding, analysis, safe=safe),
            "kind": "quickfix",
            "diagnostics": [shown],
            "isPreferred": safe,
            "edit": workspace_edit(session, analysis, edits),
        }
    title = word(session, "suppress", code=finding.code)
    if edits := suppression(analysis, finding, word(session, "reason")):
        action: dict[str, Any] = {"title": title, "kind": "quickfix", "diagnostics": [shown]}
        if options.suppress_command:
            arguments = [analysis.text.uri, finding.code, shown["range"]["start"]]
            action["command"] = {"title": title, "command": options.suppress_command, "arguments": arguments}
        else:
            action["edit"] = workspace_edit(session, analysis, edits)
        yield action
    rule = finding.rule
    title = word(
        session, "page", code=rule.code, title=(options.lang == "en" and rule.title_en) or rule.title
    )
    command = {"title": title, "command": "reportlint.rulePage", "arguments": [rule.code]}
    yield {"title": title, "kind": "quickfix", "diagnostics": [shown], "command": command}


def _title(session: Session, finding: Finding, analysis: Analysis, *, safe: bool) -> str:
    """Say what stands there and what will, `“ ,” → “,”`; of what is long, the beginning."""
    made = replacement_of(finding, analysis.document.text)
    assert made is not None  # noqa: S101 - the one caller has edits
    title = (
        f"“{_short(made.before)}” → “{_short(made.after)}”" if made.before else f"+ “{_short(made.after)}”"
    )
    return f"{finding.code} · {word(session, 'fix')} {title}" + ("" if safe else f" ({word(session, 'ask')})")


def _short(text: str) -> str:
    return text if len(text) <= MAX_TITLE else text[: MAX_TITLE - 1] + "…"


def _wanted(context: Json, kind: str) -> bool:
    """Tell whether the client asks for a kind; it may name a wider one (`source.fixAll`)."""
    only = context.get("only")
    return not only or any(kind == o or kind.startswith(f"{o}.") for o in only if isinstance(o, str))
