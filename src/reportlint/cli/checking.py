"""What `reportlint check` does: lint files, show what was found, say by the exit code whether it counts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from reportlint import batch
from reportlint.cli import files
from reportlint.cli.run_settings import RunSettings
from reportlint.said import visible

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from reportlint.batch import Entry, Job
    from reportlint.errors import UnreadableError

RANK = {"info": 0, "warning": 1, "error": 2}


def run_once(args: argparse.Namespace) -> int:
    """Lint the files once."""
    runs = RunSettings(args)
    paths, missing = files.find(args.files or ["."], runs.root)
    if args.show_files or args.show_settings:
        from reportlint.cli.showing import show

        return show(paths, missing, args, runs)
    if args.add_ignore is not None:
        from reportlint.cli.ignoring import add_ignores

        return add_ignores(paths, missing, args, runs)
    from reportlint.cli.output import write

    tally = Tally(runs.root.fail_on or "certain")
    write(lambda *, full: tally.counted(entries_of(paths, missing, args, runs, full=full)), args)
    return tally.exit_code


def entries_of(
    paths: list[str],
    missing: Iterable[UnreadableError],
    args: argparse.Namespace,
    runs: RunSettings,
    *,
    full: bool = False,
) -> Iterator[Entry]:
    """Yield the entry of each path, shaped by the options. With `full`, each carries its `Result` under `result`."""
    jobs = [job(path, args, runs) for path in paths]
    return shaped(_linted(jobs, missing, args, runs, full=full), args, runs)


def job(path: str, args: argparse.Namespace, runs: RunSettings) -> Job:
    """Make the job of one path, with the settings that hold for it; `-` is read here."""
    if path != "-":
        return batch.Job(path, runs.for_path(path))
    name = args.stdin_filename or "<stdin>"
    return batch.Job(name, runs.for_path(name), files.standard_input())


def _linted(
    jobs: list[Job],
    missing: Iterable[UnreadableError],
    args: argparse.Namespace,
    runs: RunSettings,
    *,
    full: bool,
) -> Iterator[Entry]:
    for error in missing:
        yield batch.unread_entry(error, args.lang)
    cache = None
    if runs.root.cache_dir and not full:
        from reportlint.cache import Cache

        cache = Cache.at(runs.root.cache_dir)
    entries = batch.lint_entries(
        jobs,
        lang=args.lang,
        workers=1 if full else batch.worker_count(args.jobs, len(jobs)),
        cache=cache,
        full=full,
    )
    if len(jobs) > 1 and sys.stderr.isatty() and not args.quiet:
        from reportlint.cli.progress import shown

        entries = shown(entries, len(jobs), args.lang)
    yield from entries


def shaped(entries: Iterable[Entry], args: argparse.Namespace, runs: RunSettings) -> Iterator[Entry]:
    """Leave out what is not to be shown: lesser findings, those of the baseline, those above the maximum."""
    least = RANK[args.severity] if args.severity else 0
    baseline = None
    if runs.root.baseline and args.command != "baseline":
        from reportlint.baseline import Baseline

        baseline = Baseline.read(runs.root.baseline)
    for entry in entries:
        findings = [f for f in entry["findings"] if RANK[f["severity"]] >= least]
        more: dict[str, Any] = {}
        if baseline and "error" not in entry:
            fresh = baseline.new(entry["path"], findings)
            more = {"baseline": {"known": len(findings) - len(fresh), "gone": baseline.unused(entry["path"])}}
            findings = fresh
        yield {**entry, "findings": findings, **more}


def limited(entries: Iterable[Entry], most: int | None) -> Iterator[Entry]:
    """Keep at most so many findings of each file, the weightiest first; say how many are left out."""
    for entry in entries:
        findings = entry["findings"]
        if most is None or len(findings) <= most:
            yield entry
            continue
        kept = sorted(range(len(findings)), key=lambda i: -RANK[findings[i]["severity"]])[:most]
        yield {**entry, "findings": [findings[i] for i in sorted(kept)], "omitted": len(findings) - most}


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
                print(f"reportlint: {visible(entry['path'])}: {error['cause']}", file=sys.stderr)
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
    return RANK[finding["severity"]] >= RANK[fail_on]
