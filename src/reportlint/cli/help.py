"""The overview that `reportlint --help` prints. It teaches by examples; each command has a help of its own."""

from __future__ import annotations

from reportlint.cli.commands import COMMANDS

_HEAD = {
    "vi": """reportlint: soát báo cáo hành chính trước khi trình ký

Ví dụ
  reportlint check bao-cao.docx                 kiểm tra một báo cáo
  reportlint check bao-cao/ --fail-on warning   kiểm tra cả thư mục, chặt hơn
  reportlint rule VD003                         quy tắc này là gì, vì sao, sửa thế nào
  reportlint fix bao-cao.md --diff              xem trước những chỗ sửa được tự động
  reportlint check --format json bao-cao.md     cho chương trình khác đọc

Lệnh""",
    "en": """reportlint: checks Vietnamese administrative reports before they are signed

Examples
  reportlint check bao-cao.docx                 check one report
  reportlint check bao-cao/ --fail-on warning   check a folder, more strictly
  reportlint rule VD003                         what a rule is, why, and the remedy
  reportlint fix bao-cao.md --diff              preview what can be repaired by itself
  reportlint check --format json bao-cao.md     for other programs

Commands""",
}
_FOOT = {
    "vi": """
Mã thoát  0 không có gì phải sửa · 1 có chỗ từ mức --fail-on trở lên · 2 không chạy được hoặc có tệp không đọc được
Trợ giúp của từng lệnh: reportlint LỆNH --help        In English: reportlint --help --lang en""",
    "en": """
Exit code  0 nothing that counts · 1 findings at or above --fail-on · 2 could not run, or a file could not be read
Help on a command: reportlint COMMAND --help""",
}


def overview(lang: str) -> str:
    """Return the help on the whole program."""
    commands = [f"  {name:<12}{texts[lang == 'en']}" for name, texts in COMMANDS.items()]
    return "\n".join([_HEAD[lang], *commands, _FOOT[lang]])
