"""The compiled modules of this package, read from the file of `kept_code` and not from one file each.

A run of `check` loads 190 modules, and looking for a file, for its compiled form, and reading that takes as long as making
the module of it. An entry is used as Python uses a `.pyc`: where the source is there and has the time and the size that it
was compiled with. Otherwise the import goes on as ever.
"""

from __future__ import annotations

import marshal
import os
import sys
from importlib.machinery import ModuleSpec, SourceFileLoader
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import CodeType

Key = tuple[str, int | str]
"""Source, and the flags of an expression, or `exec` or `eval` for a method; path of the source and `KIND` for a module."""
Kept = dict[Key, Any]

KIND = "module"
_PACKAGE = __name__.partition(".")[0] + "."


class Finder:
    """Finds the modules of this package that are kept; Python asks it before it looks for files."""

    def __init__(self, kept: Kept, missed: list[str]) -> None:
        """Take what is kept, and where to note the names of modules that are not."""
        self._kept, self._missed = kept, missed

    def find_spec(self, name: str, path: Sequence[str] | None, _target: object = None) -> ModuleSpec | None:
        """Return how to load a module, None where it is not kept or has changed since."""
        if not path or not name.startswith(_PACKAGE):
            return None
        stem = path[0] + os.sep + name.rpartition(".")[2]
        source, folder = stem + ".py", None
        entry = self._kept.get((source, KIND))
        if entry is None:
            source, folder = stem + os.sep + "__init__.py", [stem]
            entry = self._kept.get((source, KIND))
        if entry is None or entry[:2] != _state(source):
            self._missed.append(name)
            return None
        spec = ModuleSpec(name, _Loader(name, source, entry[3]), origin=source, is_package=folder is not None)
        spec.has_location, spec.cached = True, entry[2]
        spec.submodule_search_locations = folder
        return spec


class _Loader(SourceFileLoader):
    """Makes a module of its kept form; whatever else a loader is asked for comes from the source."""

    def __init__(self, name: str, source: str, compiled: bytes) -> None:
        super().__init__(name, source)
        self._compiled = compiled

    def get_code(self, _name: str) -> CodeType:
        code: CodeType = marshal.loads(self._compiled)  # noqa: S302 - trusted as a .pyc is
        return code


def entry_of(name: str) -> Kept:
    """Return what is to be kept of a module by its key: time (ns) and size of the source, its `.pyc`, the code. Empty for none."""
    spec = sys.modules[name].__spec__ if name in sys.modules else None
    if spec is None or not spec.origin or not isinstance(spec.loader, SourceFileLoader):
        return {}
    state = _state(spec.origin)  # before the code: an entry that a change meets in between is never used
    code = spec.loader.get_code(name)
    return {(spec.origin, KIND): (*state, spec.cached, marshal.dumps(code))} if state and code else {}


def _state(source: str) -> tuple[int, int] | None:
    try:
        found = os.stat(source)  # noqa: PTH116 - pathlib is not loaded yet
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
