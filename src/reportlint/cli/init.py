"""`reportlint init`: write a reportlint.toml with comments, after a few questions."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reportlint import profiles
from reportlint.errors import SettingsError, system_cause
from reportlint.said import Said, in_language

if TYPE_CHECKING:
    import argparse

    from reportlint.cli.parser import Parser

NAME = "reportlint.toml"
QUESTIONS = (
    (
        "profile",
        Said(
            "Hồ sơ (nd30-tinh, nd30-so, nd30-huyen, nd30-xa, dang, draft, submit; Enter: tự chọn)",
            "Profile (nd30-tinh, nd30-so, nd30-huyen, nd30-xa, dang, draft, submit; Enter: by the report)",
        ),
        "",
    ),
    (
        "issuer",
        Said(
            "Cơ quan ban hành, ví dụ UBND xã Hòa Bình (Enter để bỏ qua)",
            "Issuing body, such as UBND xã Hòa Bình (Enter to skip)",
        ),
        "",
    ),
    (
        "place",
        Said(
            "Tên riêng của đơn vị hành chính, ví dụ Hòa Bình (Enter để bỏ qua)",
            "Name of the administrative unit, such as Hòa Bình (Enter to skip)",
        ),
        "",
    ),
)


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.add(
        "folder", vi="thư mục để ghi tệp", en="folder to write to", nargs="?", default=".", metavar="FOLDER"
    )
    parser.add("--yes", "-y", vi="không hỏi, dùng giá trị mặc định", en="do not ask", action="store_true")
    parser.add("--profile", vi="hồ sơ làm nền", en="profile to extend", metavar="NAME")
    parser.add("--issuer", vi="cơ quan ban hành", en="issuing body", metavar="NAME")
    parser.add("--place", vi="tên đơn vị hành chính", en="name of the unit", metavar="NAME")
    parser.add("--force", vi="ghi đè tệp đã có", en="overwrite", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Write the file. Raises `SettingsError` when there is one, or for a profile that is none."""
    path = Path(args.folder, NAME)
    if path.exists() and not args.force:
        raise SettingsError(
            f"{path} đã có; thêm --force để ghi đè", f"{path} is there already; --force writes over it"
        )
    answers = {
        key: getattr(args, key) or (default if args.yes else _ask(in_language(question, args.lang), default))
        for key, question, default in QUESTIONS
    }
    if answers["profile"]:
        profiles.chain(answers["profile"])
    try:
        path.write_text(text_of(answers), "utf-8")
    except OSError as error:
        why = system_cause(error)
        raise SettingsError(
            f"{path}: không ghi được ({why.vi})", f"{path} cannot be written ({why.en})"
        ) from error
    if args.lang == "en":
        print(f"Written {path}. Try it: reportlint check {args.folder}")
    else:
        print(f"Đã ghi {path}. Thử ngay: reportlint check {args.folder}")
    return 0


def _ask(question: str, default: str) -> str:
    if not sys.stdin.isatty():
        raise SettingsError(
            "không có ai trả lời; thêm --yes để dùng giá trị mặc định",
            "nobody is there to answer; --yes takes the defaults",
        )
    print(f"{question}{f' [{default}]' if default else ''}: ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip() or default


def text_of(answers: dict[str, str]) -> str:
    """Return the content of the file."""
    identity = [
        f"{key} = {json.dumps(answers[key], ensure_ascii=False)}"
        for key in ("issuer", "place")
        if answers[key]
    ]
    shown = "\n".join(identity) if identity else '# issuer = "UBND xã Hòa Bình"\n# place = "Hòa Bình"'
    return f"""# Cấu hình của reportlint cho thư mục này và các thư mục bên trong.
# Xem cấu hình đang dùng: reportlint config · Mọi khóa: reportlint config --schema

# Làm nền: một hồ sơ dựng sẵn (reportlint config --profiles), rồi tệp của tỉnh, của đơn vị nếu có.
# Không nêu hồ sơ thì chọn theo từng báo cáo.
{f'extends = ["{answers["profile"]}"]' if answers["profile"] else '# extends = ["nd30-xa"]'}

# Mức làm cho mã thoát là 1: certain (lỗi chắc chắn), error, warning, info, never.
fail-on = "certain"

# Quy tắc không chạy, theo mã, nhóm hoặc tên (reportlint rules).
extend-ignore = []

# Từ, tên riêng, chữ viết tắt của đơn vị, không bao giờ báo sai.
words = []

# Tệp không kiểm tra.
exclude = []

# Danh mục văn bản và bộ quy tắc riêng của đơn vị.
# registries = ["van-ban.csv"]
# packs = ["quy-tac.toml"]

# Chỗ đã ghi nhận, từ nay chỉ báo chỗ mới (reportlint baseline).
# baseline = "reportlint-baseline.json"

# Báo cáo là gì khi tự nó không ghi rõ.
[identity]
{shown}

# Mức và tham số của từng quy tắc.
# [rules.VD012]
# severity = "warning"

# Lựa chọn khác cho một số tệp.
# [[overrides]]
# files = ["du-thao/*"]
# extend-ignore = ["TT"]
"""
