"""The commands, in the order of the help. Each is a module of this package with `configure(parser)` and `run(args)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

COMMANDS: dict[str, tuple[str, str]] = {
    "check": ("kiểm tra báo cáo, chỉ ra chỗ cần sửa", "check reports and show what to mend"),
    "fix": ("sửa những chỗ sửa được tự động an toàn", "repair what can be repaired safely"),
    "annotate": ("tạo bản có ghi chú tại từng chỗ cần sửa", "write a copy with a remark at each finding"),
    "watch": (
        "theo dõi thư mục, lưu tệp nào có bản ghi chú tệp ấy",
        "write an annotated copy whenever a file is saved",
    ),
    "serve": ("mở trang soát báo cáo trong trình duyệt", "open a page in the browser to check reports"),
    "cites": ("liệt kê văn bản viện dẫn", "list the documents cited"),
    "facts": ("in ra những gì đọc được từ báo cáo", "print what was read in a report"),
    "outline": ("in ra thể thức và cây đề mục", "print parts and sections"),
    "rule": ("giải thích một quy tắc, kèm ví dụ", "explain one rule, with examples"),
    "rules": ("liệt kê các quy tắc", "list the rules"),
    "config": ("xem cấu hình đang dùng, giản đồ của nó", "show the configuration in use, its schema"),
    "init": ("viết tệp cấu hình có chú giải", "write a configuration file with comments"),
    "baseline": ("ghi nhận tồn tại, từ nay chỉ báo chỗ mới", "accept what there is, report only what is new"),
    "lsp": ("máy chủ ngôn ngữ cho trình soạn thảo", "language server for editors"),
    "completion": ("in kịch bản gợi ý lệnh cho bash, zsh, fish", "print completion for bash, zsh, fish"),
    "man": ("in trang hướng dẫn (man)", "print the manual page"),
    "version": ("in phiên bản", "print the version"),
}
"""Name → what it does, in Vietnamese and in English."""


def module_of(command: str) -> ModuleType:
    """Import the module of one command, and of no other."""
    from importlib import import_module

    return import_module(f"reportlint.cli.{command}")
