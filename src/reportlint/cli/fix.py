"""`reportlint fix`: mend what can be mended safely, or what the user agrees to; show it, or write it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reportlint.cli import files, options
from reportlint.cli.fix_words import applied_lines, left_lines, say
from reportlint.cli.run_settings import RunSettings
from reportlint.errors import SettingsError, UnreadableError
from reportlint.fixes.choosing import safe_only
from reportlint.writers import UnwritableError
from reportlint.writers import files as disk
from reportlint.writers.repairing import repair

if TYPE_CHECKING:
    import argparse

    from reportlint.cli.parser import Parser
    from reportlint.writers.repairing import Repaired

_EPILOG = {
    "vi": """
Ví dụ
  reportlint fix bao-cao.md                 xem sẽ sửa gì, chưa ghi
  reportlint fix bao-cao.md --diff          xem từng dòng thay đổi (dùng được với patch)
  reportlint fix bao-cao.docx --in-place    sửa ngay trong tệp, giữ bản lưu bao-cao.docx.bak
  reportlint fix bao-cao.docx --ask --output ban-sua.docx

Không có --ask thì chỉ sửa những chỗ an toàn: khoảng trắng, từ lặp, dấu câu … không bao giờ đụng số liệu, ngày tháng,
tên riêng, số ký hiệu, phần trích nguyên văn.

Mã thoát  0 đã xong · 2 có tệp không đọc hoặc không ghi được""",
    "en": """
Examples
  reportlint fix report.md                  show what would be repaired, write nothing
  reportlint fix report.md --diff           show the lines that change (patch accepts it)
  reportlint fix report.docx --in-place     repair the file, keep report.docx.bak
  reportlint fix report.docx --ask --output mended.docx

Without --ask only safe repairs are made: blanks, doubled words, punctuation …; never figures, dates, names, symbols or
quoted text.

Exit code  0 done · 2 a file could not be read or written""",
}


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.epilog = _EPILOG[parser.lang]
    options.add_files(parser)
    group = parser.group("Sửa", "Repairing")
    for flag, vi, en in (
        ("--diff", "in các thay đổi, không ghi", "print the changes, write nothing"),
        ("--ask", "hỏi từng chỗ, cả những chỗ cần xem lại", "ask about each, also those that are not safe"),
        ("--in-place", "ghi vào chính tệp đó", "write into the file itself"),
        ("--no-backup", "không giữ bản lưu .bak khi --in-place", "keep no .bak with --in-place"),
        ("--force-signed", "sửa cả tệp đã ký số (chữ ký sẽ mất hiệu lực)", "repair signed files too"),
    ):
        parser.add(flag, vi=vi, en=en, group=group, action="store_true")
    parser.add("--output", "-o", vi="ghi ra tệp hoặc thư mục này; - là màn hình", en="write to this file or folder; - for output",
               group=group, metavar="PATH")  # fmt: skip
    options.add_selection(parser)
    options.add_identity(parser)
    options.add_configuration(parser)


def run(args: argparse.Namespace) -> int:
    """Fix each file. 0 when all were done, 2 when one could not be read or written."""
    runs = RunSettings(args)
    paths, missing = files.find(args.files or ["."], runs.root)
    _check(args, paths)
    trouble = False
    for error in missing:
        trouble = True
        print(f"reportlint: {error.said(args.lang)}", file=sys.stderr)
    asking = None
    if args.ask:
        from reportlint.cli.asking import Asking

        asking = Asking(args.lang)
    for path in paths:
        if asking and asking.stopped:
            break
        try:
            _fix(path, args, runs, asking.wanted if asking else safe_only)
        except (UnreadableError, UnwritableError) as error:
            trouble = True
            print(f"reportlint: {error.said(args.lang)}", file=sys.stderr)
    return 2 if trouble else 0


def _check(args: argparse.Namespace, paths: list[str]) -> None:
    chosen = [
        name for name in ("--diff", "--in-place", "--output") if getattr(args, name[2:].replace("-", "_"))
    ]
    if len(chosen) > 1:
        raise SettingsError(f"chọn một trong: {', '.join(chosen)}", f"choose one of: {', '.join(chosen)}")
    if args.output and args.output != "-" and len(paths) > 1 and not Path(args.output).is_dir():
        raise SettingsError(
            f"có {len(paths)} tệp: --output phải là một thư mục đã có",
            f"there are {len(paths)} files: --output must be a folder that is there",
        )
    if args.in_place and "-" in paths:
        raise SettingsError(
            "đầu vào chuẩn không có tệp để ghi vào; hãy dùng --output hoặc --diff",
            "standard input is no file to write into; use --output or --diff",
        )
    if args.ask and "-" in paths:
        raise SettingsError(
            "--ask cần bàn phím, không đọc được văn bản từ đầu vào chuẩn",
            "--ask needs the keyboard; the text cannot come from standard input",
        )


def _fix(path: str, args: argparse.Namespace, runs: RunSettings, wanted: object) -> None:
    name = (args.stdin_filename or "<stdin>") if path == "-" else path
    snapshot = None if path == "-" else disk.read(Path(path))
    data = files.standard_input() if snapshot is None else snapshot.data
    done = repair(data, name, runs.for_path(name), wanted, force_signed=args.force_signed)  # type: ignore[arg-type]
    to_output = args.diff or args.output == "-" or (path == "-" and not args.output)
    out = sys.stderr if to_output else sys.stdout
    print("\n".join(_told(done, args.lang)), file=out)
    if args.diff:
        _print_diff(done)
    elif args.output == "-" or (path == "-" and not args.output):
        sys.stdout.flush()
        sys.stdout.buffer.write(done.data)
    elif args.output:
        target = Path(args.output)
        target = target / Path(name).name if target.is_dir() else target
        disk.write(target, done.data)
        print(say("written", args.lang).format(path=target), file=out)
    elif snapshot is not None and args.in_place and done.repairs:
        kept = disk.replace(snapshot, done.data, backup=not args.no_backup)
        backup = say("backup", args.lang).format(path=kept) if kept else ""
        print(say("written", args.lang).format(path=path) + backup, file=out)
    elif done.repairs and not args.in_place:
        print(say("not_written", args.lang), file=out)


def _told(done: Repaired, lang: str) -> list[str]:
    path = done.before.path
    head = say("fixed" if done.repairs else "nothing", lang).format(path=path, n=len(done.repairs))
    return [head, *applied_lines(done, lang), *left_lines(done, lang)]


def _print_diff(done: Repaired) -> None:
    from reportlint.writers.diff import unified

    mark = "\ufeff" if done.data.startswith(b"\xef\xbb\xbf") else ""
    sys.stdout.flush()
    text = unified(done.before.report.document, done.after.report.document, mark=mark)
    sys.stdout.buffer.write(text.encode("utf-8", "surrogateescape"))
    sys.stdout.buffer.flush()
