"""The options of `reportlint check`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from reportlint.cli import options
from reportlint.cli.parser import number_from, one_of
from reportlint.renderers import FORMATS

if TYPE_CHECKING:
    from reportlint.cli.parser import Parser

_EXAMPLES = {
    "vi": """
Ví dụ
  reportlint check bao-cao.docx                       kiểm tra một tệp
  reportlint check bao-cao/ --severity warning        cả thư mục, không hiện mục xem xét
  reportlint check *.md --select VD,NT                chỉ viện dẫn và ngày tháng
  reportlint check a.md --format sarif --output-file a.sarif --format text
                                                      hai dạng kết quả một lúc
  cat a.md | reportlint check - --stdin-filename a.md
  reportlint check a.md --add-ignore "đã thống nhất"  ghi chú bỏ qua vào tệp

Mã thoát  0 không có gì phải sửa · 1 có chỗ từ mức --fail-on trở lên · 2 không chạy được hoặc có tệp không đọc được""",
    "en": """
Examples
  reportlint check bao-cao.docx                       one file
  reportlint check bao-cao/ --severity warning        a folder, without what is only to consider
  reportlint check *.md --select VD,NT                citations and dates only
  reportlint check a.md --format sarif --output-file a.sarif --format text
                                                      two outputs at once
  cat a.md | reportlint check - --stdin-filename a.md
  reportlint check a.md --add-ignore "agreed"         write suppressions into the file

Exit code  0 nothing that counts · 1 findings at or above --fail-on · 2 could not run, or a file could not be read""",
}


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.epilog = _EXAMPLES[parser.lang]
    options.add_files(parser)
    options.add_selection(parser)
    options.add_identity(parser)
    _add_output(parser)
    _add_running(parser)
    options.add_configuration(parser)


def _add_output(parser: Parser) -> None:
    group = parser.group("Kết quả", "Output")

    def add(*flags: str, vi: str, en: str, **more: Any) -> None:  # noqa: ANN401 - argparse's own
        parser.add(*flags, vi=vi, en=en, group=group, **more)

    add(
        "--format",
        vi=", ".join(FORMATS),
        en=", ".join(FORMATS),
        action=_Format,
        metavar="FORMAT",
        dest="outputs",
        default=[],
    )
    add("--output-file", vi="ghi vào tệp, thay vì ra màn hình; đi sau --format", en="write to a file; goes after its --format",
        action=_File, metavar="FILE", dest="outputs")  # fmt: skip
    add(
        "--severity",
        vi="chỉ hiện từ mức này: error, warning, info",
        en="show from this severity on",
        type=options.SEVERITY,
        metavar="LEVEL",
    )
    add("--fail-on", vi="mã thoát 1 từ mức này: certain (mặc định: lỗi chắc chắn), error, warning, info, never",
        en="exit 1 from this on: certain (default: certain errors), error, warning, info, never",
        type=options.FAIL_ON, metavar="LEVEL")  # fmt: skip
    add(
        "--max-findings",
        vi="hiện nhiều nhất N chỗ mỗi tệp",
        en="show at most N findings a file",
        type=number_from(1),
        metavar="N",
    )
    add("--statistics", vi="chỉ đếm theo quy tắc", en="count by rule only", action="store_true")
    add(
        "--show-source",
        vi="hiện dòng có lỗi (mặc định)",
        en="show the line (default)",
        action=argparse.BooleanOptionalAction,
        default=True,
    )
    add("--quiet", "-q", vi="chỉ các chỗ cần sửa", en="findings only", action="store_true")
    add("--verbose", "-v", vi="đủ mọi chỗ, mọi lý do", en="every place and reason", action="store_true")
    add(
        "--color",
        vi="auto, always, never",
        en="auto, always, never",
        type=one_of("auto", "always", "never"),
        default="auto",
        metavar="WHEN",
    )


def _add_running(parser: Parser) -> None:
    group = parser.group("Cách chạy", "Running")

    def add(*flags: str, vi: str, en: str, **more: Any) -> None:  # noqa: ANN401 - argparse's own
        parser.add(*flags, vi=vi, en=en, group=group, **more)

    add(
        "--jobs",
        "-j",
        vi="số tiến trình; 0 (mặc định) là tự chọn",
        en="processes; 0 (default) chooses",
        type=number_from(0),
        default=0,
        metavar="N",
    )
    add(
        "--exclude",
        vi="bỏ qua tệp, thư mục khớp mẫu",
        en="leave out what matches",
        action="append",
        default=[],
        metavar="GLOB",
    )
    add(
        "--cache-dir",
        vi="giữ kết quả ở thư mục này để lần sau nhanh hơn",
        en="keep results here for the next run",
        metavar="DIR",
    )
    add(
        "--baseline",
        vi="chỉ báo những chỗ không có trong tệp ghi nhận tồn tại",
        en="report only what is not in this file",
        metavar="FILE",
    )
    add(
        "--add-ignore",
        vi="ghi chú bỏ qua vào tệp (md, html), kèm lý do",
        en="write suppressions with this reason",
        metavar="REASON",
    )
    add("--watch", vi="chạy lại mỗi khi tệp thay đổi", en="run again when files change", action="store_true")
    add(
        "--show-files",
        vi="in các tệp sẽ kiểm tra rồi dừng",
        en="print the files and stop",
        action="store_true",
    )
    add(
        "--show-settings",
        vi="in thiết lập cho từng tệp rồi dừng",
        en="print the settings of each file and stop",
        action="store_true",
    )


class _Format(argparse.Action):
    """`--format F` opens an output; `--output-file` behind it says where it goes."""

    def __call__(
        self, _parser: object, namespace: argparse.Namespace, values: object, _option: object = None
    ) -> None:
        outputs = list(getattr(namespace, self.dest))
        setattr(namespace, self.dest, [*outputs, (values, None)])


class _File(argparse.Action):
    """`--output-file F` sends the output opened last to a file, or opens one whose format the name tells."""

    def __call__(
        self, _parser: object, namespace: argparse.Namespace, values: object, _option: object = None
    ) -> None:
        outputs = list(getattr(namespace, self.dest))
        format_ = outputs.pop()[0] if outputs and outputs[-1][1] is None else None
        setattr(namespace, self.dest, [*outputs, (format_, values)])
