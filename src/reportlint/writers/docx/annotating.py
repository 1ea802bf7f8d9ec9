"""Findings in a Word file: each a comment on exactly its characters, each fix that the file allows a tracked change."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from reportlint.fixes import choose
from reportlint.fixes.applying import trimmed, whole_words
from reportlint.fixes.choosing import all_applicable, edits_of
from reportlint.loaders.docx.names import RPR, XML_SPACE, T, number, w
from reportlint.loaders.docx.package import open_package
from reportlint.rule import Edit
from reportlint.writers.docx.anchoring import Anchoring
from reportlint.writers.docx.comments import Comments, printable
from reportlint.writers.docx.fixing import refuse_signed, sort_out
from reportlint.writers.docx.package import rewritten, serialised
from reportlint.writers.docx.places import Places
from reportlint.writers.docx.splitting import Splitter
from reportlint.writers.marking import AUTHOR, Annotated, not_yet_told, remark

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reportlint.fixes import Left, Repair
    from reportlint.loaders.docx.package import Package
    from reportlint.result import Result
    from reportlint.writers.marking import Marking

_ID = w("id")
_NUMBERED = tuple(w(n) for n in (
    "ins", "del", "moveFrom", "moveTo", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "comment", "rPrChange", "pPrChange",
    "moveFromRangeStart", "moveToRangeStart", "permStart", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange",
))  # fmt: skip


def annotate(data: bytes, result: Result, marking: Marking) -> Annotated:
    """Return the file with comments and tracked changes. Raises `UnwritableError` for a signed file unless forced."""
    document = result.report.document
    package = open_package(data, document.path)
    refuse_signed(package, force=marking.force_signed)
    places = Places(package, document)
    repairs, left = _repairs(result, places) if marking.track else ([], ())
    edits = [_readable(edit, document.text, places) for edit in edits_of(repairs)]
    splitter = Splitter(places)
    anchoring = Anchoring(places, splitter)
    findings = not_yet_told(result.findings, document)
    targets = [anchoring.target(finding.start, finding.end) for finding in findings]
    for stretch in (s for edit in edits for s in places.edit_stretches(edit)):
        splitter.isolate(stretch)
    for stretch in (s for target in targets for s in target.stretches):
        splitter.isolate(stretch)
    tracker = _Tracker(splitter, marking.stamp, _first_free(package))
    for edit in edits:
        tracker.track(edit, places)
    comments = Comments(package, tracker.next_id)
    for finding, target in zip(findings, targets, strict=True):
        identity = comments.add(remark(finding, result.report, marking.lang, target.where), marking.stamp)
        anchoring.mark(target, identity)
    parts = anchoring.parts | tracker.parts
    written = {name: serialised(package.root(name), package.archive.read(name)) for name in sorted(parts)}
    written |= comments.parts() if comments.count else {}
    return Annotated(rewritten(data, written) if written else data, comments.count, len(repairs), left)


def _repairs(result: Result, places: Places) -> tuple[list[Repair], tuple[Left, ...]]:
    """Choose the fixes to track: all that do not overlap and that the file allows."""
    plan = choose(result.report, result.findings, all_applicable)
    applied, refused = sort_out(plan.repairs, places)
    return applied, (*plan.left, *refused)


def _readable(edit: Edit, text: str, places: Places) -> Edit:
    """Return the edit of whole words, or the bare one where only that may be made."""
    words = whole_words(edit, text)
    return trimmed(edit, text) if places.refusal(words) else words


def _first_free(package: Package) -> int:
    """Return the first number that no change, bookmark or comment of the package has."""
    roots = [package.root(package.main)]
    for kind in ("comments", "footnotes", "endnotes"):
        root = package.related_root(kind)
        roots += [] if root is None else [root]
    names = [
        t
        for k, t in package.relations(package.main).values()
        if k in {"header", "footer"} and t in package.archive
    ]
    roots += [package.root(name) for name in names]
    return max((number(e.get(_ID)) for root in roots for e in root.iter(*_NUMBERED)), default=-1) + 1


class _Tracker:
    """Puts edits in as `w:del` and `w:ins`."""

    def __init__(self, splitter: Splitter, stamp: str, first_id: int) -> None:
        self.next_id = first_id
        self.parts: set[str] = set()
        self._splitter, self._stamp = splitter, stamp

    def track(self, edit: Edit, places: Places) -> None:
        """Strike out what an edit replaces and put its text behind; the runs were isolated before."""
        stretches = places.edit_stretches(edit)
        self.parts.add(places.nodes[stretches[0].node].part)
        if edit.start == edit.end:
            element, behind = self._splitter.beside(stretches[0])
            run = _run_of(element)
            inserted = self._inserted(edit.text, run)
            _outermost(run, inserted, behind=behind)
            return
        runs = [_run_of(element) for stretch in stretches for element in self._splitter.pieces(stretch)]
        for run in dict.fromkeys(runs):
            self._strike(run)
        if edit.text:
            struck = runs[-1].getparent()
            if struck is not None:
                struck.addnext(self._inserted(edit.text, runs[0]))

    def _strike(self, run: _Element) -> None:
        change = self._change("del", run)
        run.addprevious(change)
        change.append(run)
        for text in run.iterchildren(T):
            text.tag = w("delText")
            text.set(XML_SPACE, "preserve")

    def _inserted(self, text: str, like: _Element) -> _Element:
        change = self._change("ins", like)
        run = like.makeelement(w("r"))
        properties = like.find(RPR)
        if properties is not None:
            run.append(copy.deepcopy(properties))
        element = like.makeelement(T)
        element.text = printable(text)
        element.set(XML_SPACE, "preserve")
        run.append(element)
        change.append(run)
        return change

    def _change(self, name: str, like: _Element) -> _Element:
        change = like.makeelement(w(name))
        for key, value in (("id", str(self.next_id)), ("author", AUTHOR), ("date", self._stamp)):
            change.set(w(key), value)
        self.next_id += 1
        return change


def _run_of(element: _Element) -> _Element:
    run = element.getparent()
    if run is None:
        raise ValueError("a text element without a run")
    return run


def _outermost(run: _Element, inserted: _Element, *, behind: bool) -> None:
    """Put an insertion beside a run, outside the deletion that may hold it."""
    holder = run.getparent()
    at = holder if holder is not None and holder.tag == w("del") else run
    if behind:
        at.addnext(inserted)
    else:
        at.addprevious(inserted)
