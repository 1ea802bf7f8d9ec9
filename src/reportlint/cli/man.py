"""`reportlint man`: the manual page, made from the commands and their options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint import __version__
from reportlint.cli.commands import COMMANDS
from reportlint.cli.completion import options_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from reportlint.cli.parser import Parser


def configure(parser: Parser) -> None:
    """Add nothing; there is one page."""
    parser.epilog = "  reportlint man > reportlint.1 && man ./reportlint.1"


def run(args: argparse.Namespace) -> int:
    """Print the page in the language of the man program, roff."""
    print("\n".join(_lines(english=args.lang == "en")))
    return 0


def _lines(*, english: bool) -> Iterator[str]:
    def say(vi: str, en: str) -> str:
        return en if english else vi

    yield f'.TH REPORTLINT 1 "" "reportlint {__version__}"'
    yield ".SH " + say("TÊN", "NAME")
    yield "reportlint \\- " + say(
        "soát báo cáo hành chính trước khi trình ký",
        "checks Vietnamese administrative reports before they are signed",
    )
    yield ".SH " + say("CÁCH DÙNG", "SYNOPSIS")
    yield ".B reportlint\n.I " + say("LỆNH [tùy chọn] [tệp …]", "COMMAND [options] [file …]")
    yield ".SH " + say("LỆNH", "COMMANDS")
    for name, texts in COMMANDS.items():
        yield f".SS {name}\n{_roff(texts[english])}"
        for flag, text in options_of(name, "en" if english else "vi"):
            yield f".TP\n.B {_roff(flag)}\n{_roff(text)}"
    yield ".SH " + say("MÃ THOÁT", "EXIT STATUS")
    for code, vi, en in (
        ("0", "không có gì phải sửa", "nothing that counts"),
        ("1", "có chỗ từ mức \\-\\-fail\\-on trở lên", "findings at or above \\-\\-fail\\-on"),
        ("2", "không chạy được hoặc có tệp không đọc được", "could not run, or a file could not be read"),
        ("130", "bị dừng giữa chừng", "interrupted"),
        ("141", "nơi đọc kết quả đã đóng", "the reader of the output has gone"),
    ):
        yield f".TP\n.B {code}\n{say(vi, en)}"
    yield ".SH " + say("BIẾN MÔI TRƯỜNG", "ENVIRONMENT")
    yield ".TP\n.B NO_COLOR\n" + say("không dùng màu", "no colour")
    yield ".TP\n.B REPORTLINT_LANG\nvi, en"
    yield ".TP\n.B COLUMNS\n" + say("bề rộng của kết quả", "width of the output")


def _roff(text: str) -> str:
    return text.replace("\\", "\\\\").replace("-", "\\-").replace("%%", "%")
