"""`reportlint watch FOLDER`: an annotated copy beside each report, written anew whenever the report is saved."""

from __future__ import annotations

import sys
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from reportlint import writers
from reportlint.cli import options
from reportlint.cli.run_settings import RunSettings
from reportlint.errors import ReportlintError, SettingsError
from reportlint.pipeline import lint_bytes
from reportlint.writers import files as disk
from reportlint.writers.marking import SUFFIX, Marking

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from reportlint.cli.parser import Parser

ENDINGS = (".docx", ".docm", ".odt", ".pdf")
"""What an annotated copy can be written of."""
INTERVAL = 1.0
"""Seconds between two looks at the folder; a saved file must be the same in two looks, so that it is whole."""
Stamp = tuple[int, int]
"""Time of change (ns) and size of a file."""
_EPILOG = {
    "vi": """
Ví dụ
  reportlint watch "D:\\Báo cáo"            lưu bao-cao.docx là có bao-cao.ra-soat.docx bên cạnh
  reportlint watch . --all --once          làm một lượt cho mọi tệp rồi thôi

Dùng được với thư mục mạng: thư mục được xem lại từng giây. Dừng bằng Ctrl+C.""",
    "en": """
Examples
  reportlint watch reports/                saving report.docx writes report.ra-soat.docx beside it
  reportlint watch . --all --once          once for every file, then end

Works on network folders too: the folder is looked at every second. Ctrl+C ends it.""",
}


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.epilog = _EPILOG[parser.lang]
    parser.add(
        "folder",
        nargs="?",
        default=".",
        vi="thư mục cần theo dõi (mặc định: thư mục này)",
        en="folder (default: this one)",
    )
    parser.add(
        "--all", action="store_true", vi="làm cả những tệp đã có sẵn", en="files that are there already, too"
    )
    parser.add("--once", action="store_true", vi="xem một lượt rồi thôi", en="look once and end")
    parser.add(
        "--no-changes", action="store_true", vi="chỉ lời bình, không có thay đổi theo dõi", en="comments only"
    )
    options.add_selection(parser)
    options.add_identity(parser)
    options.add_configuration(parser)


def run(args: argparse.Namespace) -> int:
    """Watch until interrupted. 0; with `--once` 2 when a file could not be read or written."""
    folder = Path(args.folder)
    if not folder.is_dir():
        raise SettingsError(f"{folder}: không phải thư mục", f"{folder}: no folder")
    args.files = [str(folder)]
    watcher = Watcher(args, folder)
    if args.once:
        watcher.look(settled=True)
        return 2 if watcher.failed else 0
    vi = args.lang == "vi"
    _say(
        f"Đang theo dõi {folder.absolute()} (Ctrl+C để dừng)"
        if vi
        else f"Watching {folder.absolute()} (Ctrl+C ends)"
    )
    try:
        while True:
            watcher.look()
            time.sleep(INTERVAL)
    except KeyboardInterrupt:
        return 0


class Watcher:
    """What is known of a folder between two looks."""

    def __init__(self, args: argparse.Namespace, folder: Path) -> None:
        """Note the files that are there; they count as done unless `--all` is given or their copy is older."""
        self._args, self._folder = args, folder
        self.failed = False
        self._seen: dict[Path, Stamp] = {}
        self._done: dict[Path, Stamp] = {} if args.all else dict(_reports(folder))
        if not args.all:
            for path, stamp in list(self._done.items()):
                copy = copy_of(path)
                if copy.exists() and copy.stat().st_mtime_ns < stamp[0]:
                    del self._done[path]

    def look(self, *, settled: bool = False) -> None:
        """Annotate what has changed and, unless `settled`, was the same in the look before."""
        for path, stamp in _reports(self._folder):
            if self._done.get(path) != stamp and (settled or self._seen.get(path) == stamp):
                self._done[path] = stamp
                self._annotate(path)
            self._seen[path] = stamp

    def _annotate(self, path: Path) -> None:
        """Write the copy of one report. Whatever goes wrong is said, and the others go on."""
        vi = self._args.lang == "vi"
        try:
            snapshot = disk.read(path)
            result = lint_bytes(snapshot.data, str(path), RunSettings(self._args).for_path(str(path)))
            marking = Marking(track=not self._args.no_changes, lang=self._args.lang)
            annotated = writers.annotate(snapshot.data, result, marking)
            disk.write(copy_of(path), annotated.data)
        except ReportlintError as error:
            self.failed = True
            _say(f"✖ {error.said(self._args.lang)}")
        except Exception as error:  # noqa: BLE001 - one file that fails must not end the watch
            self.failed = True
            traceback.print_exc(file=sys.stderr)
            _say(f"✖ {path}: {type(error).__name__}: {error}")
        else:
            told = f"{annotated.comments} lời bình" if vi else f"{annotated.comments} comments"
            _say(f"{time.strftime('%H:%M')} {path.name} → {copy_of(path).name}: {told}")


def copy_of(path: Path) -> Path:
    """Return where the annotated copy of a report stands."""
    return path.with_name(f"{path.stem}{SUFFIX}{path.suffix}")


def _reports(folder: Path) -> Iterator[tuple[Path, Stamp]]:
    """The reports below a folder; no hidden or lock files, no copies of ours. Ours end in `.ra-soat`."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
        if hidden or path.suffix.lower() not in ENDINGS or path.stem.endswith(SUFFIX):
            continue
        try:
            status = path.stat()
        except OSError:  # gone between two looks, as a temporary file of Word is
            continue
        yield path, (status.st_mtime_ns, status.st_size)


def _say(line: str) -> None:
    print(line, flush=True)
