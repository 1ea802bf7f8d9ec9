"""`reportlint check`: lint files, show what was found, say by the exit code whether it counts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from reportlint import batch
from reportlint.cli import check_options, files
from reportlint.cli.run_settings import RunSettings

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from reportlint.batch import Entry, Job

configure = check_options.configure
_RANK = {"info": 0, "warning": 1, "error": 2}


def run(args: argparse.Namespace) -> int:
    """Lint the files, write every output that was asked for, return the exit code."""
    runs = RunSettings(args)
    paths, missing = files.find(args.files or ["."], runs.root.exclude)
    jobs = [job(path, args, runs) for path in paths]
    tally = Tally(runs.root.fail_on or "certain")
    entries = tally.counted(shaped(_entries(jobs, missing, args, runs), args, runs))
    from reportlint.cli.output import write

    write(entries, args)
    return tally.exit_code


def job(path: str, args: argparse.Namespace, runs: RunSettings) -> Job:
    """Make the job of one path, with the settings that hold for it; `-` is read here."""
    if path != "-":
        return batch.Job(path, runs.for_path(path))
    name = args.stdin_filename or "<stdin>"
    return batch.Job(name, runs.for_path(name), files.standard_input())


def _entries(jobs: list[Job], missing: Iterable[Any], args: argparse.Namespace, runs: RunSettings) -> Iterator[Entry]:
    for error in missing:
        yield batch.error_entry(error.path, error.code, error.cause)
    yield from batch.lint_entries(jobs, lang=args.lang, workers=batch.worker_count(args.jobs, len(jobs)))


def shaped(entries: Iterable[Entry], args: argparse.Namespace, runs: RunSettings) -> Iterator[Entry]:
    """Leave out what the options say not to show: lesser findings, those of the baseline, those above the maximum."""
    least = _RANK[args.severity] if args.severity else 0
    for entry in entries:
        findings = [f for f in entry["findings"] if _RANK[f["severity"]] >= least]
        yield {**entry, "findings": findings}


class Tally:
    """Counts what decides the exit code while the entries pass by."""

    def __init__(self, fail_on: str) -> None:
        """Take the least finding that counts."""
        self._fail_on = fail_on
        self._failed = self._unread = False

    def counted(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Pass the entries on; those that could not be read are named on standard error."""
        for entry in entries:
            if error := entry.get("error"):
                self._unread = True
                print(f"reportlint: {entry['path']}: {error['cause']}", file=sys.stderr)
            self._failed = self._failed or any(fails(finding, self._fail_on) for finding in entry["findings"])
            yield entry

    @property
    def exit_code(self) -> int:
        """0 nothing that counts, 1 findings that do, 2 a file could not be read."""
        return 2 if self._unread else int(self._failed)


def fails(finding: dict[str, Any], fail_on: str) -> bool:
    """Tell whether a finding counts: by default a certain error."""
    if fail_on == "never":
        return False
    if fail_on == "certain":
        return bool(finding["severity"] == "error" and finding["certainty"] == "certain")
    return _RANK[finding["severity"]] >= _RANK[fail_on]
