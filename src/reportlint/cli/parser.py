"""The option parser: argparse with help in two languages, errors in both, and a guess at what was meant."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, Any, NoReturn

from reportlint.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_WORDINGS: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (.+)", r"thiếu: \1"),
    (r"argument (\S+): expected one argument", r"tùy chọn \1 cần một giá trị"),
    (r"argument (\S+): expected at least one argument", r"tùy chọn \1 cần ít nhất một giá trị"),
    (r"argument (\S+): ignored explicit argument (.+)", r"tùy chọn \1 không nhận giá trị \2"),
    (r"argument (\S+): invalid int value: (.+)", r"tùy chọn \1 cần một số nguyên, không phải \2"),
    (
        r"argument (\S+): invalid choice: (\S+) \(choose from (.+)\)",
        r"tùy chọn \1 không có giá trị \2; chọn trong: \3",
    ),
    (r"argument (\S+): not allowed with argument (\S+)", r"không dùng \1 cùng với \2"),
    (
        r"argument (\S+): “(.+)” is none of (.+) \(did you mean “(.+)”\?\)",
        r"tùy chọn \1 không có giá trị “\2”, chọn trong: \3 (có phải “\4”?)",
    ),
    (r"argument (\S+): “(.+)” is none of (.+)", r"tùy chọn \1 không có giá trị “\2”, chọn trong: \3"),
    (r"argument (\S+): “(.*)” is no day, as (.+)", r"tùy chọn \1: “\2” không phải một ngày, ghi như \3"),
    (
        r"argument (\S+): “(.+)” is no time, as (.+)",
        r"tùy chọn \1: “\2” không phải một thời điểm, ghi như \3",
    ),
    (
        r"argument (\S+): “(.+)” is no whole number from (.+) on",
        r"tùy chọn \1: “\2” không phải số nguyên từ \3 trở lên",
    ),
    (r"argument (\S+): (.+)", r"tùy chọn \1: \2"),
)


vars(argparse)["_"] = str  # we speak for ourselves; looking for a translation that is not there takes 1 ms


class Parser(argparse.ArgumentParser):
    """The options of one command. `read` raises `SettingsError` for what is wrong and `Shown` after printing the help."""

    class Shown(Exception):  # noqa: N818 - no error: the help has been shown
        """The help was asked for and printed; there is nothing else to do."""

    def __init__(self, command: str, lang: str = "vi") -> None:
        """Make an empty parser for a command; `lang` is the language of help and errors."""
        self._showing = False
        super().__init__(
            prog=f"reportlint {command}", add_help=False, allow_abbrev=False, formatter_class=_Help
        )
        self.command, self.lang = command, lang
        self.set_defaults(command=command)
        vi = lang == "vi"
        self._positionals.title = "Đối số" if vi else "Arguments"
        self._optionals.title = "Tùy chọn" if vi else "Options"
        self.common = self.add_argument_group("Chung" if vi else "General")
        self.common.add_argument(
            "-h", "--help", action="store_true", help="in trợ giúp này" if vi else "print this help"
        )
        self.common.add_argument(
            "--lang",
            type=one_of("vi", "en"),
            default=lang,
            metavar="vi|en",
            help="ngôn ngữ" if vi else "language",
        )

    def add(self, *flags: str, vi: str, en: str, group: Any = None, **options: Any) -> None:  # noqa: ANN401 - argparse's own
        """Add an option with its help in both languages, to a group if given."""
        (group or self).add_argument(*flags, help=en if self.lang == "en" else vi, **options)

    def group(self, vi: str, en: str) -> argparse._ArgumentGroup:
        """Start a titled group of options."""
        return self.add_argument_group(en if self.lang == "en" else vi)

    @property
    def actions(self) -> list[argparse.Action]:
        """All options and arguments, for completion and the manual page; argparse itself shows them nowhere."""
        return self._actions

    def read(self, argv: Sequence[str]) -> argparse.Namespace:
        """Parse the arguments. Options and files may stand in any order."""
        if any(word in {"-h", "--help"} for word in argv):
            self._showing = True
            print(self.format_help(), end="")
            raise Parser.Shown
        args, rest = self.parse_known_intermixed_args(_with_names_after_dashes(argv))
        if unknown := [word for word in rest if word.startswith("-")] or rest:
            self._unknown(unknown[0])
        return args

    def _unknown(self, word: str) -> NoReturn:
        flags = [flag for action in self._actions for flag in action.option_strings]
        guess = meant(word.split("=", maxsplit=1)[0], flags)
        raise SettingsError(
            f"lệnh “{self.prog}” không có tùy chọn {word}; "
            + (f"có phải ý bạn là {guess}?" if guess else f"xem: {self.prog} --help"),
            f"{self.prog} has no option {word}; "
            + (f"did you mean {guess}?" if guess else f"see: {self.prog} --help"),
        )

    def _get_formatter(self) -> argparse.HelpFormatter:
        """Make a formatter that measures the terminal for the help alone: argparse makes one for every option it is given."""
        return _Help(self.prog, None if self._showing else 80)

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would have printed, in the language of the user."""
        vi = next(
            (m.expand(wording) for pattern, wording in _WORDINGS if (m := re.fullmatch(pattern, message))),
            message,
        )
        en = re.sub(r"^argument (?=-)", "option ", message)
        raise SettingsError(f"{vi}; xem: {self.prog} --help", f"{en}; see: {self.prog} --help")


def _with_names_after_dashes(argv: Sequence[str]) -> list[str]:
    """Take what stands behind `--` for names of files, also what begins with a dash: `-- -a.md` is `./-a.md`."""
    words = list(argv)
    if "--" not in words:
        return words
    at = words.index("--")
    return words[:at] + [
        f"./{word}" if word.startswith("-") and word != "-" else word for word in words[at + 1 :]
    ]


class _Help(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str, width: int | None = None) -> None:
        super().__init__(prog, max_help_position=30, width=width)

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:  # noqa: ANN401
        """Show files only; a wall of options in brackets teaches nobody."""
        shown = [action for action in actions if not action.option_strings]
        super().add_usage(usage, shown, groups, prefix or "")


def one_of(*values: str) -> Callable[[str], str]:
    """Make an argument type that takes one of some words, and guesses when another is given."""

    def read(word: str) -> str:
        if word in values:
            return word
        guess = meant(word, values)
        hint = f" (did you mean “{guess}”?)" if guess else ""
        raise argparse.ArgumentTypeError(f"“{word}” is none of {', '.join(values)}{hint}")

    return read


def comma_list(text: str) -> list[str]:
    """Split `VD,CT001` into its items; a code may be typed in small letters."""
    items = [item.strip() for item in text.split(",") if item.strip()]
    return [item.upper() if re.fullmatch(r"[a-z]{2}\d*", item) else item for item in items]


def number_from(least: int) -> Callable[[str], int]:
    """Make an argument type that takes whole numbers from one on."""

    def read(text: str) -> int:
        number = int(text) if re.fullmatch(r"-?\d+", text) else least - 1
        if number < least:
            raise argparse.ArgumentTypeError(f"“{text}” is no whole number from {least} on")
        return number

    return read


def meant(word: str, known: Iterable[str]) -> str:
    """Return the known word that is most like the one typed; empty when none is."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), "")
