"""Entry point of the command: finds the command that is typed, loads that module alone, and turns errors into exit codes."""

from __future__ import annotations

import contextlib
import errno
import gc
import os
import sys
from typing import NoReturn

from reportlint.cli.commands import COMMANDS, module_of

TROUBLE = 2
"""Exit code when the command could not run, or a file could not be read."""
INTERRUPTED = 130
PIPE_CLOSED = 141
"""What a shell says of a program that wrote to a closed pipe."""


def command() -> NoReturn:
    """Run as a program, and leave at once: taking every module and object apart took 20 ms of a run of 200."""
    code = main()
    with contextlib.suppress(OSError):
        sys.stderr.flush()
    os._exit(code)


def main(argv: list[str] | None = None) -> int:
    """Run `reportlint COMMAND …`. Return the exit code: 0 nothing that counts, 1 findings, 2 trouble."""
    argv = sys.argv[1:] if argv is None else argv
    _open_what_is_closed()
    _speak_utf8()
    lang = _language(argv)
    gc.set_threshold(
        100_000, 20, 20
    )  # a short run makes objects that live to its end: looking for garbage took 5 % of it
    try:
        code = _dispatch(argv, lang)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of our output has gone, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except KeyboardInterrupt:
        print("reportlint: đã dừng." if lang == "vi" else "reportlint: stopped.", file=sys.stderr)
        return INTERRUPTED
    except OSError as error:  # files are opened where errors are told; this is standard output
        return _cannot_write(error, argv, lang)
    except Exception as error:  # noqa: BLE001 - the last resort: said plainly, with its cause
        return _last_resort(error, argv, lang)
    return code


def _dispatch(argv: list[str], lang: str) -> int:
    words = [word for word in argv if not word.startswith("-")]
    if "--version" in argv[:1] or "-V" in argv[:1]:
        from reportlint import __version__

        print(f"reportlint {__version__}")
        return 0
    first = argv[0] if argv else ""
    if first in {"", "-h", "--help"} or words == ["help"]:
        from reportlint.cli.help import overview

        print(overview(lang))
        return 0 if argv else TROUBLE
    if first == "help":
        argv = [argv[1], "--help"]
    if first.startswith("--lang"):  # before the command
        skip = 2 if first == "--lang" else 1
        return _dispatch([*argv[skip:], *argv[:skip]] if len(argv) > skip else ["--help"], lang)
    if argv[0] not in COMMANDS:
        return _no_such_command(argv[0], lang)
    return _run(argv[0], argv[1:], lang)


def _run(command: str, argv: list[str], lang: str) -> int:
    """Parse the options of one command and run it."""
    from reportlint.cli import kept_code

    kept_code.keep()
    try:
        return _parsed_and_run(command, argv, lang)
    finally:
        kept_code.write()


def _parsed_and_run(command: str, argv: list[str], lang: str) -> int:
    from reportlint.cli.parser import Parser
    from reportlint.errors import ReportlintError

    module = module_of(command)
    parser = Parser(command, lang)
    module.configure(parser)
    try:
        args = parser.read(argv)
        return int(module.run(args))
    except Parser.Shown:  # help was asked for
        return 0
    except ReportlintError as error:
        print(f"reportlint: {error.said(lang)}", file=sys.stderr)
        return TROUBLE


def _no_such_command(word: str, lang: str) -> int:
    from reportlint.cli.parser import meant

    guess = meant(word, COMMANDS)
    if lang == "en":
        hint = f" Did you mean “{guess}”?" if guess else ""
        text = f"there is no command “{word}”.{hint} `reportlint --help` lists them."
    else:
        hint = f" Có phải ý bạn là “{guess}”?" if guess else ""
        text = f"không có lệnh “{word}”.{hint} Xem các lệnh: reportlint --help"
    if os.path.exists(word):  # noqa: PTH110 - pathlib is not loaded yet
        text += f"\n  reportlint check {word}"
    print(f"reportlint: {text}", file=sys.stderr)
    return TROUBLE


def _cannot_write(error: OSError, argv: list[str], lang: str) -> int:
    """Say that the results could not be written, as on a full disk."""
    if error.errno not in {errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EFBIG}:
        return _last_resort(error, argv, lang)
    from reportlint.errors import system_cause

    why = system_cause(error)
    text = (
        f"the results could not be written: {why.en}" if lang == "en" else f"không ghi được kết quả: {why.vi}"
    )
    print(f"reportlint: {text}", file=sys.stderr)
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return TROUBLE


def _open_what_is_closed() -> None:
    """Give a closed standard stream (`>&-`) somewhere to go; Python leaves None in its place."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - open to the end


def _last_resort(error: Exception, argv: list[str], lang: str) -> int:
    """Say that the program is at fault, and how; the whole trace only with --verbose."""
    if "--verbose" in argv or "-v" in argv:
        import traceback

        traceback.print_exc()
    cause = f"{type(error).__name__}: {error}"
    if lang == "en":
        text = f"the program failed, this is a fault of ours and not of your file: {cause}\n  --verbose shows where; please report it."
    else:
        text = f"chương trình gặp lỗi, đây là lỗi của chúng tôi, không phải của tệp: {cause}\n  Thêm --verbose để xem chi tiết; đề nghị báo lại."
    print(f"reportlint: {text}", file=sys.stderr)
    return TROUBLE


def _language(argv: list[str]) -> str:
    """Return `en` when asked for by --lang or REPORTLINT_LANG, else `vi`."""
    for i, word in enumerate(argv):
        if word == "--lang" and i + 1 < len(argv):
            return "en" if argv[i + 1] == "en" else "vi"
        if word.startswith("--lang="):
            return "en" if word == "--lang=en" else "vi"
    return "en" if os.environ.get("REPORTLINT_LANG", "").startswith("en") else "vi"


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale; a file name that is no text is shown with escapes."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
