"""Errors that a user can act on. Each names the file and the cause, in Vietnamese."""

from __future__ import annotations


class ReportlintError(Exception):
    """Base of all errors the program raises on purpose."""


class UnreadableError(ReportlintError):
    """A file that could not be read, or whose text must not be linted."""

    def __init__(self, path: str, cause: str, *, code: str = "DL001") -> None:
        """Say which file and why; `code` is the rule of family DL that tells it in a finding."""
        super().__init__(f"{path}: {cause}")
        self.path, self.cause, self.code = path, cause, code


class SettingsError(ReportlintError):
    """A configuration, pack or option that is wrong: which file, which key, and what was meant."""
