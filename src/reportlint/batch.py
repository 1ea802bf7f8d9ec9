"""Linting many files: one entry of the JSON form each, in the order asked for, in one process or several.

An entry, not a `Result`, is what leaves a worker process and what the cache keeps: plain data of the published form.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportlint import loaders
from reportlint.errors import SettingsError, UnreadableError
from reportlint.pipeline import DEFAULT, lint_document
from reportlint.said import in_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from reportlint.cache import Cache
    from reportlint.document import Document
    from reportlint.pipeline import Memo
    from reportlint.result import Result
    from reportlint.settings import Settings

Entry = dict[str, Any]
"""What is said of one file: an item of `files` in the JSON output."""
MANY = 16
"""From this number of files on, worker processes are worth their start."""


@dataclass(frozen=True)
class Job:
    """One file to lint. `data` is given when it was read already, as from standard input."""

    path: str
    settings: Settings = DEFAULT
    data: bytes | None = None


def lint_files(
    paths: Iterable[str | Path], settings: Settings | None = None
) -> Iterator[Result | UnreadableError]:
    """Lint files one after the other, each when it is asked for; a file that cannot be read is yielded as its error."""
    for path in paths:
        try:
            yield lint_job(Job(str(path), settings or DEFAULT))
        except UnreadableError as error:
            yield error


def lint_job(job: Job, memo: Memo | None = None) -> Result:
    """Lint one file. Raises `UnreadableError`. `memo` keeps what was found in paragraphs, as in `pipeline.lint_bytes`."""
    return lint_document(_load(job), job.settings, memo)


def _load(job: Job) -> Document:
    data = loaders.read(job.path) if job.data is None else job.data
    if job.settings.plugins:
        from reportlint.plugins import loader_for

        if load := loader_for(job.path, job.settings.plugins):
            return load(data, job.path)
    return loaders.load_bytes(data, job.path)


def lint_entry(job: Job, lang: str = "vi", cache: Cache | None = None, *, full: bool = False) -> Entry:
    """Lint one file and return its entry; never raises for what is wrong with the file or with a rule.

    With `full` the entry carries its `Result` under `result`, for output that shows the whole text.
    """
    try:
        if full:
            result = lint_job(job)
            return {**result.to_dict(lang=lang), "result": result}
        if cache is None or job.settings.plugins:  # the code of a plugin is in no key
            return lint_job(job).to_dict(lang=lang)
        return _cached(job, lang, cache)
    except (UnreadableError, SettingsError, RecursionError, MemoryError) as error:
        return _failed(job.path, error, lang)
    except Exception as error:  # noqa: BLE001 - one file must not stop the others; the cause is shown
        return _error_entry(job.path, "internal", f"{_FAULT[lang]}: {_where(error)}")


_FAULT = {"vi": "lỗi của chương trình, không phải của tệp", "en": "a fault of the program, not of the file"}
_DEEP = {"vi": "cấu trúc lồng nhau quá sâu", "en": "it nests too deeply"}
_MEMORY = {"vi": "không đủ bộ nhớ để đọc tệp này", "en": "there is not enough memory to read it"}


def _failed(path: str, error: Exception, lang: str) -> Entry:
    """Say what is wrong with the file, or with the settings it is read under."""
    if isinstance(error, UnreadableError):
        return {**unread_entry(error, lang), "path": path}
    if isinstance(error, SettingsError):
        return _error_entry(path, "settings", error.said(lang))
    return _error_entry(path, "DL001", (_DEEP if isinstance(error, RecursionError) else _MEMORY)[lang])


def unread_entry(error: UnreadableError, lang: str) -> Entry:
    """Return the entry of a file that could not be read."""
    return _error_entry(error.path, error.code, in_language(error.causes, lang))


def _cached(job: Job, lang: str, cache: Cache) -> Entry:
    data = loaders.read(job.path) if job.data is None else job.data
    key = cache.key(data, job, lang)
    entry = cache.get(key)
    if entry is None:
        entry = lint_job(Job(job.path, job.settings, data)).to_dict(lang=lang)
        cache.put(key, entry)
    return entry


def _error_entry(path: str, code: str, cause: str) -> Entry:
    return {"path": path, "error": {"code": code, "cause": cause}, "findings": []}


def _where(error: Exception) -> str:
    """Name an error and the line that raised it, so that a report of it is of use."""
    import traceback

    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({last.filename.rpartition('reportlint/')[2]}:{last.lineno})"


def lint_entries(
    jobs: Sequence[Job], *, lang: str = "vi", workers: int = 1, cache: Cache | None = None, full: bool = False
) -> Iterator[Entry]:
    """Yield the entries in the order of the jobs. With several workers the entries are the same."""
    if _prepare(jobs) or workers <= 1 or len(jobs) < 2:
        for job in jobs:
            yield lint_entry(job, lang, cache, full=full)
        return
    from concurrent.futures import ProcessPoolExecutor
    from functools import partial
    from multiprocessing import get_context

    with ProcessPoolExecutor(min(workers, len(jobs)), mp_context=get_context("spawn")) as pool:
        yield from pool.map(
            partial(lint_entry, lang=lang, cache=cache),
            jobs,
            chunksize=max(1, min(8, len(jobs) // (workers * 4))),
        )


def _prepare(jobs: Sequence[Job]) -> bool:
    """Turn all .doc and .rtf files in one run of LibreOffice; return whether there were any, which this process then reads."""
    old = [job for job in jobs if job.data is None and job.path.lower().endswith((".doc", ".rtf"))]
    if len(old) < 2:
        return False
    from contextlib import suppress

    from reportlint.loaders import office

    files: dict[str, bytes] = {}
    for job in old:
        with suppress(UnreadableError):  # told when its turn comes
            files[job.path] = loaders.read(job.path)
    office.prepare(files)
    return True


def worker_count(asked: int, files: int) -> int:
    """Return how many processes to use; 0 asks for as many as help."""
    if asked:
        return asked
    import os

    return min(os.cpu_count() or 1, files) if files >= MANY else 1
