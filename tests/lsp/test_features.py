"""Every feature through pygls' own client, whose types refuse an answer that is not as the protocol says."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient
from tests.lsp.client import SELECT, SERVER, TEXT

from reportlint import catalogue
from reportlint.lsp import rule_page
from reportlint.lsp.capabilities import server_capabilities

T = TypeVar("T")
NOTES = """
Theo Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Trung ương[^1] và Kế hoạch số 58-KH/HU ngày 15/12/2022.

II. NHIỆM VỤ

| Nội dung | Số |
|---|---|
| Xã | 13 |

[^1]: Chú thích thứ nhất.
"""


class Editor(LanguageClient):
    """Applies the edits it is sent and keeps what it is told."""

    def __init__(self) -> None:
        super().__init__("test", "1")
        self.text = TEXT + NOTES
        self.uri = ""
        self.published: list[lsp.PublishDiagnosticsParams] = []
        self.told: list[Any] = []
        self.shown: list[str] = []
        self._listen()

    def _listen(self) -> None:
        @self.feature("textDocument/publishDiagnostics")  # type: ignore[untyped-decorator]
        def _(params: lsp.PublishDiagnosticsParams) -> None:
            self.published.append(params)

        @self.feature("workspace/applyEdit")  # type: ignore[untyped-decorator]
        def _(params: lsp.ApplyWorkspaceEditParams) -> lsp.ApplyWorkspaceEditResult:
            self.apply(params.edit)
            return lsp.ApplyWorkspaceEditResult(applied=True)

        @self.feature("window/showDocument")  # type: ignore[untyped-decorator]
        def _(params: lsp.ShowDocumentParams) -> lsp.ShowDocumentResult:
            self.shown.append(params.uri)
            return lsp.ShowDocumentResult(success=True)

        @self.feature("$/progress")  # type: ignore[untyped-decorator]
        def _(params: lsp.ProgressParams) -> None:
            self.told.append(params.value)

        @self.feature("window/logMessage")  # type: ignore[untyped-decorator]
        def _(_params: lsp.LogMessageParams) -> None: ...

    def apply(self, edit: lsp.WorkspaceEdit | None) -> None:
        """Apply an edit as an editor does, positions in UTF-16."""
        assert edit
        assert edit.document_changes
        (change,) = edit.document_changes
        assert isinstance(change, lsp.TextDocumentEdit)
        assert change.text_document.version == 1
        lines = self.text.split("\n")
        for one in sorted(
            change.edits, key=lambda e: (e.range.start.line, e.range.start.character), reverse=True
        ):
            start, end = one.range.start, one.range.end
            assert start.line == end.line
            assert isinstance(one, lsp.TextEdit)
            units = lines[start.line].encode("utf-16-le")
            new = units[: start.character * 2] + one.new_text.encode("utf-16-le") + units[end.character * 2 :]
            lines[start.line] = new.decode("utf-16-le")
        self.text = "\n".join(lines)


CAPABILITIES = lsp.ClientCapabilities(
    workspace=lsp.WorkspaceClientCapabilities(
        apply_edit=True, workspace_edit=lsp.WorkspaceEditClientCapabilities(document_changes=True)
    ),
    text_document=lsp.TextDocumentClientCapabilities(
        document_symbol=lsp.DocumentSymbolClientCapabilities(hierarchical_document_symbol_support=True)
    ),
    window=lsp.WindowClientCapabilities(show_document=lsp.ShowDocumentClientCapabilities(support=True)),
)


def conversation(folder: Path, talk: Callable[[Editor], Awaitable[T]]) -> T:
    """Run a conversation with a server that has one text open; return what it gives."""

    async def whole() -> T:
        editor = Editor()
        await editor.start_io(*SERVER)
        folder_uri = lsp.WorkspaceFolder(folder.as_uri(), folder.name)
        await editor.initialize_async(
            lsp.InitializeParams(CAPABILITIES, workspace_folders=[folder_uri], initialization_options=SELECT)
        )
        editor.initialized(lsp.InitializedParams())
        editor.uri = (folder / "bao-cao.md").as_uri()
        item = lsp.TextDocumentItem(editor.uri, "markdown", 1, editor.text)
        editor.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        try:
            return await asyncio.wait_for(talk(editor), 30)
        finally:
            await editor.shutdown_async(None)
            editor.exit(None)
            await editor.stop()  # type: ignore[no-untyped-call]

    return asyncio.run(whole())


def here(editor: Editor) -> lsp.TextDocumentIdentifier:
    return lsp.TextDocumentIdentifier(editor.uri)


def actions_at(line: int, character: int) -> Callable[[Editor], Awaitable[list[lsp.CodeAction]]]:
    async def talk(editor: Editor) -> list[lsp.CodeAction]:
        spot = lsp.Position(line, character)
        params = lsp.CodeActionParams(here(editor), lsp.Range(spot, spot), lsp.CodeActionContext([]))
        found = await editor.text_document_code_action_async(params) or []
        return [action for action in found if isinstance(action, lsp.CodeAction)]

    return talk


def test_the_capabilities_are_of_the_protocol() -> None:
    from pygls.protocol import default_converter

    converter = default_converter()  # type: ignore[no-untyped-call]
    capabilities = converter.structure(server_capabilities("utf-16"), lsp.ServerCapabilities)
    assert converter.unstructure(capabilities)["positionEncoding"] == "utf-16"


def test_a_safe_fix_is_preferred_and_mends_behind_an_emoji(tmp_path: Path) -> None:
    async def talk(editor: Editor) -> tuple[list[lsp.CodeAction], str]:
        actions = await actions_at(6, 28)(editor)
        editor.apply(actions[0].edit)
        return actions, editor.text

    actions, text = conversation(tmp_path, talk)
    print([action.title for action in actions])  # noqa: T201 - shown by pytest -s
    assert actions[0].is_preferred
    assert actions[0].title == "DC001 · Sửa “ ,” → “,”"
    assert "1. Công tác 😀 tuyên truyền, phổ biến Kế hoạch" in text
    assert {action.kind for action in actions} == {"quickfix", "source.fixAll.reportlint"}


def test_an_offered_fix_says_so_and_is_not_preferred(tmp_path: Path) -> None:
    actions = conversation(tmp_path, actions_at(8, 30))
    assert actions[0].title == "VD003 · Sửa “15/11/2022” → “15/12/2022” (cần xem lại)"
    assert not actions[0].is_preferred


def test_a_suppression_is_written_with_a_reason_and_silences(tmp_path: Path) -> None:
    async def talk(editor: Editor) -> list[str]:
        where = {"line": 8, "character": 30}
        command = lsp.ExecuteCommandParams(
            "reportlint.suppress", [editor.uri, "VD003", where, "hai kế hoạch -- khác"]
        )
        await editor.workspace_execute_command_async(command)
        change = lsp.TextDocumentContentChangeWholeDocument(editor.text)
        document = lsp.VersionedTextDocumentIdentifier(2, editor.uri)
        editor.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [change]))
        report = await editor.text_document_diagnostic_async(lsp.DocumentDiagnosticParams(here(editor)))
        assert isinstance(report, lsp.RelatedFullDocumentDiagnosticReport)
        assert "<!-- reportlint: bỏ qua VD003: hai kế hoạch – khác -->" in editor.text
        return [str(item.code) for item in report.items]

    assert conversation(tmp_path, talk) == ["DC001", "DC001"]


def test_fix_all_applies_safe_fixes_only(tmp_path: Path) -> None:
    async def talk(editor: Editor) -> tuple[Any, str]:
        command = lsp.ExecuteCommandParams("reportlint.fixAll", [editor.uri])
        return await editor.workspace_execute_command_async(command), editor.text

    answer, text = conversation(tmp_path, talk)
    assert answer == {"edits": 2}
    assert text == (TEXT + NOTES).replace(" ,", ",")


def test_hover_explains_the_rule_and_the_document(tmp_path: Path) -> None:
    async def talk(editor: Editor) -> list[str]:
        texts = []
        for line, character in ((8, 30), (8, 18), (10, 20), (0, 3)):
            hover = await editor.text_document_hover_async(
                lsp.HoverParams(here(editor), lsp.Position(line, character))
            )
            texts.append(
                hover.contents.value if hover and isinstance(hover.contents, lsp.MarkupContent) else ""
            )
        return texts

    rule, citation, known, nothing = conversation(tmp_path, talk)
    assert "**VD003" in rule
    assert "Căn cứ: Nghị định số 30/2020/NĐ-CP" in rule
    assert "Nhắc đến 4 lần, dòng 3, 7, 9, 11" in citation
    assert "danh mục" in known
    assert nothing == ""


@pytest.mark.parametrize(
    ("lang", "said"),
    [("vi", "Vì sao: Cùng một văn bản"), ("en", "Why: A document has only one date of issue")],
)
def test_the_rule_is_explained_in_the_language_of_the_editor(lang: str, said: str) -> None:
    rule = catalogue.by_code()["VD003"]
    assert said in rule_page.summary(rule, lang)
    assert said in rule_page.whole(rule, lang)
    assert "22/9/2022⟧" in rule_page.whole(rule, lang)


def test_from_mention_to_mention(tmp_path: Path) -> None:
    async def talk(editor: Editor) -> tuple[Any, Any, Any, Any]:
        at = lsp.Position(8, 17)
        definition = await editor.text_document_definition_async(lsp.DefinitionParams(here(editor), at))
        references = await editor.text_document_references_async(
            lsp.ReferenceParams(lsp.ReferenceContext(include_declaration=True), here(editor), at)
        )
        lit = await editor.text_document_document_highlight_async(
            lsp.DocumentHighlightParams(here(editor), at)
        )
        note = await editor.text_document_definition_async(
            lsp.DefinitionParams(here(editor), lsp.Position(10, 59))
        )
        return definition, references, lit, note

    definition, references, lit, note = conversation(tmp_path, talk)
    assert [place.range.start.line for place in definition] == [2]
    assert [place.range.start.line for place in references] == [2, 6, 8, 10]
    assert [mark.range.start.line for mark in lit] == [2, 6, 8, 10]
    assert [place.range.start.line for place in note] == [18]


def test_structure(tmp_path: Path) -> None:
    async def talk(editor: Editor) -> tuple[Any, Any, Any]:
        symbols = await editor.text_document_document_symbol_async(lsp.DocumentSymbolParams(here(editor)))
        folds = await editor.text_document_folding_range_async(lsp.FoldingRangeParams(here(editor)))
        whole = lsp.Range(lsp.Position(0, 0), lsp.Position(30, 0))
        hints = await editor.text_document_inlay_hint_async(lsp.InlayHintParams(here(editor), whole))
        return symbols, folds, hints

    symbols, folds, hints = conversation(tmp_path, talk)
    assert [s.name for s in symbols] == ["Tên loại", "I. KẾT QUẢ", "II. NHIỆM VỤ"]
    assert [c.name for c in symbols[1].children] == [
        "1. Công tác 😀 tuyên truyền , phổ biến Kế hoạch số 58-KH/HU ngày 15/12/2022"
    ]
    assert (folds[0].start_line, folds[0].end_line) == (4, 10)
    assert [(h.label, h.position.line) for h in hints] == [("×4", 2)]


def test_a_citation_leads_to_the_file_beside_the_report(tmp_path: Path) -> None:
    (tmp_path / "58-KH_HU (bản ký).pdf").touch()
    (tmp_path / "158-KH-HU.pdf").touch()

    async def talk(editor: Editor) -> Any:  # noqa: ANN401 - list of links or nothing
        return await editor.text_document_document_link_async(lsp.DocumentLinkParams(here(editor)))

    links = conversation(tmp_path, talk)
    assert {link.tooltip for link in links} == {"58-KH_HU (bản ký).pdf"}
    assert len(links) == 4


def test_cites_rule_page_and_a_file_of_another_format(tmp_path: Path) -> None:
    (tmp_path / "khác.txt").write_text("Ủy ban nhân dân huyện , các xã đã thực hiện.", "utf-8")

    async def talk(editor: Editor) -> tuple[Any, ...]:
        run = editor.workspace_execute_command_async
        cites = await run(lsp.ExecuteCommandParams("reportlint.cites", [editor.uri]))
        page = await run(lsp.ExecuteCommandParams("reportlint.rulePage", ["VD003"]))
        uri = (tmp_path / "khác.txt").as_uri()
        entry = await run(lsp.ExecuteCommandParams("reportlint.checkFile", [uri], work_done_token=3))
        return cites, page, entry, editor.shown, editor.told

    cites, page, entry, shown, progress = conversation(tmp_path, talk)
    assert [(c["document"], len(c["mentions"])) for c in cites] == [
        ("Kế hoạch 58-KH/HU", 4),
        ("Nghị quyết 18-NQ/TW", 1),
    ]
    assert page["markdown"].startswith("# VD003")
    assert [f["code"] for f in entry["findings"]] == ["DC001"]
    assert len(shown) == 1
    assert [value["kind"] for value in progress] == ["begin", "end"]


def test_the_whole_workspace(tmp_path: Path) -> None:
    (tmp_path / "một.md").write_text("Ủy ban nhân dân huyện , các xã đã thực hiện.", "utf-8")
    (tmp_path / "hai.txt").write_text("Ủy ban nhân dân huyện và các xã đã thực hiện.", "utf-8")
    (tmp_path / "ảnh.md").write_bytes(b"\x89PNG\x00\x01")

    async def talk(editor: Editor) -> tuple[Any, Any]:
        first = await editor.workspace_diagnostic_async(lsp.WorkspaceDiagnosticParams([], work_done_token=7))
        known = [lsp.PreviousResultId(item.uri, str(item.result_id)) for item in first.items]
        second = await editor.workspace_diagnostic_async(lsp.WorkspaceDiagnosticParams(known))
        return first.items, second.items

    first, second = conversation(tmp_path, talk)
    counts = {item.uri.rpartition("/")[2]: len(item.items) for item in first}
    print(counts)  # noqa: T201 - shown by pytest -s
    assert sorted(counts.values()) == [0, 1]
    assert [item.kind for item in second] == ["unchanged", "unchanged"]


@pytest.mark.parametrize(
    "command", ["reportlint.none", "reportlint.suppress", "reportlint.checkFile", "reportlint.rulePage"]
)
def test_a_command_without_what_it_needs_is_refused(tmp_path: Path, command: str) -> None:
    async def talk(editor: Editor) -> str:
        with pytest.raises(Exception, match=r".+") as caught:
            await editor.workspace_execute_command_async(
                lsp.ExecuteCommandParams(command, [editor.uri, "VD003"])
            )
        return str(caught.value)

    assert conversation(tmp_path, talk)
