"""`reportlint annotate`: a copy of the file with a comment at each finding and each fix as a tracked change."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reportlint import writers
from reportlint.cli import files, options
from reportlint.cli.run_settings import RunSettings
from reportlint.errors import SettingsError, UnreadableError
from reportlint.pipeline import lint_bytes
from reportlint.said import in_language
from reportlint.writers import UnwritableError
from reportlint.writers import files as disk
from reportlint.writers.marking import SUFFIX, Marking

if TYPE_CHECKING:
    from reportlint.cli.parser import Parser

_EPILOG = {
    "vi": """
Ví dụ
  reportlint annotate bao-cao.docx                      ghi bao-cao.ra-soat.docx cạnh tệp gốc
  reportlint annotate bao-cao.docx -o gui-lai.docx
  reportlint annotate bao-cao.pdf                       tô sáng kèm ghi chú
  reportlint annotate bao-cao.docx --no-changes         chỉ lời bình, không đánh dấu sửa

Word, ODT: mỗi phát hiện là một lời bình đúng chỗ; chỗ sửa được là thay đổi theo dõi (Track Changes) để chấp nhận hoặc từ
chối từng chỗ. Tệp gốc không bị đụng đến.

Mã thoát  0 đã xong · 2 có tệp không đọc hoặc không ghi được""",
    "en": """
Examples
  reportlint annotate report.docx                       writes report.ra-soat.docx beside it
  reportlint annotate report.docx -o back.docx
  reportlint annotate report.pdf                        highlights with notes
  reportlint annotate report.docx --no-changes          comments only

Exit code  0 done · 2 a file could not be read or written""",
}


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.epilog = _EPILOG[parser.lang]
    options.add_files(parser)
    group = parser.group("Ghi chú", "Annotating")
    parser.add(
        "--output",
        "-o",
        vi="ghi ra tệp hoặc thư mục này",
        en="write to this file or folder",
        group=group,
        metavar="PATH",
    )
    parser.add(
        "--no-changes",
        vi="chỉ lời bình, không có thay đổi theo dõi",
        en="comments only",
        group=group,
        action="store_true",
    )
    parser.add("--date", vi="thời điểm ghi trên lời bình (2024-06-30T08:00:00)", en="time written on comments", group=group,
               type=moment, metavar="TIME")  # fmt: skip
    parser.add("--force-signed", vi="làm cả với tệp đã ký số (bản sao mất chữ ký)", en="signed files too", group=group,
               action="store_true")  # fmt: skip
    options.add_selection(parser)
    options.add_identity(parser)
    options.add_configuration(parser)


def moment(text: str) -> dt.datetime:
    """Read a time."""
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no time, as 2024-06-30T08:00:00") from None


def run(args: argparse.Namespace) -> int:
    """Annotate each file. 0 when all were done, 2 when one could not be read or written."""
    runs = RunSettings(args)
    paths, missing = files.find(args.files or ["."], runs.root)
    if args.output and len(paths) > 1 and not Path(args.output).is_dir():
        raise SettingsError(
            f"có {len(paths)} tệp: --output phải là một thư mục đã có",
            f"there are {len(paths)} files: --output must be a folder that is there",
        )
    for error in missing:
        print(f"reportlint: {error.said(args.lang)}", file=sys.stderr)
    trouble = bool(missing)
    for path in paths:
        try:
            _annotate(path, args, runs)
        except (UnreadableError, UnwritableError) as error:
            trouble = True
            print(f"reportlint: {error.said(args.lang)}", file=sys.stderr)
    return 2 if trouble else 0


def _annotate(path: str, args: argparse.Namespace, runs: RunSettings) -> None:
    if path == "-":
        raise UnwritableError(
            "<stdin>",
            "cần một tệp để ghi chú vào, không dùng được đầu vào chuẩn",
            "comments need a file to stand in; standard input is none",
        )
    snapshot = disk.read(Path(path))
    result = lint_bytes(snapshot.data, path, runs.for_path(path))
    options_ = {"date": args.date} if args.date else {}
    marking = Marking(track=not args.no_changes, force_signed=args.force_signed, lang=args.lang, **options_)
    annotated = writers.annotate(snapshot.data, result, marking)
    target = _target(Path(path), args.output)
    if target.resolve() == snapshot.path.resolve():
        raise UnwritableError(
            path,
            "bản có ghi chú không được ghi đè lên tệp gốc; hãy chọn tên khác cho --output",
            "the copy with comments must not take the place of the original; choose another --output",
        )
    disk.write(target, annotated.data)
    vi = args.lang == "vi"
    told = f"{annotated.comments} lời bình" if vi else f"{annotated.comments} comments"
    if annotated.tracked:
        told += f", {annotated.tracked} chỗ sửa theo dõi" if vi else f", {annotated.tracked} tracked repairs"
    print(f"{path} → {target}: {told}")
    reasons: dict[str, int] = {}
    for entry in annotated.left:
        if entry.reason:
            said = in_language(entry.reason, args.lang)
            reasons[said] = reasons.get(said, 0) + 1
    for reason, count in sorted(reasons.items(), key=lambda item: -item[1]):
        print(f"  {count} chỗ chỉ ghi lời bình: {reason}" if vi else f"  {count} in words only: {reason}")


def _target(path: Path, output: str | None) -> Path:
    name = f"{path.stem}{SUFFIX}{path.suffix}"
    if output is None:
        return path.with_name(name)
    return Path(output) / name if Path(output).is_dir() else Path(output)
