"""What is open in one editor, and the analyses of it."""

from __future__ import annotations

import sys
import traceback
from typing import TYPE_CHECKING

from reportlint.errors import SettingsError, UnreadableError
from reportlint.lsp.analysis import Analysis, analyse
from reportlint.lsp.jsonrpc import INVALID_PARAMS, RpcError
from reportlint.lsp.options import Options, file_settings, forget_files
from reportlint.lsp.stages import History, InterruptedLintError
from reportlint.lsp.uris import name_of, path_of
from reportlint.said import Said

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlint.lsp.jsonrpc import Json
    from reportlint.lsp.positions import Encoding
    from reportlint.lsp.texts import Text
    from reportlint.settings import Settings


class Workspace:
    """Open texts with their last analysis. An analysis is made when it is asked for, once for each version."""

    def __init__(self) -> None:
        """Start with nothing open."""
        self.encoding: Encoding = "utf-16"
        self.options = Options()
        self.texts: dict[str, Text] = {}
        self.out_of_step: set[str] = set()
        """Texts of which a change was refused: the editor's may differ, so no edits are offered for them."""
        self.unfinished: set[str] = set()
        """Texts of which only the first stage is done."""
        self.quick = False
        """Whether the first stage may be shown: the client will hear of the second."""
        self.generation = 0
        """Counts the configurations there have been."""
        self._analyses: dict[str, Analysis] = {}
        self._histories: dict[str, History] = {}
        self._settings: dict[str, Settings] = {}

    def text(self, params: Json) -> Text:
        """Return the open text that a request is about. Raises `RpcError`."""
        uri = uri_in(params)
        if uri not in self.texts:
            raise RpcError(INVALID_PARAMS, f"not open: {uri}")
        return self.texts[uri]

    def put(self, text: Text) -> None:
        """Open a text, or put a new version for the last one."""
        self.texts[text.uri] = text

    def drop(self, uri: str) -> None:
        """Close a text."""
        for table in (self.texts, self._analyses, self._histories):
            table.pop(uri, None)
        self.out_of_step.discard(uri)
        self.unfinished.discard(uri)

    def analysis(self, params: Json) -> Analysis:
        """Return the analysis of the open text that a request is about. Raises `RpcError`."""
        return self.analysis_of(self.text(params))

    def analysis_of(self, text: Text) -> Analysis:
        """Return the analysis of a text; of a long one that has just changed, the first stage where that is allowed."""
        known = self._analyses.get(text.uri)
        if known is None or known.text is not text:
            known = self._analyses[text.uri] = self._analyse(text, quickly=self.quick)
            if not known.whole:
                self.unfinished.add(text.uri)
        return known

    def finish(self, text: Text, stop: Callable[[], bool] = lambda: False) -> Analysis:
        """Return the analysis with all its stages. Raises `InterruptedLintError` when `stop` says so."""
        known = self._analyses.get(text.uri)
        if known is None or known.text is not text or not known.whole:
            known = self._analyses[text.uri] = self._analyse(text, stop=stop)
        self.unfinished.discard(text.uri)
        return known

    def configure(self, options: Options) -> None:
        """Take new options, or read the configuration files again: nothing known before holds."""
        self.options = options
        self.generation += 1
        forget_files()
        self._settings.clear()
        self._analyses.clear()
        self._histories.clear()

    def settings(self, uri: str) -> Settings:
        """Return the settings for a text: its configuration file, and the editor's options on top. Raises `SettingsError`."""
        if uri not in self._settings:
            self._settings[uri] = self.options.applied(file_settings(path_of(uri)))
        return self._settings[uri]

    def _analyse(
        self, text: Text, *, quickly: bool = False, stop: Callable[[], bool] = lambda: False
    ) -> Analysis:
        try:
            history = self._histories.setdefault(text.uri, History())
            return analyse(text, self.settings(text.uri), history, quickly=quickly, stop=stop)
        except InterruptedLintError:
            raise
        except SettingsError as error:
            cause = Said(str(error), error.said("en"))
        except Exception as error:  # noqa: BLE001 - a fault of one rule is shown in the editor, and typing goes on
            traceback.print_exc(file=sys.stderr)
            what = f"{type(error).__name__}: {error}"
            cause = Said(f"reportlint gặp lỗi khi kiểm tra ({what})", f"reportlint failed ({what})")
        return Analysis(text, None, UnreadableError(name_of(text.uri), *cause))


def uri_in(params: Json) -> str:
    """Return the address in `textDocument`. Raises `RpcError`."""
    document = params.get("textDocument")
    uri = document.get("uri") if isinstance(document, dict) else None
    if not isinstance(uri, str):
        raise RpcError(INVALID_PARAMS, "textDocument.uri is missing")
    return uri
