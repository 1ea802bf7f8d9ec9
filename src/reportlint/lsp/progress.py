"""Progress of long work, shown by the editor where it gave a token or takes one of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportlint.lsp.jsonrpc import Json
    from reportlint.lsp.session import Session


class Progress:
    """One piece of work. Does nothing when the client gave no token."""

    def __init__(self, session: Session, params: Json, title: str) -> None:
        """Begin, under the token of a request."""
        self._session = session
        token = params.get("workDoneToken")
        self._token = token if isinstance(token, int | str) else None
        self._tell({"kind": "begin", "title": title, "cancellable": True, "percentage": 0})

    def at(self, done: int, of: int, what: str) -> None:
        """Say how far the work is."""
        self._tell({"kind": "report", "message": what, "percentage": 100 * done // max(of, 1)})

    def end(self, message: str) -> None:
        """Say that the work is done."""
        self._tell({"kind": "end", "message": message})

    def _tell(self, value: dict[str, Any]) -> None:
        if self._token is not None:
            self._session.notify("$/progress", {"token": self._token, "value": value})
