"""Write the reference pages that are made from the program: commands, configuration, and the schemas.

    python scripts/build_reference.py [--check]

With --check nothing is written: exit 1 when a page is not what the program says.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from reportlint import profiles  # noqa: E402
from reportlint.cli.commands import COMMANDS, module_of  # noqa: E402
from reportlint.cli.parser import Parser  # noqa: E402
from reportlint.config.schema import json_schema  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

NOTE = "<!-- Made by scripts/build_reference.py from the program itself: do not edit. -->\n"


def pages() -> dict[str, str]:
    """Return the text of each page by its name below docs/reference."""
    schema = json_schema()
    return {
        "commands.md": "\n".join(_commands()) + "\n",
        "configuration.md": "\n".join(_configuration(schema)) + "\n",
        "reportlint.schema.json": json.dumps(schema, ensure_ascii=False, indent=1) + "\n",
    }


def _commands() -> Iterator[str]:
    yield "# Lệnh\n"
    yield NOTE
    yield "Mỗi lệnh có trợ giúp riêng: `reportlint LỆNH --help`, tiếng Anh: thêm `--lang en`.\n"
    yield "| mã thoát | khi nào |\n|---|---|"
    yield "| 0 | không có gì phải sửa (theo `--fail-on`), hoặc lệnh đã in xong điều được hỏi |"
    yield "| 1 | có chỗ từ mức `--fail-on` trở lên; `rule --test`: quy tắc không làm đúng ví dụ |"
    yield "| 2 | sai tùy chọn, sai cấu hình, có tệp không đọc được (các tệp khác vẫn được kiểm tra) |"
    yield "| 130 | bị dừng giữa chừng (Ctrl-C) |"
    yield "| 141 | nơi đọc kết quả đã đóng, như với `reportlint … \\| head` |\n"
    yield "Chỉ kết quả ra đầu ra chuẩn; thông báo và thanh tiến độ ra đầu ra lỗi.\n"
    for name, texts in COMMANDS.items():
        yield f"## {name}\n\n{texts[0][:1].upper()}{texts[0][1:]}.\n"
        yield from _command(name)


def _command(name: str) -> Iterator[str]:
    parser = Parser(name)
    module_of(name).configure(parser)
    files = [action for action in parser.actions if not action.option_strings]
    if files:
        yield "\n".join(f"- `{action.metavar or action.dest}`: {_help(action)}" for action in files) + "\n"
    yield "| tùy chọn | nghĩa |\n|---|---|"
    for action in parser.actions:
        if action.option_strings:
            value = f" {action.metavar}".replace("|", "\\|") if action.metavar and action.nargs != 0 else ""
            flags = ", ".join(
                f"`{flag}{value if flag.startswith('--') else ''}`" for flag in action.option_strings
            )
            yield f"| {flags} | {_help(action)} |"
    yield ""
    if parser.epilog:
        yield f"```\n{parser.epilog.strip(chr(10))}\n```\n"


def _help(action: argparse.Action) -> str:
    return (action.help or "").replace("|", "\\|").replace("%%", "%")


def _configuration(schema: dict[str, Any]) -> Iterator[str]:
    yield "# Cấu hình\n"
    yield NOTE
    yield (
        "`reportlint.toml`, hoặc bảng `[tool.reportlint]` trong `pyproject.toml`; tệp gần nhất tính từ thư mục của báo cáo trở lên.\n"
        "`reportlint init` viết một tệp có chú giải. Trình soạn thảo có thể kiểm tra tệp bằng [JSON schema](reportlint.schema.json).\n"
        "Khóa, mã hay kiểu sai là lỗi, có tệp, dòng và gợi ý.\n"
    )
    yield from _keys("Khóa", schema["properties"], skip={"rules", "identity", "overrides"})
    definitions = schema["$defs"]
    yield from _keys("[identity]", definitions["IdentityTable"]["properties"])
    yield from _keys("[rules.MÃ]", definitions["RuleTable"]["properties"])
    yield "## [[overrides]]\n"
    yield "`files` là các mẫu tên tệp, tính từ thư mục của tệp cấu hình; các khóa khác:"
    yield (
        ", ".join(f"`{key}`" for key in definitions["OverrideTable"]["properties"] if key != "files") + ".\n"
    )
    yield "## Hồ sơ dựng sẵn\n"
    yield "Không nêu hồ sơ thì chọn theo báo cáo (chế độ, cấp, cơ quan ban hành) và nói ra ở dòng đầu kết quả.\n"
    yield "| hồ sơ | dựa trên | nội dung |\n|---|---|---|"
    for name in profiles.names():
        raw = profiles.chain(name)[-1]
        text = (ROOT / "rules" / "profiles" / f"{name}.toml").read_text("utf-8").splitlines()[0].lstrip("# ")
        yield f"| `{name}` | {raw.get('extends', '')} | {text} |"


def _keys(
    title: str, properties: dict[str, Any], skip: frozenset[str] | set[str] = frozenset()
) -> Iterator[str]:
    yield f"## {title}\n"
    yield "| khóa | kiểu | nghĩa |\n|---|---|---|"
    for key, value in properties.items():
        if key not in skip:
            yield f"| `{key}` | {_type(value)} | {value.get('description', '')} |"
    yield ""


def _type(value: dict[str, Any]) -> str:
    kinds = [one for one in value.get("anyOf", [value]) if one.get("type") != "null"]
    names = {"string": "chuỗi", "array": "danh sách", "boolean": "true/false", "object": "bảng"}
    parts = []
    for kind in kinds:
        if "enum" in kind:
            parts.append(", ".join(f"`{word}`" for word in kind["enum"]))
        elif kind.get("format") == "date":
            parts.append("ngày")
        else:
            parts.append(names.get(kind.get("type", ""), ""))
    return " hoặc ".join(parts)


def main() -> int:
    """Write or check the pages."""
    folder = ROOT / "docs" / "reference"
    stale = [
        name
        for name, text in pages().items()
        if not (folder / name).exists() or (folder / name).read_text("utf-8") != text
    ]
    if "--check" in sys.argv:
        print(
            "\n".join(
                f"docs/reference/{name} is not what the program says: run scripts/build_reference.py"
                for name in stale
            )
        )
        return 1 if stale else 0
    for name, text in pages().items():
        (folder / name).write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
