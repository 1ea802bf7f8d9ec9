"""`reportlint completion SHELL`: a script that completes commands, options and codes, made from the commands themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint import catalogue
from reportlint.cli.commands import COMMANDS, module_of
from reportlint.cli.parser import Parser, one_of
from reportlint.renderers import FORMATS

if TYPE_CHECKING:
    import argparse


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.add(
        "shell",
        vi="bash, zsh hoặc fish",
        en="bash, zsh or fish",
        type=one_of("bash", "zsh", "fish"),
        metavar="SHELL",
    )
    parser.epilog = (
        '  bash  eval "$(reportlint completion bash)"        (trong ~/.bashrc)\n'
        '  zsh   eval "$(reportlint completion zsh)"         (trong ~/.zshrc)\n'
        "  fish  reportlint completion fish > ~/.config/fish/completions/reportlint.fish"
    )


def run(args: argparse.Namespace) -> int:
    """Print the script."""
    print({"bash": bash, "zsh": zsh, "fish": fish}[args.shell](), end="")
    return 0


def options_of(command: str, lang: str = "vi") -> list[tuple[str, str]]:
    """Return the long options of a command with their help; empty for one that is not installed."""
    try:
        module = module_of(command)
    except ImportError:
        return []
    parser = Parser(command, lang)
    module.configure(parser)
    return [
        (flag, action.help or "")
        for action in parser.actions
        for flag in action.option_strings
        if flag.startswith("--")
    ]


def _values() -> dict[str, str]:
    codes = " ".join(rule.code for rule in catalogue.rules())
    families = " ".join(dict.fromkeys(rule.family for rule in catalogue.rules()))
    named = dict.fromkeys(
        ("--select", "--extend-select", "--ignore", "--extend-ignore"), f"{families} {codes}"
    )
    return {
        **named, "--format": " ".join(FORMATS), "--lang": "vi en", "--color": "auto always never", "--severity": "error warning info",
        "--fail-on": "certain error warning info never", "--level": "central province district commune", "--regime": "nd30 hd36 hd05 qppl other",
    }  # fmt: skip


def bash() -> str:
    """Return the script for bash."""
    cases = "\n".join(
        f"    {name}) options={_quoted(' '.join(flag for flag, _ in options_of(name)))} ;;"
        for name in COMMANDS
    )
    values = "\n".join(
        f'    {flag}) COMPREPLY=($(compgen -W "{words}" -- "$word")); return ;;'
        for flag, words in _values().items()
    )
    codes = " ".join(rule.code for rule in catalogue.rules())
    return f"""_reportlint() {{
  local word="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD-1]}}" options=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "{" ".join(COMMANDS)} --help --version" -- "$word")); return
  fi
  case "$before" in
{values}
  esac
  case "${{COMP_WORDS[1]}}" in
{cases}
  esac
  case "${{COMP_WORDS[1]}}:$word" in
    *:-*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
    rule:*) COMPREPLY=($(compgen -W "{codes}" -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}}
complete -o filenames -F _reportlint reportlint
"""


def zsh() -> str:
    """Return the script for zsh, which runs that for bash."""
    return "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n" + bash()


def fish() -> str:
    """Return the script for fish."""
    lines = []
    for name, texts in COMMANDS.items():
        lines.append(f"complete -c reportlint -n __fish_use_subcommand -f -a {name} -d {_quoted(texts[0])}")
        condition = _quoted(f"__fish_seen_subcommand_from {name}")
        for flag, text in options_of(name):
            values = f" -x -a {_quoted(_values()[flag])}" if flag in _values() else ""
            lines.append(f"complete -c reportlint -n {condition} -l {flag[2:]} -d {_quoted(text)}{values}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "’") + "'"
