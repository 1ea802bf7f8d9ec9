"""Code that Python compiles while the command runs, kept between runs beside the compiled modules and by their rules.

Python keeps compiled modules but compiles anew in each process every regular expression, and the methods that dataclasses
and named tuples write: 360 expressions take 60 ms of a run, 230 methods 12 (decision 0014). What is kept is what would be
compiled again, found by its source, so it is never stale. Where it cannot be read, written or used, all is compiled as
ever. The modules of this package lie in the same file (`kept_modules`). `re._compiler`, `_sre` and the names `exec`,
`eval` and `compile` in three modules of the library are undocumented: they are touched here alone, and whatever they do
differently in another Python ends in the same fall-back.
"""

from __future__ import annotations

import builtins
import collections
import marshal
import os
import re
import sys
import typing
from array import array
from functools import cache
from importlib import import_module
from types import CodeType, ModuleType
from typing import TYPE_CHECKING, Any

from reportlint.cli import kept_modules
from reportlint.cli.kept_modules import Kept, Key

if TYPE_CHECKING:
    from collections.abc import Callable


@cache
def keep() -> None:
    """From now on, take what is compiled from what earlier runs have compiled. Once for a process."""
    kept = _read()
    sys.meta_path.insert(0, kept_modules.Finder(kept, _missed_modules))
    _keep_expressions(kept)
    # for the doc of a class that has none, and to make a dict of an object: 7 ms of a run
    dataclasses = _import_without("dataclasses", "inspect", "copy")
    _import_without("pathlib", "urllib.parse")  # for paths as addresses: 3 ms
    for module, name in ((dataclasses, "exec"), (collections, "eval")):
        vars(module)[name] = _keeping(kept, name)
    vars(typing)["compile"] = _code_from(
        kept
    )  # for the types of the fields of named tuples, which are strings


def _keep_expressions(kept: Kept) -> None:
    try:
        compiler: Any = import_module("re._compiler")
        compile_anew, make = compiler.compile, import_module("_sre").compile
    except (ImportError, AttributeError):
        return

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


def _keeping(kept: Kept, name: str) -> Any:  # noqa: ANN401 - as the built-in it stands for
    """Return `exec` or `eval` for a module that calls it with source, which is compiled once for all runs."""
    run, code_of = getattr(builtins, name), _code_from(kept)

    def keeping(source: Any, *spaces: Any) -> Any:  # noqa: ANN401 - the same
        return run(code_of(source, "", name) if isinstance(source, str) else source, *spaces)

    return keeping


def _code_from(kept: Kept) -> Callable[[str, str, str], CodeType]:
    """Return `compile`, which is done once for all runs."""

    def code_of(source: str, _file: str, mode: str) -> CodeType:
        code = kept.get((source, mode))
        if not isinstance(code, CodeType):
            _missed.append((source, mode))
            code = _method(source, mode)
        return code

    return code_of


def _import_without(name: str, *slow: str) -> ModuleType:
    """Import a module of the library without others that it hardly ever asks: what it takes of these loads them when called."""
    absent = [other for other in slow if other not in sys.modules]
    if name in sys.modules:
        absent = []
    sys.modules.update({other: _stand_in(other) for other in absent})
    try:
        return import_module(name)
    finally:
        for other in absent:
            del sys.modules[other]


def _stand_in(slow: str) -> ModuleType:
    later = ModuleType(slow)

    def function(name: str) -> Callable[..., Any]:
        def called(*args: Any) -> Any:  # noqa: ANN401 - passed on
            return getattr(import_module(slow), name)(*args)

        return called

    vars(later)["__getattr__"] = function
    return later


_missed: list[Key] = []
"""What this run had to compile."""
_missed_modules: list[str] = []
"""Names of the modules that this run has read from files of their own."""


def write() -> None:
    """Keep what this run had to compile; without effect where Python keeps no compiled modules either."""
    if not (_missed or _missed_modules) or sys.dont_write_bytecode or not (path := _path()):
        return
    kept = _read()
    try:
        kept.update((key, _code(*key)) for key in _missed)
        for name in _missed_modules:
            kept.update(kept_modules.entry_of(name))
        partial = f"{path}.{os.getpid()}"
        with open(partial, "wb") as file:  # noqa: PTH123 - pathlib is not loaded yet
            marshal.dump((_made_by(), kept), file)
        os.replace(partial, path)  # noqa: PTH105 - the same
    except (OSError, AttributeError, ImportError, ValueError, SyntaxError):
        return


def _read() -> Kept:
    try:
        with open(_path(), "rb") as file:  # noqa: PTH123 - pathlib is not loaded yet
            made_by, kept = marshal.loads(file.read())  # noqa: S302 - trusted as the .pyc files beside it are
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return kept if made_by == _made_by() and isinstance(kept, dict) else {}


def _path() -> str:
    """Return the file beside this module's compiled form; empty where it has none."""
    cached = __spec__.cached
    return cached.removesuffix(".pyc") + ".kept" if cached else ""


def _made_by() -> str:
    return sys.version


def _code(source: str, how: int | str) -> Any:  # noqa: ANN401 - what marshal takes
    """Return what is kept of a source: the code of a method, or of an expression."""
    return _expression(source, how) if isinstance(how, int) else _method(source, how)


def _method(source: str, how: str) -> CodeType:
    """Compile as the library would: what this module imports from the future is no concern of it."""
    code: CodeType = compile(source, "<string>", how, dont_inherit=True)
    return code


def _expression(pattern: str, flags: int) -> tuple[Any, ...]:
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
