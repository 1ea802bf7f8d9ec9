"""Compiled regular expressions kept between runs of the command, beside the compiled modules and by their rules.

Python keeps compiled modules but compiles every expression anew: 360 of them take 60 ms of a run of 200 (decision 0014).
What is kept is the code that `re` would make again, found by the expression itself, so it is never stale. Where it cannot
be read, written or used, expressions are compiled as ever. `re._compiler` and `_sre` are undocumented: they are touched
here alone, and whatever they do differently in another Python ends in the same fall-back.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from array import array
from importlib import import_module
from typing import Any

_Key = tuple[str, int]
_Kept = dict[_Key, tuple[Any, ...]]


def keep() -> None:
    """From now on, take expressions from what earlier runs have compiled."""
    try:
        compiler: Any = import_module("re._compiler")
        compile_anew, make = compiler.compile, import_module("_sre").compile
    except (ImportError, AttributeError):
        return
    kept = _read()

    def compiled(pattern: Any, flags: int = 0) -> re.Pattern[Any]:  # noqa: ANN401 - as `re` calls it
        key = (pattern, int(flags))
        if key in kept:
            try:
                found: re.Pattern[Any] = make(pattern, *_thawed(*kept[key]))
            except (TypeError, ValueError, RuntimeError, OverflowError):
                kept.pop(key)
            else:
                return found
        if isinstance(pattern, str):
            _missed.append(key)
        anew: re.Pattern[Any] = compile_anew(pattern, flags)
        return anew

    compiler.compile = compiled


_missed: list[_Key] = []
"""What this run had to compile."""


def write() -> None:
    """Keep what this run had to compile; without effect where Python keeps no compiled modules either."""
    if not _missed or sys.dont_write_bytecode or not (path := _path()):
        return
    kept = _read()
    try:
        kept.update((key, _code(*key)) for key in _missed)
        partial = f"{path}.{os.getpid()}"
        with open(partial, "wb") as file:  # noqa: PTH123 - pathlib is not loaded yet
            marshal.dump((_made_by(), kept), file)
        os.replace(partial, path)  # noqa: PTH105 - the same
    except (OSError, AttributeError, ImportError, ValueError):
        return


def _read() -> _Kept:
    try:
        with open(_path(), "rb") as file:  # noqa: PTH123 - pathlib is not loaded yet
            made_by, kept = marshal.loads(file.read())  # noqa: S302 - trusted as the .pyc files beside it are
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return kept if made_by == _made_by() and isinstance(kept, dict) else {}


def _path() -> str:
    """Return the file beside this module's compiled form; empty where it has none."""
    cached = __spec__.cached
    return cached.removesuffix(".pyc") + ".patterns" if cached else ""


def _made_by() -> str:
    return sys.version


def _code(pattern: str, flags: int) -> tuple[Any, ...]:
    """Return what `_sre.compile` takes behind the expression: the end of `re._compiler.compile`, which does not give it away."""
    parsed = import_module("re._parser").parse(pattern, flags)
    names = dict(parsed.state.groupdict)
    by_number: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        by_number[number] = name
    code = import_module("re._compiler")._code(parsed, flags)  # noqa: SLF001
    packed = array("I", map(int, code)).tobytes()  # read in one piece, ten times as fast as a list
    return int(flags) | parsed.state.flags, packed, parsed.state.groups - 1, names, tuple(by_number)


def _thawed(flags: int, packed: bytes, *rest: Any) -> tuple[Any, ...]:  # noqa: ANN401 - passed on
    return flags, array("I", packed).tolist(), *rest
