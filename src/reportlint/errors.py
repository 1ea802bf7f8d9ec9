"""Errors that a user can act on. Each names the file and the cause, in both languages; `str` gives the Vietnamese."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from reportlint.said import Said, visible

if TYPE_CHECKING:
    from collections.abc import Mapping


class ReportlintError(Exception):
    """Base of all errors the program raises on purpose."""

    def __init__(self, vi: str, en: str) -> None:
        """Say it in Vietnamese and in English."""
        super().__init__(vi)
        self._en = en

    def said(self, lang: str) -> str:
        """Return the whole error in a language (`vi` or `en`)."""
        return self._en if lang == "en" else str(self)


class FileError(ReportlintError):
    """Something wrong with one file: `path`, and the cause in both languages."""

    def __init__(self, path: str, vi: str, en: str) -> None:
        """Say which file and why."""
        super().__init__(f"{visible(path)}: {vi}", f"{visible(path)}: {en}")
        self.path, self.causes = path, Said(vi, en)

    @property
    def cause(self) -> str:
        """The cause in Vietnamese, without the path."""
        return self.causes.vi


class UnreadableError(FileError):
    """A file that could not be read, or whose text must not be linted."""

    def __init__(self, path: str, vi: str, en: str, *, code: str = "DL001") -> None:
        """Say which file and why; `code` is the rule of family DL that tells it in a finding."""
        super().__init__(path, vi, en)
        self.code = code


class SettingsError(ReportlintError):
    """A configuration, pack or option that is wrong: which file, which key, and what was meant."""


_SYSTEM: Mapping[int, str] = {
    errno.ENOENT: "không có tệp hay thư mục này",
    errno.EACCES: "không có quyền truy cập",
    errno.EPERM: "không có quyền truy cập",
    errno.EISDIR: "đây là thư mục, không phải tệp",
    errno.ENOTDIR: "trong đường dẫn có tệp đứng ở chỗ của thư mục",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EDQUOT: "đã hết hạn mức lưu trữ",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENAMETOOLONG: "tên tệp quá dài",
    errno.EIO: "ổ đĩa hoặc mạng bị lỗi",
}


def system_cause(error: OSError) -> Said:
    """Say why the system would not do what it was asked."""
    known = error.strerror or str(error)
    return Said(_SYSTEM.get(error.errno or 0, known), known[:1].lower() + known[1:])
